import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'

/** Counts the votes after the end; anyone. Voting → Passed | Failed. */
export function concludeResolution(
  { Resolutions: to }: Rooms,
  { resolution }: { readonly resolution: bigint },
): Call {
  return encodeCall({ contract: 'Resolutions', to, verb: 'conclude', args: [resolution] })
}
