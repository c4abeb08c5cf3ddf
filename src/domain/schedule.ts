import { type Adjustment, adjustDay } from './businessDay.ts'
import {
  addDays,
  addMonths,
  civilOf,
  type Day,
  dayFromCivil,
  endOfMonth,
  formatDay,
  isEndOfMonth,
  type Weekday,
  weekdayOf,
  weekdays,
  withDayOfMonth,
} from './dates.ts'
import { LedgerError } from './errors.ts'

/** How often dates recur: whole months, whole weeks, or one period for the whole term. */
export type Frequency =
  | { readonly unit: 'months'; readonly count: number }
  | { readonly unit: 'weeks'; readonly count: number }
  | { readonly unit: 'term' }

/**
 * The rule for the day within the month or week. IMM: third Wednesday; IMMAUD: Thursday before the second
 * Friday; IMMNZD: first Wednesday on or after the 9th; SFE: second Friday. A day of the month that a month
 * lacks is its last.
 */
export type RollConvention =
  | { readonly rule: 'NONE' | 'EOM' | 'IMM' | 'IMMAUD' | 'IMMNZD' | 'SFE' }
  | { readonly rule: 'DAY_OF_MONTH'; readonly dayOfMonth: number }
  | { readonly rule: 'DAY_OF_WEEK'; readonly weekday: Weekday }

export const stubConventions = [
  'STUB_NONE',
  'SHORT_INITIAL',
  'LONG_INITIAL',
  'SMART_INITIAL',
  'SHORT_FINAL',
  'LONG_FINAL',
  'SMART_FINAL',
  'STUB_BOTH',
] as const

/**
 * Where the days go that do not fill a regular period. SMART joins a stub of fewer than seven days to its
 * neighbour.
 */
export type StubConvention = (typeof stubConventions)[number]

/**
 * The terms of a schedule. Without a stub convention the term must divide evenly, unless a stated roll date
 * leaves a stub at one end. With `startIsAdjusted` the dates given are business days already, and those from
 * which they were moved are restored.
 */
export type ScheduleTerms = {
  readonly start: Day
  readonly end: Day
  readonly frequency: Frequency
  readonly adjustment: Adjustment
  readonly stub?: StubConvention
  readonly roll?: RollConvention
  readonly firstRegularStart?: Day
  readonly lastRegularEnd?: Day
  readonly startIsAdjusted?: true
}

export type Schedule = {
  readonly roll: RollConvention
  readonly unadjusted: readonly Day[]
  readonly adjusted: readonly Day[]
}

const NO_ROLL: RollConvention = { rule: 'NONE' }
const FEW_DAYS = 7n

/** The boundaries of all periods, before and after their adjustment to business days. */
export function generateSchedule(terms: ScheduleTerms): Schedule {
  requireOrder(terms)
  const restored = restoreDates(terms)
  const roll = effectiveRoll(restored)
  const unadjusted = boundaries(restored, roll)
  const adjusted = unadjusted.map(day => adjustDay(day, terms.adjustment))
  if (terms.startIsAdjusted) adjusted[0] = terms.start
  requireDistinct(terms, unadjusted)
  requireDistinct(terms, adjusted)
  return Object.freeze({ roll, unadjusted: Object.freeze(unadjusted), adjusted: Object.freeze(adjusted) })
}

/** Reads "P3M", "P1Y", "P2W" or "TERM". */
export function parseFrequency(text: string): Frequency {
  if (text === 'TERM') return { unit: 'term' }
  const match = /^P([1-9]\d{0,2})([MYW])$/.exec(text)
  const [, digits = '', unit = ''] = match ?? []
  if (match === null) throw new MalformedFrequencyError(text)
  if (unit === 'W') return { unit: 'weeks', count: Number(digits) }
  return { unit: 'months', count: Number(digits) * (unit === 'Y' ? 12 : 1) }
}

/** Reads "NONE", "EOM", "IMM", "IMMAUD", "IMMNZD", "SFE", "DAY_1" to "DAY_31" or "DAY_MON" to "DAY_SUN". */
export function parseRollConvention(text: string): RollConvention {
  const rule = (['NONE', 'EOM', 'IMM', 'IMMAUD', 'IMMNZD', 'SFE'] as const).find(name => name === text)
  if (rule !== undefined) return { rule }
  const [, name = ''] = /^DAY_(.+)$/.exec(text) ?? []
  const weekday = weekdays.find(candidate => candidate === name)
  if (weekday !== undefined) return { rule: 'DAY_OF_WEEK', weekday }
  if (!/^([1-9]|[12]\d|3[01])$/.test(name)) throw new UnknownRollConventionError(text)
  return onDayOfMonth(Number(name))
}

export function formatRollConvention(roll: RollConvention): string {
  if (roll.rule === 'DAY_OF_MONTH') return `DAY_${roll.dayOfMonth}`
  return roll.rule === 'DAY_OF_WEEK' ? `DAY_${roll.weekday}` : roll.rule
}

type RestoredTerms = ScheduleTerms & { readonly regularStart: Day; readonly regularEnd: Day }

/**
 * Restores the unadjusted dates. By custom a business day that ends a month stands for the end of that month
 * when dates roll at month end; any other rolling day is restored only when the terms say that dates were
 * adjusted.
 */
function restoreDates(terms: ScheduleTerms): RestoredTerms {
  const restore = (day: Day): Day => {
    const applies = terms.roll?.rule === 'EOM' || terms.startIsAdjusted
    if (!applies || terms.roll === undefined) return day
    const rolled = rollDay(day, terms.roll)
    return adjustDay(rolled, terms.adjustment) === day ? rolled : day
  }
  const start = restore(terms.start)
  const end = restore(terms.end)
  const regularStart = terms.firstRegularStart ?? start
  const regularEnd = terms.lastRegularEnd === undefined ? end : restore(terms.lastRegularEnd)
  return { ...terms, start, end, regularStart, regularEnd }
}

/**
 * The roll convention in force: as stated, or read off the dates where none or a mere preference is stated.
 */
function effectiveRoll(terms: RestoredTerms): RollConvention {
  const { frequency, roll = NO_ROLL, stub } = terms
  if (frequency.unit === 'term') return NO_ROLL
  const prefersMonthEnd = roll.rule === 'EOM'
  if (roll.rule !== 'NONE' && !(prefersMonthEnd && stub !== undefined)) return roll
  if (frequency.unit === 'weeks') return { rule: 'DAY_OF_WEEK', weekday: weekdayOf(anchorOf(terms)) }
  return monthEndRoll(terms, prefersMonthEnd) ?? impliedRoll(anchorOf(terms), prefersMonthEnd)
}

/** Without stubs, two dates of which one ends its month agree only if the later day of the month rolls. */
function monthEndRoll(terms: RestoredTerms, prefersMonthEnd: boolean): RollConvention | undefined {
  const { regularStart, regularEnd, stub = 'STUB_NONE' } = terms
  const [from, to] = [civilOf(regularStart), civilOf(regularEnd)]
  const sameDay = from.dayOfMonth === to.dayOfMonth
  const sameMonth = from.year === to.year && from.month === to.month
  if (stub !== 'STUB_NONE' || sameDay || sameMonth) return undefined
  if (!isEndOfMonth(regularStart) && !isEndOfMonth(regularEnd)) return undefined
  return prefersMonthEnd ? { rule: 'EOM' } : onDayOfMonth(Math.max(from.dayOfMonth, to.dayOfMonth))
}

function impliedRoll(day: Day, prefersMonthEnd: boolean): RollConvention {
  return prefersMonthEnd && isEndOfMonth(day) ? { rule: 'EOM' } : onDayOfMonth(civilOf(day).dayOfMonth)
}

/** The date from which regular periods are counted. */
function anchorOf({ stub, regularStart, regularEnd }: RestoredTerms): Day {
  return isInitial(stub) ? regularEnd : regularStart
}

function boundaries(terms: RestoredTerms, roll: RollConvention): Day[] {
  const { start, end, regularStart, regularEnd } = terms
  const [initialStub, finalStub] = [start !== regularStart, end !== regularEnd]
  if (regularEnd === start || regularStart === end) return [start, end]
  if (terms.frequency.unit === 'term') return wholeTerm(terms, initialStub || finalStub)
  const implicit = implicitStub(terms, { initialStub, finalStub })
  const regular = isInitial(implicit) ? rollBack(terms, roll, implicit) : rollForward(terms, roll, implicit)
  return [...(initialStub ? [start] : []), ...regular, ...(finalStub ? [end] : [])]
}

function wholeTerm(terms: RestoredTerms, explicitStubs: boolean): Day[] {
  if (explicitStubs)
    throw new ScheduleError(terms, 'A schedule of one term has no regular period beside its stubs')
  return [terms.start, terms.end]
}

type ExplicitStubs = { readonly initialStub: boolean; readonly finalStub: boolean }

/**
 * The stub convention for what explicit stubs leave over: an explicit stub fulfils the convention that asks
 * for it.
 */
function implicitStub(terms: RestoredTerms, { initialStub, finalStub }: ExplicitStubs): StubConvention {
  const { stub } = terms
  if (stub === undefined) return initialStub || finalStub ? 'STUB_NONE' : stubOfRoll(terms)
  if (stub === 'STUB_BOTH') {
    if (regularIsEmpty(terms) || (initialStub && finalStub)) return 'STUB_NONE'
    throw new ScheduleError(terms, 'Stubs at both ends are wanted, but not both of their dates are given')
  }
  const [wantsInitial, wantsFinal] = [isInitial(stub), stub.endsWith('_FINAL')]
  if ((initialStub && !wantsInitial) || (finalStub && !wantsFinal)) {
    throw new ScheduleError(terms, `The dates state a stub that ${stub} does not allow`)
  }
  return initialStub || finalStub ? 'STUB_NONE' : stub
}

/** A stated roll date at one end only leaves the stub at the other end. */
function stubOfRoll({ roll = NO_ROLL, regularStart, regularEnd }: RestoredTerms): StubConvention {
  if (roll.rule === 'NONE') return 'STUB_NONE'
  if (rollDay(regularStart, roll) === regularStart) return 'SMART_FINAL'
  return rollDay(regularEnd, roll) === regularEnd ? 'SMART_INITIAL' : 'STUB_NONE'
}

function regularIsEmpty({ regularStart, regularEnd }: RestoredTerms): boolean {
  return regularStart === regularEnd
}

function rollBack(terms: RestoredTerms, roll: RollConvention, stub: StubConvention): Day[] {
  const { regularStart, regularEnd } = terms
  requireOnRoll(terms, roll, regularEnd)
  const dates = [regularEnd]
  let day = previousDate(terms.frequency, roll, regularEnd)
  for (; day > regularStart; day = previousDate(terms.frequency, roll, day)) dates.unshift(day)
  const [first] = dates
  if (day !== regularStart && dates.length > 1 && first !== undefined) {
    if (joinsNeighbour(stub, { start: regularStart, end: first })) dates.shift()
  }
  return [regularStart, ...dates]
}

function rollForward(terms: RestoredTerms, roll: RollConvention, stub: StubConvention): Day[] {
  const { regularStart, regularEnd, frequency } = terms
  if (regularIsEmpty(terms)) return [regularStart]
  requireOnRoll(terms, roll, regularStart)
  const dates = [regularStart]
  let day = nextDate(frequency, roll, regularStart)
  for (; day < regularEnd; day = nextDate(frequency, roll, day)) dates.push(day)
  const last = dates.at(-1)
  if (day !== regularEnd && dates.length > 1 && last !== undefined) {
    if (stub === 'STUB_NONE') requirePlainMonths(terms, dates.length)
    else if (joinsNeighbour(stub, { start: last, end: regularEnd })) dates.pop()
  }
  return [...dates, regularEnd]
}

/**
 * Month end is a preference: a date that plain months reach is no stub, although month end would be a day
 * later.
 */
function requirePlainMonths(terms: RestoredTerms, periods: number): void {
  const { frequency, regularStart, regularEnd, roll } = terms
  const months = frequency.unit === 'months' ? frequency.count * periods : 0
  if (roll?.rule === 'EOM' && addMonths(regularStart, months) === regularEnd) return
  throw new ScheduleError(terms, 'The term does not divide into whole periods')
}

function joinsNeighbour(stub: StubConvention, { start, end }: { start: Day; end: Day }): boolean {
  return stub.startsWith('LONG') || (stub.startsWith('SMART') && end - start < FEW_DAYS)
}

function isInitial(stub: StubConvention | undefined): boolean {
  return stub?.endsWith('_INITIAL') ?? false
}

function nextDate(frequency: Frequency, roll: RollConvention, day: Day): Day {
  return rollDay(shifted(frequency, day, 1), roll)
}

function previousDate(frequency: Frequency, roll: RollConvention, day: Day): Day {
  return rollDay(shifted(frequency, day, -1), roll)
}

function shifted(frequency: Frequency, day: Day, sign: 1 | -1): Day {
  if (frequency.unit === 'months') return addMonths(day, sign * frequency.count)
  return addDays(day, BigInt(sign * (frequency.unit === 'weeks' ? 7 * frequency.count : 0)))
}

/** The date of the same month, or the next of that weekday, which a roll convention asks for. */
export function rollDay(day: Day, roll: RollConvention): Day {
  switch (roll.rule) {
    case 'NONE':
      return day
    case 'EOM':
      return endOfMonth(day)
    case 'DAY_OF_MONTH':
      return withDayOfMonth(day, roll.dayOfMonth)
    case 'DAY_OF_WEEK':
      return onOrAfter(day, roll.weekday)
    case 'IMM':
      return onOrAfter(dayOfSameMonth(day, 15), 'WED')
    case 'IMMAUD':
      return addDays(onOrAfter(dayOfSameMonth(day, 8), 'FRI'), -1n)
    case 'IMMNZD':
      return onOrAfter(dayOfSameMonth(day, 9), 'WED')
    case 'SFE':
      return onOrAfter(dayOfSameMonth(day, 8), 'FRI')
    default:
      return roll satisfies never
  }
}

function dayOfSameMonth(day: Day, dayOfMonth: number): Day {
  return dayFromCivil({ ...civilOf(day), dayOfMonth })
}

function onOrAfter(day: Day, weekday: Weekday): Day {
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(day)) + 7) % 7
  return addDays(day, BigInt(ahead))
}

function onDayOfMonth(dayOfMonth: number): RollConvention {
  return dayOfMonth === 31 ? { rule: 'EOM' } : { rule: 'DAY_OF_MONTH', dayOfMonth }
}

function requireOrder(terms: ScheduleTerms): void {
  const { start, end, firstRegularStart = start, lastRegularEnd = end } = terms
  const ordered = start < end && start <= firstRegularStart && lastRegularEnd <= end
  if (!ordered || firstRegularStart > lastRegularEnd)
    throw new ScheduleError(terms, 'The dates are not in order')
}

function requireOnRoll(terms: RestoredTerms, roll: RollConvention, day: Day): void {
  if (rollDay(day, roll) === day) return
  throw new ScheduleError(
    terms,
    `${formatDay(day)} does not agree with the roll ${formatRollConvention(roll)}`,
  )
}

function requireDistinct(terms: ScheduleTerms, days: readonly Day[]): void {
  if (new Set(days).size === days.length) return
  throw new ScheduleError(terms, 'Two boundaries fall on one day')
}

export class ScheduleError extends LedgerError {
  override readonly code = 'schedule/impossible'
  readonly terms: ScheduleTerms

  constructor(terms: ScheduleTerms, fact: string) {
    super(`${fact} (${formatDay(terms.start)} to ${formatDay(terms.end)})`, {
      remedy: 'Change the dates, name a stub convention or give the regular start and end',
    })
    this.terms = terms
  }
}

export class MalformedFrequencyError extends LedgerError {
  override readonly code = 'schedule/malformed-frequency'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not a frequency`, { remedy: 'Write P1M, P3M, P6M, P1Y, P2W … or TERM' })
    this.text = text
  }
}

export class UnknownRollConventionError extends LedgerError {
  override readonly code = 'schedule/unknown-roll'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not a roll convention`, {
      remedy: 'Use NONE, EOM, IMM, IMMAUD, IMMNZD, SFE, DAY_1 to DAY_31 or DAY_MON to DAY_SUN',
    })
    this.text = text
  }
}
