import type { Address } from '../../../chain/address.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { recoverWallet } from '../../../sdk/identity/recoverWallet.ts'
import { signRecovery } from '../../../sdk/identity/signRecovery.ts'
import { walletOf } from '../../../sdk/identity/walletOf.ts'
import { type ActOptions, act, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import type { CommandContext } from '../../streams.ts'
import { nextMoment, submitterOf } from './statement.ts'

export interface RecoverOptions extends ActOptions {
  readonly lost: Address
  readonly successor: Address
  readonly evidence: Hash32
  readonly submitterKeyFile?: string
}

/** Puts another wallet in the place of a lost one. */
export async function runRecover(options: RecoverOptions, { streams }: CommandContext): Promise<void> {
  const attester = await readKeyFile(options.keyFile)
  const { lost, successor, evidence } = options
  await withLedger(options, async client => {
    const standing = await walletOf(client, { wallet: lost })
    if (standing === undefined) throw new WalletStrangeError(lost)
    const { party } = standing
    const recovery = { lost, successor, issuedAt: await nextMoment(client, party), evidence }
    const signature = await signRecovery(client, { recovery, signer: attester })
    const signer = await submitterOf(options, attester)
    const receipt = await act(client, { call: recoverWallet(client.rooms, { recovery, signature }), signer })
    const data = { party, ...recovery, transaction: receipt.hash, block: receipt.blockNumber }
    streams.out(
      options.json ? `${toJson(data)}\n` : `${successor} acts for party ${party} instead of ${lost}\n`,
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
