import { z } from 'zod'
import { amountText, currencyCode, dealEventKind, idText, rateText } from './atoms.ts'

export const inputsSchemaName = 'lingnan-inputs/1'

export const collection = z.strictObject({
  asset: idText,
  kind: z.enum(['income', 'principal', 'recovery']).describe('A recovery counts as principal'),
  currency: currencyCode,
  amount: amountText.describe('As collected, in that currency'),
  fixing: rateText
    .optional()
    .describe(
      'What one unit of that currency buys of the currency of the deal; converted once, rounded down',
    ),
})
export type CollectionLine = z.infer<typeof collection>

const assetAmount = z.strictObject({ asset: idText, amount: amountText })
const byId = z.record(z.string(), amountText)

const periodInputs = z.strictObject({
  period: z.int().min(1).describe('Number of the payment date, from 1'),
  collections: z.array(collection).describe('Empty for a period without income'),
  defaults: z.array(assetAmount).optional().describe('Principal of assets newly in default'),
  losses: z.array(assetAmount).optional().describe('Principal given up'),
  performing: z.partialRecord(z.enum(['stable', 'pilotPassed', 'early']), amountText).optional(),
  fees: byId.optional().describe('Fee → newly due, for fees by report'),
  refund: amountText.optional().describe('Correction of an earlier period that is newly due'),
  events: z.array(dealEventKind).optional(),
  supports: byId.optional().describe('Support → what it pays of the call; all of it if absent'),
})
export type PeriodInputsFile = z.infer<typeof periodInputs>

export const inputsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schema: z.literal(inputsSchemaName),
    deal: idText,
    scenario: z.string().optional(),
    supports: z
      .record(z.string(), z.enum(['pays', 'fails']))
      .optional()
      .describe('Support → whether it pays its calls; every support pays if absent'),
    provenance: z.record(z.string(), z.string()).optional(),
    periods: z.array(periodInputs).min(1),
  })
  .describe('Period inputs: what was collected and reported, one entry a period')
export type InputsFile = z.infer<typeof inputsSchema>
