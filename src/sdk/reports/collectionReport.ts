import type { ICollectionOracle } from '../../chain/contracts/index.ts'
import { ordinalOf, type ReportKind, reportKinds } from '../../domain/enumerations.ts'
import type { DealId, EntryId, Hash32, Period } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'

/**
 * What a deal collected by one stream in one period, minor units of its currency. The net follows: income and
 * principal less deductions.
 */
export type CollectionReport = {
  readonly deal: DealId
  readonly stream: number
  readonly period: Period
  /** Number of the report within its stream and period, from 1 without a gap. */
  readonly sequence: number
  readonly kind: ReportKind
  readonly isFinal: boolean
  /** Digest of the report that a restatement replaces. */
  readonly supersedes?: Hash32 | undefined
  readonly currency: Currency
  readonly income: bigint
  readonly principal: bigint
  readonly deductions: bigint
  /** Credits of the plan account that carry the net. */
  readonly receipts: readonly EntryId[]
  readonly withServicer: bigint
  /** Performing balance by maturity class, indexed as `maturities`. */
  readonly performing: readonly [bigint, bigint, bigint, bigint]
  readonly defaulted: bigint
  readonly losses: bigint
  readonly refundDue: bigint
  readonly feesDue: readonly bigint[]
  readonly statementHash: Hash32
  readonly evidenceRoot: Hash32
  readonly observedAt: bigint
  readonly validUntil: bigint
  readonly configDigest: Hash32
}

const NOTHING_SUPERSEDED = `0x${'00'.repeat(32)}`

/** The report as the committee signs it and the chain takes it. */
export function reportFields(report: CollectionReport): ICollectionOracle.CollectionReportStruct {
  const { deal, stream, sequence, kind, supersedes, receipts, performing, feesDue, ...rest } = report
  return {
    ...rest,
    dealId: deal,
    streamId: stream,
    seq: sequence,
    kind: ordinalOf(reportKinds, kind),
    supersedes: supersedes ?? NOTHING_SUPERSEDED,
    net: report.income + report.principal - report.deductions,
    receipts: [...receipts],
    performing: [...performing],
    feesDue: [...feesDue],
  }
}
