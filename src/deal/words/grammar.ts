/** Parts of cell names that come before their references: balance:A, paid:interest:A. */
export const cellKinds = [
  'arrival:income',
  'arrival:principal',
  'support',
  'account',
  'purse',
  'aside',
  'owed',
  'left',
  'drawable',
  'balance',
  'interestDue',
  'interestOnArrears',
  'stepUpDue',
  'principalDue',
  'deficiency',
  'feeDue',
  'feeOver',
  'feeLeft',
  'taxDue',
  'cumulativeIncome',
  'cumulativeTaxPaid',
  'refundDue',
  'refundOver',
  'cumulativeDefault',
  'cumulativeCollections',
  'cumulativeBaseline',
  'lowPeriods',
  'waived',
  'standing',
  'paid:tax',
  'paid:fee',
  'paid:interest',
  'paid:principal',
  'paid:residual',
  'paid:reimbursement',
  'paid:return',
  'paid:refund',
  'scheduled:days',
  'scheduled:daysPassed',
  'scheduled:yearDays',
  'scheduled:instalment',
  'scheduled:target',
  'scheduled:baseline',
  'scheduled:legalFinal',
  'scheduled:lastDate',
  'scheduled:reached',
  'scheduled:yearStart',
  'scheduled:rate',
  'scheduled:arrearsRate',
  'report:defaulted',
  'report:loss',
  'report:performing',
  'report:refundDue',
  'report:fee',
  'report:event',
  'report:callUnpaid',
  'temp',
] as const
export type CellKind = (typeof cellKinds)[number]

/** Names of steps and lines before their references: int:senior, prin:A, fees_senior. */
export const headingKinds = [
  'collect',
  'refund',
  'refund_over',
  'fees due',
  'interest due',
  'principal due',
  'losses',
  'cumulative',
  'test',
  'mode',
  'tax',
  'tax paid',
  'fees_senior',
  'fees_junior',
  'fees_over',
  'fees',
  'fee_residual',
  'int',
  'ioa',
  'step_up',
  'prin',
  'prin_sched',
  'prin_all',
  'junior_if_allowed',
  'junior',
  'residual',
  'excess',
  'reserve_topup',
  'reserve_release',
  'guarantor_reimburse',
  'reimburse',
  'call',
  'cure',
  'move',
  'carry_forward',
  'restore',
  'bound',
  'return',
] as const
export type HeadingKind = (typeof headingKinds)[number]

export type Payment = {
  readonly from: string | null
  readonly due: string | null
  readonly to: string
  readonly share: string | null
  readonly supports: readonly string[]
  /** Cells that fall by what is paid. */
  readonly falling: readonly string[]
}

export type Comparison = {
  readonly left: string
  readonly right: string
  readonly flag: string
  readonly latched: boolean
}

/** How one language says what the machine does. `{}` in a text stands for the reference. */
export type Grammar = {
  readonly cells: { readonly [Kind in CellKind]: string }
  readonly headings: { readonly [Kind in HeadingKind]: string }
  /** Words that stand for themselves elsewhere: levels, modes, flags that the compiler keeps. */
  readonly terms: { readonly [term: string]: string }
  readonly rounding: { readonly floor: string; readonly halfUp: string; readonly ceil: string }
  readonly pay: (payment: Payment) => string
  readonly split: (split: {
    from: string
    weights: string
    to: string
    remainder: 'first' | 'largest'
  }) => string
  readonly accrue: (accrual: {
    balance: string
    rate: string
    days: string
    year: string
    to: string
    rounding: string
  }) => string
  readonly gap: (gap: { from: string; less: string | null; to: string }) => string
  readonly add: (sum: { from: string; to: string }) => string
  readonly set: (value: { from: string; to: string }) => string
  readonly test: (comparison: Comparison) => string
  readonly raise: (flag: string) => string
  readonly lower: (flag: string) => string
  readonly condition: (flags: { on: readonly string[]; off: readonly string[]; action: string }) => string
  readonly pass: { readonly second: string; readonly from: string }
  readonly list: (items: readonly string[]) => string
}
