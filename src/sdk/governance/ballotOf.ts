import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** What votes of a series weigh: the book whose holdings vote, outstanding principal and units of the tranche. */
export type Ballot = {
  readonly book: bigint
  readonly outstanding: bigint
  readonly units: bigint
}

/** What a series weighs in a resolution, as it was proposed, if it votes. */
export async function ballotOf(
  client: Client,
  { resolution, series, block }: AtBlock & { readonly resolution: bigint; readonly series: SeriesId },
): Promise<Ballot | undefined> {
  const to = client.rooms.Resolutions
  const args = [resolution, series] as [bigint, SeriesId]
  const { book, outstanding, units } = await readContract(client, {
    contract: 'Resolutions',
    to,
    verb: 'ballotOf',
    args,
    block,
  })
  return book === 0n ? undefined : Object.freeze({ book, outstanding, units })
}
