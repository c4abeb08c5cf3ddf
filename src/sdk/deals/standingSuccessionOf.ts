import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Office, offices, ordinalOf } from '../../domain/enumerations.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { NOWHERE } from './dealTerms.ts'

/** The number of the proposal that stands for an office of a deal, if one does. */
export async function standingSuccessionOf(
  client: Client,
  {
    deal,
    office,
    jurisdiction,
    block,
  }: AtBlock & {
    readonly deal: DealId
    readonly office: Office
    readonly jurisdiction?: Jurisdiction | undefined
  },
): Promise<bigint | undefined> {
  const to = client.rooms.Succession
  const found = await readContract(client, {
    contract: 'Succession',
    to,
    verb: 'standingOf',
    args: [deal, ordinalOf(offices, office), jurisdiction ?? NOWHERE],
    block,
  })
  return found === 0n ? undefined : found
}
