import { type Currency, formatMoney, money } from '../../domain/money.ts'
import { mulDivDown, type Quotient } from '../../domain/mulDiv.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import type { AssetCollection } from './collections.ts'
import type { PlanCredit } from './ledgerFacts.ts'

/** Collections of one stream in the currency of the deal. */
export type StreamSums = {
  readonly income: bigint
  readonly principal: bigint
  readonly deductions: bigint
  /** Principal by claim: what lowers its balance. */
  readonly principalOf: ReadonlyMap<string, bigint>
}

/** The same, or what stands in the way. `open` passes with time; `differs` needs a person. */
export type Summed =
  | { readonly kind: 'sums'; readonly sums: StreamSums }
  | { readonly kind: 'open' | 'differs'; readonly reason: string }

export type StreamPlace = { readonly own: Currency; readonly currency: Currency }

type Carried = { readonly place: StreamPlace; readonly credits: readonly PlanCredit[] }

/** What the claims of one stream brought, in the currency of the deal; foreign money by the sales that carry it. */
export function streamSums(assets: readonly AssetCollection[], { place, credits }: Carried): Summed {
  const collected = assets.filter(({ currency }) => currency === place.currency)
  if (place.currency === place.own) return { kind: 'sums', sums: summed(collected) }
  const received = collected.reduce((sum, each) => sum + netOf(each), 0n)
  const sold = credits.reduce((sum, each) => sum + (each.sold?.amount ?? 0n), 0n)
  const shown = (minor: bigint) => formatMoney(money(place.currency, minor))
  if (sold < received) return { kind: 'open', reason: `${shown(received - sold)} are not sold yet` }
  if (sold > received)
    return { kind: 'differs', reason: `${shown(sold - received)} were sold that the books do not show` }
  if (sold === 0n) return { kind: 'sums', sums: summed(collected) }
  return squared(collected, credits)
}

/**
 * The same of a period that is closed, by the sales that its report rested on. The books may have been corrected since: then
 * the rate of these sales counts, and no rounding of theirs.
 */
export function closedStreamSums(assets: readonly AssetCollection[], { place, credits }: Carried): Summed {
  const collected = assets.filter(({ currency }) => currency === place.currency)
  const received = collected.reduce((sum, each) => sum + netOf(each), 0n)
  const sold = credits.reduce((sum, each) => sum + (each.sold?.amount ?? 0n), 0n)
  if (place.currency === place.own || sold === received) return streamSums(assets, { place, credits })
  const shown = formatMoney(money(place.currency, received))
  if (sold === 0n) return { kind: 'differs', reason: `${shown} of a closed period were never sold` }
  return { kind: 'sums', sums: summed(converted(collected, credits)) }
}

function netOf({ income, principal, deductions }: AssetCollection): bigint {
  return income + principal - deductions
}

function summed(collected: readonly AssetCollection[]): StreamSums {
  const sum = (of: (each: AssetCollection) => bigint): bigint =>
    collected.reduce((total, each) => total + of(each), 0n)
  return {
    income: sum(each => each.income),
    principal: sum(each => each.principal),
    deductions: sum(each => each.deductions),
    principalOf: new Map(collected.map(({ asset, principal }) => [asset.asset, principal])),
  }
}

/**
 * Converted claim by claim, income and principal apart, each rounded down as the bank rounds each sale. What the bank's
 * roundings came to beside that is income, or a deduction, so that the net is what it booked.
 */
function squared(collected: readonly AssetCollection[], credits: readonly PlanCredit[]): Summed {
  const sums = summed(converted(collected, credits))
  const bought = credits.reduce((total, { amount }) => total + amount, 0n)
  const rounding = bought - (sums.income + sums.principal - sums.deductions)
  const most = BigInt(3 * collected.length + credits.length)
  if (rounding > most || -rounding > most)
    return {
      kind: 'differs',
      reason: `the sales came to ${rounding} minor units beside the rate that they state`,
    }
  if (rounding >= 0n) return { kind: 'sums', sums: { ...sums, income: sums.income + rounding } }
  return { kind: 'sums', sums: { ...sums, deductions: sums.deductions - rounding } }
}

function converted(
  collected: readonly AssetCollection[],
  credits: readonly PlanCredit[],
): readonly AssetCollection[] {
  const ratio = ratioOf(credits)
  const convert = (minor: bigint): bigint =>
    minor < 0n ? -mulDivDown(-minor, ratio) : mulDivDown(minor, ratio)
  return collected.map(each => ({
    ...each,
    income: convert(each.income),
    principal: convert(each.principal),
    deductions: convert(each.deductions),
  }))
}

/** The rate that all sales state; if they state several, what they came to together. */
function ratioOf(credits: readonly PlanCredit[]): Quotient {
  const rates = new Set(credits.map(({ sold }) => sold?.rateE9))
  const [rate] = rates
  if (rates.size === 1 && rate !== undefined) return { times: rate, over: ONE_PPB_SCALE }
  return {
    times: credits.reduce((sum, { amount }) => sum + amount, 0n),
    over: credits.reduce((sum, { sold }) => sum + (sold?.amount ?? 0n), 0n),
  }
}
