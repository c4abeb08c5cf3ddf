import { addMonths, type Day } from '../dates.ts'
import type { IpEventKind, IpKind } from '../enumerations.ts'
import type { Grounds } from '../law/law.ts'
import type { Names } from '../law/schema.ts'
import { type Currency, type Money, money } from '../money.ts'
import { jurisdictionOf, type Place } from '../places.ts'
import { ONE_PPB_SCALE } from '../rates.ts'
import type { FeesFile } from './schema.ts'

type ScheduleFile = FeesFile['schedules'][number]

export type Surcharge =
  /** Parts per billion of the fee for each month begun after the free ones. */
  | { readonly kind: 'share'; readonly ppb: bigint; readonly freeMonths: number }
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'unknown' }

/** The fees that keep one kind of title of one place alive. */
export type FeeSchedule = Grounds & {
  readonly id: string
  readonly place: Place
  readonly kinds: readonly IpKind[]
  readonly names: Names
  readonly lives: readonly { readonly years: number; readonly filedFrom: Day | undefined }[]
  readonly currency: Currency
  readonly first: ScheduleFile['first']
  readonly bands: readonly { readonly from: number; readonly to: number; readonly minor: bigint }[]
  readonly grace: { readonly months: number; readonly surcharge: Surcharge }
}

export type FeeBook = {
  readonly version: string
  readonly sources: ReadonlyMap<string, string>
  readonly schedules: readonly FeeSchedule[]
}

/** What of a title decides on its fees. */
export type FeeTitle = {
  readonly kind: IpKind
  readonly place: Place
  readonly filed: Day
  readonly granted: Day | undefined
  /** End of the legal life where it is stated; else it follows from the schedule. */
  readonly expiry: Day | undefined
}

/** The fee for one year of life, counted from the filing. */
export type Fee = {
  readonly year: number
  /** Last day on which it is in time. */
  readonly dueDay: Day
  /** Last day on which it is taken, with a surcharge. */
  readonly graceEnd: Day
  readonly amount: Money
}

/** Where a fee stands on a day. */
export type FeeStanding = 'coming' | 'inGrace' | 'missed'

const MONTHS = 12

/** The schedule of a title, if the book has one: place and kind of the office that granted it. */
export function scheduleOf(
  { schedules }: FeeBook,
  { kind, place }: Pick<FeeTitle, 'kind' | 'place'>,
): FeeSchedule | undefined {
  return schedules.find(
    schedule => jurisdictionOf(schedule.place) === jurisdictionOf(place) && schedule.kinds.includes(kind),
  )
}

/** End of the legal life: as it is stated, else as the schedule gives it. */
export function legalEndOf(
  schedule: FeeSchedule | undefined,
  { filed, expiry }: Pick<FeeTitle, 'filed' | 'expiry'>,
): Day | undefined {
  if (expiry !== undefined) return expiry
  const life = schedule?.lives.find(({ filedFrom }) => filedFrom === undefined || filed >= filedFrom)
  return life === undefined ? undefined : addMonths(filed, MONTHS * life.years)
}

/**
 * All fees of a title in the order of their due days. The fee for a year falls due on the anniversary of the filing with
 * which that year begins; none does for a year that begins when the life ends.
 */
export function feesOf(schedule: FeeSchedule, title: FeeTitle): readonly Fee[] {
  const free = firstChargedOn(schedule, title)
  const end = legalEndOf(schedule, title)
  if (free === undefined || end === undefined) return []
  const years = schedule.bands.flatMap(({ from, to, minor }) =>
    Array.from({ length: to - from + 1 }, (_, step) => ({ year: from + step, minor })),
  )
  return years
    .map(({ year, minor }) => feeFor(schedule, { title, year, minor }))
    .filter(({ dueDay }) => dueDay >= free && dueDay < end)
}

/** The first fee that falls due on a day or later. */
export function nextFeeOf(schedule: FeeSchedule, title: FeeTitle, from: Day): Fee | undefined {
  return feesOf(schedule, title).find(({ dueDay }) => dueDay >= from)
}

/** Where a fee that nobody paid stands on a day. */
export function standingOf({ dueDay, graceEnd }: Pick<Fee, 'dueDay' | 'graceEnd'>, day: Day): FeeStanding {
  if (day <= dueDay) return 'coming'
  return day <= graceEnd ? 'inGrace' : 'missed'
}

/** The fact that follows for the title when a fee is not paid, if any does yet. */
export function factOf(standing: FeeStanding): IpEventKind | undefined {
  if (standing === 'coming') return undefined
  return standing === 'inGrace' ? 'AnnualFeeMissed' : 'Lapsed'
}

/** What a late payment costs besides the fee; nothing where the book does not know it. */
export function surchargeOn(
  { grace, currency }: FeeSchedule,
  { dueDay, amount }: Fee,
  day: Day,
): Money | undefined {
  const { surcharge } = grace
  if (day <= dueDay) return money(currency, 0n)
  switch (surcharge.kind) {
    case 'share': {
      const late = BigInt(Math.max(0, monthsBegun(dueDay, day) - surcharge.freeMonths))
      return money(currency, (amount.minor * surcharge.ppb * late) / ONE_PPB_SCALE)
    }
    case 'amount':
      return surcharge.amount
    case 'unknown':
      return undefined
    default:
      return surcharge satisfies never
  }
}

/** The day from which anniversaries are charged; none while a fee needs a grant that did not come. */
function firstChargedOn({ first }: FeeSchedule, { filed, granted }: FeeTitle): Day | undefined {
  if (first.from === 'filing') return addMonths(filed, MONTHS * (first.years + 1))
  if (granted === undefined) return undefined
  let years = 1
  while (addMonths(filed, MONTHS * years) <= granted) years += 1
  return addMonths(filed, MONTHS * (years + first.years))
}

function feeFor(
  { currency, grace }: FeeSchedule,
  { title, year, minor }: { readonly title: FeeTitle; readonly year: number; readonly minor: bigint },
): Fee {
  const dueDay = addMonths(title.filed, MONTHS * (year - 1))
  return Object.freeze({
    year,
    dueDay,
    graceEnd: addMonths(dueDay, grace.months),
    amount: money(currency, minor),
  })
}

/** Months begun after a day: one on the day after it. */
function monthsBegun(since: Day, day: Day): number {
  let months = 1
  while (addMonths(since, months) < day) months += 1
  return months
}
