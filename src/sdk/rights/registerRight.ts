import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type RightTerms, rightFields } from './rightTerms.ts'

/** Registers a right; the party of the caller becomes its originator and owner. */
export function registerRight(
  { RightsRegistry: to }: Rooms,
  { terms }: { readonly terms: RightTerms },
): Call {
  return encodeCall({ contract: 'RightsRegistry', to, verb: 'register', args: [rightFields(terms)] })
}
