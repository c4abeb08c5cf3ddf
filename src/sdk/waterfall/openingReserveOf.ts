import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'

/** What the program opens its reserve with; it comes out of the proceeds of the offer. */
export async function openingReserveOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<bigint> {
  const to = client.rooms.Waterfall
  return readContract(client, { contract: 'Waterfall', to, verb: 'openingReserveOf', args: [deal], block })
}
