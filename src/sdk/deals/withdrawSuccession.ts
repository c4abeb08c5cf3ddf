import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'

/** Withdraws a proposal that stands; who may propose for that office. */
export function withdrawSuccession(
  { Succession: to }: Rooms,
  { proposal }: { readonly proposal: bigint },
): Call {
  return encodeCall({ contract: 'Succession', to, verb: 'withdraw', args: [proposal] })
}
