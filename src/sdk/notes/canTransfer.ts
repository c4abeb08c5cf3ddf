import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Whether the rules let units move from one holder to another now. */
export async function canTransfer(
  client: Client,
  {
    note,
    from,
    to,
    units,
    block,
  }: AtBlock & {
    readonly note: Address
    readonly from: Address
    readonly to: Address
    readonly units: bigint
  },
): Promise<boolean> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'canTransfer',
    args: [from, to, units],
    block,
  })
  return found
}
