import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type OrderTerms, orderFields } from './orderTerms.ts'

/** Confirms an order and executes it; a regulator of the holder's place. */
export function confirmOrder(
  { Enforcement: to }: Rooms,
  { order, terms }: { readonly order: bigint; readonly terms: OrderTerms },
): Call {
  return encodeCall({ contract: 'Enforcement', to, verb: 'confirm', args: [order, orderFields(terms)] })
}
