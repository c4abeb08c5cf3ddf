import { LedgerError } from './errors.ts'

/**
 * Reads a decimal string exactly, as a count of units of 10^-decimals. It refuses further decimals instead of
 * rounding them: an amount that cannot be kept is a fault of the input.
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new MalformedDecimalError(text)
  const [, sign = '', whole = '', fraction = ''] = match
  if (fraction.length > decimals) throw new TooManyDecimalsError(text, decimals)
  const units = BigInt(whole + fraction.padEnd(decimals, '0'))
  return sign === '-' ? -units : units
}

/** Writes a count of units of 10^-decimals with all its decimals. */
export function formatDecimal(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

export class MalformedDecimalError extends LedgerError {
  override readonly code = 'number/malformed-decimal'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not a decimal number`, {
      remedy: 'Write digits with at most one point, without spaces, separators, exponent or leading zeros',
    })
    this.text = text
  }
}

export class TooManyDecimalsError extends LedgerError {
  override readonly code = 'number/too-many-decimals'
  readonly text: string
  readonly decimals: number

  constructor(text: string, decimals: number) {
    super(`"${text}" has more than ${decimals} decimals`, {
      remedy: `Give at most ${decimals} decimals; nothing is rounded on the way in`,
    })
    this.text = text
    this.decimals = decimals
  }
}
