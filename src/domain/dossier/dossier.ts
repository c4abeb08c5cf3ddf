import { z } from 'zod'
import { type Day, parseDay } from '../dates.ts'
import { parseDecimal } from '../decimals.ts'
import { type MilestoneKind, milestoneKinds } from '../enumerations.ts'
import {
  collectProblems,
  LedgerError,
  type Problem,
  type ProblemCollector,
  ProblemsError,
} from '../errors.ts'
import { problemsOf } from '../law/formProblems.ts'
import { ONE_PPB_SCALE } from '../rates.ts'

const dossierName = 'lingnan-dossier/1'

/** The three values of a patent in GB/T 42748-2023. */
const dimensions = ['legal', 'technical', 'economic'] as const
export type Dimension = (typeof dimensions)[number]

/** How many indicators the levels of the standard have. */
const indicatorCounts = [3, 14, 27] as const

const WEIGHT_DECIMALS = 9
const SCORE_DECIMALS = 2
const WHOLE_SCORE = 10_000n
const WHOLE_FIGURE = 10_000n

const evidence = z.strictObject({
  name: z.string().min(1).describe('What the document is'),
  hash: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .describe('Its salted hash'),
})

/**
 * The evaluation dossier of a right. Indicators, weights and scores are data: the standard recommends weights by scene,
 * and an evaluator states those that were used.
 */
export const dossierSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(dossierName),
  standard: z.string().min(1).describe('The standard and its edition, such as GB/T 42748-2023'),
  scene: z.string().min(1).describe('The scene whose weights were taken, such as finance'),
  titles: z.array(z.string().min(1)).min(1).describe('Numbers of the titles that were evaluated'),
  readiness: z.int().min(1).max(9).describe('Technology readiness level'),
  indicators: z
    .array(
      z.strictObject({
        code: z.string().min(1).describe('Number of the indicator in the standard'),
        name: z.string().min(1),
        dimension: z.enum(dimensions),
        weight: z.string().describe('Share of the whole, at most nine decimals; all weights add up to 1'),
        score: z.string().describe('0 to 100, at most two decimals'),
        note: z.string().optional(),
      }),
    )
    .describe('3, 14 or 27 indicators'),
  milestones: z.array(
    z.strictObject({
      kind: z
        .enum(milestoneKinds)
        .exclude(['None'])
        .describe('Concept verification (概念验证) or pilot (中试)'),
      day: z.string().describe('Day on which it was reached, YYYY-MM-DD'),
      by: z.string().min(1).describe('The platform or laboratory that confirmed it'),
      evidence: z.array(evidence).min(1),
    }),
  ),
  signals: z.strictObject({
    substitution: z.array(z.string().min(1)).describe('Signs that another technology may replace this one'),
    litigation: z.array(z.string().min(1)).describe('Suits, oppositions and requests for invalidation'),
  }),
})

export type DossierMilestone = {
  readonly kind: Exclude<MilestoneKind, 'None'>
  readonly day: Day
  readonly by: string
}

/** What follows from a dossier. Figures are in ten-thousandths, as the ledger keeps them. */
export type Dossier = {
  readonly readiness: number
  readonly indicators: number
  readonly figures: Readonly<Record<Dimension | 'total', bigint>>
  readonly milestones: readonly DossierMilestone[]
  readonly hasSubstitutionSignal: boolean
  readonly hasLitigationSignal: boolean
}

/** Reads a dossier and works its figures out. It throws one DossierError that names every fault. */
export function readDossier(data: unknown): Dossier {
  const parsed = dossierSchema.safeParse(data)
  if (!parsed.success) throw new DossierError(problemsOf(parsed.error, data))
  const { readiness, indicators, milestones, signals } = parsed.data
  const problems = collectProblems()
  const scored = indicators.map((indicator, index) => readIndicator(indicator, index, problems))
  checkIndicators(scored, problems)
  const reached = milestones.map(({ kind, day, by }, index) => {
    const found = problems.attempt({ path: `/milestones/${index}/day`, value: day }, () => parseDay(day))
    return found === undefined ? [] : [Object.freeze({ kind, day: found, by })]
  })
  problems.refuse(found => new DossierError(found))
  return Object.freeze({
    readiness,
    indicators: indicators.length,
    figures: figuresOf(scored),
    milestones: Object.freeze(reached.flat()),
    hasSubstitutionSignal: signals.substitution.length > 0,
    hasLitigationSignal: signals.litigation.length > 0,
  })
}

type Indicator = {
  readonly code: string
  readonly dimension: Dimension
  /** Parts per billion. */
  readonly weight: bigint
  /** Hundredths of a point. */
  readonly score: bigint
}

type IndicatorForm = z.infer<typeof dossierSchema>['indicators'][number]

function readIndicator(
  { code, dimension, weight, score }: IndicatorForm,
  index: number,
  problems: ProblemCollector,
): Indicator {
  const path = `/indicators/${index}`
  const weighed = problems.attempt({ path: `${path}/weight`, value: weight }, () =>
    within(parseDecimal(weight, WEIGHT_DECIMALS), ONE_PPB_SCALE),
  )
  const scored = problems.attempt({ path: `${path}/score`, value: score }, () =>
    within(parseDecimal(score, SCORE_DECIMALS), WHOLE_SCORE),
  )
  return { code, dimension, weight: weighed ?? 0n, score: scored ?? 0n }
}

function checkIndicators(indicators: readonly Indicator[], problems: ProblemCollector): void {
  const path = '/indicators'
  const found = indicators.length
  if (!indicatorCounts.some(count => count === found))
    problems.note({
      path,
      value: found,
      message: 'This is no set of indicators of the standard',
      remedy: `Score ${indicatorCounts.join(', ')} indicators`,
    })
  const codes = indicators.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined)
    problems.note({
      path,
      value: twice,
      message: 'This indicator is scored twice',
      remedy: 'Keep one of them',
    })
  const absent = dimensions.find(one => sumOf(indicators.filter(({ dimension }) => dimension === one)) === 0n)
  if (absent !== undefined)
    problems.note({
      path,
      value: absent,
      message: `No indicator of the ${absent} value has a weight`,
      remedy: 'Score every value; a scene that leaves one out is no scene of the standard',
    })
  const sum = sumOf(indicators)
  if (sum !== ONE_PPB_SCALE)
    problems.note({
      path,
      value: sum,
      message: 'The weights do not add up to 1 (in parts per billion)',
      remedy: 'Correct the weights; nothing is scaled',
    })
}

/** Weighted means: of each value over its own weights, of the whole over all; rounded down. */
function figuresOf(indicators: readonly Indicator[]): Dossier['figures'] {
  const meanOf = (of: readonly Indicator[]): bigint => {
    const weighted = of.reduce((sum, { weight, score }) => sum + weight * score, 0n)
    return (weighted * WHOLE_FIGURE) / (sumOf(of) * WHOLE_SCORE)
  }
  const within = (one: Dimension) => meanOf(indicators.filter(({ dimension }) => dimension === one))
  return Object.freeze({
    legal: within('legal'),
    technical: within('technical'),
    economic: within('economic'),
    total: meanOf(indicators),
  })
}

function sumOf(indicators: readonly Indicator[]): bigint {
  return indicators.reduce((sum, { weight }) => sum + weight, 0n)
}

function within(value: bigint, most: bigint): bigint {
  if (value < 0n || value > most) throw new ScoreOutOfRangeError(value)
  return value
}

export class ScoreOutOfRangeError extends LedgerError {
  override readonly code = 'dossier/out-of-range'
  readonly value: bigint

  constructor(value: bigint) {
    super('The number is out of range', { remedy: 'Give weights from 0 to 1 and scores from 0 to 100' })
    this.value = value
  }
}

export class DossierError extends ProblemsError {
  override readonly code = 'file/dossier-refused'

  constructor(problems: readonly Problem[]) {
    super('The dossier', problems)
  }
}
