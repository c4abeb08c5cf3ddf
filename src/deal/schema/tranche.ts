import { z } from 'zod'
import { amountText, currencyCode, dateText, idText, maturityClass, names, rateText } from './atoms.ts'
import { seriesLimits } from './limits.ts'

export const levels = ['senior', 'mezz', 'junior'] as const
export const level = z
  .enum(levels)
  .describe('Level of risk; the order of the tranches in the file is their rank')
export type Level = z.infer<typeof level>

const equalInstalments = z
  .strictObject({
    kind: z.literal('equal'),
    instalments: z.int().min(1).max(400),
    first: z
      .int()
      .min(1)
      .optional()
      .describe('Number of the payment date of the first instalment; 1 if absent'),
  })
  .describe('Equal instalments of floor(size / instalments); the last takes the rest')

const statedInstalments = z
  .strictObject({
    kind: z.literal('schedule'),
    instalments: z.array(z.strictObject({ date: dateText, amount: amountText })).min(1),
  })
  .describe('Stated instalments on payment dates; together they are the size of the tranche')

const targetBalances = z
  .strictObject({
    kind: z.literal('target'),
    balances: z.array(z.strictObject({ date: dateText, balance: amountText })).min(1),
  })
  .describe(
    'Target balances (PAC): at a payment date the due principal is what exceeds the last target reached',
  )

const passThrough = z
  .strictObject({ kind: z.literal('passThrough') })
  .describe('No schedule: the whole balance is due whenever its step is reached')

const residual = z
  .strictObject({ kind: z.literal('residual') })
  .describe('Repaid last, then entitled to what is left')

export const amortisation = z.discriminatedUnion('kind', [
  equalInstalments,
  statedInstalments,
  targetBalances,
  passThrough,
  residual,
])
export type Amortisation = z.infer<typeof amortisation>

export const series = z
  .strictObject({
    id: idText,
    place: z.enum(['CN', 'HK', 'MO']),
    legalMode: z.enum(['RegisterMirror', 'FiledToken', 'Sandbox']),
    currency: currencyCode.describe('Currency in which holders of this series are paid'),
    size: amountText.describe('Face of the series, in the currency of the deal'),
    classes: z
      .array(idText)
      .min(1)
      .optional()
      .describe(
        'Classes of the law file whose members the series is offered to; every class of its place if absent',
      ),
    limits: seriesLimits.optional(),
  })
  .describe('One issue of a tranche; all series of a tranche rank equally')

export const tranche = z.strictObject({
  id: idText,
  names: names.optional(),
  level,
  size: amountText,
  coupon: rateText.nullable().describe('Interest a year; null for a tranche that lives on the residual'),
  resets: z
    .array(z.strictObject({ from: dateText, rate: rateText }))
    .optional()
    .describe(
      'Later coupons: each accrues from its date on; interest before it accrues at the rate before it',
    ),
  interestOnArrears: z
    .strictObject({
      factor: rateText.optional().describe('Multiple of the coupon; 1 if absent'),
      margin: rateText.optional().describe('Added to the multiple of the coupon; 0 if absent'),
    })
    .optional()
    .describe('Unpaid interest bears interest, kept apart and paid before it; absent: it bears none'),
  stepUp: z
    .strictObject({
      from: dateText.describe('Anticipated repayment date: the first day of the step-up'),
      rate: rateText.describe('Added to the coupon, a year'),
      onUnpaid: rateText.optional().describe('What unpaid step-up interest bears a year; 0 if absent'),
    })
    .optional()
    .describe(
      'Further interest after the anticipated repayment date; due apart from the coupon and paid by its own step',
    ),
  rating: z.string().nullable().optional(),
  riskGrade: z.enum(['R1', 'R2', 'R3', 'R4', 'R5']),
  maturityClasses: z.array(maturityClass).min(1).describe('Classes of assets that may back this tranche'),
  minimum: rateText.optional().describe('Least part of the size that must be allotted to close; 1 if absent'),
  amortisation,
  transferable: z.boolean().optional().describe('false: held to the end by its first holder'),
  holder: z.string().optional(),
  expectedMaturity: dateText.optional(),
  series: z.array(series).min(1),
})
export type TrancheFile = z.infer<typeof tranche>
