import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Opens the offer of a deal in the stage Offering; the manager. The cut-off is a moment in seconds. */
export function openOffer(
  { Offering: to }: Rooms,
  { deal, cutOffAt }: { readonly deal: DealId; readonly cutOffAt: bigint },
): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'open', args: [deal, cutOffAt] })
}
