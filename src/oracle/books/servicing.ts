import { z } from 'zod'
import { type Problem, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'

export const servicingName = 'lingnan-servicing/1'

const minor = z
  .string()
  .regex(/^\d{1,14}$/)
  .transform(BigInt)
  .describe('Minor units of the currency of the deal')
const amounts = z.array(z.strictObject({ asset: z.string().min(1), amount: minor })).default([])

/** What no statement and no bank says of a period: defaults, losses, fees and refunds, by the servicer's own judgement. */
export const servicingSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(servicingName),
  period: z.int().min(1).describe('Period of the deal'),
  defaults: amounts.describe('Claims that are in default from this period on'),
  losses: amounts.describe('What is given up'),
  feesDue: z
    .array(minor)
    .max(8)
    .default([])
    .describe('Fees that fell due by report, in the order of the deal'),
  refundDue: z
    .string()
    .regex(/^\d{1,14}$/)
    .default('0')
    .transform(BigInt)
    .describe('What is to be paid back to obligors'),
})

export type Servicing = Omit<z.output<typeof servicingSchema>, '$schema' | 'schema'>

export function parseServicing(value: unknown): Servicing {
  const result = servicingSchema.safeParse(value)
  if (!result.success) throw new ServicingRefusedError(problemsOf(result.error, value))
  const { $schema: _form, schema: _name, ...servicing } = result.data
  return Object.freeze(servicing)
}

export class ServicingRefusedError extends ProblemsError {
  override readonly code = 'file/servicing-refused'

  constructor(problems: readonly Problem[]) {
    super('The record of the servicer', problems)
  }
}
