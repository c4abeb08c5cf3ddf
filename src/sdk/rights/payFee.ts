import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Records an annual fee and the day of the next, none after the last; the owner or an evaluator of the place. */
export function payFee(
  { TitleRegistry: to }: Rooms,
  {
    title,
    paidDay,
    nextDueDay,
    evidence,
  }: {
    readonly title: Hash32
    readonly paidDay: Day
    readonly nextDueDay: Day | undefined
    readonly evidence: Hash32
  },
): Call {
  return encodeCall({
    contract: 'TitleRegistry',
    to,
    verb: 'payFee',
    args: [title, paidDay, nextDueDay ?? 0n, evidence],
  })
}
