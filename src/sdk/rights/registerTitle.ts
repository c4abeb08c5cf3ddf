import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type TitleTerms, titleFields } from './titleTerms.ts'

/** Describes a title; the party of the caller becomes its owner. */
export function registerTitle({ TitleRegistry: to }: Rooms, { terms }: { readonly terms: TitleTerms }): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'register', args: [titleFields(terms)] })
}
