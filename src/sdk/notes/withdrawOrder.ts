import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'

/** Withdraws an order that was not executed; the office that proposed it. */
export function withdrawOrder({ Enforcement: to }: Rooms, { order }: { readonly order: bigint }): Call {
  return encodeCall({ contract: 'Enforcement', to, verb: 'withdraw', args: [order] })
}
