import type { ICollectionOracle } from '../../chain/contracts/index.ts'
import { nameOf, ordinalOf, type ReportKind, reportKinds } from '../../domain/enumerations.ts'
import {
  type DealId,
  dealId,
  type EntryId,
  entryId,
  type Hash32,
  hash32,
  type Period,
  period,
} from '../../domain/ids.ts'
import { type Currency, currency } from '../../domain/money.ts'

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

type OnChain = Omit<ICollectionOracle.CollectionReportStructOutput, keyof (readonly unknown[]) | number>

/** A report as an event gives it. */
export function reportFrom(found: OnChain): CollectionReport {
  const [none = 0n, stable = 0n, pilotPassed = 0n, early = 0n] = found.performing
  return Object.freeze({
    deal: dealId(found.dealId),
    stream: Number(found.streamId),
    period: period(found.period),
    sequence: Number(found.seq),
    kind: nameOf(reportKinds, found.kind),
    isFinal: found.isFinal,
    ...(found.supersedes === NOTHING_SUPERSEDED ? {} : { supersedes: hash32(found.supersedes) }),
    currency: currency(found.currency),
    income: found.income,
    principal: found.principal,
    deductions: found.deductions,
    receipts: found.receipts.map(entryId),
    withServicer: found.withServicer,
    performing: [none, stable, pilotPassed, early] as const,
    defaulted: found.defaulted,
    losses: found.losses,
    refundDue: found.refundDue,
    feesDue: [...found.feesDue],
    statementHash: hash32(found.statementHash),
    evidenceRoot: hash32(found.evidenceRoot),
    observedAt: found.observedAt,
    validUntil: found.validUntil,
    configDigest: hash32(found.configDigest),
  })
}
