import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'

/** Clears a successor that has accepted, which takes the office; a regulator of its place. */
export function clearSuccession(
  { Succession: to }: Rooms,
  { proposal }: { readonly proposal: bigint },
): Call {
  return encodeCall({ contract: 'Succession', to, verb: 'clear', args: [proposal] })
}
