import {
  balanceCell,
  cashCell,
  freeCell,
  inputCell,
  leftCell,
  owedCell,
  payeeCell,
  tempCell,
} from '../../../src/waterfall/cells.ts'
import {
  accelerationBit,
  always,
  type Cell,
  defaultBit,
  type Layout,
  type Mask,
  type Operation,
  type Program,
} from '../../../src/waterfall/program.ts'
import { accrue, add, gap, pay, set, split, test } from './build.ts'

/** Terms of a deal with a senior note A, a mezzanine note B, a junior note J, a reserve, a facility and a guarantor. */
export type Terms = {
  /** Added to a note's rate for interest on arrears. */
  readonly marginPpb: bigint
  /** Thresholds in hundredths of a per cent. */
  readonly ocBp: bigint
  readonly icBp: bigint
  readonly cumulativeBp: bigint
  readonly accelerationBp: bigint
  readonly reserveBp: bigint
  readonly pool: bigint
  /** Whether principal pays interest of A before the supports do. */
  readonly principalForInterest: boolean
  readonly mode: 'proRata' | 'target' | 'sequential'
}

export const inputNames = [
  'days',
  'year',
  'rateA',
  'rateB',
  'rateJ',
  'baseline',
  'reserveFloor',
  'targetA',
  'targetB',
  'seniorCap',
  'isLast',
  'refundDue',
  'loss',
  'performing',
  'newTax',
  'newSenior',
  'newSubordinated',
  'servicerDefault',
  'eventOfDefault',
  'income12',
  'debtService12',
  'callPrice',
  'incomeCollected',
  'principalCollected',
] as const
export type InputName = (typeof inputNames)[number]
const scheduledInputs = 11

export const payeeNames = [
  'refund',
  'tax',
  'senior',
  'subordinated',
  'facility',
  'guarantor',
  'interestA',
  'interestB',
  'interestJ',
  'principalA',
  'principalB',
  'principalJ',
  'residual',
  'returnFacility',
  'returnGuarantor',
] as const
export type PayeeName = (typeof payeeNames)[number]

export const cashNames = [
  'income',
  'principal',
  'facility',
  'guarantor',
  'reserve',
  'purseA',
  'purseB',
] as const
export type CashName = (typeof cashNames)[number]

export const freeNames = [
  'interestA',
  'interestB',
  'interestJ',
  'onArrearsA',
  'onArrearsB',
  'deficiencyA',
  'deficiencyB',
  'deficiencyJ',
  'tax',
  'senior',
  'subordinated',
  'refund',
  'collected',
  'baseline',
] as const
export type FreeName = (typeof freeNames)[number]

export const flagBits = {
  overCollateral: 0,
  interestCover: 1,
  cumulative: 2,
  trapHalf: 3,
  trapAll: 4,
  deficiency: 5,
  last: 6,
  smallPool: 7,
  callCovered: 8,
  sequential: 9,
  outstanding: 10,
  acceleration: accelerationBit,
  default: defaultBit,
} as const
export type FlagName = keyof typeof flagBits

const threeTrancheLayout: Layout = {
  arrivals: 4,
  supports: 2,
  cash: [
    { feed: 'income', purpose: 'plan' },
    { feed: 'principal', purpose: 'plan' },
    { feed: 'support', purpose: 'guarantee' },
    { feed: 'support', purpose: 'guarantee' },
    { feed: 'none', purpose: 'reserve' },
    { feed: 'none', purpose: 'plan' },
    { feed: 'none', purpose: 'plan' },
  ],
  notes: 3,
  state: 2 * 2 + 3 + freeNames.length,
  payees: [
    { kind: 'refund', ref: 3 },
    { kind: 'tax', ref: 2 },
    { kind: 'fee', ref: 8 },
    { kind: 'fee', ref: 2 },
    { kind: 'reimbursement', ref: 0 },
    { kind: 'reimbursement', ref: 1 },
    ...(['interest', 'principal'] as const).flatMap(kind => [0, 1, 2].map(ref => ({ kind, ref }))),
    { kind: 'residual', ref: 2 },
    { kind: 'return', ref: 0 },
    { kind: 'return', ref: 1 },
  ],
  scheduled: scheduledInputs,
  reportInputs: [
    { kind: 'refundDue', ref: 0 },
    { kind: 'loss', ref: 0 },
    { kind: 'performing', ref: 0 },
    { kind: 'feeDue', ref: 0 },
    { kind: 'feeDue', ref: 1 },
    { kind: 'feeDue', ref: 2 },
    { kind: 'event', ref: 3 },
    { kind: 'event', ref: 2 },
    { kind: 'incomeCollected', ref: 1 },
    { kind: 'principalCollected', ref: 1 },
    { kind: 'principalCollected', ref: 2 },
    { kind: 'incomeCollected', ref: 0 },
    { kind: 'principalCollected', ref: 0 },
  ],
  temps: 4,
}

const cash = (name: CashName): Cell => cashCell(threeTrancheLayout, cashNames.indexOf(name))
const free = (name: FreeName): Cell => freeCell(threeTrancheLayout, freeNames.indexOf(name))
const input = (name: InputName): Cell => inputCell(threeTrancheLayout, inputNames.indexOf(name))
const payee = (name: PayeeName): Cell => payeeCell(threeTrancheLayout, payeeNames.indexOf(name))
const [owedFacility, owedGuarantor] = [
  owedCell(threeTrancheLayout, 0),
  owedCell(threeTrancheLayout, 1),
] as const
const leftFacility = leftCell(threeTrancheLayout, 0)
const balance = {
  A: balanceCell(threeTrancheLayout, 0),
  B: balanceCell(threeTrancheLayout, 1),
  J: balanceCell(threeTrancheLayout, 2),
} as const
const [t0, t1, t2, t3] = [0, 1, 2, 3].map(position => tempCell(threeTrancheLayout, position)) as [
  Cell,
  Cell,
  Cell,
  Cell,
]

const [income, principal, reserve] = [cash('income'), cash('principal'), cash('reserve')] as const
const [facility, guarantor] = [cash('facility'), cash('guarantor')] as const
const supports = [reserve, facility, guarantor] as const

/** The program of a deal of this kind, step by step in the order of its prospectus. */
export function threeTrancheProgram(terms: Terms): Program {
  const operations = [
    ...refunds(),
    ...dues(),
    ...accruals(terms),
    ...lossOf(input('loss')),
    ...tests(terms),
    ...pooling(),
    ...revenue(terms),
    ...accelerated(),
    ...junior(terms),
    ...principalSteps(terms),
    ...closing(),
  ]
  return { layout: threeTrancheLayout, operations }
}

/** The same deal without refunds, caps, default, clean-up call, last date and return of support money: 85 steps. */
export function coreThreeTrancheProgram(terms: Terms): Program {
  const plain = { ...terms, mode: 'sequential', principalForInterest: false } as const
  const operations = [
    ...accruals(plain),
    ...lossOf(input('loss')),
    ...coverageTests(plain),
    ...pooling().slice(0, 2),
    ...revenue(plain).filter(({ op }) => op === 'pay'),
    ...accelerated().slice(0, -2),
    ...junior(plain),
    ...paymentModes(plain),
    ...inOrder('sequential'),
    ...closing().slice(0, -2),
  ]
  return { layout: threeTrancheLayout, operations }
}

/** Steps while the flags named are on, others off. */
function when(on: readonly FlagName[], off: readonly FlagName[] = []): { mask: Mask } {
  const bits = (names: readonly FlagName[]): number =>
    names.reduce((sum, name) => sum | (1 << flagBits[name]), 0)
  return { mask: { set: bits(on), clear: bits(off) } }
}
const normal = when([], ['acceleration'])
const accelerating = when(['acceleration'])

function refunds(): Operation[] {
  const due = free('refund')
  return [
    add({ from: input('refundDue'), to: due }),
    pay({ from: income, due, to: payee('refund') }),
    pay({ from: principal, due, to: payee('refund') }),
  ]
}

/** Net collections never count below zero; senior fees above their cap rank with the subordinated ones. */
function dues(): Operation[] {
  return [
    add({ from: input('incomeCollected'), to: t0 }),
    add({ from: input('principalCollected'), to: t0 }),
    gap({ from: t0, less: payee('refund'), to: t0 }),
    add({ from: t0, to: free('collected') }),
    add({ from: input('baseline'), to: free('baseline') }),
    add({ from: input('newTax'), to: free('tax') }),
    gap({ from: input('newSenior'), less: input('seniorCap'), to: t1 }),
    gap({ from: input('newSenior'), less: t1, to: t0 }),
    add({ from: t0, to: free('senior') }),
    add({ from: t1, to: free('subordinated') }),
    add({ from: input('newSubordinated'), to: free('subordinated') }),
  ]
}

function accruals({ marginPpb }: Terms): Operation[] {
  const period = { days: input('days'), denominatorCell: input('year') }
  const withArrears = (['A', 'B'] as const).flatMap(note => [
    set({ from: input(`rate${note}`), to: t0 }),
    add({ scale: { k1: marginPpb, k2: 0n }, to: t0 }),
    accrue({ ...period, balance: free(`interest${note}`), rate: t0, to: free(`onArrears${note}`) }),
    accrue({ ...period, balance: balance[note], rate: input(`rate${note}`), to: free(`interest${note}`) }),
  ])
  return [
    ...withArrears,
    accrue({ ...period, balance: balance.J, rate: input('rateJ'), to: free('interestJ') }),
  ]
}

/** A loss, or principal used for interest, is debited in reverse order; what no note can bear is dropped. */
function lossOf(amount: Cell): Operation[] {
  const debits = (['J', 'B', 'A'] as const).flatMap(note => [
    gap({ from: balance[note], less: free(`deficiency${note}`), to: t1 }),
    pay({ from: t0, due: t1, to: free(`deficiency${note}`), line: false }),
  ])
  return [set({ from: amount, to: t0 }), ...debits]
}

function tests(terms: Terms): Operation[] {
  return [
    ...coverageTests(terms),
    ...defaultTests(),
    test({ leftScale: 0n, right: input('isLast'), bit: flagBits.last }),
    ...callTests(terms),
  ]
}

function coverageTests(terms: Terms): Operation[] {
  return [
    set({ from: input('performing'), to: t0 }),
    add({ from: principal, to: t0 }),
    ...sumOf([balance.A, balance.B], t1),
    test({ left: t0, leftScale: 10_000n, right: t1, rightScale: terms.ocBp, bit: flagBits.overCollateral }),
    gap({ from: income, less: free('tax'), to: t0 }),
    gap({ from: t0, less: free('senior'), to: t0 }),
    ...sumOf([free('interestA'), free('onArrearsA')], t1),
    test({ left: t0, leftScale: 10_000n, right: t1, rightScale: terms.icBp, bit: flagBits.interestCover }),
    ...shortfallTest(terms.cumulativeBp, flagBits.cumulative, false),
    ...shortfallTest(terms.accelerationBp, accelerationBit, true),
    test({ leftScale: 0n, right: input('servicerDefault'), bit: accelerationBit, latch: true }),
    ...coverTest(140n, flagBits.trapHalf),
    ...coverTest(130n, flagBits.trapAll),
  ]
}

function shortfallTest(thresholdBp: bigint, bit: number, latch: boolean): Operation[] {
  const [left, right] = [free('collected'), free('baseline')]
  return [test({ left, leftScale: 10_000n, right, rightScale: thresholdBp, bit, latch })]
}

/** A default accelerates too. */
function defaultTests(): Operation[] {
  return [
    test({ leftScale: 0n, right: input('eventOfDefault'), bit: defaultBit, latch: true }),
    test({ leftScale: 0n, bit: accelerationBit, latch: true, ...when(['default']) }),
  ]
}

function coverTest(percent: bigint, bit: number): Operation[] {
  const [left, right] = [input('income12'), input('debtService12')]
  return [test({ left, leftScale: 100n, right, rightScale: percent, bit })]
}

/** A clean-up call is possible when a tenth of the pool is left and the price covers every claim. */
function callTests({ pool }: Terms): Operation[] {
  const claims = [
    ...Object.values(balance),
    ...(['interestA', 'interestB', 'interestJ', 'onArrearsA', 'onArrearsB'] as const).map(free),
    ...(['tax', 'senior', 'subordinated'] as const).map(free),
  ]
  const left = input('performing')
  return [
    test({ left, leftScale: 10n, rightScale: pool + 1n, bit: flagBits.smallPool }),
    ...sumOf(claims, t0),
    test({ left: input('callPrice'), right: t0, bit: flagBits.callCovered }),
  ]
}

/** On acceleration income and principal are one; so is the reserve, as on the last date. */
function pooling(): Operation[] {
  return [
    pay({ from: principal, to: income, line: false, ...accelerating }),
    pay({ from: reserve, to: income, line: false, ...accelerating }),
    pay({ from: reserve, to: income, line: false, ...when(['last'], ['acceleration']) }),
  ]
}

function revenue(terms: Terms): Operation[] {
  return [
    pay({ from: income, due: free('tax'), to: payee('tax'), supports }),
    pay({ from: income, due: free('senior'), to: payee('senior'), supports }),
    ...repayFacility(),
    ...seniorInterest(terms),
  ]
}

/** The facility revolves: what is repaid can be drawn again. */
function repayFacility(): Operation[] {
  return [
    set({ from: owedFacility, to: t0 }),
    pay({ from: income, due: owedFacility, to: payee('facility') }),
    gap({ from: t0, less: owedFacility, to: t0 }),
    add({ from: t0, to: leftFacility }),
  ]
}

function seniorInterest({ principalForInterest }: Terms): Operation[] {
  const buckets = [free('onArrearsA'), free('interestA')] as const
  const to = payee('interestA')
  if (!principalForInterest) return buckets.map(due => pay({ from: income, due, to, supports }))
  return [
    ...buckets.map(due => pay({ from: income, due, to })),
    ...sumOf(buckets, t2),
    ...buckets.map(due => pay({ from: principal, due, to, ...normal })),
    ...sumOf(buckets, t3),
    gap({ from: t2, less: t3, to: t2 }),
    ...lossOf(t2),
    ...buckets.map(due => pay({ from: 0, due, to, supports })),
  ]
}

/** One note after the other; after a default the guarantor and subordinated fees wait until all notes are repaid. */
function accelerated(): Operation[] {
  const masked = { from: income, ...accelerating }
  const others = (mask: { readonly mask: Mask }): Operation[] => [
    pay({ ...masked, due: owedGuarantor, to: payee('guarantor'), ...mask }),
    pay({ ...masked, due: free('subordinated'), to: payee('subordinated'), ...mask }),
  ]
  const principalOf = (note: 'A' | 'B' | 'J', supports: readonly Cell[]): Operation =>
    pay({
      ...masked,
      due: balance[note],
      to: payee(`principal${note}`),
      soft: free(`deficiency${note}`),
      supports,
    })
  return [
    principalOf('A', [guarantor]),
    pay({ ...masked, due: free('onArrearsB'), to: payee('interestB') }),
    pay({ ...masked, due: free('interestB'), to: payee('interestB') }),
    principalOf('B', []),
    ...others(when(['acceleration'], ['default'])),
    pay({ ...masked, due: free('interestJ'), to: payee('interestJ') }),
    principalOf('J', []),
    ...others(when(['default'])),
  ]
}

function junior(terms: Terms): Operation[] {
  const from = income
  return [
    pay({ from, due: free('deficiencyA'), to: principal, ...normal }),
    ...mezzanineInterest(when([], ['acceleration', 'overCollateral'])),
    pay({ from, due: free('deficiencyB'), to: principal, ...normal }),
    ...reserveTarget(terms),
    pay({ from, due: t2, to: reserve, ...normal }),
    pay({ from, due: owedGuarantor, to: payee('guarantor'), ...normal }),
    pay({ from, due: free('subordinated'), to: payee('subordinated'), ...normal }),
    ...mezzanineInterest(when(['overCollateral'], ['acceleration'])),
    pay({ from, due: free('deficiencyJ'), to: principal, ...normal }),
    pay({ from, due: free('interestJ'), to: payee('interestJ'), ...normal }),
    pay({ from, to: principal, ...when(['interestCover'], ['acceleration']) }),
    pay({ from, to: principal, ...when(['trapAll'], ['acceleration']) }),
    pay({
      from,
      to: principal,
      scale: { k1: 1n, k2: 2n },
      ...when(['trapHalf'], ['acceleration', 'trapAll']),
    }),
  ]
}

function mezzanineInterest(mask: { readonly mask: Mask }): Operation[] {
  const to = payee('interestB')
  return [
    pay({ from: income, due: free('onArrearsB'), to, ...mask }),
    pay({ from: income, due: free('interestB'), to, ...mask }),
  ]
}

/** What is missing to max(floor, part of the rated balances); nothing on the last date. */
function reserveTarget({ reserveBp }: Terms): Operation[] {
  return [
    ...sumOf([balance.A, balance.B], t0),
    set({ from: t0, scale: { k1: reserveBp, k2: 10_000n }, to: t0 }),
    gap({ from: input('reserveFloor'), less: t0, to: t1 }),
    add({ from: t1, to: t0 }),
    set({ to: t0, ...when(['last']) }),
    gap({ from: t0, less: reserve, to: t2 }),
  ]
}

function principalSteps(terms: Terms): Operation[] {
  return [
    ...paymentModes(terms),
    ...inOrder(terms.mode),
    ...(['A', 'B', 'J'] as const).flatMap(deficiencyWithinBalance),
  ]
}

/** In order of rank whenever a test fails or a deficiency stands, else as the terms say. */
function paymentModes({ mode }: Terms): Operation[] {
  return [
    ...sumOf([free('deficiencyA'), free('deficiencyB')], t0),
    test({ leftScale: 0n, right: t0, bit: flagBits.deficiency }),
    test({ bit: flagBits.sequential }),
    ...(['overCollateral', 'interestCover', 'cumulative', 'deficiency', 'acceleration'] as const).map(flag =>
      test({ leftScale: 0n, bit: flagBits.sequential, ...when([flag]) }),
    ),
    ...(mode === 'proRata' ? proRata() : mode === 'target' ? toTarget() : []),
  ]
}

function proRata(): Operation[] {
  const mask = when([], ['sequential'])
  return [
    split({
      from: principal,
      weights: [balance.A, balance.B],
      to: [cash('purseA'), cash('purseB')],
      ...mask,
    }),
    pay({ from: cash('purseA'), due: balance.A, to: payee('principalA'), ...mask }),
    pay({ from: cash('purseB'), due: balance.B, to: payee('principalB'), ...mask }),
  ]
}

function toTarget(): Operation[] {
  const mask = when([], ['sequential'])
  const down = (note: 'A' | 'B', from: readonly Cell[]): Operation[] => [
    gap({ from: balance[note], less: input(`target${note}`), to: t0 }),
    pay({
      from: principal,
      due: t0,
      to: payee(`principal${note}`),
      also: [balance[note]],
      supports: from,
      ...mask,
    }),
  ]
  return [
    ...down('A', [guarantor]),
    ...down('B', []),
    pay({ from: principal, to: income, line: false, ...mask }),
  ]
}

function inOrder(mode: Terms['mode']): Operation[] {
  const mask = mode === 'sequential' ? { mask: always } : when(['sequential'])
  return [
    pay({ from: principal, due: balance.A, to: payee('principalA'), ...mask }),
    pay({ from: principal, due: balance.B, to: payee('principalB'), ...mask }),
    pay({ from: principal, due: balance.J, to: payee('principalJ') }),
  ]
}

function deficiencyWithinBalance(note: 'A' | 'B' | 'J'): Operation[] {
  const deficiency = free(`deficiency${note}`)
  return [
    gap({ from: deficiency, less: balance[note], to: t0 }),
    gap({ from: deficiency, less: t0, to: deficiency }),
  ]
}

/** The rest of income, and of principal when no note is left, to the residual holder; support money unused goes back. */
function closing(): Operation[] {
  return [
    ...sumOf(Object.values(balance), t0),
    test({ leftScale: 0n, right: t0, bit: flagBits.outstanding }),
    pay({ from: principal, to: payee('residual'), ...when([], ['outstanding']) }),
    pay({ from: income, to: payee('residual') }),
    pay({ from: facility, to: payee('returnFacility') }),
    pay({ from: guarantor, to: payee('returnGuarantor') }),
  ]
}

function sumOf([first = 0, ...others]: readonly Cell[], to: Cell): Operation[] {
  return [set({ from: first, to }), ...others.map(from => add({ from, to }))]
}
