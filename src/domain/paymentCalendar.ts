import { addBusinessDays, requireBusinessDay } from './businessDay.ts'
import { type Calendar, standingOf } from './calendars/calendar.ts'
import type { Day } from './dates.ts'
import { LedgerError } from './errors.ts'

/** One act of a period and its distance from the payment date T, in business days of the deal's calendar. */
export type Offset = { readonly act: string; readonly offset: number }

export type DatedAct = Offset & {
  readonly day: Day
  /** The list of holidays for that year is not published yet: the date may move with the next notice. */
  readonly provisional: boolean
}

/** The acts of a period as the market does them; a deal states its own list. */
export const customaryOffsets: readonly Offset[] = [
  { act: 'transfer', offset: -8 },
  { act: 'report', offset: -7 },
  { act: 'notice', offset: -6 },
  { act: 'guarantee', offset: -5 },
  { act: 'calculate', offset: -4 },
  { act: 'publish', offset: -3 },
  { act: 'instruct', offset: -2 },
  { act: 'record', offset: -1 },
  { act: 'pay', offset: 0 },
  { act: 'reconcile', offset: 1 },
]

/** The day of each act around a payment date, which must itself be a business day of the calendar. */
export function datePeriod(
  paymentDay: Day,
  { calendar, offsets }: { readonly calendar: Calendar; readonly offsets: readonly Offset[] },
): readonly DatedAct[] {
  requireBusinessDay(paymentDay, calendar)
  return offsets.map(({ act, offset }) => {
    const day = addBusinessDays(paymentDay, { count: offset, calendar })
    return Object.freeze({ act, offset, day, provisional: standingOf(calendar, day).provisional })
  })
}

/** Reads "T", "T-8" or "T+1". */
export function parseOffset(text: string): number {
  const match = /^T(?:([+-])([1-9]\d?))?$/.exec(text)
  if (match === null) throw new MalformedOffsetError(text)
  const [, sign = '+', days = '0'] = match
  return sign === '-' ? -Number(days) : Number(days)
}

export class MalformedOffsetError extends LedgerError {
  override readonly code = 'schedule/malformed-offset'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not a distance from the payment date`, {
      remedy: 'Write T, T-8 or T+1, in business days',
    })
    this.text = text
  }
}
