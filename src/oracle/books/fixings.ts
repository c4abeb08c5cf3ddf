import { z } from 'zod'
import { parseDay } from '../../domain/dates.ts'
import { collectProblems, type Problem, ProblemsError } from '../../domain/errors.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { currencyCodes, currencyOf } from '../../domain/money.ts'
import { parseFixing } from '../../domain/rates.ts'
import type { DatedFixing } from '../match/matching.ts'

export const fixingsName = 'lingnan-fixings/1'

const code = z.enum(currencyCodes)

/** Published fixings for licences that are paid in another currency than their own. */
export const fixingsSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(fixingsName),
  fixings: z.array(
    z.strictObject({
      on: z.string().describe('Day, YYYY-MM-DD'),
      from: code.describe('Currency of the licence'),
      to: code.describe('Currency of the payment'),
      rate: z.string().describe('How much of the second one unit of the first is, at most nine decimals'),
    }),
  ),
})

export function parseFixings(value: unknown): readonly DatedFixing[] {
  const result = fixingsSchema.safeParse(value)
  if (!result.success) throw new FixingsRefusedError(problemsOf(result.error, value))
  const problems = collectProblems()
  const fixings = result.data.fixings.flatMap(({ on, from, to, rate }, index) => {
    const read = problems.attempt(
      { path: `/fixings/${index}`, value: `${on} ${from}/${to} ${rate}` },
      () => ({
        on: parseDay(on),
        fixing: parseFixing({ from: currencyOf(from), to: currencyOf(to), rate }),
      }),
    )
    return read === undefined ? [] : [read]
  })
  problems.refuse(found => new FixingsRefusedError(found))
  return fixings
}

export class FixingsRefusedError extends ProblemsError {
  override readonly code = 'file/fixings-refused'

  constructor(problems: readonly Problem[]) {
    super('The fixings', problems)
  }
}
