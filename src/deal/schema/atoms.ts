import { z } from 'zod'
import { dealEventKinds as kinds } from '../../domain/enumerations.ts'
import { inLanguages } from '../../domain/inLanguages.ts'
import { currencyCodes } from '../../domain/money.ts'
import { textForms } from './textForms.ts'

/** The small texts of which a deal file is made. Amounts are in minor units, rates and shares fractions of one. */

export const amountText = z
  .string()
  .regex(textForms.amount.pattern)
  .describe('Amount in minor units of the currency (fen, cents), digits only, below 2^127')

export const rateText = z
  .string()
  .regex(textForms.rate.pattern)
  .describe('Rate a year or share as a decimal fraction of one with at most nine decimals: "0.026" is 2.6 %')

export const dateText = z.string().regex(textForms.date.pattern).describe('Date YYYY-MM-DD in UTC+8')

export const idText = z
  .string()
  .regex(textForms.id.pattern)
  .describe('Short name by which other parts of the file refer to this one')

export const offsetText = z
  .string()
  .regex(textForms.offset.pattern)
  .describe('Distance from the payment date in business days: T-8, T, T+1; or monthly')

export const currencyCode = z.enum(currencyCodes).describe('Currency; CNH is yuan held offshore')

export const names = inLanguages.describe(
  'The same name in simplified Chinese, traditional Chinese, Portuguese and English',
)

export type Names = z.infer<typeof names>

export const maturityClasses = ['stable', 'pilotPassed', 'early'] as const
export const maturityClass = z
  .enum(maturityClasses)
  .describe('Maturity of the technology: stable is TRL 8–9, pilotPassed TRL 6–7, early TRL 3–5')
export type MaturityClass = z.infer<typeof maturityClass>

/** In the order of the enum `Office` of the contracts, which starts with None. */
export const offices = [
  'originator',
  'manager',
  'servicer',
  'backupServicer',
  'accountBank',
  'supervisingBank',
  'custodian',
  'trustee',
  'guarantor',
  'verificationAgent',
  'appraiser',
  'ratingAgency',
  'auditor',
  'registrar',
] as const
export const office = z.enum(offices).describe('Office of a deal')
export type Office = z.infer<typeof office>

/** What an officer can report; on chain the first kind is None. */
export const [, ...dealEventKinds] = kinds
export const dealEventKind = z.enum(dealEventKinds).describe('Kind of a signed event of the deal')
export type DealEventKind = z.infer<typeof dealEventKind>
