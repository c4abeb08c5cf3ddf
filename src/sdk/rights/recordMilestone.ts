import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Milestone, milestoneFields } from './statements.ts'

/** Submits the milestone with the signature of an evaluator of the place of the right; anyone. */
export function recordMilestone(
  { EvaluationBook: to }: Rooms,
  { milestone, signature }: { readonly milestone: Milestone; readonly signature: string },
): Call {
  return encodeCall({
    contract: 'EvaluationBook',
    to,
    verb: 'recordMilestone',
    args: [milestoneFields(milestone), signature],
  })
}
