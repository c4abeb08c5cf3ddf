import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'

/** Accepts an office; the successor. The backup servicer is servicer at once. */
export function acceptSuccession(
  { Succession: to }: Rooms,
  { proposal }: { readonly proposal: bigint },
): Call {
  return encodeCall({ contract: 'Succession', to, verb: 'accept', args: [proposal] })
}
