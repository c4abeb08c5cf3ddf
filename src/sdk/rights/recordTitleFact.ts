import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import { type IpEventKind, ipEventKinds, ordinalOf } from '../../domain/enumerations.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Records a fact about a title on which no claim rests; an evaluator of its place. */
export function recordTitleFact(
  { TitleRegistry: to }: Rooms,
  {
    title,
    kind,
    day,
    documentHash,
  }: { readonly title: Hash32; readonly kind: IpEventKind; readonly day: Day; readonly documentHash: Hash32 },
): Call {
  return encodeCall({
    contract: 'TitleRegistry',
    to,
    verb: 'recordFact',
    args: [title, ordinalOf(ipEventKinds, kind), day, documentHash],
  })
}
