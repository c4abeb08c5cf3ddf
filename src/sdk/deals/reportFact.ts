import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, RightId } from '../../domain/ids.ts'
import { type Fact, factFields } from '../rights/fact.ts'

/** Records a fact about a right that backs the deal; its manager or trustee. */
export function reportFact(
  { RightsDesk: to }: Rooms,
  { deal, right, fact }: { readonly deal: DealId; readonly right: RightId; readonly fact: Fact },
): Call {
  return encodeCall({ contract: 'RightsDesk', to, verb: 'report', args: [deal, right, factFields(fact)] })
}
