import { ZeroAddress } from 'ethers'
import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** The note of a series, once it is issued. */
export async function noteOf(
  client: Client,
  { series, block }: AtBlock & { readonly series: SeriesId },
): Promise<Address | undefined> {
  const to = client.rooms.NoteFactory
  const found = await readContract(client, {
    contract: 'NoteFactory',
    to,
    verb: 'noteOf',
    args: [series],
    block,
  })
  return found === ZeroAddress ? undefined : parseAddress(found)
}
