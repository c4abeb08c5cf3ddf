import { z } from 'zod'
import { type Day, parseDay } from '../dates.ts'
import { collectProblems, type Problem, ProblemsError } from '../errors.ts'
import { currencyCodes, currencyOf, type Money, money } from '../money.ts'
import { problemsOf } from './formProblems.ts'
import { type AmountFigure, amountFigures, type FactFigure, factFigures, type HolderKind } from './schema.ts'

const figuresSchemaName = 'lingnan-figures/1'

const amount = z.strictObject({
  currency: z.enum(currencyCodes),
  minor: z.string().regex(/^(0|[1-9]\d{0,37})$/),
})

/** What an attester found about a party; the document stays off chain, only its salted hash is attested. */
export const figuresSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(figuresSchemaName),
  holder: z.enum(['person', 'entity']),
  asOf: z.string().describe('Day to which the figures belong, YYYY-MM-DD'),
  amounts: z.partialRecord(z.enum(amountFigures), amount).describe('Figures in money, in minor units'),
  experienceYears: z.int().min(0).optional().describe('Whole years of investment experience'),
  facts: z.array(z.enum(factFigures)).describe('What is so; what is not listed is not so'),
})

/** The evidence figures of one party. */
export type Figures = {
  readonly holder: HolderKind
  readonly asOf: Day
  readonly amounts: ReadonlyMap<AmountFigure, Money>
  readonly experienceYears: number | undefined
  readonly facts: ReadonlySet<FactFigure>
}

/** Reads the figures of a party. It throws one FiguresRefusedError that names every fault. */
export function readFigures(data: unknown): Figures {
  const parsed = figuresSchema.safeParse(data)
  if (!parsed.success) throw new FiguresRefusedError(problemsOf(parsed.error, data))
  const { holder, amounts, experienceYears, facts } = parsed.data
  const problems = collectProblems()
  const asOf = problems.attempt({ path: '/asOf', value: parsed.data.asOf }, () => parseDay(parsed.data.asOf))
  if (asOf === undefined) throw new FiguresRefusedError(problems.problems())
  const found = amountFigures.flatMap((figure): [AmountFigure, Money][] => {
    const given = amounts[figure]
    return given === undefined ? [] : [[figure, money(currencyOf(given.currency), BigInt(given.minor))]]
  })
  return Object.freeze({ holder, asOf, amounts: new Map(found), experienceYears, facts: new Set(facts) })
}

export class FiguresRefusedError extends ProblemsError {
  override readonly code = 'file/figures-refused'

  constructor(problems: readonly Problem[]) {
    super('The file of figures', problems)
  }
}
