import {
  addMonths,
  addMonthsEndToEnd,
  civilOf,
  type Day,
  dayFromCivil,
  formatDay,
  isEndOfMonth,
  isLeapYear,
} from './dates.ts'
import { LedgerError } from './errors.ts'

/** Conventions that need only the two dates. */
export type PlainConvention =
  | '1/1'
  | 'ACT/360'
  | 'ACT/364'
  | 'ACT/365F'
  | 'ACT/365.25'
  | 'ACT/365A'
  | 'ACT/366'
  | 'ACT/ACT AFB'
  | 'ACT/ACT ISDA'
  | 'ACT/ACT YEAR'
  | 'NL/360'
  | 'NL/365'
  | '30/360 ISDA'
  | '30/360 PSA'
  | '30/365'
  | '30E/360'
  | '30E/365'
  | '30E+/360'
  | '30U/360'
  | '30U/360 EOM'

/**
 * A day count with what it needs beside the two dates: 30E/360 ISDA spares the last day of February when it
 * is the termination date; ACT/365L looks at the end of the coupon period; ACT/ACT ICMA measures against
 * coupon periods.
 */
export type DayCount =
  | { readonly convention: PlainConvention }
  | { readonly convention: '30E/360 ISDA'; readonly terminationDay?: Day }
  | { readonly convention: 'ACT/365L'; readonly frequencyMonths?: number; readonly periodEnd?: Day }
  | { readonly convention: 'ACT/ACT ICMA'; readonly coupons: Coupons }

/** One regular coupon period. The others follow from it by whole periods, before and after. */
export type Coupons = {
  readonly start: Day
  readonly end: Day
  readonly months: number
  readonly endOfMonth: boolean
}

export type Span = { readonly start: Day; readonly end: Day }

/** An exact part of a year. What a deal freezes per period is this pair, not a rounded quotient. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

export const plainConventions = [
  '1/1',
  'ACT/360',
  'ACT/364',
  'ACT/365F',
  'ACT/365.25',
  'ACT/365A',
  'ACT/366',
  'ACT/ACT AFB',
  'ACT/ACT ISDA',
  'ACT/ACT YEAR',
  'NL/360',
  'NL/365',
  '30/360 ISDA',
  '30/360 PSA',
  '30/365',
  '30E/360',
  '30E/365',
  '30E+/360',
  '30U/360',
  '30U/360 EOM',
] as const satisfies readonly PlainConvention[]

/** The plain convention that a name stands for. */
export function parseConvention(name: string): PlainConvention {
  const known = plainConventions.find(convention => convention === name)
  if (known === undefined) throw new UnknownConventionError(name)
  return known
}

/** The part of a year from `start` to `end` by a convention, exactly. */
export function fractionOf(dayCount: DayCount, span: Span): Fraction {
  if (span.end < span.start) throw new ReversedSpanError(span)
  switch (dayCount.convention) {
    case '30E/360 ISDA':
      return over(
        thirtyDays(span, dates => europeanIsda(dates, dayCount.terminationDay)),
        360n,
      )
    case 'ACT/365L':
      return over(actual(span), yearOf365L(span, dayCount))
    case 'ACT/ACT ICMA':
      return icma(span, dayCount.coupons)
    default:
      return PLAIN[dayCount.convention](span)
  }
}

/** Days from `start` to `end`, the first counted and the last not. */
export function actual({ start, end }: Span): bigint {
  return end - start
}

/** A fraction in lowest terms. */
export function reduced({ numerator, denominator }: Fraction): Fraction {
  const divisor = greatestDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export function addFractions(left: Fraction, right: Fraction): Fraction {
  if (left.numerator === 0n) return right
  if (left.denominator === right.denominator) return over(left.numerator + right.numerator, left.denominator)
  const divisor = greatestDivisor(left.denominator, right.denominator)
  return over(
    left.numerator * (right.denominator / divisor) + right.numerator * (left.denominator / divisor),
    (left.denominator / divisor) * right.denominator,
  )
}

/** Writes a fraction as "91/365", and a whole number without a denominator. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`
}

const PLAIN: { readonly [C in PlainConvention]: (span: Span) => Fraction } = {
  '1/1': () => over(1n, 1n),
  'ACT/360': span => over(actual(span), 360n),
  'ACT/364': span => over(actual(span), 364n),
  'ACT/365F': span => over(actual(span), 365n),
  'ACT/365.25': span => over(4n * actual(span), 1461n),
  'ACT/365A': span => over(actual(span), leapDaysAfterStart(span) > 0n ? 366n : 365n),
  'ACT/366': span => over(actual(span), 366n),
  'ACT/ACT AFB': actualAfb,
  'ACT/ACT ISDA': actualIsda,
  'ACT/ACT YEAR': actualYear,
  'NL/360': span => over(actual(span) - leapDaysAfterStart(span), 360n),
  'NL/365': span => over(actual(span) - leapDaysAfterStart(span), 365n),
  '30/360 ISDA': span => over(thirtyDays(span, bondBasis), 360n),
  '30/360 PSA': span => over(thirtyDays(span, bondMarketAssociation), 360n),
  '30/365': span => over(thirtyDays(span, european), 365n),
  '30E/360': span => over(thirtyDays(span, european), 360n),
  '30E/365': span =>
    over(
      thirtyDays(span, dates => europeanIsda(dates, undefined)),
      365n,
    ),
  '30E+/360': span => over(thirtyDays(span, europeanPlus), 360n),
  '30U/360': span => over(thirtyDays(span, bondBasis), 360n),
  '30U/360 EOM': span => over(thirtyDays(span, unitedStates), 360n),
}

/**
 * Each calendar year by its own length: the days in ordinary years over 365, those in leap years over 366.
 */
function actualIsda({ start, end }: Span): Fraction {
  const [first, last] = [civilOf(start).year, civilOf(end).year]
  const parts = Array.from({ length: last - first + 1 }, (_, index) => first + index).map(year =>
    over(
      held(start, newYear(year + 1), end) - held(start, newYear(year), end),
      isLeapYear(year) ? 366n : 365n,
    ),
  )
  return parts.filter(({ numerator }) => numerator > 0n).reduce(addFractions, over(0n, 365n))
}

/** Whole years counted back from the end; the rest over 366 if 29 February falls in it, else over 365. */
function actualAfb({ start, end }: Span): Fraction {
  const years = wholeYears(count => addMonths(end, -12 * count) >= start)
  const rest = { start, end: addMonths(end, -12 * years) }
  const year = leapDaysFromStart(rest) > 0n ? 366n : 365n
  return over(BigInt(years) * year + actual(rest), year)
}

/** Whole years counted from the start; the rest over the length of the year that begins there. */
function actualYear({ start, end }: Span): Fraction {
  const years = wholeYears(count => addMonths(start, 12 * count) <= end)
  const rest = { start: addMonths(start, 12 * years), end }
  const year = actual({ start: rest.start, end: addMonths(start, 12 * (years + 1)) })
  return over(BigInt(years) * year + actual(rest), year)
}

/** Each coupon period that the span touches gives its share of days, times its part of the year. */
function icma({ start, end }: Span, coupons: Coupons): Fraction {
  let total: Fraction = over(0n, 1n)
  for (let index = firstCoupon(start, coupons); boundary(coupons, index) < end; index += 1) {
    const [from, to] = [boundary(coupons, index), boundary(coupons, index + 1)]
    const days = held(start, to, end) - held(start, from, end)
    total = addFractions(total, over(days * BigInt(coupons.months), (to - from) * 12n))
  }
  return total
}

function firstCoupon(start: Day, coupons: Coupons): number {
  let index = 0
  while (boundary(coupons, index) > start) index -= 1
  while (boundary(coupons, index + 1) <= start) index += 1
  return index
}

/** The coupon date `index` periods after the start of the given regular period. */
function boundary({ start, end, months, endOfMonth }: Coupons, index: number): Day {
  const add = endOfMonth ? addMonthsEndToEnd : addMonths
  return index <= 0 ? add(start, index * months) : add(end, (index - 1) * months)
}

type DaysOfMonth = { readonly first: number; readonly last: number }
type SpanDates = DaysOfMonth & { readonly span: Span }

/**
 * Days of a span in a year of twelve months of thirty days, after `adjust` has moved the days of the month.
 */
function thirtyDays(span: Span, adjust: (dates: SpanDates) => DaysOfMonth): bigint {
  const [from, to] = [civilOf(span.start), civilOf(span.end)]
  const { first, last } = adjust({ span, first: from.dayOfMonth, last: to.dayOfMonth })
  return BigInt(360 * (to.year - from.year) + 30 * (to.month - from.month) + (last - first))
}

function bondBasis({ first, last }: SpanDates): DaysOfMonth {
  const start = Math.min(first, 30)
  return { first: start, last: last === 31 && start === 30 ? 30 : last }
}

function bondMarketAssociation({ span, first, last }: SpanDates): DaysOfMonth {
  const start = first === 31 || isEndOfFebruary(span.start) ? 30 : first
  return { first: start, last: last === 31 && start === 30 ? 30 : last }
}

function unitedStates({ span, first, last }: SpanDates): DaysOfMonth {
  const bothFebruary = isEndOfFebruary(span.start) && isEndOfFebruary(span.end)
  return bondMarketAssociation({ span, first, last: bothFebruary ? 30 : last })
}

function european({ first, last }: SpanDates): DaysOfMonth {
  return { first: Math.min(first, 30), last: Math.min(last, 30) }
}

function europeanIsda({ span, first, last }: SpanDates, terminationDay: Day | undefined): DaysOfMonth {
  const sparesEnd = span.end === terminationDay
  return {
    first: first === 31 || isEndOfFebruary(span.start) ? 30 : first,
    last: last === 31 || (isEndOfFebruary(span.end) && !sparesEnd) ? 30 : last,
  }
}

/** A 31st at the end counts as the first of the next month, which is the thirty-first day of thirty. */
function europeanPlus({ first, last }: SpanDates): DaysOfMonth {
  return { first: Math.min(first, 30), last }
}

function yearOf365L(
  span: Span,
  { frequencyMonths, periodEnd }: { frequencyMonths?: number; periodEnd?: Day },
): bigint {
  const end = periodEnd ?? span.end
  if (frequencyMonths === 12) return leapDaysAfterStart({ start: span.start, end }) > 0n ? 366n : 365n
  return isLeapYear(civilOf(end).year) ? 366n : 365n
}

/** How many 29 Februaries lie after the start and not after the end. */
function leapDaysAfterStart(span: Span): bigint {
  return BigInt(leapDays(span).filter(day => day > span.start && day <= span.end).length)
}

/** How many 29 Februaries lie not before the start and before the end. */
function leapDaysFromStart(span: Span): bigint {
  return BigInt(leapDays(span).filter(day => day >= span.start && day < span.end).length)
}

function leapDays({ start, end }: Span): readonly Day[] {
  const [first, last] = [civilOf(start).year, civilOf(end).year]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter(isLeapYear)
    .map(year => dayFromCivil({ year, month: 2, dayOfMonth: 29 }))
}

function isEndOfFebruary(day: Day): boolean {
  return civilOf(day).month === 2 && isEndOfMonth(day)
}

function wholeYears(fits: (count: number) => boolean): number {
  let years = 0
  while (fits(years + 1)) years += 1
  return years
}

function newYear(year: number): Day {
  return dayFromCivil({ year, month: 1, dayOfMonth: 1 })
}

/** `day`, held between `start` and `end`. */
function held(start: Day, day: Day, end: Day): Day {
  if (day < start) return start
  return day > end ? end : day
}

function over(numerator: bigint, denominator: bigint): Fraction {
  return { numerator, denominator }
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestDivisor(right, left % right)
}

export class UnknownConventionError extends LedgerError {
  override readonly code = 'day-count/unknown-convention'
  readonly given: string

  constructor(given: string) {
    super(`"${given}" is not a day count that needs only two dates`, {
      remedy: `Use one of ${plainConventions.join(', ')}`,
    })
    this.given = given
  }
}

export class ReversedSpanError extends LedgerError {
  override readonly code = 'day-count/reversed-span'
  readonly span: Span

  constructor(span: Span) {
    super(`The span from ${formatDay(span.start)} to ${formatDay(span.end)} runs backwards`, {
      remedy: 'Give the earlier date first',
    })
    this.span = span
  }
}
