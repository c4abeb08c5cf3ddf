import { requireEvent } from '../../../chain/events.ts'
import { recoverWallet } from '../../../sdk/identity/recoverWallet.ts'
import { type ActOptions, act, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import { loadRecovery } from '../../statementFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface ConfirmOptions extends ActOptions {
  readonly recovery: string
}

/** Puts another wallet in the place of a lost one, by what the attester signed. */
export async function runConfirm(options: ConfirmOptions, { streams }: CommandContext): Promise<void> {
  const signer = await readKeyFile(options.keyFile)
  const signed = await loadRecovery(options.recovery)
  const { lost, successor } = signed.recovery
  await withLedger(options, async client => {
    const receipt = await act(client, { call: recoverWallet(client.rooms, signed), signer })
    const at = client.rooms.PartyRegistry
    const { party, attester } = requireEvent(receipt, {
      contract: 'PartyRegistry',
      at,
      event: 'WalletRecovered',
    })
    const data = {
      party,
      ...signed.recovery,
      attester,
      regulator: signer.address,
      transaction: receipt.hash,
      block: receipt.blockNumber,
    }
    streams.out(
      options.json ? `${toJson(data)}\n` : `${successor} acts for party ${party} instead of ${lost}\n`,
    )
  })
}
