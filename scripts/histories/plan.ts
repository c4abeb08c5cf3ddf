import type { Scenario } from '../../src/deal/contractual.ts'
import type { CurrencyCode } from '../../src/domain/money.ts'

type ByPeriod<T> = { readonly [period: number]: T }
/** Minor units of the licence's currency, by asset. */
type ByAsset = { readonly [asset: string]: bigint }

/** What happens to statements and payments, by period from 1. Everything else is stated and paid when it is due. */
export type Plan = Scenario & {
  readonly scenario: string
  /** Stated, and paid that much too little; the rest comes with the next payment. */
  readonly short?: ByPeriod<ByAsset>
  /** A statement of nothing, and no payment; what the contract asks for is stated with the next period. */
  readonly nil?: ByPeriod<readonly string[]>
  /** Kept back by a bank on the way. */
  readonly bankFees?: ByPeriod<ByAsset>
  /** Stated anew one period later, that much higher, and paid then. */
  readonly restated?: ByPeriod<ByAsset>
  /** Paid in another currency at a rate of the payer's bank, that share (parts per billion) below the fixing. */
  readonly converted?: ByPeriod<{ readonly [asset: string]: Conversion }>
  /** Whether periods without income follow up to legal final. */
  readonly throughTail?: boolean
}

export type Conversion = { readonly paidIn: CurrencyCode; readonly lessPpb: bigint }

/**
 * The ordinary trouble of collecting: two payers a quarter late, one that pays 100,000 yuan too little, a bank that keeps
 * 150 Hong Kong dollars, a licensee that pays in another currency, a quarter that is stated anew, and one without sales.
 */
export const operations: Plan = {
  scenario: 'operations',
  late: { 2: ['A03'], 9: ['A08'] },
  bankFees: { 3: { A07: 15_000n } },
  short: { 4: { A06: 10_000_000n } },
  restated: { 5: { A05: 1_234_500n } },
  nil: { 7: ['A09'] },
  converted: { 10: { A07: { paidIn: 'CNY', lessPpb: 400_000n } } },
}
