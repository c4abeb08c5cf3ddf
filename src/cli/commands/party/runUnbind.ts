import type { Address } from '../../../chain/address.ts'
import { requireEvent } from '../../../chain/events.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { unbindWallet } from '../../../sdk/identity/unbindWallet.ts'
import { type ActOptions, act, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface UnbindOptions extends ActOptions {
  readonly wallet: Address
  readonly evidence: Hash32
}

/** Takes a wallet from its party. */
export async function runUnbind(options: UnbindOptions, { streams }: CommandContext): Promise<void> {
  const signer = await readKeyFile(options.keyFile)
  const { wallet, evidence } = options
  await withLedger(options, async client => {
    const receipt = await act(client, { call: unbindWallet(client.rooms, { wallet, evidence }), signer })
    const at = client.rooms.PartyRegistry
    const { party } = requireEvent(receipt, { contract: 'PartyRegistry', at, event: 'WalletUnbound' })
    const data = { party, wallet, evidence, transaction: receipt.hash, block: receipt.blockNumber }
    streams.out(options.json ? `${toJson(data)}\n` : `${wallet} acts for party ${party} no more\n`)
  })
}
