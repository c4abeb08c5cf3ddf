import { addMonths, type Day } from '../dates.ts'
import { LedgerError } from '../errors.ts'
import { type Currency, type Money, money } from '../money.ts'
import { ONE_PPB_SCALE, type RatePpb } from '../rates.ts'

/** What the owner of a title would have to pay for it, year by year, if it were somebody else's. */
export type RoyaltyInputs = {
  readonly currency: Currency
  readonly valuedOn: Day
  /** Revenue that uses the title, in minor units: the first entry is the year that begins on `valuedOn`. */
  readonly revenues: readonly bigint[]
  readonly royalty: RatePpb
  readonly tax: RatePpb
  /** Yearly discount rate. */
  readonly discount: RatePpb
  readonly legalEnd: Day
  readonly economicEnd: Day
}

export type RoyaltyYear = {
  /** 1 for the first year. */
  readonly year: number
  readonly endsOn: Day
  /** Days of the year before the end of life, and days of the year. */
  readonly livingDays: bigint
  readonly days: bigint
  readonly revenue: bigint
  readonly presentValue: bigint
}

export type RoyaltyValuation = {
  readonly value: Money
  /** The earlier of legal and economic end. */
  readonly lifeEnd: Day
  readonly years: readonly RoyaltyYear[]
}

const MONTHS = 12

/**
 * V = Σ revenue × share of the year within the life × royalty × (1 − tax) ÷ (1 + discount)^year, each year at its
 * end. A year is one fraction of whole numbers and is rounded once, down to the minor unit: the sum is at most
 * one minor unit a year below the exact value and never above it. What lies beyond the shorter of legal and
 * economic life is not counted.
 */
export function valueByRoyalty(inputs: RoyaltyInputs): RoyaltyValuation {
  const { currency, valuedOn, revenues, legalEnd, economicEnd } = inputs
  const lifeEnd = earlierOf(legalEnd, economicEnd)
  if (lifeEnd <= valuedOn) throw new TitleExpiredError(lifeEnd, valuedOn)
  if (revenues.length === 0 || revenues.some(revenue => revenue < 0n)) throw new RevenueMissingError()
  const years = revenues.map((revenue, index) => valueYear(inputs, { revenue, index, lifeEnd }))
  const sum = years.reduce((total, { presentValue }) => total + presentValue, 0n)
  return Object.freeze({ value: money(currency, sum), lifeEnd, years: Object.freeze(years) })
}

/** Days are bigints, which Math.min does not take. */
function earlierOf(one: Day, other: Day): Day {
  if (one <= other) return one
  return other
}

function valueYear(
  { valuedOn, royalty, tax, discount }: RoyaltyInputs,
  { revenue, index, lifeEnd }: { readonly revenue: bigint; readonly index: number; readonly lifeEnd: Day },
): RoyaltyYear {
  const beginsOn = addMonths(valuedOn, MONTHS * index)
  const endsOn = addMonths(valuedOn, MONTHS * (index + 1))
  const days = endsOn - beginsOn
  const livingDays = clamp(lifeEnd - beginsOn, days)
  const year = index + 1
  const numerator = revenue * livingDays * royalty * (ONE_PPB_SCALE - tax) * ONE_PPB_SCALE ** BigInt(year)
  const denominator = days * ONE_PPB_SCALE ** 2n * (ONE_PPB_SCALE + discount) ** BigInt(year)
  return Object.freeze({ year, endsOn, livingDays, days, revenue, presentValue: numerator / denominator })
}

function clamp(count: bigint, most: bigint): bigint {
  if (count < 0n) return 0n
  return count < most ? count : most
}

export class TitleExpiredError extends LedgerError {
  override readonly code = 'valuation/title-expired'
  readonly lifeEnd: Day

  constructor(lifeEnd: Day, valuedOn: Day) {
    super(`The title's life ended ${valuedOn - lifeEnd} days before the day of the value`, {
      remedy: 'Correct the ends of its legal and economic life, or value another title',
    })
    this.lifeEnd = lifeEnd
  }
}

export class RevenueMissingError extends LedgerError {
  override readonly code = 'valuation/revenue-missing'

  constructor() {
    super('The valuation has no revenue, or a negative one', {
      remedy:
        'Give the revenue of each year from the day of the value, in minor units, zero where there is none',
    })
  }
}
