import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { encodeText } from '../../chain/text32.ts'
import type { Day } from '../../domain/dates.ts'
import { ordinalOf, type RegistrationKind, registrationKinds } from '../../domain/enumerations.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Records what the office of a title registered; the owner or an evaluator of the place. */
export function recordRegistration(
  { TitleRegistry: to }: Rooms,
  {
    title,
    kind,
    number,
    day,
    evidence,
  }: {
    readonly title: Hash32
    readonly kind: RegistrationKind
    readonly number: string
    readonly day: Day
    readonly evidence: Hash32
  },
): Call {
  return encodeCall({
    contract: 'TitleRegistry',
    to,
    verb: 'recordRegistration',
    args: [title, ordinalOf(registrationKinds, kind), { number: encodeText(number), day }, evidence],
  })
}
