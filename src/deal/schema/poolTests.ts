import { z } from 'zod'
import { idText, rateText } from './atoms.ts'
import { textForms } from './textForms.ts'

const reason = z
  .strictObject({
    tag: z.string().regex(textForms.tag.pattern).describe('R with the numbers of its sources, K or A'),
    text: z.string().min(1),
  })
  .describe('Why a limit is looser than that of the law file, or not asked')

const common = {
  source: z
    .string()
    .regex(textForms.parameter.pattern)
    .describe('Parameter of the law file that gives the limit, with its place: CN/largest-obligor'),
  reason: reason.optional(),
}

const shareTests = [
  'largestObligor',
  'topFive',
  'affiliates',
  'loanToValueStable',
  'loanToValuePilotPassed',
  'loanToValueEarly',
] as const

export const poolTestWords = ['obligors', ...shareTests, 'life', 'payer', 'negativeList'] as const
export type PoolTestWord = (typeof poolTestWords)[number]

const limit = z.discriminatedUnion('test', [
  z
    .strictObject({ test: z.literal('obligors'), atLeast: z.int().min(1), ...common })
    .describe('Number of obligors'),
  z
    .strictObject({ test: z.enum(shareTests), atMost: rateText, ...common })
    .describe(
      'Share of the principal that the largest obligor, the five largest or the largest group of affiliates owe, or the highest principal against appraised value of an asset of a maturity class',
    ),
  z
    .strictObject({ test: z.literal('life'), months: z.int().min(0).max(600), ...common })
    .describe('Every asset lives that many months beyond legal final'),
  z
    .strictObject({ test: z.literal('payer'), atMost: z.int().min(0), ...common })
    .describe('Early assets without a contractual payer'),
  z
    .strictObject({ test: z.literal('negativeList'), ...common })
    .describe('All questions of /poolTests/answers are answered no'),
])
export type LimitFile = z.infer<typeof limit>

export const poolTests = z
  .strictObject({
    limits: z.array(limit).describe('Tests that the pool must pass at closing, beside the firewall'),
    notAsked: z
      .array(z.strictObject({ test: z.enum(poolTestWords), reason }))
      .optional()
      .describe('Tests of the law file that this deal does not ask'),
    affiliates: z
      .array(z.strictObject({ group: idText, obligors: z.array(z.string().min(1)).min(2) }))
      .optional()
      .describe('Obligors that belong together; every other one stands alone'),
    answers: z
      .array(z.strictObject({ question: z.string().min(1), answer: z.enum(['yes', 'no']) }))
      .optional()
      .describe('Answers to the questions of the negative list, in the order of the law file'),
  })
  .describe('What the pool must satisfy; each limit names its source')
export type PoolTestsFile = z.infer<typeof poolTests>
