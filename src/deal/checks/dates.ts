import { adjustDay } from '../../domain/businessDay.ts'
import { type Calendar, joinCalendars, standingOf } from '../../domain/calendars/calendar.ts'
import { addMonths, type Day, formatDay, parseDay } from '../../domain/dates.ts'
import type { ProblemCollector } from '../../domain/errors.ts'
import type { PaymentDate } from '../deal.ts'
import type { DealFile } from '../schema/deal.ts'

const USUAL_TAIL_MONTHS = 3

export type DealDates = {
  readonly calendar: Calendar | null
  readonly closing: Day
  readonly accrualStart: Day
  readonly legalFinal: Day
  readonly dates: readonly PaymentDate[]
}

/** The dates of a deal, or `undefined` with the faults noted. */
export function readDates(file: DealFile, problems: ProblemCollector): DealDates | undefined {
  const day = (path: string, text: string): Day | undefined =>
    problems.attempt({ path, value: text }, () => parseDay(text))
  const closing = day('/closingDate', file.closingDate)
  const accrualStart = day('/accrualStart', file.accrualStart ?? file.closingDate)
  const legalFinal = day('/legalFinal', file.legalFinal)
  const payments = file.periods.map(({ payment }, position) => day(`/periods/${position}/payment`, payment))
  checkOtherDates(file, problems)
  if (closing === undefined || accrualStart === undefined || legalFinal === undefined) return undefined
  if (!payments.every(isThere)) return undefined
  const calendar = file.calendars.length === 0 ? null : joinCalendars(file.calendars)
  const latest = checkLegalFinal({ closing, legalFinal, problems }) ? legalFinal : undefined
  checkOrder({ problems, accrualStart, latest, payments })
  checkClosing({ closing, first: payments[0], problems })
  if (calendar !== null) checkBusinessDays({ calendar, payments, problems })
  checkInstalmentDates(file, problems)
  const dates = [
    ...payments.map((payment, position) => ({
      day: payment,
      baseline: BigInt(file.periods[position]?.baseline ?? '0'),
      tail: false,
      provisional: isProvisional(calendar, payment),
    })),
    ...tailOf({ file, calendar, last: payments.at(-1) ?? closing, legalFinal }),
  ]
  return { calendar, closing, accrualStart, legalFinal, dates }
}

/** Dates that the schema lets pass although no calendar has them, such as 2026-02-30. */
function checkOtherDates(file: DealFile, problems: ProblemCollector): void {
  const dates = [
    ...file.tranches.flatMap(({ resets = [], stepUp, expectedMaturity, amortisation }, position) => {
      const at = `/tranches/${position}`
      return [
        ...resets.map(({ from }, index) => [`${at}/resets/${index}/from`, from] as const),
        [`${at}/stepUp/from`, stepUp?.from] as const,
        [`${at}/expectedMaturity`, expectedMaturity] as const,
        ...(amortisation.kind === 'schedule' ? amortisation.instalments : []).map(
          ({ date }, index) => [`${at}/amortisation/instalments/${index}/date`, date] as const,
        ),
        ...(amortisation.kind === 'target' ? amortisation.balances : []).map(
          ({ date }, index) => [`${at}/amortisation/balances/${index}/date`, date] as const,
        ),
      ]
    }),
    ...file.triggers.flatMap(({ when }, position) =>
      when.map((condition, index) => {
        const path = `/triggers/${position}/when/${index}/date`
        return [path, condition.kind === 'dateReached' ? condition.date : undefined] as const
      }),
    ),
  ]
  for (const [path, value] of dates) {
    if (value !== undefined) problems.attempt({ path, value }, () => parseDay(value))
  }
  checkResets(file, problems)
}

function checkResets({ tranches }: DealFile, problems: ProblemCollector): void {
  tranches.forEach(({ resets = [] }, position) => {
    resets.forEach(({ from }, index) => {
      if (resets.findIndex(reset => reset.from === from) === index) return
      problems.note({
        path: `/tranches/${position}/resets/${index}/from`,
        value: from,
        message: 'Two rates begin on this date',
        remedy: 'Keep one of them',
      })
    })
  })
}

type Ends = { readonly closing: Day; readonly legalFinal: Day; readonly problems: ProblemCollector }

/** Whether a deal closes before its legal final; otherwise no payment date could come between them. */
function checkLegalFinal({ closing, legalFinal, problems }: Ends): boolean {
  if (legalFinal > closing) return true
  problems.note({
    path: '/legalFinal',
    value: formatDay(legalFinal),
    message: `Legal final does not come after /closingDate, ${formatDay(closing)}`,
    remedy: 'Move legal final behind the last payment date, or the closing date',
  })
  return false
}

type Order = {
  readonly problems: ProblemCollector
  readonly accrualStart: Day
  /** Legal final, where it makes sense. */
  readonly latest: Day | undefined
  readonly payments: readonly Day[]
}

function checkOrder({ problems, accrualStart, latest, payments }: Order): void {
  payments.forEach((payment, position) => {
    const before = position === 0 ? accrualStart : payments[position - 1]
    if (before !== undefined && payment <= before) {
      problems.note({
        path: `/periods/${position}/payment`,
        value: formatDay(payment),
        message: `The date does not come after ${formatDay(before)}`,
        remedy: 'Put the payment dates in order, each once, after the first day of interest',
      })
    }
    if (latest !== undefined && payment > latest) {
      problems.note({
        path: `/periods/${position}/payment`,
        value: formatDay(payment),
        message: `The date comes after legal final, ${formatDay(latest)}`,
        remedy: 'Move the date, or /legalFinal',
      })
    }
  })
}

type Closing = {
  readonly closing: Day
  readonly first: Day | undefined
  readonly problems: ProblemCollector
}

/** Interest may run from before closing; nothing is paid before it. */
function checkClosing({ closing, first, problems }: Closing): void {
  if (first === undefined || first > closing) return
  problems.note({
    path: '/closingDate',
    value: formatDay(closing),
    message: `The deal closes on or after its first payment date, ${formatDay(first)}`,
    remedy: 'Move the closing date, or the payment date',
  })
}

type BusinessDays = {
  readonly calendar: Calendar
  readonly payments: readonly Day[]
  readonly problems: ProblemCollector
}

function checkBusinessDays({ calendar, payments, problems }: BusinessDays): void {
  payments.forEach((payment, position) => {
    if (standingOf(calendar, payment).businessDay) return
    const next = adjustDay(payment, { convention: 'FOLLOWING', calendar })
    problems.note({
      path: `/periods/${position}/payment`,
      value: formatDay(payment),
      message: `The date is no business day of ${calendar.name}`,
      remedy: `The next business day is ${formatDay(next)}`,
    })
  })
}

function checkInstalmentDates(file: DealFile, problems: ProblemCollector): void {
  const payments = new Set(file.periods.map(({ payment }) => payment))
  file.tranches.forEach(({ amortisation, size }, position) => {
    const path = `/tranches/${position}/amortisation`
    if (amortisation.kind === 'equal') {
      const last = (amortisation.first ?? 1) - 1 + amortisation.instalments
      if (last <= file.periods.length) return
      problems.note({
        path,
        value: amortisation,
        message: `The last instalment is number ${last}, the deal has ${file.periods.length} payment dates`,
        remedy: 'State fewer instalments, or more payment dates',
      })
    }
    if (amortisation.kind === 'schedule') {
      const strays = amortisation.instalments.filter(({ date }) => !payments.has(date))
      for (const { date } of strays) {
        problems.note({
          path,
          value: date,
          message: 'The date is no payment date',
          remedy: 'Name one of /periods',
        })
      }
      const sum = amortisation.instalments.reduce((total, { amount }) => total + BigInt(amount), 0n)
      if (sum !== BigInt(size)) {
        problems.note({
          path,
          value: size,
          message: `The instalments add up to ${sum}`,
          remedy: 'Let them add up to the size of the tranche',
        })
      }
    }
    if (amortisation.kind === 'target')
      checkTargets({ balances: amortisation.balances, size, path, problems })
  })
}

type Targets = {
  readonly balances: readonly { readonly date: string; readonly balance: string }[]
  readonly size: string
  readonly path: string
  readonly problems: ProblemCollector
}

function checkTargets({ balances, size, path, problems }: Targets): void {
  balances.forEach(({ date, balance }, position) => {
    const before = balances[position - 1]
    const most = BigInt(before?.balance ?? size)
    if (before !== undefined && date <= before.date) {
      problems.note({
        path,
        value: date,
        message: 'The targets are out of order',
        remedy: 'Order them by date',
      })
    }
    if (BigInt(balance) > most) {
      problems.note({
        path,
        value: balance,
        message: `The target is above ${most}, the balance before it`,
        remedy: 'Targets never rise',
      })
    }
  })
}

type Tail = {
  readonly file: DealFile
  readonly calendar: Calendar | null
  readonly last: Day
  readonly legalFinal: Day
}

/** Dates after the last one of the file, for a deal that is not repaid by then; the last is legal final. */
function tailOf({ file, calendar, last, legalFinal }: Tail): readonly PaymentDate[] {
  if (file.tail === null) return []
  const months = file.tail?.months ?? USUAL_TAIL_MONTHS
  const follow = (of: Day): Day =>
    calendar === null ? of : adjustDay(of, { convention: 'FOLLOWING', calendar })
  const end = follow(legalFinal)
  const days: Day[] = []
  for (let count = 1; follow(addMonths(last, months * count)) < end; count += 1) {
    days.push(follow(addMonths(last, months * count)))
  }
  return (last < end ? [...days, end] : []).map(day => ({
    day,
    baseline: 0n,
    tail: true,
    provisional: isProvisional(calendar, day),
  }))
}

function isProvisional(calendar: Calendar | null, day: Day): boolean {
  return calendar !== null && standingOf(calendar, day).provisional
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
