import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import { type TrancheTerms, trancheFrom } from './dealTerms.ts'

/** The tranches of a deal, the most senior first. */
export async function tranchesOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly TrancheTerms[]> {
  const to = client.rooms.DealBook
  const at = { contract: 'DealBook', to, block } as const
  const count = await readContract(client, { ...at, verb: 'trancheCountOf', args: [deal] })
  const ranks = Array.from({ length: Number(count) }, (_, rank) => rank)
  const found = ranks.map(rank => readContract(client, { ...at, verb: 'trancheOf', args: [deal, rank] }))
  return (await Promise.all(found)).map(trancheFrom)
}
