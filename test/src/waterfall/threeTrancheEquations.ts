import {
  type CashName,
  type FlagName,
  type FreeName,
  flagBits,
  type InputName,
  type PayeeName,
  type Terms,
} from './threeTranche.ts'

/**
 * The period of a three-tranche deal in plain equations. It shares the terms and names with the program, and nothing
 * else: no step, no cell, no mask. It holds for amounts that no cell bound stops.
 */
export type Books = {
  readonly cash: Readonly<Record<Exclude<CashName, 'purseA' | 'purseB'>, bigint>>
  readonly owed: Readonly<Record<Support, bigint>>
  readonly left: Readonly<Record<Support, bigint>>
  readonly balance: Readonly<Record<Note, bigint>>
  readonly dues: Readonly<Record<FreeName, bigint>>
  readonly flags: ReadonlySet<FlagName>
}

export type PeriodFigures = {
  readonly arrivals: Readonly<Record<'income' | 'principal' | Support, bigint>>
  readonly inputs: Readonly<Record<InputName, bigint>>
}

export type Result = { readonly books: Books; readonly paid: Readonly<Record<PayeeName, bigint>> }

type Support = 'facility' | 'guarantor'
type Note = 'A' | 'B' | 'J'
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The books while a period is calculated. */
type Desk = {
  readonly cash: Mutable<Books['cash']>
  readonly owed: Mutable<Books['owed']>
  readonly left: Mutable<Books['left']>
  readonly balance: Mutable<Books['balance']>
  readonly dues: Mutable<Books['dues']>
  readonly flags: Set<FlagName>
  readonly paid: Record<PayeeName, bigint>
  readonly inputs: PeriodFigures['inputs']
}

export function threeTranchePeriod(terms: Terms, books: Books, { arrivals, inputs }: PeriodFigures): Result {
  const desk: Desk = {
    cash: { ...books.cash },
    owed: { ...books.owed },
    left: { ...books.left },
    balance: { ...books.balance },
    dues: { ...books.dues },
    flags: new Set(books.flags),
    paid: nobodyPaid(),
    inputs,
  }
  for (const name of ['income', 'principal', 'facility', 'guarantor'] as const)
    desk.cash[name] += arrivals[name]
  refund(desk)
  fallDue(desk, terms)
  debit(desk, inputs.loss)
  judge(desk, terms)
  payRevenue(desk, terms)
  if (desk.flags.has('acceleration')) payAccelerated(desk)
  else payJunior(desk, terms)
  payPrincipal(desk, terms)
  close(desk)
  const { paid, inputs: _, ...after } = desk
  return { books: after, paid }
}

function refund({ cash, dues, paid, inputs }: Desk): void {
  dues.refund += inputs.refundDue
  const fromIncome = min(cash.income, dues.refund)
  const fromPrincipal = min(cash.principal, dues.refund - fromIncome)
  cash.income -= fromIncome
  cash.principal -= fromPrincipal
  dues.refund -= fromIncome + fromPrincipal
  paid.refund = fromIncome + fromPrincipal
}

function fallDue({ dues, paid, inputs, balance }: Desk, { marginPpb }: Terms): void {
  dues.collected += over(inputs.incomeCollected + inputs.principalCollected, paid.refund)
  dues.baseline += inputs.baseline
  dues.tax += inputs.newTax
  dues.senior += min(inputs.newSenior, inputs.seniorCap)
  dues.subordinated += over(inputs.newSenior, inputs.seniorCap) + inputs.newSubordinated
  const accrued = (on: bigint, ratePpb: bigint) =>
    (on * ratePpb * inputs.days) / (1_000_000_000n * inputs.year)
  dues.onArrearsA += accrued(dues.interestA, inputs.rateA + marginPpb)
  dues.onArrearsB += accrued(dues.interestB, inputs.rateB + marginPpb)
  dues.interestA += accrued(balance.A, inputs.rateA)
  dues.interestB += accrued(balance.B, inputs.rateB)
  dues.interestJ += accrued(balance.J, inputs.rateJ)
}

function debit({ balance, dues }: Desk, amount: bigint): void {
  const toJ = min(amount, balance.J - dues.deficiencyJ)
  const toB = min(amount - toJ, balance.B - dues.deficiencyB)
  const toA = min(amount - toJ - toB, balance.A - dues.deficiencyA)
  dues.deficiencyJ += toJ
  dues.deficiencyB += toB
  dues.deficiencyA += toA
}

function judge({ cash, dues, balance, flags, inputs }: Desk, terms: Terms): void {
  const mark = (flag: FlagName, isOn: boolean) => (isOn ? flags.add(flag) : flags.delete(flag))
  mark(
    'overCollateral',
    (inputs.performing + cash.principal) * 10_000n < terms.ocBp * (balance.A + balance.B),
  )
  const forInterest = over(over(cash.income, dues.tax), dues.senior)
  mark('interestCover', forInterest * 10_000n < terms.icBp * (dues.interestA + dues.onArrearsA))
  mark('cumulative', dues.collected * 10_000n < terms.cumulativeBp * dues.baseline)
  const isLow = dues.collected * 10_000n < terms.accelerationBp * dues.baseline
  if (inputs.eventOfDefault > 0n) flags.add('default')
  if (isLow || inputs.servicerDefault > 0n || flags.has('default')) flags.add('acceleration')
  mark('trapHalf', inputs.income12 * 100n < 140n * inputs.debtService12)
  mark('trapAll', inputs.income12 * 100n < 130n * inputs.debtService12)
  mark('last', inputs.isLast > 0n)
  mark('smallPool', inputs.performing * 10n <= terms.pool)
  const interest = dues.interestA + dues.interestB + dues.interestJ + dues.onArrearsA + dues.onArrearsB
  const claims = balance.A + balance.B + balance.J + interest + dues.tax + dues.senior + dues.subordinated
  mark('callCovered', inputs.callPrice < claims)
}

function payRevenue(desk: Desk, { principalForInterest }: Terms): void {
  const { cash, owed, left, flags, dues } = desk
  if (flags.has('acceleration')) {
    cash.income += cash.principal + cash.reserve
    cash.principal = 0n
    cash.reserve = 0n
  } else if (flags.has('last')) {
    cash.income += cash.reserve
    cash.reserve = 0n
  }
  settle(desk, 'tax', ['income', 'reserve', 'facility', 'guarantor'], 'tax')
  settle(desk, 'senior', ['income', 'reserve', 'facility', 'guarantor'], 'senior')
  const repaid = min(cash.income, owed.facility)
  cash.income -= repaid
  owed.facility -= repaid
  left.facility += repaid
  desk.paid.facility += repaid
  if (!principalForInterest) {
    settle(desk, 'onArrearsA', ['income', 'reserve', 'facility', 'guarantor'], 'interestA')
    settle(desk, 'interestA', ['income', 'reserve', 'facility', 'guarantor'], 'interestA')
    return
  }
  for (const due of ['onArrearsA', 'interestA'] as const) settle(desk, due, ['income'], 'interestA')
  if (!flags.has('acceleration')) {
    const before = dues.onArrearsA + dues.interestA
    for (const due of ['onArrearsA', 'interestA'] as const) settle(desk, due, ['principal'], 'interestA')
    debit(desk, before - dues.onArrearsA - dues.interestA)
  }
  for (const due of ['onArrearsA', 'interestA'] as const) {
    settle(desk, due, ['reserve', 'facility', 'guarantor'], 'interestA')
  }
}

function payAccelerated(desk: Desk): void {
  const { dues } = desk
  dues.deficiencyA = over(dues.deficiencyA, repay(desk, 'A', ['income', 'guarantor'], desk.balance.A))
  settle(desk, 'onArrearsB', ['income'], 'interestB')
  settle(desk, 'interestB', ['income'], 'interestB')
  dues.deficiencyB = over(dues.deficiencyB, repay(desk, 'B', ['income'], desk.balance.B))
  const isDefault = desk.flags.has('default')
  if (!isDefault) payOthers(desk)
  settle(desk, 'interestJ', ['income'], 'interestJ')
  dues.deficiencyJ = over(dues.deficiencyJ, repay(desk, 'J', ['income'], desk.balance.J))
  if (isDefault) payOthers(desk)
}

function payOthers(desk: Desk): void {
  reimburse(desk)
  settle(desk, 'subordinated', ['income'], 'subordinated')
}

function payJunior(desk: Desk, { reserveBp }: Terms): void {
  const { cash, balance, flags, inputs } = desk
  cure(desk, 'deficiencyA')
  if (!flags.has('overCollateral')) mezzanine(desk)
  cure(desk, 'deficiencyB')
  const part = ((balance.A + balance.B) * reserveBp) / 10_000n
  const target = flags.has('last') ? 0n : part > inputs.reserveFloor ? part : inputs.reserveFloor
  const topUp = min(cash.income, over(target, cash.reserve))
  cash.income -= topUp
  cash.reserve += topUp
  reimburse(desk)
  settle(desk, 'subordinated', ['income'], 'subordinated')
  if (flags.has('overCollateral')) mezzanine(desk)
  cure(desk, 'deficiencyJ')
  settle(desk, 'interestJ', ['income'], 'interestJ')
  const isAll = flags.has('interestCover') || flags.has('trapAll')
  const trapped = isAll ? cash.income : flags.has('trapHalf') ? cash.income / 2n : 0n
  cash.income -= trapped
  cash.principal += trapped
}

function payPrincipal(desk: Desk, { mode }: Terms): void {
  const { cash, dues, balance, flags, inputs } = desk
  if (dues.deficiencyA + dues.deficiencyB > 0n) flags.add('deficiency')
  else flags.delete('deficiency')
  const bars = ['overCollateral', 'interestCover', 'cumulative', 'deficiency', 'acceleration'] as const
  if (bars.some(flag => flags.has(flag))) flags.add('sequential')
  else flags.delete('sequential')
  if (mode === 'sequential' || flags.has('sequential')) {
    repay(desk, 'A', ['principal'], balance.A)
    repay(desk, 'B', ['principal'], balance.B)
  } else if (mode === 'proRata') {
    const [a, b] = [balance.A, balance.B]
    const amount = min(cash.principal, a + b)
    const toB = a + b === 0n ? 0n : (b * amount) / (a + b)
    const toA = min(amount - toB, a)
    repay(desk, 'A', ['principal'], toA)
    repay(desk, 'B', ['principal'], amount - toA)
  } else {
    repay(desk, 'A', ['principal', 'guarantor'], over(balance.A, inputs.targetA))
    repay(desk, 'B', ['principal'], over(balance.B, inputs.targetB))
    cash.income += cash.principal
    cash.principal = 0n
  }
  repay(desk, 'J', ['principal'], balance.J)
  for (const note of ['A', 'B', 'J'] as const) {
    const deficiency = `deficiency${note}` as const
    dues[deficiency] = min(dues[deficiency], balance[note])
  }
}

function close({ cash, balance, flags, paid }: Desk): void {
  if (balance.A + balance.B + balance.J > 0n) flags.add('outstanding')
  else {
    flags.delete('outstanding')
    paid.residual += cash.principal
    cash.principal = 0n
  }
  paid.residual += cash.income
  paid.returnFacility = cash.facility
  paid.returnGuarantor = cash.guarantor
  cash.income = 0n
  cash.facility = 0n
  cash.guarantor = 0n
}

function mezzanine(desk: Desk): void {
  settle(desk, 'onArrearsB', ['income'], 'interestB')
  settle(desk, 'interestB', ['income'], 'interestB')
}

function cure({ cash, dues }: Desk, deficiency: 'deficiencyA' | 'deficiencyB' | 'deficiencyJ'): void {
  const amount = min(cash.income, dues[deficiency])
  cash.income -= amount
  dues[deficiency] -= amount
  cash.principal += amount
}

function reimburse({ cash, owed, paid }: Desk): void {
  const amount = min(cash.income, owed.guarantor)
  cash.income -= amount
  owed.guarantor -= amount
  paid.guarantor += amount
}

function repay(desk: Desk, note: Note, sources: readonly (keyof Books['cash'])[], due: bigint): bigint {
  const amount = raise(desk, sources, due)
  desk.balance[note] -= amount
  desk.paid[`principal${note}`] += amount
  return amount
}

function settle(
  desk: Desk,
  due: FreeName,
  sources: readonly (keyof Books['cash'])[],
  payee: PayeeName,
): void {
  const amount = raise(desk, sources, desk.dues[due])
  desk.dues[due] -= amount
  desk.paid[payee] += amount
}

/** Takes up to `amount` from the sources in turn; the facility and the guarantor within what is left of their word. */
function raise(
  { cash, owed, left }: Desk,
  sources: readonly (keyof Books['cash'])[],
  amount: bigint,
): bigint {
  let missing = amount
  for (const source of sources) {
    const isSupport = source === 'facility' || source === 'guarantor'
    const give = min(missing, isSupport ? min(cash[source], left[source]) : cash[source])
    cash[source] -= give
    missing -= give
    if (isSupport) {
      owed[source] += give
      left[source] -= give
    }
  }
  return amount - missing
}

function nobodyPaid(): Record<PayeeName, bigint> {
  return {
    refund: 0n,
    tax: 0n,
    senior: 0n,
    subordinated: 0n,
    facility: 0n,
    guarantor: 0n,
    interestA: 0n,
    interestB: 0n,
    interestJ: 0n,
    principalA: 0n,
    principalB: 0n,
    principalJ: 0n,
    residual: 0n,
    returnFacility: 0n,
    returnGuarantor: 0n,
  }
}

export function flagWord(flags: ReadonlySet<FlagName>): number {
  return [...flags].reduce((word, flag) => word | (1 << flagBits[flag]), 0)
}

function min(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}

/** What `one` has above `other`. */
function over(one: bigint, other: bigint): bigint {
  return one > other ? one - other : 0n
}
