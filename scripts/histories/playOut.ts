import { contractualCash, dueByContract, type PoolTerms, poolTermsOf } from '../../src/deal/contractual.ts'
import type { Deal } from '../../src/deal/deal.ts'
import { fixingOf } from '../../src/deal/history.ts'
import type { AssetFile } from '../../src/deal/schema/pool.ts'
import { type CurrencyCode, money } from '../../src/domain/money.ts'
import { mulDivDown } from '../../src/domain/mulDiv.ts'
import { convertDown, type Fixing, ONE_PPB_SCALE, sourceUp } from '../../src/domain/rates.ts'
import type { Conversion, Plan } from './plan.ts'

/** Income and principal, in minor units of one currency. */
export type Parts = { readonly income: bigint; readonly principal: bigint }

/** One line of a statement; `period` is the one that it is of, not the one in which it comes. */
export type StatedLine = Parts & {
  readonly asset: AssetFile
  readonly period: number
  readonly number: number
}

/** One payment of an obligor. */
export type Payment = {
  readonly asset: AssetFile
  readonly currency: CurrencyCode
  readonly amount: bigint
  /** What it pays, oldest first. */
  readonly lines: readonly StatedLine[]
  /** The fixing into the deal's currency, where it is collected in another one. */
  readonly fixing?: Fixing
  /** What it comes to by kind, in its own currency. */
  readonly parts: Parts
  readonly isRecovery: boolean
}

export type PlayedPeriod = {
  readonly period: number
  readonly lines: readonly StatedLine[]
  readonly payments: readonly Payment[]
  readonly defaults: readonly { readonly asset: AssetFile; readonly amount: bigint }[]
  /** Principal owed after the period, by asset that is not in default. */
  readonly performing: ReadonlyMap<AssetFile, bigint>
}

type Standing = {
  readonly balance: bigint
  /** Stated and not paid, in the licence's currency. */
  readonly unpaid: readonly StatedLine[]
  /** Due by contract and not stated, in the deal's currency. */
  readonly unstated: Parts
  readonly isDefaulted: boolean
}

type Frame = {
  readonly deal: Deal
  readonly plan: Plan
  readonly terms: PoolTerms
  readonly row: number
  readonly recovery: bigint
}

type Move = {
  readonly standing: Standing
  readonly lines: readonly StatedLine[]
  readonly payment?: Payment
  readonly defaulted: bigint
}

const NOTHING: Parts = { income: 0n, principal: 0n }

/** What obligors state and pay under a plan, period by period: the deal's contracts and the plan give every amount. */
export function playOut(deal: Deal, plan: Plan): readonly PlayedPeriod[] {
  const terms = poolTermsOf(deal)
  const recoveries = contractualCash(terms, plan)
  let standings = new Map(terms.assets.map(asset => [asset, opened(asset)]))
  return terms.days.map((_, row) => {
    const moves = terms.assets.map((asset, index) => {
      const recovery = recoveries[row]?.[index]?.recovery ?? 0n
      const standing = standings.get(asset) ?? opened(asset)
      return { asset, ...moved(asset, standing, { deal, plan, terms, row, recovery }) }
    })
    standings = new Map(moves.map(({ asset, standing }) => [asset, standing]))
    return {
      period: row + 1,
      lines: moves.flatMap(({ lines }) => lines),
      payments: moves.flatMap(({ payment }) => (payment === undefined ? [] : [payment])),
      defaults: moves.flatMap(({ asset, defaulted: amount }) => (amount > 0n ? [{ asset, amount }] : [])),
      performing: new Map(
        moves.flatMap(({ asset, standing }) => (standing.isDefaulted ? [] : [[asset, standing.balance]])),
      ),
    }
  })
}

function opened({ principal }: AssetFile): Standing {
  return { balance: BigInt(principal), unpaid: [], unstated: NOTHING, isDefaulted: false }
}

function moved(asset: AssetFile, standing: Standing, frame: Frame): Move {
  const { plan, row, recovery } = frame
  const named = (list: Plan['late']): boolean => list?.[row + 1]?.includes(asset.id) ?? false
  const empty: StatedLine = { asset, period: row + 1, number: 1, ...NOTHING }
  if (standing.isDefaulted) return recovered(asset, standing, { ...frame, recovery })
  if (named(plan.defaults)) {
    const after = { ...standing, isDefaulted: true, unpaid: [] }
    return { standing: after, lines: [empty], defaulted: standing.balance }
  }
  const due = dueNow(asset, standing, frame)
  if (named(plan.nil)) return { standing: { ...standing, unstated: due }, lines: [empty], defaulted: 0n }
  const lines = [...restatedLines(asset, frame), statedLine(asset, due, frame)]
  const open = { ...standing, unstated: NOTHING, unpaid: [...standing.unpaid, ...lines] }
  if (named(plan.late)) return { standing: open, lines, defaulted: 0n }
  return { ...paid(asset, open, frame), lines, defaulted: 0n }
}

/** What the contract makes due and nobody stated yet, in the deal's currency. */
function dueNow(asset: AssetFile, { balance, unpaid, unstated }: Standing, { terms, row }: Frame): Parts {
  const open = unpaid.reduce((sum, { principal }) => sum + principal, unstated.principal)
  const due = dueByContract(asset, { terms, row, balance, open })
  return { income: due.income + unstated.income, principal: due.principal + unstated.principal }
}

/** A line in the licence's currency: the least amounts that the fixing of the period turns into what is due. */
function statedLine(asset: AssetFile, due: Parts, frame: Frame): StatedLine {
  const fixing = fixingFor(asset.collectionCurrency, frame)
  const stated = (minor: bigint): bigint =>
    fixing === undefined ? minor : sourceUp(money(fixing.to, minor), fixing).minor
  const { income, principal } = due
  return { asset, period: frame.row + 1, number: 1, income: stated(income), principal: stated(principal) }
}

/** What is added to the statement of the period before. */
function restatedLines(asset: AssetFile, { plan, row }: Frame): readonly StatedLine[] {
  const more = plan.restated?.[row]?.[asset.id]
  return more === undefined ? [] : [{ asset, period: row, number: 2, income: more, principal: 0n }]
}

function paid(asset: AssetFile, standing: Standing, frame: Frame): Pick<Move, 'standing' | 'payment'> {
  const conversion = frame.plan.converted?.[frame.row + 1]?.[asset.id]
  const fixing = fixingFor(asset.collectionCurrency, frame)
  if (conversion !== undefined && fixing !== undefined)
    return paidConverted(asset, standing, { fixing, conversion })
  const { plan, row } = frame
  const { unpaid, balance } = standing
  const short = plan.short?.[row + 1]?.[asset.id] ?? 0n
  const fee = plan.bankFees?.[row + 1]?.[asset.id] ?? 0n
  const { income, principal: owed } = sumOf(unpaid)
  const principal = owed - short
  const discharged = fixing === undefined ? principal : worthOf(principal, fixing)
  const payment: Payment = {
    asset,
    lines: unpaid,
    isRecovery: false,
    // As the ledger has it: what was kept back comes off the income.
    ...inCurrency(asset.collectionCurrency, { income: income - fee, principal }, fixing),
  }
  const after = { ...standing, unpaid: openRest(unpaid, short), balance: balance - discharged }
  return { standing: after, payment }
}

function openRest(lines: readonly StatedLine[], short: bigint): readonly StatedLine[] {
  const last = lines.at(-1)
  return short === 0n || last === undefined ? [] : [{ ...last, income: 0n, principal: short }]
}

type Converting = { readonly fixing: Fixing; readonly conversion: Conversion }

/** What the payer's bank gave too little is due by contract still, and stated with the next period. */
function paidConverted(
  asset: AssetFile,
  standing: Standing,
  { fixing, conversion }: Converting,
): Pick<Move, 'standing' | 'payment'> {
  const { unpaid, balance } = standing
  const owed = sumOf(unpaid)
  const parts = convertedParts(owed, fixing, conversion.lessPpb)
  const unstated = {
    income: worthOf(owed.income, fixing) - parts.income,
    principal: worthOf(owed.principal, fixing) - parts.principal,
  }
  const payment = {
    asset,
    lines: unpaid,
    isRecovery: false,
    ...inCurrency(conversion.paidIn, parts, undefined),
  }
  const after = { ...standing, unpaid: [], unstated, balance: balance - parts.principal }
  return { standing: after, payment }
}

function inCurrency(
  currency: CurrencyCode,
  parts: Parts,
  fixing: Fixing | undefined,
): Pick<Payment, 'currency' | 'amount' | 'parts' | 'fixing'> {
  const amount = parts.income + parts.principal
  return { currency, amount, parts, ...(fixing === undefined ? {} : { fixing }) }
}

/**
 * The payer's bank gives less than the fixing. What comes is worth so much of the licence's currency; income is paid
 * first, and principal has its share of the money, rounded down.
 */
function convertedParts({ income, principal }: Parts, fixing: Fixing, lessPpb: bigint): Parts {
  const times = ONE_PPB_SCALE - lessPpb
  const amount = mulDivDown(worthOf(income + principal, fixing), { times, over: ONE_PPB_SCALE })
  const worth = mulDivDown(amount, { times: ONE_PPB_SCALE, over: fixing.rateE9 })
  const repaid = mulDivDown(amount, { times: worth - income, over: worth })
  return { income: amount - repaid, principal: repaid }
}

function recovered(asset: AssetFile, standing: Standing, frame: Frame): Move {
  const { recovery, row } = frame
  const fixing = fixingFor(asset.collectionCurrency, frame)
  const amount = fixing === undefined ? recovery : sourceUp(money(fixing.to, recovery), fixing).minor
  const line: StatedLine = { asset, period: row + 1, number: 1, income: 0n, principal: amount }
  if (amount === 0n) return { standing, lines: [line], defaulted: 0n }
  const parts = { income: 0n, principal: amount }
  const payment: Payment = {
    asset,
    lines: [line],
    isRecovery: true,
    ...inCurrency(asset.collectionCurrency, parts, fixing),
  }
  return { standing, lines: [line], payment, defaulted: 0n }
}

function worthOf(minor: bigint, fixing: Fixing): bigint {
  return convertDown(money(fixing.from, minor), fixing).minor
}

export function sumOf(lines: readonly Parts[]): Parts {
  return lines.reduce(
    (sum, { income, principal }) => ({ income: sum.income + income, principal: sum.principal + principal }),
    NOTHING,
  )
}

/** The fixing at which money of a period is sold; none for the deal's own currency. */
export function fixingFor(
  currency: CurrencyCode,
  { deal, row }: { readonly deal: Deal; readonly row: number },
): Fixing | undefined {
  return currency === deal.file.currency ? undefined : fixingOf(deal, { currency, row })
}
