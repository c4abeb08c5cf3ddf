import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Accepts that a title also backs another deal; the trustee. It holds when the trustee of the other accepts too. */
export function acceptSharedTitle(
  { RightsDesk: to }: Rooms,
  {
    deal,
    title,
    other,
    documentHash,
  }: { readonly deal: DealId; readonly title: Hash32; readonly other: DealId; readonly documentHash: Hash32 },
): Call {
  return encodeCall({
    contract: 'RightsDesk',
    to,
    verb: 'acceptShared',
    args: [deal, title, other, documentHash],
  })
}
