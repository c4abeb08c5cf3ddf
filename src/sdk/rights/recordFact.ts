import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { RightId } from '../../domain/ids.ts'
import { type Fact, factFields } from './fact.ts'

/** Records a fact about a right that backs no deal; an evaluator of its place. */
export function recordFact(
  { RightsRegistry: to }: Rooms,
  { right, fact }: { readonly right: RightId; readonly fact: Fact },
): Call {
  return encodeCall({ contract: 'RightsRegistry', to, verb: 'recordFact', args: [right, factFields(fact)] })
}
