import { formatDecimal, parseDecimal } from './decimals.ts'
import { LedgerError } from './errors.ts'
import type { Brand } from './ids.ts'

/** Our own number of a currency: ISO 4217 where there is one, 10156 for yuan held offshore. */
export type Currency = Brand<bigint, 'Currency'>

export type CurrencyCode = 'CNY' | 'CNH' | 'HKD' | 'MOP' | 'USD'

export type Money = { readonly currency: Currency; readonly minor: bigint }

type CurrencyRow = { readonly code: CurrencyCode; readonly number: bigint; readonly decimals: number }

const CURRENCIES: readonly CurrencyRow[] = [
  { code: 'CNY', number: 156n, decimals: 2 },
  { code: 'CNH', number: 10156n, decimals: 2 },
  { code: 'HKD', number: 344n, decimals: 2 },
  { code: 'MOP', number: 446n, decimals: 2 },
  { code: 'USD', number: 840n, decimals: 2 },
]

export const currencyCodes: readonly CurrencyCode[] = CURRENCIES.map(({ code }) => code)

export const CNY = currencyOf('CNY')
export const CNH = currencyOf('CNH')
export const HKD = currencyOf('HKD')
export const MOP = currencyOf('MOP')
export const USD = currencyOf('USD')

/** The currency that a code names. */
export function currencyOf(code: string): Currency {
  const row = CURRENCIES.find(candidate => candidate.code === code)
  if (row === undefined) throw new UnknownCurrencyError(code)
  return currency(row.number)
}

/** The currency that a number names, as read from the chain. */
export function currency(number: bigint): Currency {
  if (!isCurrency(number)) throw new UnknownCurrencyError(number.toString())
  return number
}

export function codeOf(of: Currency): CurrencyCode {
  return rowOf(of).code
}

export function decimalsOf(of: Currency): number {
  return rowOf(of).decimals
}

export function money(of: Currency, minor: bigint): Money {
  return Object.freeze({ currency: of, minor })
}

/** Reads an amount such as "1234.50" exactly; further decimals than the currency has are refused. */
export function parseMoney(of: Currency, text: string): Money {
  return money(of, parseDecimal(text, decimalsOf(of)))
}

/** Writes an amount with its code: "CNY 1234.50". */
export function formatMoney({ currency: of, minor }: Money): string {
  return `${codeOf(of)} ${formatDecimal(minor, decimalsOf(of))}`
}

export function addMoney(left: Money, right: Money): Money {
  return money(left.currency, left.minor + sameCurrency(left, right).minor)
}

export function subtractMoney(left: Money, right: Money): Money {
  return money(left.currency, left.minor - sameCurrency(left, right).minor)
}

/** -1, 0 or 1, as the left amount is below, at or above the right one. */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  const difference = left.minor - sameCurrency(left, right).minor
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

function sameCurrency(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new CurrencyMismatchError(left.currency, right.currency)
  return right
}

function rowOf(of: Currency): CurrencyRow {
  const row = CURRENCIES.find(({ number }) => number === of)
  if (row === undefined) throw new UnknownCurrencyError(of.toString())
  return row
}

function isCurrency(number: bigint): number is Currency {
  return CURRENCIES.some(row => row.number === number)
}

export class UnknownCurrencyError extends LedgerError {
  override readonly code = 'money/unknown-currency'
  readonly given: string

  constructor(given: string) {
    super(`"${given}" is not a currency of this ledger`, { remedy: `Use one of ${currencyList()}` })
    this.given = given
  }
}

export class CurrencyMismatchError extends LedgerError {
  override readonly code = 'money/currency-mismatch'
  readonly left: Currency
  readonly right: Currency

  constructor(left: Currency, right: Currency) {
    super(`${codeOf(left)} and ${codeOf(right)} cannot be counted together`, {
      remedy: 'Convert one of the amounts once, by a recorded fixing',
    })
    this.left = left
    this.right = right
  }
}

function currencyList(): string {
  return CURRENCIES.map(({ code, number }) => `${code} (${number})`).join(', ')
}
