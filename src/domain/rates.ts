import { formatDecimal, parseDecimal } from './decimals.ts'
import { LedgerError } from './errors.ts'
import type { Brand } from './ids.ts'
import { type Currency, codeOf, type Money, money } from './money.ts'
import { mulDivDown, mulDivUp } from './mulDiv.ts'

/** A yearly rate or a share in parts per billion: 1_000_000_000 is 100 %. */
export type RatePpb = Brand<bigint, 'RatePpb'>

/** How many minor units of `to` one minor unit of `from` buys, scaled by 10^9, as published and recorded. */
export type Fixing = {
  readonly from: Currency
  readonly to: Currency
  readonly rateE9: bigint
}

export const ONE_PPB_SCALE = 1_000_000_000n

const SCALE_DECIMALS = 9

/** The largest rate that any deal may state: 100 % a year. */
export const MAX_RATE_PPB = ONE_PPB_SCALE

export function ratePpb(value: bigint): RatePpb {
  if (!isRate(value)) throw new RateOutOfBoundsError(value)
  return value
}

/**
 * Reads "0.0375" as 37,500,000 parts per billion; a tenth decimal is refused, and so is a rate out of bounds.
 */
export function parseRate(text: string): RatePpb {
  return ratePpb(parseDecimal(text, SCALE_DECIMALS))
}

export function formatRate(rate: RatePpb): string {
  return trimmed(formatDecimal(rate, SCALE_DECIMALS))
}

/** Reads a fixing such as "0.920000000" between two different currencies. */
export function parseFixing({ from, to, rate }: { from: Currency; to: Currency; rate: string }): Fixing {
  const rateE9 = parseDecimal(rate, SCALE_DECIMALS)
  if (rateE9 <= 0n || from === to) throw new UnusableFixingError(from, to, rate)
  return Object.freeze({ from, to, rateE9 })
}

export function formatFixing({ from, to, rateE9 }: Fixing): string {
  return `${codeOf(from)}/${codeOf(to)} ${formatDecimal(rateE9, SCALE_DECIMALS)}`
}

/** What an amount becomes by a fixing: converted once and rounded down. */
export function convertDown(amount: Money, fixing: Fixing): Money {
  if (amount.currency !== fixing.from) throw new FixingMismatchError(amount, fixing)
  return money(fixing.to, mulDivDown(amount.minor, { times: fixing.rateE9, over: ONE_PPB_SCALE }))
}

/** The smallest amount that `convertDown` turns into at least `target`. */
export function sourceUp(target: Money, fixing: Fixing): Money {
  if (target.currency !== fixing.to) throw new FixingMismatchError(target, fixing)
  return money(fixing.from, mulDivUp(target.minor, { times: ONE_PPB_SCALE, over: fixing.rateE9 }))
}

function isRate(value: bigint): value is RatePpb {
  return value >= 0n && value <= MAX_RATE_PPB
}

function trimmed(decimal: string): string {
  return decimal.replace(/\.?0+$/, '')
}

export class RateOutOfBoundsError extends LedgerError {
  override readonly code = 'rate/out-of-bounds'
  readonly value: bigint

  constructor(value: bigint) {
    super(`A rate of ${formatDecimal(value, SCALE_DECIMALS)} is out of bounds`, {
      remedy: `Give a rate from 0 to ${trimmed(formatDecimal(MAX_RATE_PPB, SCALE_DECIMALS))}, as a fraction of one`,
    })
    this.value = value
  }
}

export class UnusableFixingError extends LedgerError {
  override readonly code = 'rate/unusable-fixing'
  readonly from: Currency
  readonly to: Currency
  readonly rate: string

  constructor(from: Currency, to: Currency, rate: string) {
    super(`A fixing of ${rate} from ${codeOf(from)} to ${codeOf(to)} cannot convert anything`, {
      remedy: 'Give two different currencies and a rate above zero',
    })
    this.from = from
    this.to = to
    this.rate = rate
  }
}

export class FixingMismatchError extends LedgerError {
  override readonly code = 'rate/fixing-mismatch'
  readonly amount: Money
  readonly fixing: Fixing

  constructor(amount: Money, fixing: Fixing) {
    super(`The fixing ${formatFixing(fixing)} does not apply to an amount in ${codeOf(amount.currency)}`, {
      remedy: 'Take the fixing of the two currencies concerned, in that order',
    })
    this.amount = amount
    this.fixing = fixing
  }
}
