import { z } from 'zod'
import { type Day, parseDay } from '../dates.ts'
import { type AppraisalMethod, appraisalMethods } from '../enumerations.ts'
import { collectProblems, type Problem, ProblemsError } from '../errors.ts'
import { problemsOf } from '../law/formProblems.ts'
import { currencyCodes, currencyOf, type Money, money } from '../money.ts'
import { parseRate, type RatePpb, ratePpb } from '../rates.ts'

export const appraisalFileName = 'lingnan-appraisal/1'

/** A value that an appraiser found by another method than relief from royalty; the ledger keeps its salted hash. */
export const appraisalFileSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(appraisalFileName),
  method: z.enum(appraisalMethods).exclude(['None', 'ReliefFromRoyalty']),
  currency: z.enum(currencyCodes),
  value: z
    .string()
    .regex(/^[1-9]\d{0,36}$/)
    .describe('Minor units'),
  discount: z
    .string()
    .optional()
    .describe('Fraction of one, at most nine decimals; where the method discounts'),
  valuedOn: z.string().describe('Day of the value, YYYY-MM-DD'),
  appraiser: z.string().min(1).describe('Name and licence of the appraiser'),
  sources: z.array(z.string().min(1)).min(1).describe('What the figures rest on'),
})

/** A value with the method by which it was found. The discount is zero where the method has none. */
export type Valuation = {
  readonly method: Exclude<AppraisalMethod, 'None'>
  readonly value: Money
  readonly discount: RatePpb
  readonly valuedOn: Day
}

/** Reads an appraisal. It throws one AppraisalFileError that names every fault. */
export function readAppraisalFile(data: unknown): Valuation {
  const parsed = appraisalFileSchema.safeParse(data)
  if (!parsed.success) throw new AppraisalFileError(problemsOf(parsed.error, data))
  const { method, currency, value, discount: rate, valuedOn: day } = parsed.data
  const problems = collectProblems()
  const valuedOn = problems.attempt({ path: '/valuedOn', value: day }, () => parseDay(day))
  const discount =
    rate === undefined
      ? ratePpb(0n)
      : problems.attempt({ path: '/discount', value: rate }, () => parseRate(rate))
  if (valuedOn === undefined || discount === undefined) throw new AppraisalFileError(problems.problems())
  return Object.freeze({ method, value: money(currencyOf(currency), BigInt(value)), discount, valuedOn })
}

export class AppraisalFileError extends ProblemsError {
  override readonly code = 'file/appraisal-refused'

  constructor(problems: readonly Problem[]) {
    super('The file of the appraisal', problems)
  }
}
