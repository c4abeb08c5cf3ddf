import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, RightId } from '../../domain/ids.ts'

/** Records a new appraisal; an evaluator of the jurisdiction of the right. */
export function appraiseRight(
  { RightsRegistry: to }: Rooms,
  {
    right,
    value,
    validUntil,
    evidence,
  }: {
    readonly right: RightId
    readonly value: bigint
    readonly validUntil: bigint
    readonly evidence: Hash32
  },
): Call {
  return encodeCall({
    contract: 'RightsRegistry',
    to,
    verb: 'appraise',
    args: [right, value, validUntil, evidence],
  })
}
