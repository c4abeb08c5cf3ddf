import { z } from 'zod'
import { idText, rateText } from './atoms.ts'
import { textForms } from './textForms.ts'

const flags = z.array(idText).optional()

/** What every step may state. */
const anywhere = {
  from: idText.optional().describe('Account that pays; may be left out where the deal has one plan account'),
  onlyIf: flags.describe('Triggers that must all be raised'),
  unless: flags.describe('Triggers of which none may be raised'),
  note: z.string().optional(),
}

const supported = {
  support: z
    .array(idText)
    .max(4)
    .optional()
    .describe('Accounts and supports that pay what is short, in order; their money reaches this payee only'),
}

const target = z
  .union([idText, z.array(idText).min(1)])
  .describe('A level (senior, mezz, junior, rated), a tranche, or a list of them')

const order = z
  .enum(['proRata', 'sequential'])
  .optional()
  .describe('Among the payees of this step: pro rata to what is due (if absent), or one after the other')

/** The words of a term sheet; they are short for the steps below. */
const shortStep = z
  .string()
  .regex(textForms.word.pattern)
  .describe(
    'tax, fees_senior, fees_junior, int:<whom>, step_up:<whom>, prin_sched:<whom>, prin_all:<whom>, reserve_topup, guarantor_reimburse, junior_if_allowed, junior, carry_forward',
  )

export const longStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('tax'), ...anywhere, ...supported }),
  z.strictObject({
    step: z.literal('fees'),
    fees: z.union([z.enum(['senior', 'junior']), z.array(idText).min(1)]),
    order,
    ...anywhere,
    ...supported,
  }),
  z.strictObject({
    step: z.literal('interest'),
    to: target,
    order,
    debitDeficiency: z
      .boolean()
      .optional()
      .describe('true: what is paid is principal used for interest and is booked as a principal deficiency'),
    ...anywhere,
    ...supported,
  }),
  z
    .strictObject({ step: z.literal('stepUp'), to: target, order, ...anywhere, ...supported })
    .describe('Pays step-up interest that is due after the anticipated repayment date'),
  z.strictObject({
    step: z.literal('principal'),
    to: target,
    amount: z
      .enum(['scheduled', 'all'])
      .describe('scheduled: what the amortisation asks for; all: the whole balance'),
    order,
    share: rateText.optional().describe('Part of the account that may be used; all of it if absent'),
    ...anywhere,
    ...supported,
  }),
  z.strictObject({
    step: z.literal('junior'),
    ifRatedRepaid: z.boolean().describe('true: only once every rated tranche is repaid in full'),
    ...anywhere,
  }),
  z.strictObject({
    step: z.literal('residual'),
    to: idText.describe('Tranche that takes what is left'),
    share: rateText.optional(),
    ...anywhere,
  }),
  z.strictObject({
    step: z.literal('feeResidual'),
    fee: idText.describe('Fee whose payee takes a share of what is left'),
    share: rateText,
    ...anywhere,
  }),
  z.strictObject({ step: z.literal('topUp'), ...anywhere }),
  z.strictObject({
    step: z.literal('releaseReserve'),
    to: idText,
    amount: z.enum(['excess', 'all']).describe('excess: what is above the target; all: the whole reserve'),
    onlyIf: anywhere.onlyIf,
    unless: anywhere.unless,
    note: anywhere.note,
  }),
  z.strictObject({ step: z.literal('reimburse'), support: z.union([idText, z.literal('*')]), ...anywhere }),
  z
    .strictObject({
      step: z.literal('cleanUpCall'),
      to: target,
      share: rateText.describe('The call can be made while the performing pool is at most this share of it'),
      ...anywhere,
    })
    .describe(
      'Once the pool is small and the account holds all that the tranches are due, repays them at once and raises "called"; else does nothing',
    ),
  z
    .strictObject({ step: z.literal('cure'), to: target, into: idText, ...anywhere })
    .describe('Moves what is missing by the deficiency ledger into an account for principal'),
  z
    .strictObject({ step: z.literal('move'), into: idText, share: rateText.optional(), ...anywhere })
    .describe('Moves all of an account, or a share of it, into another: turbo, trap, merging of accounts'),
  z
    .strictObject({ step: z.literal('test'), triggers: z.array(idText).min(1), note: anywhere.note })
    .describe('Tests triggers here instead of at the start of the calculation'),
  z
    .strictObject({ step: z.literal('carryForward'), note: anywhere.note })
    .describe('What is left stays in its account'),
])
export type LongStep = z.infer<typeof longStep>

export const step = z.union([shortStep, longStep])

export const waterfall = z.strictObject({
  normal: z.array(step).min(1),
  acceleration: z.array(step).min(1).optional(),
  default: z.array(step).min(1).optional(),
  sameRank: z.string().optional(),
  juniorRule: z.string().optional(),
})
