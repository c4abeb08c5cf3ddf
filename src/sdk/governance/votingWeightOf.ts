import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** What a holder's units weigh in a resolution, in minor units of outstanding principal, and whether they were counted. */
export type VotingWeight = {
  readonly weight: bigint
  readonly isCounted: boolean
}

/** The weight of a holder of a series that votes. */
export async function votingWeightOf(
  client: Client,
  {
    resolution,
    series,
    holder,
    block,
  }: AtBlock & { readonly resolution: bigint; readonly series: SeriesId; readonly holder: Address },
): Promise<VotingWeight> {
  const at = { contract: 'Resolutions', to: client.rooms.Resolutions, block } as const
  const args: [bigint, SeriesId, Address] = [resolution, series, holder]
  const [weight, isCounted] = await Promise.all([
    readContract(client, { ...at, verb: 'weightOf', args }),
    readContract(client, { ...at, verb: 'isCounted', args }),
  ])
  return Object.freeze({ weight, isCounted })
}
