import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import { type VotingTerms, votingFields } from './votingTerms.ts'

/** States how holders of a draft deal vote, in place of what was stated before; the manager. */
export function configureVoting(
  { Resolutions: to }: Rooms,
  { deal, terms }: { readonly deal: DealId; readonly terms: VotingTerms },
): Call {
  return encodeCall({ contract: 'Resolutions', to, verb: 'configure', args: [deal, votingFields(terms)] })
}
