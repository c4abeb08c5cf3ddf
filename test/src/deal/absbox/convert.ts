import { z } from 'zod'
import type { DealFile } from '../../../../src/deal/schema/deal.ts'
import { dealSchemaName } from '../../../../src/deal/schema/deal.ts'
import { type InputsFile, inputsSchemaName } from '../../../../src/deal/schema/inputs.ts'
import type { LongStep } from '../../../../src/deal/schema/step.ts'

export type AbsBoxNote = {
  readonly openingBalance: number
  readonly openingRate: string
  readonly type: string | { readonly PAC: readonly (readonly [string, number])[] }
  readonly rateResets: readonly (readonly [string, string])[]
}

export type AbsBoxAction = { readonly tag: string; readonly contents: readonly unknown[] }

export type AbsBoxPeriod = {
  readonly paymentDate: string
  readonly collections: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly feesNewlyDue: Readonly<Record<string, number>>
  readonly expected: {
    readonly notes: Readonly<
      Record<
        string,
        {
          readonly interest: number
          readonly principal: number
          readonly endBalance: number
          readonly interestArrears: number
          readonly interestOnArrears: number
        }
      >
    >
    readonly fees?: Readonly<Record<string, { readonly paid: number; readonly unpaid: number }>>
    readonly accountEndBalances?: Readonly<Record<string, number>>
  }
}

export type AbsBoxDeal = {
  readonly id: string
  readonly name: string
  readonly accrualStartDate: string
  readonly notes: Readonly<Record<string, AbsBoxNote>>
  readonly accounts: readonly string[]
  readonly waterfall: readonly AbsBoxAction[]
  readonly periods: readonly AbsBoxPeriod[]
  readonly cleanUpCall?: AbsBoxCall
}

/** Rows as observed: a fee with its date, what is due of it, paid, and newly due; a note; an account. */
export type AbsBoxCall = {
  readonly date: string
  readonly waterfall: readonly AbsBoxAction[]
  readonly observed: { readonly [row: string]: readonly (readonly (string | number)[])[] }
}

/** A deal of the AbsBox vectors as a deal file: its dates are unchecked, its rounding floors, the rest goes to the first. */
export function dealFileOf(deal: AbsBoxDeal): DealFile {
  const notes = Object.entries(deal.notes)
  const total = notes.reduce((sum, [, { openingBalance }]) => sum + openingBalance, 0).toString()
  const last = deal.periods.at(-1)?.paymentDate ?? deal.accrualStartDate
  return {
    schema: dealSchemaName,
    id: deal.id,
    names: { 'zh-Hans': deal.name, 'zh-Hant': deal.name, pt: deal.name, en: deal.name },
    currency: 'CNY',
    total,
    face: '1',
    closingDate: deal.accrualStartDate,
    legalFinal: last,
    calendars: [],
    dayCount: 'ACT/365F',
    rounding: { interest: 'floor', fees: 'floor', tax: 'floor', split: 'first' },
    tranches: notes.map(([id, note]) => trancheOf(id, note)),
    pool: {
      total,
      assets: [
        {
          id: 'POOL',
          right: 'POOL',
          obligor: 'Obligors',
          place: 'CN',
          maturityClass: 'stable',
          trl: 9,
          principal: total,
          contractRate: '0.07',
          appraisedValue: (Number(total) * 2).toString(),
          pledgeRateMax: '0.5',
          collectionCurrency: 'CNY',
        },
      ],
    },
    parties: [{ id: 'servicer', name: 'Servicer', place: 'CN', offices: ['servicer', 'manager'] }],
    accounts: accountsOf(deal),
    tax: null,
    fees: feeNames(deal).map(id => ({ id, rank: 'senior', payTo: 'servicer', basis: { kind: 'reported' } })),
    supports: [],
    reserve: null,
    refunds: null,
    triggers: [],
    waterfall: { normal: deal.waterfall.map(action => stepOf(action, deal)) },
    periodCalendar: [],
    periods: deal.periods.map(({ paymentDate }) => ({ payment: paymentDate })),
    tail: null,
    provenance: { '/': 'reported by the AbsBox benchmark' },
  }
}

/** The same deal with its clean-up call: a date of its own, on which the steps of the call come first. */
export function calledFileOf(deal: AbsBoxDeal, call: AbsBoxCall): DealFile {
  const file = dealFileOf(deal)
  const fees = call.waterfall.filter(({ tag }) => tag === 'PayFeeResidual').map(({ contents }) => contents[2])
  const steps = call.waterfall
    .filter(({ tag }) => tag !== 'LiquidatePool')
    .map(action => ({ ...stepOf(action, deal), onlyIf: ['CALL'] }))
  return {
    ...file,
    legalFinal: call.date,
    fees: fees.map(id => ({
      id: String(id),
      rank: 'junior',
      payTo: 'servicer',
      basis: { kind: 'reported' },
    })),
    triggers: [
      {
        id: 'CALL',
        effect: 'call',
        when: [{ kind: 'dateReached', date: call.date }],
        decision: 'automatic',
        latched: true,
      },
    ],
    waterfall: { normal: [...steps, ...file.waterfall.normal] },
    periods: [...file.periods, { payment: call.date }],
  }
}

/** What the sale of the pool brings is collected on the date of the call; the fee that is due then is newly due. */
export function calledInputsOf(deal: AbsBoxDeal, { proceeds, due }: CallFigures): InputsFile {
  const inputs = inputsFileOf(deal)
  const fees = Object.fromEntries(Object.entries(due).map(([id, amount]) => [id, amount.toString()]))
  const sale = { asset: 'POOL', kind: 'principal', currency: 'CNY', amount: proceeds.toString() } as const
  const period = deal.periods.length + 1
  return { ...inputs, periods: [...inputs.periods, { period, collections: [sale], fees }] }
}

export type CallFigures = {
  readonly proceeds: number
  readonly due: { readonly [fee: string]: number }
}

function trancheOf(
  id: string,
  { openingBalance, openingRate, type, rateResets }: AbsBoxNote,
): DealFile['tranches'][number] {
  const equity = type === 'Equity'
  const size = openingBalance.toString()
  return {
    id,
    level: equity ? 'junior' : 'senior',
    size,
    coupon: equity ? null : openingRate,
    resets: rateResets.map(([from, rate]) => ({ from, rate })),
    ...(equity ? {} : { interestOnArrears: {} }),
    riskGrade: equity ? 'R5' : 'R2',
    maturityClasses: ['stable'],
    amortisation:
      typeof type === 'object'
        ? {
            kind: 'target',
            balances: type.PAC.map(([date, balance]) => ({ date, balance: balance.toString() })),
          }
        : { kind: equity ? 'residual' : 'passThrough' },
    series: [{ id: `${id}-CN`, place: 'CN', legalMode: 'RegisterMirror', currency: 'CNY', size }],
  }
}

/** Where there are two accounts, the first to be paid interest into is the one for income. */
function accountsOf({ accounts, periods }: AbsBoxDeal): DealFile['accounts'] {
  const receiving = (kinds: readonly string[]): readonly string[] =>
    accounts.filter(id =>
      periods.some(({ collections }) => kinds.some(kind => collections[id]?.[kind] !== undefined)),
    )
  const [income = accounts[0] ?? ''] = receiving(['CollectedInterest'])
  const [principal = income] = receiving(['CollectedPrincipal', 'CollectedPrepayment', 'CollectedRecoveries'])
  return accounts.map(id => ({
    id,
    purpose: 'plan',
    receives: [
      ...(id === income ? (['income'] as const) : []),
      ...(id === principal ? (['principal'] as const) : []),
    ],
  }))
}

function feeNames({ waterfall }: AbsBoxDeal): readonly string[] {
  return [
    ...new Set(
      waterfall.flatMap(({ tag, contents }) => (tag.startsWith('PayFee') ? names(contents[2]) : [])),
    ),
  ]
}

function stepOf({ tag, contents }: AbsBoxAction, deal: AbsBoxDeal): LongStep {
  const [, account, whom] = contents
  const from = String(account)
  switch (tag) {
    case 'PayFee':
      return { step: 'fees', fees: names(whom), from }
    case 'AccrueAndPayInt':
    case 'PayInt':
      return { step: 'interest', to: names(whom), from }
    case 'PayPrin':
      return {
        step: 'principal',
        to: names(whom),
        amount: amountOf(names(whom), deal),
        order: 'sequential',
        from,
      }
    case 'PayIntResidual':
      return { step: 'residual', to: String(whom), from }
    case 'PayFeeResidual':
      return { step: 'feeResidual', fee: String(whom), share: shareOf(contents[0]), from }
    case 'Transfer':
      return { step: 'move', from, into: String(whom) }
    default:
      throw new UnknownActionError(tag)
  }
}

/** "DuePct" of a numerator and a denominator, as a decimal. */
function shareOf(limit: unknown): string {
  const { contents } = z
    .object({ contents: z.object({ numerator: z.number(), denominator: z.number() }) })
    .parse(limit)
  return (contents.numerator / contents.denominator).toString()
}

/** A PAC note is paid down to its target, any other by its whole balance. */
function amountOf(ids: readonly string[], { notes }: AbsBoxDeal): 'scheduled' | 'all' {
  return ids.some(id => typeof notes[id]?.type === 'object') ? 'scheduled' : 'all'
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

export function inputsFileOf(deal: AbsBoxDeal): InputsFile {
  return {
    schema: inputsSchemaName,
    deal: deal.id,
    periods: deal.periods.map(({ collections, feesNewlyDue }, index) => ({
      period: index + 1,
      collections: Object.values(collections).flatMap(kinds =>
        Object.entries(kinds).map(([kind, amount]) => ({
          asset: 'POOL',
          kind: kind === 'CollectedInterest' ? ('income' as const) : ('principal' as const),
          currency: 'CNY' as const,
          amount: amount.toString(),
        })),
      ),
      fees: Object.fromEntries(Object.entries(feesNewlyDue).map(([id, amount]) => [id, amount.toString()])),
    })),
  }
}

class UnknownActionError extends Error {
  constructor(tag: string) {
    super(`The converter does not know the action ${tag}`)
  }
}
