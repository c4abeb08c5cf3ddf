import { addMonths, type Day } from '../../../domain/dates.ts'
import type { IpEventKind } from '../../../domain/enumerations.ts'
import {
  type Fee,
  type FeeBook,
  type FeeSchedule,
  type FeeStanding,
  type FeeTitle,
  factOf,
  feesOf,
  legalEndOf,
  nextFeeOf,
  scheduleOf,
  standingOf,
  surchargeOn,
} from '../../../domain/fees/fees.ts'
import type { Money } from '../../../domain/money.ts'
import type { Holding } from './holding.ts'

/** The next fee of a title on a day, as the ledger states its day or as the book of fees gives it. */
export type DueFee = {
  readonly year: number | undefined
  readonly dueDay: Day
  readonly graceEnd: Day | undefined
  readonly amount: Money | undefined
  readonly surcharge: Money | undefined
  readonly standing: FeeStanding
  /** What to record about the title now, if the fee stays unpaid. */
  readonly fact: IpEventKind | undefined
  readonly schedule: string | undefined
  /** Whether somebody stated the day; else it was worked out. */
  readonly isStated: boolean
}

/** What is left of a title on a day. */
export type Life = {
  readonly legalEnd: Day | undefined
  readonly legalDaysLeft: bigint | undefined
  readonly economicEnd: Day | undefined
  readonly economicDaysLeft: bigint | undefined
}

type On = { readonly book: FeeBook; readonly day: Day }

/**
 * A day that was stated counts, also when it is past: then the fee was not recorded as paid. Where none is stated the next one
 * is worked out, and nothing is said about those before, which nobody recorded.
 */
export function dueFeeOf(holding: Holding, { book, day }: On): DueFee | undefined {
  const schedule = scheduleOf(book, holding)
  const title = feeTitleOf(holding)
  const { feeDue } = holding
  if (feeDue !== undefined) return statedFee({ feeDue, schedule, title, day })
  const fee = schedule === undefined || title === undefined ? undefined : nextFeeOf(schedule, title, day)
  if (schedule === undefined || fee === undefined) return undefined
  return Object.freeze({
    ...fee,
    ...standingAt(fee, { schedule, fee, day }),
    schedule: schedule.id,
    isStated: false,
  })
}

/** The fee that follows another by the book, if any does. */
export function feeAfter(holding: Holding, { book, day }: On): Day | undefined {
  const schedule = scheduleOf(book, holding)
  const title = feeTitleOf(holding)
  if (schedule === undefined || title === undefined) return undefined
  return feesOf(schedule, title).find(({ dueDay }) => dueDay > day)?.dueDay
}

/** Ends of a life, and the days that are left of it; none is left once it is over. */
export function lifeOf(holding: Holding, { book, day }: On): Life {
  const { economicEnd } = holding
  const title = feeTitleOf(holding)
  const legalEnd = title === undefined ? holding.expiry : legalEndOf(scheduleOf(book, holding), title)
  const left = (end: Day | undefined) => (end === undefined ? undefined : daysBetween(day, end))
  return Object.freeze({
    legalEnd,
    legalDaysLeft: left(legalEnd),
    economicEnd,
    economicDaysLeft: left(economicEnd),
  })
}

function statedFee({
  feeDue,
  schedule,
  title,
  day,
}: {
  readonly feeDue: Day
  readonly schedule: FeeSchedule | undefined
  readonly title: FeeTitle | undefined
  readonly day: Day
}): DueFee {
  const fee =
    schedule === undefined || title === undefined
      ? undefined
      : feesOf(schedule, title).find(({ dueDay }) => dueDay === feeDue)
  const graceEnd = schedule === undefined ? undefined : addMonths(feeDue, schedule.grace.months)
  const at = { dueDay: feeDue, graceEnd: graceEnd ?? feeDue }
  return Object.freeze({
    year: fee?.year,
    dueDay: feeDue,
    graceEnd,
    amount: fee?.amount,
    ...standingAt(at, { schedule, fee, day }),
    schedule: schedule?.id,
    isStated: true,
  })
}

function standingAt(
  at: Pick<Fee, 'dueDay' | 'graceEnd'>,
  {
    schedule,
    fee,
    day,
  }: { readonly schedule: FeeSchedule | undefined; readonly fee: Fee | undefined; readonly day: Day },
): Pick<DueFee, 'standing' | 'fact' | 'surcharge'> {
  // Without a schedule nobody knows how long the grace is: the fee is late, and nothing is said to be lost.
  const standing = schedule === undefined && day > at.dueDay ? 'inGrace' : standingOf(at, day)
  const surcharge = schedule === undefined || fee === undefined ? undefined : surchargeOn(schedule, fee, day)
  return { standing, fact: factOf(standing), surcharge }
}

function feeTitleOf({ kind, place, filed, granted, expiry }: Holding): FeeTitle | undefined {
  return filed === undefined ? undefined : { kind, place, filed, granted, expiry }
}

function daysBetween(day: Day, end: Day): bigint {
  return end > day ? end - day : 0n
}
