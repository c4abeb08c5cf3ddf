import { LedgerError } from './errors.ts'

const MAX_UINT256 = (1n << 256n) - 1n

export type Quotient = { readonly times: bigint; readonly over: bigint }

/** floor(amount × times / over), as on chain: unsigned, with a 512-bit product and a 256-bit result. */
export function mulDivDown(amount: bigint, { times, over }: Quotient): bigint {
  return divide(amount, { times, over }, 0n)
}

/** ceil(amount × times / over). */
export function mulDivUp(amount: bigint, { times, over }: Quotient): bigint {
  return divide(amount, { times, over }, over - 1n)
}

/** floor(amount × times / over + ½): a half is rounded up. */
export function mulDivHalfUp(amount: bigint, { times, over }: Quotient): bigint {
  requireOperands([amount, times, over], over)
  return requireWord((2n * amount * times + over) / (2n * over))
}

/** The smaller of two amounts. */
export function least(left: bigint, right: bigint): bigint {
  if (left < right) return left
  return right
}

/** The larger of two amounts. */
export function greatest(left: bigint, right: bigint): bigint {
  if (left > right) return left
  return right
}

function divide(amount: bigint, { times, over }: Quotient, carry: bigint): bigint {
  requireOperands([amount, times, over], over)
  return requireWord((amount * times + carry) / over)
}

function requireOperands(operands: readonly bigint[], over: bigint): void {
  operands.forEach(requireWord)
  if (over === 0n) throw new DivisionByZeroError()
}

function requireWord(value: bigint): bigint {
  if (value < 0n || value > MAX_UINT256) throw new OverflowError(value)
  return value
}

export class DivisionByZeroError extends LedgerError {
  override readonly code = 'math/division-by-zero'

  constructor() {
    super('A quotient has the denominator zero', {
      remedy: 'Check the rate, the day count or the sum that divides',
    })
  }
}

export class OverflowError extends LedgerError {
  override readonly code = 'math/overflow'
  readonly value: bigint

  constructor(value: bigint) {
    super(`${value} does not fit an unsigned word of 256 bits`, {
      remedy: 'Amounts are zero or more and below 2^256; check the operands',
    })
    this.value = value
  }
}
