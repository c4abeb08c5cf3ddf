import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type DealEventKind, dealEventKinds, ordinalOf } from '../../domain/enumerations.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Raises a fact about a deal; trustee or manager. */
export function raiseDealEvent(
  { CollectionOracle: to }: Rooms,
  {
    deal,
    kind,
    documentHash,
  }: { readonly deal: DealId; readonly kind: DealEventKind; readonly documentHash: Hash32 },
): Call {
  return encodeCall({
    contract: 'CollectionOracle',
    to,
    verb: 'raise',
    args: [deal, ordinalOf(dealEventKinds, kind), documentHash],
  })
}
