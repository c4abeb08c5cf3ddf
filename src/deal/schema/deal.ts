import { z } from 'zod'
import { calendarNames } from '../../domain/calendars/calendar.ts'
import { plainConventions } from '../../domain/dayCount.ts'
import { remainders, roundings } from '../../waterfall/program.ts'
import { amountText, currencyCode, dateText, idText, names, office, offsetText, rateText } from './atoms.ts'
import { governance } from './governance.ts'
import { dealLimits } from './limits.ts'
import { account, fee, party, pool, reserve, support, tax } from './pool.ts'
import { poolTests } from './poolTests.ts'
import { waterfall } from './step.ts'
import { tranche } from './tranche.ts'
import { trigger } from './trigger.ts'

export const dealSchemaName = 'lingnan-deal/1'

const rounding = z
  .strictObject({
    interest: z.enum(roundings),
    fees: z.enum(roundings),
    tax: z.enum(roundings),
    split: z
      .enum(remainders)
      .describe(
        'Who gets the units that a pro rata division leaves: the first listed, or the largest remainders',
      ),
  })
  .describe('Nothing else rounds')

const period = z.strictObject({
  payment: dateText.describe('Payment date T'),
  baseline: amountText.optional().describe('Collections foreseen for the period; triggers compare with it'),
})

const act = z
  .strictObject({
    act: idText.describe(
      'transfer is the cut-off, record the record date, notice and guarantee belong to calls',
    ),
    at: offsetText,
    who: office.optional(),
    text: z.string().optional(),
  })
  .describe('One act of a period')

export const dealSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schema: z.literal(dealSchemaName),
    id: idText,
    names,
    fictional: z.boolean().optional(),
    venue: z.string().optional(),
    currency: currencyCode,
    total: amountText.describe('Sum of the tranches'),
    face: amountText.describe('Face of one unit of every series'),
    closingDate: dateText,
    accrualStart: dateText.optional().describe('First day of interest; the closing date if absent'),
    legalFinal: dateText,
    fixings: z
      .array(z.strictObject({ from: currencyCode, to: currencyCode, rate: rateText }))
      .optional()
      .describe('Fixings at closing; needed for each series paid in another currency than that of the deal'),
    calendars: z
      .array(z.enum(calendarNames))
      .describe('A payment date must be a business day of each; an empty list leaves dates unchecked'),
    dayCount: z.enum(plainConventions),
    rounding,
    tranches: z.array(tranche).min(1).max(16),
    limits: dealLimits.optional(),
    pool,
    poolTests: poolTests.optional().describe('The firewall alone is asked if absent'),
    parties: z.array(party).min(1),
    accounts: z.array(account).min(1),
    tax: tax.nullable(),
    fees: z.array(fee),
    supports: z.array(support).max(4),
    reserve: reserve.nullable(),
    refunds: z
      .strictObject({ cap: amountText })
      .nullable()
      .describe(
        'Corrections of earlier periods are refunded first, up to the cap of one period; the excess ranks with junior fees',
      ),
    losses: z
      .enum(['none', 'deficiency'])
      .optional()
      .describe(
        'deficiency: losses are booked in reverse rank in a principal deficiency ledger; none if absent',
      ),
    triggers: z.array(trigger),
    governance: governance.optional(),
    waterfall,
    periodCalendar: z.array(act),
    periods: z.array(period).min(1).max(400),
    tail: z
      .strictObject({ months: z.int().min(1).max(12) })
      .nullable()
      .optional()
      .describe(
        'Distance of the dates from the last period to legal final while tranches are unpaid; 3 if absent',
      ),
    facts: z.record(z.string(), z.json()).optional().describe('Anything else that is known about the deal'),
    provenance: z
      .record(z.string(), z.string())
      .describe('JSON pointer → reported, known, derived or assumed, with its source; "/" is the whole file'),
  })
  .describe('Deal file: the terms of one securitization as people write and read them')
export type DealFile = z.infer<typeof dealSchema>
