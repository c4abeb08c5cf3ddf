import type { DealFile } from '../../deal/schema/deal.ts'
import { maturityClasses } from '../../deal/schema/atoms.ts'
import type { CollectionLine, InputsFile, PeriodInputsFile } from '../../deal/schema/inputs.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type Currency, type CurrencyCode, currencyCodes, currencyOf, type Money, money } from '../../domain/money.ts'
import { convertDown, type Fixing, parseFixing } from '../../domain/rates.ts'

/** A line of a collection history: what an obligor paid, and what that is in the deal's currency. */
export interface Receipt {
  readonly asset: string
  readonly kind: CollectionLine['kind']
  readonly collected: Money
  /** How it is sold, if it came in another currency than the deal's. */
  readonly fixing: Fixing | null
  readonly value: bigint
}

/** What the report of one stream states: a stream is all that is collected in one currency. */
export interface StreamFigures {
  readonly stream: number
  readonly currency: Currency
  readonly receipts: readonly Receipt[]
  readonly income: bigint
  readonly principal: bigint
  /** Indexed as the enumeration `Maturity`; the deal's own stream states the whole pool. */
  readonly performing: readonly [bigint, bigint, bigint, bigint]
  readonly defaulted: bigint
  readonly losses: bigint
  readonly refundDue: bigint
  readonly feesDue: readonly bigint[]
}

/** The streams of a deal by currency, its own first. */
export function streamsOf(file: DealFile, { periods }: InputsFile): readonly CurrencyCode[] {
  const used = new Set<string>([
    ...file.pool.assets.map(({ collectionCurrency }) => collectionCurrency),
    ...periods.flatMap(({ collections }) => collections.map(({ currency }) => currency)),
  ])
  return [file.currency, ...currencyCodes.filter(code => code !== file.currency && used.has(code))]
}

/** The figures of every stream for one period. */
export function figuresOf(
  file: DealFile,
  { streams, period }: { readonly streams: readonly CurrencyCode[]; readonly period: PeriodInputsFile },
): readonly StreamFigures[] {
  return streams.map((code, index) => {
    const receipts = period.collections
      .filter(({ currency }) => currency === code)
      .map(line => receiptOf(line, file))
    const isOwn = index === 0
    return {
      stream: index + 1,
      currency: currencyOf(code),
      receipts,
      income: sum(receipts.filter(({ kind }) => kind === 'income').map(({ value }) => value)),
      principal: sum(receipts.filter(({ kind }) => kind !== 'income').map(({ value }) => value)),
      performing: isOwn ? performingOf(period) : [0n, 0n, 0n, 0n],
      defaulted: sum(ofStream(period.defaults ?? [], code, file)),
      losses: sum(ofStream(period.losses ?? [], code, file)),
      refundDue: isOwn ? BigInt(period.refund ?? '0') : 0n,
      feesDue: isOwn ? file.fees.map(({ id }) => BigInt(period.fees?.[id] ?? '0')) : [],
    }
  })
}

function receiptOf(line: CollectionLine, { currency }: DealFile): Receipt {
  const collected = money(currencyOf(line.currency), BigInt(line.amount))
  const { asset, kind } = line
  if (line.currency === currency) return { asset, kind, collected, fixing: null, value: collected.minor }
  if (line.fixing === undefined) throw new FixingAbsentError(line)
  const fixing = parseFixing({ from: collected.currency, to: currencyOf(currency), rate: line.fixing })
  return { asset, kind, collected, fixing, value: convertDown(collected, fixing).minor }
}

function performingOf({ performing = {} }: PeriodInputsFile): StreamFigures['performing'] {
  const [stable = '0', pilotPassed = '0', early = '0'] = maturityClasses.map(name => performing[name])
  return [0n, BigInt(stable), BigInt(pilotPassed), BigInt(early)]
}

function ofStream(
  amounts: readonly { readonly asset: string; readonly amount: string }[],
  code: CurrencyCode,
  { pool }: DealFile,
): bigint[] {
  const own = new Set(
    pool.assets.filter(({ collectionCurrency }) => collectionCurrency === code).map(({ id }) => id),
  )
  return amounts.filter(({ asset }) => own.has(asset)).map(({ amount }) => BigInt(amount))
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}

export class FixingAbsentError extends LedgerError {
  override readonly code = 'inputs/fixing-absent'

  constructor({ asset, currency, amount }: CollectionLine) {
    super(`${amount} ${currency} collected from ${asset} has no fixing`, {
      remedy: 'State the fixing at which the account bank sells it',
    })
  }
}
