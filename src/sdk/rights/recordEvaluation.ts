import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Evaluation, evaluationFields } from './statements.ts'

/** Submits the evaluation with the signature of an evaluator of the place of the right; anyone. */
export function recordEvaluation(
  { EvaluationBook: to }: Rooms,
  { evaluation, signature }: { readonly evaluation: Evaluation; readonly signature: string },
): Call {
  return encodeCall({
    contract: 'EvaluationBook',
    to,
    verb: 'recordEvaluation',
    args: [evaluationFields(evaluation), signature],
  })
}
