import { z } from 'zod'
import { reportKinds } from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import { dealId, entryId, hash32, period } from '../../domain/ids.ts'
import { currency } from '../../domain/money.ts'
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
  return JSON.stringify(reportData(report))
}

/** The report as plain data that `reportSchema` reads. */
export function reportData(report: CollectionReport): z.input<typeof reportSchema> {
  return JSON.parse(
    JSON.stringify(report, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  )
}

export function readReport(text: string): CollectionReport {
  const data = parsedJson(text)
  try {
    const parsed = reportSchema.safeParse(data)
    if (!parsed.success) throw new ReportTextError(z.prettifyError(parsed.error))
    return parsed.data
  } catch (error) {
    if (!(error instanceof LedgerError) || error instanceof ReportTextError) throw error
    throw new ReportTextError(error.fact)
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ReportTextError('it is not JSON')
  }
}

export class ReportTextError extends LedgerError {
  override readonly code = 'oracle/malformed-report'

  constructor(reason: string) {
    super(`This is no report: ${reason}`, { remedy: 'Give the report as this software writes it' })
  }
}
