import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Withdraws the replacement that is proposed for a deal; the originator. */
export function withdrawReplacement({ Replacements: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'Replacements', to, verb: 'withdraw', args: [deal] })
}
