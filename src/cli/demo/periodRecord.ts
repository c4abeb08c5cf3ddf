import type { PeriodResult } from '../../deal/simulate.ts'
import type { DealStage } from '../../domain/stages.ts'
import { stepsOf } from '../output/steps.ts'
import type { StreamFigures } from './collections.ts'
import type { CallRecord, PeriodRecord, SaleRecord } from './record.ts'
import type { LiveRun } from './run.ts'

interface Seen {
  /** The calculation of the period, which the ledger was found to agree with. */
  readonly expected: PeriodResult
  readonly figures: readonly StreamFigures[]
  readonly calls: readonly CallRecord[]
  readonly stage: DealStage
}

/** What one period showed. */
export function periodRecordOf(
  { compiled }: LiveRun,
  { expected, figures, calls, stage }: Seen,
): PeriodRecord {
  const cash = compiled.layout.cash.length
  const held = (moment: 'before' | 'after') =>
    expected.cells.slice(0, cash).reduce((sum, cell) => sum + cell[moment], 0n)
  return {
    period: expected.period,
    paymentDate: expected.date,
    mode: expected.mode,
    income: expected.income,
    principal: expected.principal,
    carriedIn: held('before'),
    carriedOut: held('after'),
    sales: figures.flatMap(salesOf),
    calls,
    steps: stepsOf(expected.lines),
    balances: compiled.deal.tranches.map(({ id }) => ({
      tranche: id,
      balance: expected.cells.find(({ name }) => name === `balance:${id}`)?.after ?? 0n,
    })),
    triggers: expected.triggers.filter(({ raised }) => raised).map(({ id }) => id),
    stage,
  }
}

/** One row a currency: every line is converted by itself, all at the fixing of the day. */
function salesOf({ currency, lines }: StreamFigures): SaleRecord[] {
  const fixings = [...new Set(lines.flatMap(({ fixing }) => (fixing === undefined ? [] : [fixing])))]
  return fixings.map(fixing => {
    const sold = lines.filter(line => line.fixing === fixing)
    return {
      currency,
      fixing,
      amount: sold.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
      bought: sold.reduce((sum, { converted }) => sum + converted, 0n),
    }
  })
}
