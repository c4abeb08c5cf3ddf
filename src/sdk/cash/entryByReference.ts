import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type EntryId, entryId, type Hash32, type PartyId } from '../../domain/ids.ts'

/** The entry that a bank booked under a reference, if any. */
export async function entryByReference(
  client: Client,
  { bank, bankReference, block }: AtBlock & { readonly bank: PartyId; readonly bankReference: Hash32 },
): Promise<EntryId | undefined> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'entryByReference',
    args: [bank, bankReference],
    block,
  })
  return found === 0n ? undefined : entryId(found)
}
