import type { ReportInput } from '../waterfall/program.ts'
import type { CompiledDeal } from './compile.ts'
import type { PeriodReport } from './parseInputs.ts'
import { dealEventKinds, type MaturityClass, maturityClasses } from './schema/atoms.ts'

export type ReportedPeriod = {
  readonly report: PeriodReport
  /** What is still unpaid of each support's call at its deadline. */
  readonly unpaidCalls: readonly bigint[]
}

/** Every input of a period: the row of the schedule, then the figures of the report in the order of the program. */
export function inputVector(compiled: CompiledDeal, reported: ReportedPeriod): readonly bigint[] {
  const row = compiled.schedule.rows[reported.report.period - 1] ?? []
  return [...row, ...compiled.reportInputs.map(input => figureOf(input, { compiled, reported }))]
}

type Reported = { readonly compiled: CompiledDeal; readonly reported: ReportedPeriod }

function figureOf(
  { kind, ref }: ReportInput,
  { compiled, reported: { report, unpaidCalls } }: Reported,
): bigint {
  switch (kind) {
    case 'loss':
      return report.loss
    case 'defaulted':
      return report.defaulted
    case 'performing':
      return performingOf(report, ref)
    case 'refundDue':
      return report.refund
    case 'feeDue':
      return report.fees.get(compiled.deal.fees[ref]?.id ?? '') ?? 0n
    case 'event':
      return BigInt(report.events.filter(event => event === dealEventKinds[ref - 1]).length)
    case 'callUnpaid':
      return unpaidCalls[ref] ?? 0n
    case 'incomeCollected':
      return report.income
    case 'principalCollected':
      return report.principal
    default:
      return kind satisfies never
  }
}

/** `ref` 0 is the whole pool, otherwise a class in the order of the enum `Maturity`. */
function performingOf({ performing }: PeriodReport, ref: number): bigint {
  const classes: readonly MaturityClass[] = ref === 0 ? maturityClasses : maturityClasses.slice(ref - 1, ref)
  return classes.reduce<bigint>((sum, name) => sum + (performing[name] ?? 0n), 0n)
}
