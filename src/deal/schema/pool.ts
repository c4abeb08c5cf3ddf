import { z } from 'zod'
import {
  amountText,
  currencyCode,
  dateText,
  idText,
  maturityClass,
  names,
  office,
  rateText,
} from './atoms.ts'
import { textForms } from './textForms.ts'

export const repayment = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('equal'), instalments: z.int().min(1) }),
    z.strictObject({ kind: z.literal('level'), instalments: z.int().min(1) }),
    z.strictObject({ kind: z.literal('bullet'), at: z.int().min(1) }),
    z.strictObject({
      kind: z.literal('stated'),
      shares: z.array(z.strictObject({ at: z.int().min(1), share: rateText })).min(1),
    }),
  ])
  .describe(
    'What obligors owe by contract, by payment date: equal principal instalments, level payments, all at one date, or stated shares of principal',
  )
export type Repayment = z.infer<typeof repayment>

export const asset = z.strictObject({
  id: idText,
  right: z.string().min(1).describe('Id of the revenue right in the rights registry'),
  obligor: z.string().min(1),
  place: z.string().min(1).describe('Place by code, English or Chinese name: CN-4401, Guangzhou, 广州'),
  maturityClass,
  trl: z.int().min(1).max(9).describe('Technology readiness level'),
  principal: amountText,
  contractRate: rateText,
  appraisedValue: amountText,
  pledgeRateMax: rateText.describe('Most that may be lent on the appraised value'),
  collectionCurrency: currencyCode.describe('Currency in which the obligor pays'),
  lifeEnd: dateText
    .optional()
    .describe('First day on which a title of the asset ends; its life is unknown if absent'),
  payer: z
    .strictObject({ name: z.string().min(1), contract: z.string().min(1) })
    .optional()
    .describe('Who pays by contract where the technology does not earn yet; required for an early asset'),
  repayment: repayment.optional().describe('If it differs from that of the pool'),
  note: z.string().optional(),
})
export type AssetFile = z.infer<typeof asset>

export const pool = z.strictObject({
  total: amountText.describe('Sum of the principal of the assets'),
  kind: z.string().optional(),
  repayment: repayment.optional(),
  assets: z.array(asset).min(1),
})

export const party = z.strictObject({
  id: idText,
  name: z.string().min(1),
  names: names.optional(),
  place: z.enum(['CN', 'HK', 'MO']),
  offices: z.array(office),
  role: z.string().optional().describe('What the party does, where no office says it'),
})
export type PartyFile = z.infer<typeof party>

export const fee = z.strictObject({
  id: idText,
  names: names.optional(),
  rank: z.enum(['senior', 'junior']),
  payTo: office.describe('Office that is paid'),
  basis: z
    .discriminatedUnion('kind', [
      z
        .strictObject({ kind: z.literal('rate'), rate: rateText, on: z.enum(['notes', 'rated', 'pool']) })
        .describe(
          'A rate a year on all notes, on the rated notes or on the performing pool, by the day count of the deal',
        ),
      z
        .strictObject({
          kind: z.literal('facility'),
          rate: rateText,
          on: z.enum(['drawn', 'undrawn']),
          support: idText,
        })
        .describe(
          'A rate a year on what is owed to a support, or on what is left of its commitment, at the start of the period',
        ),
      z
        .strictObject({ kind: z.literal('perPeriod'), amount: amountText })
        .describe('The same amount each period'),
      z
        .strictObject({ kind: z.literal('reported'), cap: amountText.optional() })
        .describe('What the report says is newly due, up to the cap of one period'),
    ])
    .describe('How much becomes due each period'),
  yearlyCap: amountText
    .optional()
    .describe(
      'Most that ranks here in a year counted from the closing date; the excess ranks with junior fees',
    ),
})
export type FeeFile = z.infer<typeof fee>

export const tax = z
  .strictObject({
    rate: rateText,
    inclusive: z.boolean().describe('true: collections contain the tax, which is rate / (1 + rate) of them'),
    basis: z
      .enum(['period', 'cumulative'])
      .optional()
      .describe(
        'period (if absent): on the income of each period; cumulative: on the income since closing, less the tax paid since closing, rounded once',
      ),
  })
  .describe('Tax on the income collected')

export const support = z.strictObject({
  id: idText,
  kind: z.enum(['guarantor', 'liquidity']),
  party: idText,
  commitment: amountText,
  covers: z
    .array(z.string().regex(textForms.cover.pattern))
    .min(1)
    .describe(
      'What it may pay, in order: tax, fees_senior, int:<level or tranche>, prin_sched:<level or tranche>',
    ),
  draws: z
    .enum(['secondPass', 'atStep'])
    .describe('secondPass: after all steps, on what is still short; atStep: at the steps that name it'),
  restores: z
    .boolean()
    .optional()
    .describe('true: what is reimbursed can be drawn again from the next period on (revolving facility)'),
})
export type SupportFile = z.infer<typeof support>

export const reserve = z
  .strictObject({
    opening: amountText.optional().describe('Funded at closing'),
    target: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed'), amount: amountText }),
      z.strictObject({ kind: z.literal('percent'), percent: rateText, floor: amountText }),
    ]),
  })
  .describe(
    'Reserve account; its target is an amount, or a percentage of the rated notes but never below a floor',
  )

export const account = z.strictObject({
  id: idText,
  purpose: z.enum(['collection', 'supervised', 'plan', 'reserve']),
  receives: z
    .array(z.enum(['income', 'principal']))
    .optional()
    .describe('Kinds of collections that arrive here; plan accounts only'),
  sweepsTo: idText.optional().describe('Account into which this one is swept before the calculation'),
  bank: idText.optional().describe('Party that keeps the account'),
})
