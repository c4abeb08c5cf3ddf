import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, RightId } from '../../domain/ids.ts'

/** Records a new evaluation of readiness; an evaluator of the jurisdiction of the right. */
export function evaluateRight(
  { RightsRegistry: to }: Rooms,
  { right, trl, evidence }: { readonly right: RightId; readonly trl: number; readonly evidence: Hash32 },
): Call {
  return encodeCall({ contract: 'RightsRegistry', to, verb: 'evaluate', args: [right, trl, evidence] })
}
