import type { Deal } from '../../src/deal/deal.ts'
import { maturityClasses } from '../../src/deal/schema/atoms.ts'
import {
  type CollectionLine,
  type InputsFile,
  inputsSchemaName,
  type PeriodInputsFile,
} from '../../src/deal/schema/inputs.ts'
import { formatDecimal } from '../../src/domain/decimals.ts'
import type { Plan } from './plan.ts'
import { type Payment, type PlayedPeriod, playOut } from './playOut.ts'

/** The collection history that statements and payments of a plan come to. */
export function inputsOf(deal: Deal, plan: Plan): InputsFile {
  const tail = deal.dates.flatMap((date, row) => (date.tail ? [{ period: row + 1, collections: [] }] : []))
  return {
    schema: inputsSchemaName,
    deal: deal.id,
    scenario: plan.scenario,
    provenance: { '/': 'assumed' },
    periods: [...playOut(deal, plan).map(periodOf), ...(plan.throughTail === true ? tail : [])],
  }
}

function periodOf({ period, payments, defaults, performing }: PlayedPeriod): PeriodInputsFile {
  const lost = defaults.map(({ asset, amount }) => ({ asset: asset.id, amount: amount.toString() }))
  return {
    period,
    collections: payments.flatMap(linesOf),
    ...(lost.length === 0 ? {} : { defaults: lost }),
    performing: Object.fromEntries(
      maturityClasses.map(name => [
        name,
        [...performing]
          .filter(([asset]) => asset.maturityClass === name)
          .reduce((sum, [, balance]) => sum + balance, 0n)
          .toString(),
      ]),
    ),
  }
}

function linesOf({ asset, currency, parts, fixing, isRecovery }: Payment): CollectionLine[] {
  const amounts = [
    ['income', parts.income],
    [isRecovery ? 'recovery' : 'principal', parts.principal],
  ] as const
  return amounts
    .filter(([, amount]) => amount > 0n)
    .map(([kind, amount]) => ({
      asset: asset.id,
      kind,
      currency,
      amount: amount.toString(),
      ...(fixing === undefined ? {} : { fixing: formatDecimal(fixing.rateE9, 9) }),
    }))
}
