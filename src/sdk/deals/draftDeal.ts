import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type DealTerms, dealFields } from './dealTerms.ts'

/** Drafts a deal; the party of the caller must be its manager. */
export function draftDeal({ DealBook: to }: Rooms, { terms }: { readonly terms: DealTerms }): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'draft', args: [dealFields(terms)] })
}
