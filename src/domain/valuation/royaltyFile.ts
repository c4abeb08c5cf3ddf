import { z } from 'zod'
import { parseDay } from '../dates.ts'
import { collectProblems, type Problem, ProblemsError } from '../errors.ts'
import { problemsOf } from '../law/formProblems.ts'
import { currencyCodes, currencyOf } from '../money.ts'
import { parseRate } from '../rates.ts'
import type { RoyaltyInputs } from './reliefFromRoyalty.ts'

const royaltyFileName = 'lingnan-royalty/1'

const rate = z.string().describe('Fraction of one, at most nine decimals')

/** The inputs of a valuation as the appraiser hands them over; the ledger keeps their salted hash. */
export const royaltyFileSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(royaltyFileName),
  currency: z.enum(currencyCodes),
  valuedOn: z.string().describe('Day of the value, YYYY-MM-DD'),
  revenues: z
    .array(z.string().regex(/^(0|[1-9]\d{0,37})$/))
    .min(1)
    .describe('Revenue of each year from that day, minor units'),
  royalty: rate,
  tax: rate,
  discount: rate,
  legalEnd: z.string().describe('End of the legal life, YYYY-MM-DD'),
  economicEnd: z.string().describe('End of the economic life, YYYY-MM-DD'),
  appraiser: z.string().min(1).describe('Name and licence of the appraiser'),
  sources: z.array(z.string().min(1)).describe('What the figures rest on'),
})

/** Reads the inputs of a valuation. It throws one RoyaltyFileError that names every fault. */
export function readRoyaltyFile(data: unknown): RoyaltyInputs {
  const parsed = royaltyFileSchema.safeParse(data)
  if (!parsed.success) throw new RoyaltyFileError(problemsOf(parsed.error, data))
  const { currency, revenues, ...rest } = parsed.data
  const problems = collectProblems()
  const day = (field: 'valuedOn' | 'legalEnd' | 'economicEnd') =>
    problems.attempt({ path: `/${field}`, value: rest[field] }, () => parseDay(rest[field]))
  const rateOf = (field: 'royalty' | 'tax' | 'discount') =>
    problems.attempt({ path: `/${field}`, value: rest[field] }, () => parseRate(rest[field]))
  const days = { valuedOn: day('valuedOn'), legalEnd: day('legalEnd'), economicEnd: day('economicEnd') }
  const rates = { royalty: rateOf('royalty'), tax: rateOf('tax'), discount: rateOf('discount') }
  if (!isWhole(days) || !isWhole(rates)) throw new RoyaltyFileError(problems.problems())
  return Object.freeze({
    currency: currencyOf(currency),
    revenues: Object.freeze(revenues.map(BigInt)),
    ...days,
    ...rates,
  })
}

type Whole<T> = { readonly [Key in keyof T]: Exclude<T[Key], undefined> }

function isWhole<T extends Readonly<Record<string, unknown>>>(fields: T): fields is T & Whole<T> {
  return Object.values(fields).every(value => value !== undefined)
}

export class RoyaltyFileError extends ProblemsError {
  override readonly code = 'file/royalty-refused'

  constructor(problems: readonly Problem[]) {
    super('The file of the valuation', problems)
  }
}
