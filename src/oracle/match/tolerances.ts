import { z } from 'zod'
import { collectProblems, type Problem, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { type Currency, currencyCodes, currencyOf, parseMoney } from '../../domain/money.ts'
import { parseRate } from '../../domain/rates.ts'

const tolerancesName = 'lingnan-tolerances/1'

const amounts = z
  .partialRecord(z.enum(currencyCodes), z.string())
  .default({})
  .describe('Largest difference by currency; zero for those not named')

/** What a difference may come to before a person must look. Within it, it is still named, with its amount. */
export const tolerancesSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(tolerancesName),
  rounding: amounts.describe('Between lines and credits: rounding'),
  bankFee: amounts.describe('Kept back by banks on the way'),
  terms: amounts.describe(
    'Between what a statement says and what the licence makes due, by licence and period',
  ),
  fx: z.string().default('0').describe('Share by which a converted payment may differ from the fixing'),
  daysBefore: z.int().min(0).default(31).describe('How long before the end of its period a line may be paid'),
  daysAfter: z.int().min(0).default(366).describe('How long after the end of its period a line may be paid'),
})

/** Minor units by currency. */
export type Allowance = (currency: Currency) => bigint

export type Tolerances = {
  readonly rounding: Allowance
  readonly bankFee: Allowance
  readonly terms: Allowance
  readonly fxPpb: bigint
  readonly daysBefore: bigint
  readonly daysAfter: bigint
}

export function parseTolerances(value: unknown): Tolerances {
  const result = tolerancesSchema.safeParse(value)
  if (!result.success) throw new TolerancesRefusedError(problemsOf(result.error, value))
  const { rounding, bankFee, terms, fx, daysBefore, daysAfter } = result.data
  const problems = collectProblems()
  const allowance = (name: string, given: Readonly<Record<string, string>>): Allowance => {
    const read = Object.entries(given).map(([code, text]) => {
      const at = { path: `/${name}/${code}`, value: text }
      return [
        currencyOf(code),
        problems.attempt(at, () => parseMoney(currencyOf(code), text).minor) ?? 0n,
      ] as const
    })
    const byCurrency = new Map<Currency, bigint>(read)
    return currency => byCurrency.get(currency) ?? 0n
  }
  const tolerances = {
    rounding: allowance('rounding', rounding),
    bankFee: allowance('bankFee', bankFee),
    terms: allowance('terms', terms),
    fxPpb: problems.attempt<bigint>({ path: '/fx', value: fx }, () => parseRate(fx)) ?? 0n,
    daysBefore: BigInt(daysBefore),
    daysAfter: BigInt(daysAfter),
  }
  problems.refuse(found => new TolerancesRefusedError(found))
  return Object.freeze(tolerances)
}

export class TolerancesRefusedError extends ProblemsError {
  override readonly code = 'file/tolerances-refused'

  constructor(problems: readonly Problem[]) {
    super('The tolerances', problems)
  }
}
