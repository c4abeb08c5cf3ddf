import { z } from 'zod'
import { plainConventions } from '../../domain/dayCount.ts'
import { amountText, currencyCode, dateText, rateText } from '../schema/atoms.ts'

/** The form in which published deals are collected: `ipabs-termsheet/1`. Fields beyond these are kept as facts. */

const text = z.string()
const basisPoints = z.string().regex(/^(0|[1-9]\d{0,4})(\.\d{1,5})?$/)
const MOST_ASSETS = 10_000

const asset = z.looseObject({
  asset_id: text,
  obligor: text,
  place: text,
  maturity_class: z.enum(['stable', 'pilotPassed', 'early']),
  trl: z.int(),
  principal: amountText,
  contract_rate: rateText,
  appraised_value: amountText,
  pledge_rate_max: rateText,
  collection_currency: currencyCode.optional(),
  payer: text.optional(),
  payer_contract: text.optional(),
  note: text.optional(),
})

const tranche = z.looseObject({
  id: text,
  level: z.enum(['senior', 'mezz', 'junior']),
  size: amountText,
  coupon: rateText.nullable(),
  rating: text.nullable().optional(),
  amort: text.optional(),
  expected_maturity: dateText.optional(),
  risk_grade_min: text.optional(),
  maturity_classes: z.array(text).optional(),
  holder: text.optional(),
  transferable: z.boolean().optional(),
  series: z
    .array(z.looseObject({ id: text, legal_mode: text, currency: text, place: text, size: text }))
    .optional(),
})

export const termSheetSchema = z.looseObject({
  schema: z.literal('ipabs-termsheet/1'),
  deal_id: text,
  name_zh: text,
  name_en: text,
  fictional: z.boolean().optional(),
  venue: text.optional(),
  currency: currencyCode,
  total: amountText,
  closing_date: dateText,
  legal_final: dateText,
  pool: z.looseObject({
    assets: z.array(asset).optional(),
    obligors: z.int().min(1).max(MOST_ASSETS).optional(),
    contracts: z.int().min(1).max(MOST_ASSETS).optional(),
    asset: text.optional(),
    amort: text.optional(),
    contract_rate: rateText.optional(),
  }),
  parties: z.array(
    z.looseObject({
      role: text,
      name: text,
      commitment_cap: amountText.optional(),
      covers: z.array(text).optional(),
    }),
  ),
  tranches: z.array(tranche).min(1),
  fees: z
    .looseObject({ tax_rate_on_interest: rateText.optional(), senior_bps: basisPoints.optional() })
    .optional(),
  rounding: z.looseObject({ interest: text.optional(), pro_rata: text.optional() }).optional(),
  day_count: z.enum(plainConventions),
  payment_dates: z.array(dateText).min(1),
  waterfall: z.looseObject({
    normal: z.array(text),
    acceleration: z.array(text).optional(),
    default: z.array(text).optional(),
    same_rank: text.optional(),
    junior_rule: text.optional(),
  }),
  triggers: z.array(z.looseObject({ id: text, type: text, test: text, effect: text.optional() })),
  period_calendar: z
    .looseObject({ steps: z.array(z.looseObject({ day: text, who: text, do: text })) })
    .optional(),
  calendars: z.looseObject({ deal: text.optional() }).optional(),
  fixings: z.record(text, text).optional(),
  provenance: z.record(text, text),
})
export type TermSheet = z.infer<typeof termSheetSchema>
