import { addBusinessDays } from '../domain/businessDay.ts'
import { addDays, type Day } from '../domain/dates.ts'
import { parseOffset } from '../domain/paymentCalendar.ts'
import type { Deal, PaymentDate } from './deal.ts'

/** One act of a period on its day: transfer is the cut-off, record the record date. */
export type Act = { readonly act: string; readonly day: Day; readonly who: string | null }

/** The day of each act around a payment date; without a calendar every day counts. */
export function actsOf({ file, calendar }: Deal, { day }: PaymentDate): readonly Act[] {
  const dated = file.periodCalendar.filter(({ at }) => at !== 'monthly')
  return dated.map(({ act, at, who = null }) => {
    const count = parseOffset(at)
    const on = calendar === null ? addDays(day, BigInt(count)) : addBusinessDays(day, { count, calendar })
    return { act, day: on, who }
  })
}
