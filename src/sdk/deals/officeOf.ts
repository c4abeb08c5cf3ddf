import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Office, offices, ordinalOf } from '../../domain/enumerations.ts'
import { type DealId, type PartyId, partyId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { NOWHERE } from './dealTerms.ts'

/** The party in an office of a deal, if it is held. */
export async function officeOf(
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
): Promise<PartyId | undefined> {
  const to = client.rooms.DealBook
  const found = await readContract(client, {
    contract: 'DealBook',
    to,
    verb: 'officeOf',
    args: [deal, ordinalOf(offices, office), jurisdiction ?? NOWHERE],
    block,
  })
  return found === 0n ? undefined : partyId(found)
}
