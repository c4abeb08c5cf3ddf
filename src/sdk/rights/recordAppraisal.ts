import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Appraisal, appraisalFields } from './statements.ts'

/** Submits the appraisal with the signature of an evaluator of the place of the right; anyone. */
export function recordAppraisal(
  { EvaluationBook: to }: Rooms,
  { appraisal, signature }: { readonly appraisal: Appraisal; readonly signature: string },
): Call {
  return encodeCall({
    contract: 'EvaluationBook',
    to,
    verb: 'recordAppraisal',
    args: [appraisalFields(appraisal), signature],
  })
}
