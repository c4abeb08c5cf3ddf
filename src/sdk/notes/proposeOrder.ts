import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import { type OrderTerms, orderDigestOf } from './orderTerms.ts'

/** Proposes an order over notes of a deal by its hash alone; the trustee or the manager. */
export function proposeOrder(
  { Enforcement: to }: Rooms,
  { deal, terms }: { readonly deal: DealId; readonly terms: OrderTerms },
): Call {
  return encodeCall({ contract: 'Enforcement', to, verb: 'propose', args: [deal, orderDigestOf(terms)] })
}
