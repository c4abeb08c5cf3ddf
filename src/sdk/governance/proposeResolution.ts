import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'
import { type Motion, motionFields } from './motion.ts'

/** Puts a motion to the holders of a live deal; the trustee or the manager. The document is the invitation. */
export function proposeResolution(
  { Resolutions: to }: Rooms,
  {
    deal,
    motion,
    documentHash,
  }: { readonly deal: DealId; readonly motion: Motion; readonly documentHash: Hash32 },
): Call {
  const args = [deal, ...motionFields(motion), documentHash] as const
  return encodeCall({ contract: 'Resolutions', to, verb: 'propose', args: [...args] })
}
