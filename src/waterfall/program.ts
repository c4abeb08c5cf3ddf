/** A deal's waterfall as the machine sees it: where the cells are, and what is done with them, in order. */

/** Index of a cell, 0 to 255; 0 is the null operand. */
export type Cell = number

export const feeds = ['none', 'income', 'principal', 'support'] as const
export type Feed = (typeof feeds)[number]

/** In the order of the enum `AccountPurpose` of the contracts. */
export const accountPurposes = [
  'none',
  'collection',
  'supervised',
  'plan',
  'reserve',
  'guarantee',
  'payment',
  'subscription',
  'tax',
  'suspense',
  'unclaimed',
  'restricted',
] as const
export type AccountPurpose = (typeof accountPurposes)[number]

/** Place in the list + 1 = number in the descriptor. */
export const payeeKinds = [
  'tax',
  'fee',
  'interest',
  'principal',
  'residual',
  'reimbursement',
  'return',
  'refund',
] as const
export type PayeeKind = (typeof payeeKinds)[number]

/** Place in the list + 1 = number in the descriptor. */
export const reportInputKinds = [
  'loss',
  'defaulted',
  'performing',
  'refundDue',
  'feeDue',
  'event',
  'callUnpaid',
  'incomeCollected',
  'principalCollected',
] as const
export type ReportInputKind = (typeof reportInputKinds)[number]

/** What a cash cell is fed with, and the ledger account of which it is a part. */
export type CashCell = { readonly feed: Feed; readonly purpose: AccountPurpose }

/** `ref`: ordinal of the tranche for interest, principal and residual, of the support for reimbursement and return, else the office paid. */
export type Payee = { readonly kind: PayeeKind; readonly ref: number }

/** `ref`: ordinal of the fee or support, kind of the deal event, or maturity class (0 = all). */
export type ReportInput = { readonly kind: ReportInputKind; readonly ref: number }

/**
 * The regions, in this order after the null cell: cash, state, payees, inputs, temps.
 * The first `arrivals` cash cells receive cash when a period starts; the last `supports` of them are supports.
 * The state region is `owed` and `left` of each support, the balance of each note, then the deal's own cells.
 */
export type Layout = {
  readonly arrivals: number
  readonly supports: number
  readonly cash: readonly CashCell[]
  readonly notes: number
  readonly state: number
  readonly payees: readonly Payee[]
  readonly scheduled: number
  readonly reportInputs: readonly ReportInput[]
  readonly temps: number
}

export const roundings = ['floor', 'halfUp', 'ceil'] as const
export type Rounding = (typeof roundings)[number]

export const remainders = ['first', 'largest'] as const
export type Remainder = (typeof remainders)[number]

/** A step runs only while every `set` flag is on and every `clear` flag is off. */
export type Mask = { readonly set: number; readonly clear: number }

/** Value × k1 / k2; k2 = 0 means unscaled. */
export type Scale = { readonly k1: bigint; readonly k2: bigint }

type Rounded = { readonly rounding: Rounding; readonly mask: Mask }

export type Pay = Rounded & {
  readonly op: 'pay'
  readonly from: Cell
  readonly due: Cell
  readonly to: Cell
  readonly soft: Cell
  readonly also: readonly Cell[]
  readonly supports: readonly Cell[]
  readonly scale: Scale
  readonly line: boolean
}

export type Split = {
  readonly op: 'split'
  readonly from: Cell
  readonly weights: readonly Cell[]
  readonly to: readonly Cell[]
  readonly remainder: Remainder
  readonly mask: Mask
}

export type Accrue = Rounded & {
  readonly op: 'accrue'
  readonly balance: Cell
  readonly rate: Cell
  readonly ratePpb: bigint
  readonly days: Cell
  readonly denominator: bigint
  readonly denominatorCell: Cell
  readonly to: Cell
}

export type Gap = Rounded & {
  readonly op: 'gap'
  readonly from: Cell
  readonly scale: Scale
  readonly less: Cell
  readonly to: Cell
}

export type Add = Rounded & {
  readonly op: 'add'
  readonly from: Cell
  readonly scale: Scale
  readonly to: Cell
}

export type Set = Rounded & {
  readonly op: 'set'
  readonly from: Cell
  readonly scale: Scale
  readonly to: Cell
}

export type Test = {
  readonly op: 'test'
  readonly left: Cell
  readonly leftScale: bigint
  readonly right: Cell
  readonly rightScale: bigint
  readonly bit: number
  readonly latch: boolean
  readonly mask: Mask
}

export type Operation = Pay | Split | Accrue | Gap | Add | Set | Test

export type Program = { readonly layout: Layout; readonly operations: readonly Operation[] }

/** Flags with a meaning of their own; the other fourteen are the deal's. */
export const defaultBit = 15
export const accelerationBit = 14

export const always: Mask = { set: 0, clear: 0 }
export const unscaled: Scale = { k1: 0n, k2: 0n }
