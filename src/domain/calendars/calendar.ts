import { civilOf, type Day, isWeekend, parseDay } from '../dates.ts'
import { LedgerError } from '../errors.ts'
import type { DayRuns, HolidayYear, MainlandYear } from './calendarYear.ts'
import { hongKongYears } from './hongKong.ts'
import { macaoYears } from './macao.ts'
import { mainlandYears } from './mainland.ts'

export type CalendarName = 'CN-interbank' | 'CN-SSE' | 'HK' | 'MO' | 'SAT_SUN'

export const calendarNames: readonly CalendarName[] = ['CN-interbank', 'CN-SSE', 'HK', 'MO', 'SAT_SUN']

/** One calendar or several joined; a business day of the whole is one of every part. */
export type Calendar = { readonly name: string; readonly parts: readonly CalendarName[] }

/**
 * What a calendar says of a day. `provisional`: a part of the calendar has no published list for that year,
 * so only its weekends are known. `halfDay`: banks of a part close at noon; the day is still a business day.
 */
export type DayStanding = {
  readonly businessDay: boolean
  readonly provisional: boolean
  readonly halfDay: boolean
}

/** The years for which a calendar's law is known; none bound the bare weekend. */
export type PublishedYears = { readonly first: number; readonly last: number }

type Book = {
  readonly published: PublishedYears | undefined
  readonly closed: ReadonlySet<bigint>
  readonly openWeekends: ReadonlySet<bigint>
  readonly halfDays: ReadonlySet<bigint>
}

const NO_DAYS: ReadonlySet<bigint> = new Set()

const BOOKS: { readonly [Name in CalendarName]: Book } = {
  'CN-interbank': {
    published: publishedBy(mainlandYears),
    closed: daysIn(mainlandYears, ({ daysOff }) => daysOff),
    openWeekends: daysIn(mainlandYears, ({ makeUpDays }) => makeUpDays),
    halfDays: NO_DAYS,
  },
  'CN-SSE': {
    published: publishedBy(mainlandYears),
    closed: daysIn(mainlandYears, ({ exchangeClosed }) => exchangeClosed),
    openWeekends: NO_DAYS,
    halfDays: NO_DAYS,
  },
  HK: holidayBook(hongKongYears),
  MO: holidayBook(macaoYears),
  SAT_SUN: { published: undefined, closed: NO_DAYS, openWeekends: NO_DAYS, halfDays: NO_DAYS },
}

/** The calendar of a name such as "CN-SSE" or "CN-interbank+HK+MO". */
export function parseCalendar(name: string): Calendar {
  const parts = name.split('+').map(part => {
    const known = calendarNames.find(candidate => candidate === part)
    if (known === undefined) throw new UnknownCalendarError(name)
    return known
  })
  return joinCalendars(parts)
}

/** The calendar in which a day is a business day only if it is one in every part. */
export function joinCalendars(parts: readonly CalendarName[]): Calendar {
  const distinct = [...new Set(parts)]
  if (distinct.length === 0) throw new UnknownCalendarError('')
  return Object.freeze({ name: distinct.join('+'), parts: Object.freeze(distinct) })
}

export function standingOf(calendar: Calendar, day: Day): DayStanding {
  const standings = calendar.parts.map(part => standingIn(BOOKS[part], day))
  return {
    businessDay: standings.every(({ businessDay }) => businessDay),
    provisional: standings.some(({ provisional }) => provisional),
    halfDay: standings.some(({ halfDay }) => halfDay),
  }
}

export function isBusinessDay(calendar: Calendar, day: Day): boolean {
  return standingOf(calendar, day).businessDay
}

/** The years that every part of a calendar has published; `undefined` if no part depends on a list. */
export function publishedYears(calendar: Calendar): PublishedYears | undefined {
  const bounds = calendar.parts.flatMap(part => BOOKS[part].published ?? [])
  if (bounds.length === 0) return undefined
  return {
    first: Math.max(...bounds.map(({ first }) => first)),
    last: Math.min(...bounds.map(({ last }) => last)),
  }
}

function standingIn({ published, closed, openWeekends, halfDays }: Book, day: Day): DayStanding {
  const { year } = civilOf(day)
  const open = isWeekend(day) ? openWeekends.has(day) : !closed.has(day)
  return {
    businessDay: open,
    provisional: published !== undefined && (year < published.first || year > published.last),
    halfDay: open && halfDays.has(day),
  }
}

function holidayBook(years: readonly HolidayYear[]): Book {
  const named = years.flatMap(({ year, holidays }) =>
    Object.entries(holidays).map(([date, name]) => ({ day: parseDay(`${year}-${date}`), name })),
  )
  const isHalf = ({ name }: { readonly name: string }): boolean => name.includes('(Afternoon)')
  return {
    published: publishedBy(years),
    closed: new Set(named.filter(holiday => !isHalf(holiday)).map(({ day }) => day)),
    openWeekends: NO_DAYS,
    halfDays: new Set(named.filter(isHalf).map(({ day }) => day)),
  }
}

function daysIn(years: readonly MainlandYear[], runsOf: (row: MainlandYear) => DayRuns): ReadonlySet<bigint> {
  return new Set(
    years.flatMap(row =>
      runsOf(row).flatMap(run => run.split(' ').map(date => parseDay(`${row.year}-${date}`))),
    ),
  )
}

function publishedBy(years: readonly { readonly year: number }[]): PublishedYears {
  const numbers = years.map(({ year }) => year)
  return { first: Math.min(...numbers), last: Math.max(...numbers) }
}

export class UnknownCalendarError extends LedgerError {
  override readonly code = 'calendar/unknown'
  readonly given: string

  constructor(given: string) {
    super(`"${given}" is not a calendar`, {
      remedy: `Name one of ${calendarNames.join(', ')}, or several joined by "+"`,
    })
    this.given = given
  }
}
