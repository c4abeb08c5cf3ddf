import { type CompiledDeal, compileDeal } from '../../src/deal/compile.ts'
import type { Deal } from '../../src/deal/deal.ts'
import { adjustDay } from '../../src/domain/businessDay.ts'
import { addDays, addMonths, type Day } from '../../src/domain/dates.ts'
import { licencePeriod } from './terms.ts'

/** The days of one period. */
export type PeriodDays = {
  readonly payment: Day
  /** The period of the licences that is stated and paid for this date. */
  readonly from: Day
  readonly to: Day
  /** Money booked later counts for the next period. */
  readonly cutOff: Day
  readonly sweptBy: Day
  readonly bookedOn: (ordinal: number) => Day
}

export type Calendared = {
  readonly licencesFrom: Day
  readonly licencesTo: Day
  readonly periods: readonly PeriodDays[]
}

/** Days before the payment date on which the period of the licences ends, and on which they are to pay. */
const DUE_DAYS = 15n
const MONTHS = 3

/** The days on which the licences behind a deal are stated and paid. */
export function calendaredOf(deal: Deal): Calendared {
  const compiled = compileDeal(deal)
  const count = deal.dates.filter(({ tail }) => !tail).length
  const [first] = deal.dates
  const ends = addDays(first?.day ?? deal.closing, -DUE_DAYS)
  const licencesFrom = addMonths(addDays(ends, 1n), -MONTHS)
  const periods = deal.dates.map((_, row) => daysOf(compiled, { row, licencesFrom }))
  return { licencesFrom, licencesTo: licencePeriod(licencesFrom, count).to, periods }
}

function daysOf(
  { deal, periods }: CompiledDeal,
  { row, licencesFrom }: { readonly row: number; readonly licencesFrom: Day },
): PeriodDays {
  const payment = deal.dates[row]?.day ?? deal.closing
  const { from, to } = licencePeriod(licencesFrom, row + 1)
  const on = (act: string, otherwise: bigint): Day =>
    periods[row]?.acts.find(one => one.act === act)?.day ?? addDays(payment, otherwise)
  const cutOff = on('transfer', -12n)
  const bookedOn = (ordinal: number): Day => {
    const day = addDays(to, BigInt(ordinal % MONTHS))
    const open =
      deal.calendar === null ? day : adjustDay(day, { convention: 'FOLLOWING', calendar: deal.calendar })
    return earliest(open, cutOff)
  }
  return { payment, from, to, cutOff, sweptBy: on('notice', -8n), bookedOn }
}

function earliest(left: Day, right: Day): Day {
  if (left < right) return left
  return right
}
