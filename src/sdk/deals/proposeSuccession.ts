import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Office, offices, ordinalOf } from '../../domain/enumerations.ts'
import type { DealId, Hash32, PartyId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { NOWHERE } from './dealTerms.ts'

/**
 * Proposes a party for an office, in place of a proposal that stands for it; the trustee, or the manager for the
 * trustee's own office.
 */
export function proposeSuccession(
  { Succession: to }: Rooms,
  {
    deal,
    office,
    jurisdiction,
    successor,
    documentHash,
  }: {
    readonly deal: DealId
    readonly office: Office
    readonly jurisdiction?: Jurisdiction | undefined
    readonly successor: PartyId
    readonly documentHash: Hash32
  },
): Call {
  return encodeCall({
    contract: 'Succession',
    to,
    verb: 'propose',
    args: [deal, ordinalOf(offices, office), jurisdiction ?? NOWHERE, successor, documentHash],
  })
}
