import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Motion, payloadOf } from './motion.ts'

/** Does once what was resolved, by the very motion that was put; anyone, in time. Passed → Executed. */
export function executeResolution(
  { Resolutions: to }: Rooms,
  { resolution, motion }: { readonly resolution: bigint; readonly motion: Motion },
): Call {
  const args = [resolution, payloadOf(motion)] as const
  return encodeCall({ contract: 'Resolutions', to, verb: 'execute', args: [...args] })
}
