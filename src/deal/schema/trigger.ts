import { z } from 'zod'
import { amountText, dateText, dealEventKind, idText, names, rateText } from './atoms.ts'

const trancheList = z.array(idText).min(1)

/** A condition that is bad when it holds. Each is tested by cross-multiplication: no division, no rounding. */
export const condition = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('cumulativeDefault'), above: rateText })
    .describe('Principal of assets in default since closing exceeds this share of the opening pool'),
  z
    .strictObject({ kind: z.literal('periodDefault'), above: rateText })
    .describe('Principal newly in default exceeds this share of the notes outstanding'),
  z
    .strictObject({ kind: z.literal('lowCollections'), below: rateText, periods: z.int().min(1).max(100) })
    .describe('Collections stay below this share of the baseline for so many periods in a row'),
  z
    .strictObject({ kind: z.literal('cumulativeShortfall'), below: rateText })
    .describe('Collections since closing are below this share of the baseline since closing'),
  z
    .strictObject({ kind: z.literal('overcollateralisation'), tranches: trancheList, below: rateText })
    .describe('Performing pool and principal in hand are below this multiple of the tranches'),
  z
    .strictObject({ kind: z.literal('interestCoverage'), tranches: trancheList, below: rateText })
    .describe('Income in hand after tax and senior fees is below this multiple of the interest due'),
  z
    .strictObject({ kind: z.literal('debtService'), tranches: trancheList, below: rateText })
    .describe(
      'Collections of the period are below this multiple of tax, senior fees, interest and scheduled principal due',
    ),
  z
    .strictObject({ kind: z.literal('deficiency'), tranches: trancheList })
    .describe('A principal deficiency is booked against the tranches'),
  z
    .strictObject({ kind: z.literal('poolBelow'), share: rateText })
    .describe('The performing pool is at or below this share of the opening pool (clean-up call)'),
  z
    .strictObject({ kind: z.literal('dateReached'), date: dateText })
    .describe('The payment date is this date or a later one'),
  z
    .strictObject({ kind: z.literal('event'), event: dealEventKind })
    .describe('An event of this kind is reported'),
  z
    .strictObject({ kind: z.literal('callUnpaid'), support: idText })
    .describe('A support has not paid all of a call at its deadline'),
  z
    .strictObject({ kind: z.literal('interestUnpaid'), tranches: trancheList })
    .describe('Interest is still unpaid after the payment; takes effect at the next date'),
  z
    .strictObject({ kind: z.literal('principalUnpaid'), tranches: trancheList })
    .describe('Principal is still unpaid after the payment at legal final'),
  z
    .strictObject({ kind: z.literal('lossAbove'), amount: amountText })
    .describe('Losses reported for the period exceed this amount'),
])
export type Condition = z.infer<typeof condition>

export const effects = [
  'acceleration',
  'default',
  'trap',
  'divert',
  'demote',
  'call',
  'disclosure',
  'perfection',
] as const

export const trigger = z.strictObject({
  id: idText,
  names: names.optional(),
  effect: z
    .enum(effects)
    .describe(
      'acceleration and default change the mode; every other effect is what the steps naming this trigger do',
    ),
  when: z.array(condition).min(1).describe('The trigger is raised when any of these holds'),
  decision: z
    .enum(['automatic', 'resolution'])
    .describe('resolution: the mode changes only when a declaration of the holders is reported'),
  waivable: z
    .boolean()
    .optional()
    .describe('true: an event Waived takes the effect back until it is raised anew'),
  standsFor: z
    .strictObject({ days: z.int().min(1).max(3_650) })
    .optional()
    .describe(
      'Cure time: the mode changes at the first payment date on which the breach still stands after so many calendar days from the date that found it, and no waiver was reported',
    ),
  latched: z
    .boolean()
    .describe('true: once raised it stays; false: it is cured when no condition holds any more'),
  cureDays: z
    .int()
    .min(0)
    .optional()
    .describe('Business days within which the fact may be cured before it is reported'),
  text: z.string().optional().describe('The words of the contract'),
  consequence: z.string().optional().describe('What has to be done outside the calculation'),
})
export type TriggerFile = z.infer<typeof trigger>
