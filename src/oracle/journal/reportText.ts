import { z } from 'zod'
import { reportKinds } from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import { dealId, entryId, hash32, period } from '../../domain/ids.ts'
import { currency } from '../../domain/money.ts'
import { readJsonShape } from '../../domain/readShape.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'

const whole = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt)
const small = z.number().int().min(0).max(0xffff_ffff)
const hash = z.string().transform(hash32)

/** The fields of a report as JSON: amounts, ids and moments are decimal strings, so that no reader rounds them. */
export const reportShape = z.strictObject({
  deal: whole.transform(dealId),
  stream: small,
  period: whole.transform(period),
  sequence: small,
  kind: z.enum(reportKinds),
  isFinal: z.boolean(),
  supersedes: hash.optional(),
  currency: whole.transform(currency),
  income: whole,
  principal: whole,
  deductions: whole,
  receipts: z.array(whole.transform(entryId)).max(1_000),
  withServicer: whole,
  performing: z.tuple([whole, whole, whole, whole]),
  defaulted: whole,
  losses: whole,
  refundDue: whole,
  feesDue: z.array(whole).max(8),
  statementHash: hash,
  evidenceRoot: hash,
  observedAt: whole,
  validUntil: whole,
  configDigest: hash,
})

export const reportSchema = reportShape.transform((report): CollectionReport => Object.freeze(report))

export function writeReport(report: CollectionReport): string {
  return writeJson(report)
}

/** The report as plain data that `reportSchema` reads. */
export function reportData(report: CollectionReport): z.input<typeof reportSchema> {
  return JSON.parse(writeReport(report))
}

export function readReport(text: string): CollectionReport {
  return readJsonShape(reportSchema, text, reason => new ReportTextError(reason))
}

export class ReportTextError extends LedgerError {
  override readonly code = 'oracle/malformed-report'

  constructor(reason: string) {
    super(`This is no report: ${reason}`, { remedy: 'Give the report as this software writes it' })
  }
}
