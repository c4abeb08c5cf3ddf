import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Withdraws the waiver that is proposed for a deal; the trustee. */
export function withdrawWaiver({ Waivers: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'Waivers', to, verb: 'withdraw', args: [deal] })
}
