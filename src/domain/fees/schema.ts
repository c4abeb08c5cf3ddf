import { z } from 'zod'
import { ipKinds } from '../enumerations.ts'
import { date, grounds, id, minor, names } from '../law/schema.ts'
import { currencyCodes } from '../money.ts'
import { placeCodes } from '../places.ts'

const feesSchemaName = 'lingnan-fees/1'

const year = z.int().min(1).max(50)

const life = z
  .strictObject({
    years: year.describe('Legal life in years from the filing'),
    filedFrom: date.optional().describe('For what was filed on or after this day; absent for all other'),
  })
  .describe('How long a title of this kind lives')

const band = z
  .strictObject({ from: year, to: year, minor })
  .describe('Fee for each of these years of life, which count from the filing')

const surcharge = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('share'),
      share: z.string().describe('Share of the fee, at most nine decimals, for each month begun'),
      freeMonths: z.int().min(0).describe('First months after the due day without a surcharge'),
    }),
    z.strictObject({ kind: z.literal('amount'), minor }),
    z.strictObject({ kind: z.literal('unknown') }),
  ])
  .describe('What is paid besides the fee in the grace period')

const schedule = z
  .strictObject({
    id,
    place: z.enum(placeCodes).describe('Place whose office takes the fees'),
    kinds: z.array(z.enum(ipKinds).exclude(['None'])).min(1),
    names,
    lives: z.array(life).min(1).describe('The first that fits is taken'),
    currency: z.enum(currencyCodes),
    first: z
      .strictObject({
        from: z.enum(['filing', 'grant']).describe('Whether fees fall due without a grant, or only after it'),
        years: z
          .int()
          .min(0)
          .describe(
            'Anniversaries of the filing that pass free of charge: after the filing, or after the first that follows the grant',
          ),
      })
      .describe('On which anniversary of the filing the first fee falls due'),
    bands: z.array(band).min(1),
    grace: z.strictObject({ months: z.int().min(0), surcharge }),
    ...grounds,
  })
  .describe('Fees that keep one kind of title of one place alive')

export const feesSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schema: z.literal(feesSchemaName),
    version: date.describe('Day of this version'),
    names,
    sources: z.record(z.string().regex(/^S\d+$/), z.string().min(1)),
    schedules: z.array(schedule),
  })
  .describe('Fees that keep titles alive, each with its source')

export type FeesFile = z.infer<typeof feesSchema>
