import type { Day } from '../domain/dates.ts'
import { fractionOf, type PlainConvention } from '../domain/dayCount.ts'
import { mulDivHalfUp } from '../domain/mulDiv.ts'
import { ONE_PPB_SCALE, parseRate } from '../domain/rates.ts'
import type { Deal } from './deal.ts'
import { fraction } from './fraction.ts'
import type { AssetFile, Repayment } from './schema/pool.ts'

/** What happens to assets, by payment date from 1. Everything else is paid when it is due. */
export type Scenario = {
  readonly late?: { readonly [date: number]: readonly string[] }
  readonly defaults?: { readonly [date: number]: readonly string[] }
  readonly recoveries?: { readonly [date: number]: bigint }
}

export type AssetCash = {
  readonly asset: AssetFile
  readonly income: bigint
  readonly principal: bigint
  readonly recovery: bigint
  readonly defaulted: bigint
  /** Principal still owed by an asset that is not in default. */
  readonly performing: bigint
}

export type PoolTerms = {
  readonly assets: readonly AssetFile[]
  readonly repayment: Repayment | undefined
  readonly start: Day
  readonly days: readonly Day[]
  readonly convention: PlainConvention
}

/** The terms of the pool of a deal over the payment dates of its file. */
export function poolTermsOf({ file, accrualStart, dates, convention }: Deal): PoolTerms {
  return {
    assets: file.pool.assets,
    repayment: file.pool.repayment,
    start: accrualStart,
    days: dates.filter(({ tail }) => !tail).map(({ day }) => day),
    convention,
  }
}

type Standing = {
  readonly balance: bigint
  readonly interestDue: bigint
  readonly principalDue: bigint
  readonly defaulted: bigint
}

/**
 * What obligors owe by contract and pay in a scenario: interest on the balance, rounded half up per asset and period,
 * and principal as the contract asks. A late payment comes with the next one; until then interest runs on what is owed.
 */
export function contractualCash(
  terms: PoolTerms,
  scenario: Scenario = {},
): readonly (readonly AssetCash[])[] {
  let standings = new Map<string, Standing>(
    terms.assets.map(({ id, principal }) => [
      id,
      { balance: BigInt(principal), interestDue: 0n, principalDue: 0n, defaulted: 0n },
    ]),
  )
  return terms.days.map((_, row) => {
    const moved = terms.assets.map(asset =>
      movePeriod(asset, { terms, scenario, row, standing: standings.get(asset.id) }),
    )
    const recovered = shareRecovery(moved, scenario.recoveries?.[row + 1] ?? 0n)
    standings = new Map(moved.map(({ cash, standing }) => [cash.asset.id, standing]))
    return moved.map(({ cash }, index) => ({ ...cash, recovery: recovered[index] ?? 0n }))
  })
}

type Moving = {
  readonly terms: PoolTerms
  readonly scenario: Scenario
  readonly row: number
  readonly standing: Standing | undefined
}

type Moved = { readonly cash: AssetCash; readonly standing: Standing }

function movePeriod(asset: AssetFile, { terms, scenario, row, standing }: Moving): Moved {
  const before = standing ?? { balance: 0n, interestDue: 0n, principalDue: 0n, defaulted: 0n }
  const named = (list: Scenario['late']): boolean => list?.[row + 1]?.includes(asset.id) ?? false
  const nothing = { asset, income: 0n, principal: 0n, recovery: 0n, defaulted: 0n, performing: 0n }
  if (before.defaulted > 0n) return { cash: nothing, standing: before }
  if (named(scenario.defaults)) {
    const standingAfter = { balance: 0n, interestDue: 0n, principalDue: 0n, defaulted: before.balance }
    return { cash: { ...nothing, defaulted: before.balance }, standing: standingAfter }
  }
  const due = dueByContract(asset, { terms, row, balance: before.balance, open: before.principalDue })
  const interestDue = before.interestDue + due.income
  const principalDue = before.principalDue + due.principal
  if (named(scenario.late)) {
    const owing = { ...before, interestDue, principalDue }
    return { cash: { ...nothing, performing: before.balance }, standing: owing }
  }
  const balance = before.balance - principalDue
  const cash = { ...nothing, income: interestDue, principal: principalDue, performing: balance }
  return { cash, standing: { balance, interestDue: 0n, principalDue: 0n, defaulted: 0n } }
}

/** What a period makes due of an asset by contract, on what it owes: `open` is principal due before and not yet paid. */
export function dueByContract(
  asset: AssetFile,
  { terms, row, balance, open }: At & { readonly balance: bigint; readonly open: bigint },
): { readonly income: bigint; readonly principal: bigint } {
  const before = { balance, principalDue: open }
  return {
    income: interestOf(asset, { terms, row, balance }),
    principal: instalmentOf(asset, { terms, row, before }),
  }
}

type At = { readonly terms: PoolTerms; readonly row: number }

function interestOf(asset: AssetFile, { terms, row, balance }: At & { readonly balance: bigint }): bigint {
  const start = (row === 0 ? undefined : terms.days[row - 1]) ?? terms.start
  const { numerator, denominator } = fractionOf(
    { convention: terms.convention },
    { start, end: terms.days[row] ?? start },
  )
  return mulDivHalfUp(balance, {
    times: parseRate(asset.contractRate) * numerator,
    over: ONE_PPB_SCALE * denominator,
  })
}

function instalmentOf(
  asset: AssetFile,
  { terms, row, before }: At & { readonly before: Pick<Standing, 'balance' | 'principalDue'> },
): bigint {
  const repayment = asset.repayment ?? terms.repayment ?? { kind: 'equal', instalments: terms.days.length }
  const principal = BigInt(asset.principal)
  const left = before.balance - before.principalDue
  switch (repayment.kind) {
    case 'equal':
      return row + 1 >= repayment.instalments ? left : principal / BigInt(repayment.instalments)
    case 'bullet':
      return row + 1 === repayment.at ? left : 0n
    case 'level': {
      if (row + 1 >= repayment.instalments) return left
      const interest = interestOf(asset, { terms, row, balance: left })
      return (
        levelPayment(asset, { instalments: repayment.instalments, perYear: periodsPerYear(terms) }) - interest
      )
    }
    case 'stated': {
      const last = repayment.shares.at(-1)?.at
      if (row + 1 === last) return left
      const share = repayment.shares.find(({ at }) => at === row + 1)?.share ?? '0'
      return (principal * fraction(share)) / ONE_PPB_SCALE
    }
    default:
      return repayment satisfies never
  }
}

/** The annuity that repays the principal, rounded down; 18 decimals of the discount factor are kept. */
function levelPayment(
  asset: AssetFile,
  { instalments, perYear }: { instalments: number; perYear: bigint },
): bigint {
  const unit = 10n ** 18n
  const rate = (parseRate(asset.contractRate) * 10n ** 9n) / perYear
  const principal = BigInt(asset.principal)
  if (rate === 0n) return principal / BigInt(instalments)
  let growth = unit
  for (let count = 0; count < instalments; count += 1) growth = (growth * (unit + rate)) / unit
  return (principal * rate * growth) / ((growth - unit) * unit)
}

function periodsPerYear({ start, days }: PoolTerms): bigint {
  const span = (days.at(-1) ?? start) - start
  const count = BigInt(days.length)
  return span === 0n ? 1n : (count * 365n + span / 2n) / span || 1n
}

/** A recovery on the pool comes from the assets in default, by what they owed; the last takes the rest. */
function shareRecovery(moved: readonly Moved[], recovery: bigint): readonly bigint[] {
  const owed = moved.map(({ standing }) => standing.defaulted)
  const total = owed.reduce((sum, amount) => sum + amount, 0n)
  if (total === 0n) return owed
  const last = owed.findLastIndex(amount => amount > 0n)
  const shares = owed.map(amount => (recovery * amount) / total)
  const given = shares.reduce((sum, share) => sum + share, 0n)
  return shares.map((share, index) => (index === last ? share + recovery - given : share))
}
