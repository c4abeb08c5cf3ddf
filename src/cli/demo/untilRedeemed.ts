import type { CompiledDeal } from '../../deal/compile.ts'
import type { Inputs, PeriodReport } from '../../deal/parseInputs.ts'
import { type PeriodResult, simulate } from '../../deal/simulate.ts'
import { LedgerError } from '../../domain/errors.ts'

/**
 * Inputs up to the period that redeems the deal, after which the ledger takes no report. Periods after it may only be
 * without anything to report; they are left out.
 */
export async function untilRedeemed(compiled: CompiledDeal, inputs: Inputs): Promise<Inputs> {
  const { periods } = await simulate(compiled, inputs)
  const last = periods.findIndex(isRedeeming)
  if (last < 0) return inputs
  const late = inputs.periods.slice(last + 1).find(report => !isEmpty(report))
  if (late !== undefined) throw new AfterRedemptionError({ redeemed: last + 1, late: late.period })
  return { ...inputs, periods: inputs.periods.slice(0, last + 1) }
}

function isRedeeming({ cells }: PeriodResult): boolean {
  return cells.filter(({ name }) => name.startsWith('balance:')).every(({ after }) => after === 0n)
}

function isEmpty({ lines, defaulted, loss, fees, refund, events }: PeriodReport): boolean {
  const amounts = [...lines.map(({ converted }) => converted), ...fees.values(), defaulted, loss, refund]
  return events.length === 0 && amounts.every(amount => amount === 0n)
}

export class AfterRedemptionError extends LedgerError {
  override readonly code = 'inputs/after-redemption'

  constructor({ redeemed, late }: { readonly redeemed: number; readonly late: number }) {
    super(`Period ${redeemed} redeems the deal, and period ${late} of the inputs has something to report`, {
      remedy: `Leave the periods after ${redeemed} out; what comes then belongs to nobody in the deal`,
    })
  }
}
