import { ZeroAddress } from 'ethers'
import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type SeriesId, seriesId } from '../../domain/ids.ts'
import { type SeriesTerms, seriesFrom } from './dealTerms.ts'

/** A series of a deal with its note, once that is issued. */
export type Series = SeriesTerms & { readonly series: SeriesId; readonly note: Address | undefined }

/** The series of a deal, in the order of its terms. */
export async function seriesOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly Series[]> {
  const at = { contract: 'DealBook', to: client.rooms.DealBook, block } as const
  const ids = await readContract(client, { ...at, verb: 'seriesOf', args: [deal] })
  const read = async (id: bigint): Promise<Series> => {
    const { terms, note } = await readContract(client, { ...at, verb: 'seriesTermsOf', args: [id] })
    return Object.freeze({ ...seriesFrom(terms), series: seriesId(id), note: noteFrom(note) })
  }
  return Promise.all(ids.map(read))
}

function noteFrom(note: string): Address | undefined {
  return note === ZeroAddress ? undefined : parseAddress(note)
}
