import { z } from 'zod'
import { inLanguages } from '../inLanguages.ts'
import { currencyCodes } from '../money.ts'
import { placeCodes } from '../places.ts'

const lawSchemaName = 'lingnan-law/1'

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe('Short name by which programs and other files refer to the entry; never reused')

export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Date YYYY-MM-DD')

export const names = inLanguages.describe(
  'The same text in simplified Chinese, traditional Chinese, Portuguese and English',
)

export const minor = z
  .string()
  .regex(/^(0|[1-9]\d{0,37})$/)
  .describe('Amount in minor units of the currency (fen, cents, avos), digits only')

const decimal = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,9})?$/)
  .describe('Decimal with at most nine digits after the point; a share is a fraction of one')

const statuses = ['reported', 'known', 'assumed'] as const

const source = z
  .strictObject({
    tag: z
      .string()
      .regex(/^(R S\d+(,S\d+)*|K|A)$/)
      .describe('R with the numbers of its sources: reported; K: generally known; A: assumed'),
    text: z.string().min(1).describe('What the source says, and what to verify before relying on it'),
  })
  .describe('Where a value comes from')

/** What stands beside every value: the rule, its source, when it was read, how sure it is. */
export const grounds = {
  rule: z.string().min(1).describe('Rule or practice that states the value'),
  source,
  since: date.optional().describe('First day of the rule, where it is known'),
  date: date.describe('Day on which the source was read'),
  status: z.enum(statuses).describe('reported by a source, generally known, or assumed'),
}

const conflicts = z
  .array(z.strictObject({ minor, source }))
  .min(1)
  .optional()
  .describe('Other values that other sources give; what satisfies only one of them is disputed')

export const amountFigures = [
  'familyNetFinancialAssets',
  'financialAssets',
  'averageIncome',
  'netAssets',
  'totalAssets',
  'portfolio',
  'entrustedAssets',
] as const

export const factFigures = ['licensedInstitution', 'trustCorporation', 'conversionAccepted'] as const

const yearFigures = ['experienceYears'] as const

const criterion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('amount'),
    figure: z.enum(amountFigures),
    currency: z.enum(currencyCodes),
    atLeast: minor,
    conflicts,
    ...grounds,
  }),
  z.strictObject({
    kind: z.literal('years'),
    figure: z.enum(yearFigures),
    atLeast: z.int().min(1),
    ...grounds,
  }),
  z.strictObject({ kind: z.literal('fact'), figure: z.enum(factFigures), ...grounds }),
])

const way = z
  .strictObject({
    id,
    holder: z.enum(['person', 'entity']),
    criteria: z.array(criterion).min(1).describe('All of them must be met'),
  })
  .describe('One way into a class')

const investorClass = z
  .strictObject({
    id,
    code: z.int().min(0).max(255).describe('Number on chain; stable, and never given to another class'),
    place: z.enum(placeCodes).nullable().describe('Place whose law knows the class; null for all places'),
    names,
    holds: z
      .strictObject({
        notes: z.boolean().describe('Whether its members may hold notes at all'),
        suitabilityExempt: z
          .boolean()
          .describe('Whether risk tolerance need not be tested; a deal may still test it'),
        ...grounds,
      })
      .describe('What its members may hold'),
    ways: z.array(way).describe('Any of them suffices; none if the class needs no figures'),
    ...grounds,
  })
  .describe('A class of investor')

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), count: z.int().min(0) }),
  z.strictObject({ kind: z.literal('amount'), currency: z.enum(currencyCodes), minor }),
  z.strictObject({ kind: z.literal('share'), share: decimal }),
  z.strictObject({ kind: z.literal('multiple'), multiple: decimal }),
  z.strictObject({
    kind: z.literal('time'),
    count: z.int().min(0),
    unit: z.enum(['days', 'months', 'years']),
  }),
  z.strictObject({ kind: z.literal('day'), day: date }),
  z.strictObject({ kind: z.literal('flag'), holds: z.boolean() }),
])

const parameter = z
  .strictObject({
    id,
    place: z.enum(placeCodes),
    names,
    value,
    conflict: z.string().min(1).optional().describe('What other sources say, or what is still unclear'),
    ...grounds,
  })
  .describe('One number or yes of the law of a place')

const quota = z
  .strictObject({
    id,
    from: z.enum(placeCodes),
    to: z.enum(placeCodes),
    channel: id,
    currency: z.enum(currencyCodes),
    minor,
    windowDays: z.int().min(1).describe('Length of the window in days of UTC+8'),
    names,
    ...grounds,
  })
  .describe('A limit on money that crosses a border in one direction through one channel')

const question = z
  .strictObject({ id, place: z.enum(placeCodes), names, ...grounds })
  .describe('A question whose answer must be no')

export const lawSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schema: z.literal(lawSchemaName),
    version: date.describe('Day of this version'),
    names,
    sources: z
      .record(z.string().regex(/^S\d+$/), z.string().min(1))
      .describe('Where each source was found; an asterisk marks a mirror or a repost'),
    figures: z
      .record(z.enum([...amountFigures, ...yearFigures, ...factFigures]), names)
      .describe('Names of the figures that decide on a class'),
    classes: z.array(investorClass).min(1),
    parameters: z.array(parameter),
    quotas: z.array(quota).describe('None unless a scheme states one'),
    negativeList: z.array(question),
  })
  .describe('Legal parameters of the Greater Bay Area, each with its source')

export type LawFile = z.infer<typeof lawSchema>
export type Names = z.infer<typeof names>
export type LawStatus = (typeof statuses)[number]
export type AmountFigure = (typeof amountFigures)[number]
export type FactFigure = (typeof factFigures)[number]
export type Figure = AmountFigure | FactFigure | (typeof yearFigures)[number]
export type HolderKind = LawFile['classes'][number]['ways'][number]['holder']
