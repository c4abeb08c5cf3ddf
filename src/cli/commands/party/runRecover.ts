import type { Address } from '../../../chain/address.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { signRecovery } from '../../../sdk/identity/signRecovery.ts'
import { walletOf } from '../../../sdk/identity/walletOf.ts'
import { type ActOptions, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import { saveRecovery } from '../../statementFile.ts'
import type { CommandContext } from '../../streams.ts'
import { nextMoment } from './statement.ts'

export interface RecoverOptions extends ActOptions {
  readonly lost: Address
  readonly successor: Address
  readonly evidence: Hash32
  readonly out: string
}

/** Signs that a wallet is lost and which takes its place, as the attester. */
export async function runRecover(options: RecoverOptions, { streams }: CommandContext): Promise<void> {
  const attester = await readKeyFile(options.keyFile)
  const { lost, successor, evidence, out } = options
  await withLedger(options, async client => {
    const standing = await walletOf(client, { wallet: lost })
    if (standing === undefined) throw new WalletStrangeError(lost)
    const { party } = standing
    const recovery = { lost, successor, issuedAt: await nextMoment(client, party), evidence }
    await saveRecovery(out, {
      recovery,
      signature: await signRecovery(client, { recovery, signer: attester }),
    })
    const data = { party, ...recovery, attester: attester.address, file: out }
    streams.out(
      options.json
        ? `${toJson(data)}\n`
        : `${successor} is to act for party ${party} instead of ${lost}; a regulator of its place confirms it\n`,
    )
  })
}

export class WalletStrangeError extends LedgerError {
  override readonly code = 'party/wallet-unknown'

  constructor(wallet: string) {
    super(`${wallet} was never bound to a party`, {
      remedy: 'Check the address, or have the party attested with it first',
    })
  }
}
