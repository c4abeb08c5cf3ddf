import {
  BASELINE,
  COMMITMENT,
  COUPONS,
  DAYS,
  OPENING_RESERVE,
  SIZES,
  THRESHOLD_IC,
  THRESHOLD_OC,
} from './threeTranche.ts'

/** The three-tranche deal once more, written as plain sums without the machine, for comparison with it. */

type Id = 'A' | 'B' | 'J'

export type Figures = {
  inc: bigint
  pri: bigint
  res: bigint
  bal: Record<Id, bigint>
  int: Record<Id, bigint>
  ioa: { A: bigint; B: bigint }
  pdl: Record<Id, bigint>
  tax: bigint
  sen: bigint
  sub: bigint
  owed: { facility: bigint; guarantor: bigint }
  left: { facility: bigint; guarantor: bigint }
  collections: bigint
  baseline: bigint
  accelerated: boolean
}

export type Happening = {
  readonly income: bigint
  readonly principal: bigint
  readonly loss: bigint
  readonly performing: bigint
  readonly sen: bigint
  readonly sub: bigint
  /** The last date: the reserve joins the income and is not topped up again. */
  readonly last: boolean
  /** Received from the supports for this period. */
  readonly facility: bigint
  readonly guarantor: bigint
}

export type Paid = {
  tax: bigint
  sen: bigint
  sub: bigint
  interest: Record<Id, bigint>
  principal: Record<Id, bigint>
  residual: bigint
}

export function openingFigures(): Figures {
  return {
    inc: 0n,
    pri: 0n,
    res: OPENING_RESERVE,
    bal: { ...SIZES },
    int: { A: 0n, B: 0n, J: 0n },
    ioa: { A: 0n, B: 0n },
    pdl: { A: 0n, B: 0n, J: 0n },
    tax: 0n,
    sen: 0n,
    sub: 0n,
    owed: { facility: 0n, guarantor: 0n },
    left: { facility: COMMITMENT, guarantor: COMMITMENT },
    collections: 0n,
    baseline: 0n,
    accelerated: false,
  }
}

/** Math.min takes no bigint. */
const min = (...values: readonly bigint[]): bigint =>
  values.reduce((least, value) => least - (least > value ? least - value : 0n))
const accrue = (amount: bigint, rate: bigint): bigint => (amount * rate * DAYS) / (1_000_000_000n * 365n)

/** One period; `figures` is changed, what was paid is returned. */
export function period(figures: Figures, happening: Happening): Paid {
  const f = figures
  const cash = { facility: happening.facility, guarantor: happening.guarantor }
  const paid: Paid = {
    tax: 0n,
    sen: 0n,
    sub: 0n,
    interest: { A: 0n, B: 0n, J: 0n },
    principal: { A: 0n, B: 0n, J: 0n },
    residual: 0n,
  }
  f.tax += (happening.income * 3n) / 103n
  f.inc += happening.income
  f.pri += happening.principal
  f.sen += happening.sen
  f.sub += happening.sub
  for (const id of ['A', 'B'] as const) f.ioa[id] += accrue(f.int[id], COUPONS[id] + 10_000_000n)
  for (const id of ['A', 'B', 'J'] as const) f.int[id] += accrue(f.bal[id], COUPONS[id])
  let loss = happening.loss
  for (const id of ['J', 'B', 'A'] as const) {
    const share = min(loss, f.bal[id] > f.pdl[id] ? f.bal[id] - f.pdl[id] : 0n)
    f.pdl[id] += share
    loss -= share
  }
  f.collections += happening.income + happening.principal
  f.baseline += BASELINE
  const oc = (happening.performing + f.pri) * 100n < THRESHOLD_OC * (f.bal.A + f.bal.B)
  const cover = f.inc > f.tax + f.sen ? f.inc - f.tax - f.sen : 0n
  const ic = cover * 100n < THRESHOLD_IC * (f.int.A + f.ioa.A)
  const cum = f.collections * 10n < f.baseline * 9n
  if (f.collections * 10n < f.baseline * 6n) f.accelerated = true

  if (happening.last) {
    f.inc += f.res
    f.res = 0n
  }

  const fromIncome = (due: bigint): bigint => {
    const amount = min(f.inc, due)
    f.inc -= amount
    return amount
  }
  const supported = (due: bigint): bigint => {
    let amount = fromIncome(due)
    const reserve = min(f.res, due - amount)
    f.res -= reserve
    amount += reserve
    for (const id of ['facility', 'guarantor'] as const) {
      const draw = min(cash[id], f.left[id], due - amount)
      cash[id] -= draw
      f.left[id] -= draw
      f.owed[id] += draw
      amount += draw
    }
    return amount
  }
  const interest = (id: Id, pay: (due: bigint) => bigint): void => {
    if (id !== 'J') {
      const arrears = pay(f.ioa[id])
      f.ioa[id] -= arrears
      paid.interest[id] += arrears
    }
    const amount = pay(f.int[id])
    f.int[id] -= amount
    paid.interest[id] += amount
  }
  const repay = (id: Id, amount: bigint): void => {
    f.bal[id] -= amount
    paid.principal[id] += amount
  }
  const reimburse = (id: 'facility' | 'guarantor'): void => {
    f.owed[id] -= fromIncome(f.owed[id])
  }
  const fromReserve = (due: bigint): bigint => {
    const amount = min(f.res, due)
    f.res -= amount
    return amount
  }
  /** With the last tranche repaid nothing stays in the reserve. */
  const redeem = (): void => {
    if (f.bal.A + f.bal.B + f.bal.J > 0n) return
    for (const id of ['A', 'B', 'J'] as const) interest(id, fromReserve)
    for (const id of ['facility', 'guarantor'] as const) f.owed[id] -= fromReserve(f.owed[id])
    paid.residual += f.res
    f.res = 0n
  }

  if (f.accelerated) {
    f.inc += f.pri + f.res
    f.pri = 0n
    f.res = 0n
  }
  paid.tax = supported(f.tax)
  f.tax -= paid.tax
  paid.sen = supported(f.sen)
  f.sen -= paid.sen
  reimburse('facility')
  interest('A', supported)
  if (f.accelerated) {
    repay('A', fromIncome(f.bal.A))
    interest('B', fromIncome)
    repay('B', fromIncome(f.bal.B))
    reimburse('guarantor')
    paid.sub = fromIncome(f.sub)
    f.sub -= paid.sub
    interest('J', fromIncome)
    repay('J', fromIncome(f.bal.J))
    paid.residual = f.inc
    f.inc = 0n
    redeem()
    return paid
  }
  const cure = (id: Id): void => {
    const amount = fromIncome(f.pdl[id])
    f.pdl[id] -= amount
    f.pri += amount
  }
  cure('A')
  if (!oc) interest('B', fromIncome)
  cure('B')
  const share = ((f.bal.A + f.bal.B) * 2n) / 100n
  const target = share > 5_000n ? share : 5_000n
  if (!happening.last) f.res += fromIncome(target > f.res ? target - f.res : 0n)
  reimburse('guarantor')
  paid.sub = fromIncome(f.sub)
  f.sub -= paid.sub
  if (oc) interest('B', fromIncome)
  cure('J')
  interest('J', fromIncome)
  if (ic) {
    f.pri += f.inc
    f.inc = 0n
  }
  if (!oc && !ic && !cum && f.pdl.A + f.pdl.B === 0n && f.bal.A + f.bal.B > 0n) {
    const total = f.bal.A + f.bal.B
    const all = min(f.pri, total)
    const b = (f.bal.B * all) / total
    const a = (f.bal.A * all) / total
    const rest = all - a - b
    const first = min(rest, f.bal.A - a)
    repay('A', a + first)
    repay('B', b + rest - first)
    f.pri -= all
  }
  for (const id of ['A', 'B', 'J'] as const) {
    const amount = min(f.pri, f.bal[id])
    f.pri -= amount
    repay(id, amount)
  }
  paid.residual = f.inc
  f.inc = 0n
  redeem()
  return paid
}
