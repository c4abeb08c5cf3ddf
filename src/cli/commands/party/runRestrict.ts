import { requireEvent } from '../../../chain/events.ts'
import type { Hash32, PartyId } from '../../../domain/ids.ts'
import { restrictParty } from '../../../sdk/identity/restrictParty.ts'
import { type ActOptions, act, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { readKeyFile } from '../../readKeyFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface RestrictOptions extends ActOptions {
  readonly party: PartyId
  readonly orderHash: Hash32
}

/** Restricts a party by an order. */
export async function runRestrict(options: RestrictOptions, { streams }: CommandContext): Promise<void> {
  const signer = await readKeyFile(options.keyFile)
  const { party, orderHash } = options
  await withLedger(options, async client => {
    const receipt = await act(client, { call: restrictParty(client.rooms, { party, orderHash }), signer })
    const at = client.rooms.PartyRegistry
    const { orderId } = requireEvent(receipt, { contract: 'PartyRegistry', at, event: 'PartyRestricted' })
    const data = { order: orderId, party, orderHash, transaction: receipt.hash, block: receipt.blockNumber }
    streams.out(options.json ? `${toJson(data)}\n` : `Order ${orderId} restricts party ${party}\n`)
  })
}
