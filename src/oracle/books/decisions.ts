import { z } from 'zod'
import { type Problem, ProblemsError } from '../../domain/errors.ts'
import { hash32 } from '../../domain/ids.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { formatMoney } from '../../domain/money.ts'
import { exceptionKindNames, type MatchException } from '../match/matching.ts'

export const decisionName = 'lingnan-decision/1'

const words = {
  $schema: z.string().optional(),
  schema: z.literal(decisionName),
  note: z.string().min(1).describe('Why'),
  by: z.string().min(1).describe('Who decided'),
}

/** A person's word: that an exception may stand as it is, or that a file which came in is left out. */
export const decisionSchema = z.union([
  z.strictObject({
    ...words,
    accept: z.strictObject({
      kind: z.enum(exceptionKindNames),
      of: z.string().min(1).describe('Line, credit or licence that it concerns'),
      amount: z.string().min(1).describe('Its amount as it is shown: another one is another exception'),
    }),
  }),
  z.strictObject({
    ...words,
    withdraw: z
      .string()
      .regex(/^0x[0-9a-f]{64}$/)
      .transform(hash32)
      .describe('Hash of the file that is left out'),
  }),
])

export type Decision = z.output<typeof decisionSchema>

export function parseDecision(value: unknown): Decision {
  const result = decisionSchema.safeParse(value)
  if (!result.success) throw new DecisionRefusedError(problemsOf(result.error, value))
  return Object.freeze(result.data)
}

/** Whether somebody decided that an exception, with this amount, may stand. */
export function isAccepted(exception: MatchException, decisions: readonly Decision[]): boolean {
  const subjects = subjectsOf(exception)
  return decisions.some(
    decision =>
      'accept' in decision &&
      decision.accept.kind === exception.kind &&
      decision.accept.amount === formatMoney(exception.amount) &&
      subjects.includes(decision.accept.of),
  )
}

/** What an exception concerns: the line or the credit, else the licence. */
export function subjectsOf({ side, lines, credits, licence }: MatchException): readonly string[] {
  if (side === 'terms') return licence === undefined ? [] : [licence]
  return side === 'line' ? lines : credits
}

export class DecisionRefusedError extends ProblemsError {
  override readonly code = 'file/decision-refused'

  constructor(problems: readonly Problem[]) {
    super('The decision', problems)
  }
}
