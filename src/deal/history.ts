import { formatDecimal } from '../domain/decimals.ts'
import { currencyOf, money } from '../domain/money.ts'
import { type Fixing, ONE_PPB_SCALE, sourceUp } from '../domain/rates.ts'
import { type AssetCash, contractualCash, poolTermsOf, type Scenario } from './contractual.ts'
import type { Deal } from './deal.ts'
import { maturityClasses } from './schema/atoms.ts'
import {
  type CollectionLine,
  type InputsFile,
  inputsSchemaName,
  type PeriodInputsFile,
} from './schema/inputs.ts'

/** Fixings of the first date, moved a little at each later one: invented, all below one. */
const FIRST_FIXING_E9: { readonly [currency: string]: bigint } = {
  HKD: 912_340_000n,
  MOP: 885_770_000n,
  CNH: 999_900_000n,
}
const MOVE_E9 = 137_000n

export type HistoryTerms = {
  readonly scenario: string
  readonly terms: Scenario
  /** Whether periods without income follow up to legal final. */
  readonly throughTail?: boolean
}

/**
 * A collection history by contract and scenario. What is collected in another currency is given in that currency, as
 * the least amount that its fixing turns into the amount due, so that rounding down gives exactly that amount.
 */
export function historyOf(deal: Deal, { scenario, terms, throughTail = false }: HistoryTerms): InputsFile {
  const rows = contractualCash(poolTermsOf(deal), terms)
  return {
    schema: inputsSchemaName,
    deal: deal.id,
    scenario,
    provenance: { '/': 'assumed' },
    periods: [
      ...rows.map((cash, row) => periodOf(deal, { cash, row })),
      ...(throughTail ? nilPeriods(deal) : []),
    ],
  }
}

function nilPeriods(deal: Deal): readonly PeriodInputsFile[] {
  return deal.dates.flatMap(({ tail }, row) => (tail ? [{ period: row + 1, collections: [] }] : []))
}

type Row = { readonly cash: readonly AssetCash[]; readonly row: number }

function periodOf(deal: Deal, { cash, row }: Row): PeriodInputsFile {
  const defaults = cash.filter(({ defaulted }) => defaulted > 0n)
  return {
    period: row + 1,
    collections: cash.flatMap(one => linesOf(one, { deal, row })),
    ...(defaults.length === 0
      ? {}
      : {
          defaults: defaults.map(({ asset, defaulted }) => ({
            asset: asset.id,
            amount: defaulted.toString(),
          })),
        }),
    performing: performingOf(cash),
  }
}

function linesOf(
  { asset, income, principal, recovery }: AssetCash,
  { deal, row }: { deal: Deal; row: number },
): CollectionLine[] {
  const amounts = [
    ['income', income],
    ['principal', principal],
    ['recovery', recovery],
  ] as const
  return amounts
    .filter(([, amount]) => amount > 0n)
    .map(([kind, amount]) => {
      const line = { asset: asset.id, kind, currency: asset.collectionCurrency }
      if (asset.collectionCurrency === deal.file.currency) return { ...line, amount: amount.toString() }
      const fixing = fixingOf(deal, { currency: asset.collectionCurrency, row })
      const foreign = sourceUp(money(fixing.to, amount), fixing)
      return { ...line, amount: foreign.minor.toString(), fixing: formatDecimal(fixing.rateE9, 9) }
    })
}

/** The invented fixing at which money of a period is sold, by its row from 0. */
export function fixingOf(
  { file }: Deal,
  { currency, row }: { readonly currency: string; readonly row: number },
): Fixing {
  const first = FIRST_FIXING_E9[currency] ?? ONE_PPB_SCALE - MOVE_E9
  return {
    from: currencyOf(currency),
    to: currencyOf(file.currency),
    rateE9: first - MOVE_E9 * BigInt(row % 7),
  }
}

function performingOf(cash: readonly AssetCash[]): NonNullable<PeriodInputsFile['performing']> {
  return Object.fromEntries(
    maturityClasses.map(name => [
      name,
      cash
        .filter(({ asset }) => asset.maturityClass === name)
        .reduce((sum, { performing }) => sum + performing, 0n)
        .toString(),
    ]),
  )
}
