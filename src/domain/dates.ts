import { LedgerError } from './errors.ts'
import type { Brand } from './ids.ts'

/** Days since 1970-01-01 as people in UTC+8 count them: a date of business, never a moment. */
export type Day = Brand<bigint, 'Day'>

/**
 * A date of the Gregorian calendar. Years, months and days of the month are small counts, hence plain
 * numbers.
 */
export type CivilDate = { readonly year: number; readonly month: number; readonly dayOfMonth: number }

export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN'

export const weekdays: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const EAST_EIGHT_SECONDS = 28_800n
const SECONDS_PER_DAY = 86_400n

/** Reads "2026-06-22". Only real dates of the years 1900 to 2199 are accepted. */
export function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) throw new MalformedDateError(text)
  const [year = 0, month = 0, dayOfMonth = 0] = match.slice(1).map(Number)
  const real = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && dayOfMonth >= 1
  if (!real || dayOfMonth > lengthOfMonth(year, month)) throw new MalformedDateError(text)
  return dayFromCivil({ year, month, dayOfMonth })
}

/** Writes a day as "2026-06-22". */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civilOf(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

/** The day of a count since 1970-01-01, as read from the chain. */
export function dayFrom(count: bigint): Day {
  if (!isDay(count)) throw new DayOutOfBoundsError(count)
  return count
}

/** The business date in UTC+8 of a moment given in seconds since 1970-01-01T00:00Z. */
export function dayAt(seconds: bigint): Day {
  return dayFrom((seconds + EAST_EIGHT_SECONDS) / SECONDS_PER_DAY)
}

/** The moment, in seconds, at which a day begins in UTC+8. */
export function startOfDay(day: Day): bigint {
  return day * SECONDS_PER_DAY - EAST_EIGHT_SECONDS
}

/** A moment in seconds as the clocks of the three places show it: "2026-11-25 17:30". */
export function formatMoment(seconds: bigint): string {
  const day = dayAt(seconds)
  const minutes = (seconds - startOfDay(day)) / 60n
  const [hour, minute] = [minutes / 60n, minutes % 60n].map(part => part.toString().padStart(2, '0'))
  return `${formatDay(day)} ${hour}:${minute}`
}

/** The civil date of a day, by counting in eras of 400 years that begin on 1 March. */
export function civilOf(day: Day): CivilDate {
  const shifted = Number(day) + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth }
}

export function dayFromCivil({ year, month, dayOfMonth }: CivilDate): Day {
  const yearFromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return dayFrom(BigInt(era * 146_097 + dayOfEra - 719_468))
}

export function weekdayOf(day: Day): Weekday {
  const sinceMonday = (((day + 3n) % 7n) + 7n) % 7n
  const weekday = weekdays[Number(sinceMonday)]
  if (weekday === undefined) throw new DayOutOfBoundsError(day)
  return weekday
}

export function isWeekend(day: Day): boolean {
  return ['SAT', 'SUN'].includes(weekdayOf(day))
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isEndOfMonth(day: Day): boolean {
  const { year, month, dayOfMonth } = civilOf(day)
  return dayOfMonth === lengthOfMonth(year, month)
}

export function endOfMonth(day: Day): Day {
  return withDayOfMonth(day, 31)
}

/** The same month's day `dayOfMonth`, or its last day where the month is shorter. */
export function withDayOfMonth(day: Day, dayOfMonth: number): Day {
  const { year, month } = civilOf(day)
  return dayFromCivil({ year, month, dayOfMonth: Math.min(dayOfMonth, lengthOfMonth(year, month)) })
}

export function addDays(day: Day, days: bigint): Day {
  return dayFrom(day + days)
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilOf(day)
  const count = year * 12 + (month - 1) + months
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  return dayFromCivil({
    ...target,
    dayOfMonth: Math.min(dayOfMonth, lengthOfMonth(target.year, target.month)),
  })
}

/** As `addMonths`, but the last day of a month stays the last day of its month. */
export function addMonthsEndToEnd(day: Day, months: number): Day {
  const moved = addMonths(day, months)
  return isEndOfMonth(day) ? endOfMonth(moved) : moved
}

function padded(count: number, width: number): string {
  return count.toString().padStart(width, '0')
}

const FIRST_DAY = -25_567n
const LAST_DAY = 84_005n

function isDay(count: bigint): count is Day {
  return count >= FIRST_DAY && count <= LAST_DAY
}

export class MalformedDateError extends LedgerError {
  override readonly code = 'date/malformed'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not a date`, {
      remedy: `Write YYYY-MM-DD, a real date of the years ${FIRST_YEAR} to ${LAST_YEAR}`,
    })
    this.text = text
  }
}

export class DayOutOfBoundsError extends LedgerError {
  override readonly code = 'date/out-of-bounds'
  readonly count: bigint

  constructor(count: bigint) {
    super(`Day ${count} lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}`, {
      remedy: 'Give days since 1970-01-01, not seconds or milliseconds',
    })
    this.count = count
  }
}
