import { type Calendar, isBusinessDay, standingOf } from './calendars/calendar.ts'
import { addDays, civilOf, type Day, formatDay, weekdayOf } from './dates.ts'
import { LedgerError } from './errors.ts'

export const businessDayConventions = [
  'NO_ADJUST',
  'FOLLOWING',
  'MODIFIED_FOLLOWING',
  'MODIFIED_FOLLOWING_BI_MONTHLY',
  'PRECEDING',
  'MODIFIED_PRECEDING',
  'NEAREST',
] as const

/** How a date that is no business day is moved to one. */
export type BusinessDayConvention = (typeof businessDayConventions)[number]

export type Adjustment = { readonly convention: BusinessDayConvention; readonly calendar: Calendar }

export function parseBusinessDayConvention(name: string): BusinessDayConvention {
  const known = businessDayConventions.find(convention => convention === name)
  if (known === undefined) throw new UnknownBusinessDayConventionError(name)
  return known
}

/** The business day on which a date falls by a convention; a business day stays where it is. */
export function adjustDay(day: Day, { convention, calendar }: Adjustment): Day {
  switch (convention) {
    case 'NO_ADJUST':
      return day
    case 'FOLLOWING':
      return following(day, calendar)
    case 'MODIFIED_FOLLOWING':
      return unless(
        following(day, calendar),
        moved => leavesMonth(day, moved),
        () => preceding(day, calendar),
      )
    case 'MODIFIED_FOLLOWING_BI_MONTHLY':
      return unless(
        following(day, calendar),
        moved => leavesHalfMonth(day, moved),
        () => preceding(day, calendar),
      )
    case 'PRECEDING':
      return preceding(day, calendar)
    case 'MODIFIED_PRECEDING':
      return unless(
        preceding(day, calendar),
        moved => leavesMonth(day, moved),
        () => following(day, calendar),
      )
    case 'NEAREST':
      return ['SUN', 'MON'].includes(weekdayOf(day)) ? following(day, calendar) : preceding(day, calendar)
    default:
      return convention satisfies never
  }
}

/**
 * The day that lies `count` business days after `day` (before it, when negative). Zero leaves a business day
 * where it is and refuses any other.
 */
export function addBusinessDays(day: Day, { count, calendar }: { count: number; calendar: Calendar }): Day {
  if (count === 0) return requireBusinessDay(day, calendar)
  const step = count < 0 ? -1n : 1n
  let moved = day
  for (let left = Math.abs(count); left > 0; left -= 1)
    moved = nextOpen(addDays(moved, step), { step, calendar })
  return moved
}

export function requireBusinessDay(day: Day, calendar: Calendar): Day {
  if (!isBusinessDay(calendar, day)) throw new NotBusinessDayError(day, calendar)
  return day
}

/** How many business days lie after `start` and not after `end`. */
export function businessDaysBetween(calendar: Calendar, { start, end }: { start: Day; end: Day }): number {
  let count = 0
  for (let day = addDays(start, 1n); day <= end; day = addDays(day, 1n))
    if (isBusinessDay(calendar, day)) count += 1
  return count
}

function following(day: Day, calendar: Calendar): Day {
  return nextOpen(day, { step: 1n, calendar })
}

function preceding(day: Day, calendar: Calendar): Day {
  return nextOpen(day, { step: -1n, calendar })
}

function nextOpen(day: Day, { step, calendar }: { step: 1n | -1n; calendar: Calendar }): Day {
  let open = day
  while (!isBusinessDay(calendar, open)) open = addDays(open, step)
  return open
}

function unless(moved: Day, refused: (moved: Day) => boolean, other: () => Day): Day {
  return refused(moved) ? other() : moved
}

function leavesMonth(day: Day, moved: Day): boolean {
  return civilOf(day).month !== civilOf(moved).month
}

/** Whether a move crosses the end of the month or its middle, between the 15th and the 16th. */
function leavesHalfMonth(day: Day, moved: Day): boolean {
  return leavesMonth(day, moved) || civilOf(day).dayOfMonth <= 15 !== civilOf(moved).dayOfMonth <= 15
}

export class UnknownBusinessDayConventionError extends LedgerError {
  override readonly code = 'calendar/unknown-convention'
  readonly given: string

  constructor(given: string) {
    super(`"${given}" is not a business day convention`, {
      remedy: `Use one of ${businessDayConventions.join(', ')}`,
    })
    this.given = given
  }
}

export class NotBusinessDayError extends LedgerError {
  override readonly code = 'calendar/not-business-day'
  readonly day: Day
  readonly calendar: Calendar

  constructor(day: Day, calendar: Calendar) {
    const known = standingOf(calendar, day).provisional
      ? ', of which only weekends are known in that year'
      : ''
    super(`${formatDay(day)} is not a business day of ${calendar.name}${known}`, {
      remedy: "Move it by the deal's business day convention",
    })
    this.day = day
    this.calendar = calendar
  }
}
