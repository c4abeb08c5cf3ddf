import { type Day, dayFrom, dayFromCivil, endOfMonth, formatDay, parseDay } from '../../domain/dates.ts'
import { parseDecimal } from '../../domain/decimals.ts'
import { type FilePlace, readAt } from '../../domain/fileFault.ts'
import {
  type Currency,
  type CurrencyCode,
  codeOf,
  decimalsOf,
  type Money,
  money,
} from '../../domain/money.ts'
import { CellRefusedError } from './errors.ts'
import type { Cell } from './table.ts'

/** How people in the three places write. The order matters where a day stands as 01/02/2026. */
export type DayOrder = 'ymd' | 'dmy'

/** Words and signs of currencies, longest first. A bare dollar says nothing. */
const CURRENCY_WORDS: readonly (readonly [word: string, code: CurrencyCode])[] = [
  ['离岸人民币', 'CNH'],
  ['離岸人民幣', 'CNH'],
  ['人民币', 'CNY'],
  ['人民幣', 'CNY'],
  ['澳门元', 'MOP'],
  ['澳門元', 'MOP'],
  ['澳门币', 'MOP'],
  ['澳門幣', 'MOP'],
  ['港币', 'HKD'],
  ['港幣', 'HKD'],
  ['港元', 'HKD'],
  ['美元', 'USD'],
  ['MOP$', 'MOP'],
  ['HK$', 'HKD'],
  ['US$', 'USD'],
  ['RMB', 'CNY'],
  ['CNY', 'CNY'],
  ['CNH', 'CNH'],
  ['HKD', 'HKD'],
  ['MOP', 'MOP'],
  ['USD', 'USD'],
  ['¥', 'CNY'],
]

/** Full-width digits, letters and signs as plain ones (NFKC), one kind of minus, single spaces. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2010-\u2015]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The currency that a cell names, alone. */
export function currencyNamed(text: string): CurrencyCode | undefined {
  const plain = plainText(text).toUpperCase()
  return CURRENCY_WORDS.find(([word]) => word === plain)?.[1]
}

/**
 * An amount as it is written: with separators in groups of three, in brackets or with a minus if below zero, with the
 * words of its currency and of no other. `scale` is the power of ten that the table counts in: 4 for tables in 万元.
 */
export function amountIn(
  cell: Cell,
  {
    currency,
    scale,
    place,
  }: { readonly currency: Currency; readonly scale: number; readonly place: FilePlace },
): Money {
  const { text, named } = withoutCurrency(plainText(cell.text))
  if (named !== undefined && named !== codeOf(currency) && !(named === 'CNY' && codeOf(currency) === 'CNH')) {
    const reason = `The amount is written in ${named} and the line is in ${codeOf(currency)}`
    throw new CellRefusedError(place, reason, 'Correct the currency of the line or of the amount')
  }
  const decimal = decimalIn({ ...cell, text }, place)
  return money(
    currency,
    readAt(place, () => parseDecimal(decimal, decimalsOf(currency) + scale)),
  )
}

function withoutCurrency(text: string): { readonly text: string; readonly named: CurrencyCode | undefined } {
  const upper = text.toUpperCase()
  const found = CURRENCY_WORDS.find(([word]) => upper.includes(word))
  const [word = '', named] = found ?? []
  const at = upper.indexOf(word)
  const rest = `${text.slice(0, at)}${text.slice(at + word.length)}`
  return {
    text: rest
      .replace(/^\s*(-?)\s*\$/, '$1')
      .replace(/[元圆圓]\s*整?\s*$/, '')
      .trim(),
    named,
  }
}

/** A number as plain decimal text, with nothing lost. */
export function decimalIn(cell: Cell, place: FilePlace): string {
  const plain = plainText(cell.text)
  if (cell.kind === 'number') return fifteenDigits(plain, place)
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1]
  const signed = bracketed === undefined ? plain : `-${bracketed}`
  const match = /^(-?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(-?)$/.exec(signed)
  const [, before = '', whole = '', fraction = '', after = ''] = match ?? []
  if (match === null || (before !== '' && after !== ''))
    throw new CellRefusedError(
      place,
      `"${cell.text}" is no number`,
      'Write digits, with commas between groups of three and a point before decimals',
    )
  return `${before}${after}${whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')}${fraction}`
}

/**
 * A number that a spreadsheet stored. It keeps 15 significant digits; what follows them is noise of its binary form, so
 * 0.30000000000000004 is 0.3. Whole numbers of more digits have lost their last ones and are refused.
 */
function fifteenDigits(text: string, place: FilePlace): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text)
  if (match === null) throw new CellRefusedError(place, `"${text}" is no number`, 'Write the number as text')
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction)
  const shift = Number(exponent) - fraction.length
  const { kept, power } = rounded(digits, shift)
  if (power > 0 && kept.toString().length + power > 15)
    throw new CellRefusedError(
      place,
      `The number ${text} has more than 15 digits, and a spreadsheet keeps 15`,
      'Format the column as text and write the number again',
    )
  if (kept === 0n) return '0'
  const units = power >= 0 ? kept * 10n ** BigInt(power) : kept
  return `${sign}${placed(units, power >= 0 ? 0 : -power)}`
}

function rounded(digits: bigint, shift: number): { readonly kept: bigint; readonly power: number } {
  const excess = digits.toString().length - 15
  if (excess <= 0) return { kept: digits, power: shift }
  const unit = 10n ** BigInt(excess)
  return { kept: (2n * digits + unit) / (2n * unit), power: shift + excess }
}

/** Decimal text without zeros at its end. */
function placed(units: bigint, decimals: number): string {
  const text = units.toString().padStart(decimals + 1, '0')
  if (decimals === 0) return text
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`.replace(/\.?0+$/, '')
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

export type DayForm = { readonly order: DayOrder; readonly from1904: boolean; readonly place: FilePlace }

/**
 * A day: 2026-03-31, 2026/3/31, 2026.3.31, 20260331, 2026年3月31日, 31/03/2026 and 31-3-2026 where the mapping says that
 * days come first, 31 Mar 2026; in a workbook also the number of the day.
 */
export function dayIn(cell: Cell, { order, from1904, place }: DayForm): Day {
  const text = plainText(cell.text)
  if (cell.kind === 'number' && /^\d{1,5}$/.test(text)) return serialDay(Number(text), { from1904, place })
  const [year, month, dayOfMonth] = partsOf(text, order)
  if (year === undefined || month === undefined || dayOfMonth === undefined)
    throw unknownDay(cell.text, place)
  return readAt(place, () => parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`))
}

function unknownDay(text: string, place: FilePlace): CellRefusedError {
  const remedy = 'Write 2026-03-31 or 2026年3月31日, or say in the mapping that days come first'
  return new CellRefusedError(place, `"${text}" is no day`, remedy)
}

function partsOf(text: string, order: DayOrder): readonly (string | undefined)[] {
  const yearFirst =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, index) => index !== 2) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日$/.exec(text)
  if (yearFirst) return yearFirst.slice(1)
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[A-Za-z]*[- ,]+(\d{4})$/.exec(text)
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] ?? '').toUpperCase()) + 1
    return [named[3], month === 0 ? undefined : String(month), named[1]]
  }
  const dayFirst = order === 'dmy' ? /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) : null
  return dayFirst === null ? [] : [dayFirst[4], dayFirst[3], dayFirst[1]]
}

/** Spreadsheets count 1900 as a leap year: from March 1900 on, day 25,569 is 1970-01-01; 24,107 where days begin in 1904. */
function serialDay(serial: number, { from1904, place }: { from1904: boolean; place: FilePlace }): Day {
  if (!from1904 && serial < 61) throw unknownDay(String(serial), place)
  return readAt(place, () => dayFrom(BigInt(serial - (from1904 ? 24_107 : 25_569))))
}

export type Span = { readonly from: Day; readonly to: Day }

const QUARTERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
}

/**
 * A period: 2026Q1, Q1 2026, 2026年第一季度, 2026年1季度, 2026H1, 2026年上半年, 2026-03, 2026年3月, Mar 2026, 2026年度, 2026, or two days with
 * 至, to or ~ between.
 */
export function spanIn(cell: Cell, form: DayForm): Span {
  const text = plainText(cell.text)
  const [first, last, ...others] = text.split(/\s*(?:至|~| to )\s*/i)
  if (last !== undefined && others.length === 0)
    return inOrder(
      {
        from: dayIn({ kind: 'text', text: first ?? '' }, form),
        to: dayIn({ kind: 'text', text: last }, form),
      },
      form.place,
    )
  const months = monthsOf(text)
  if (months === undefined)
    throw new CellRefusedError(
      form.place,
      `"${cell.text}" is no period`,
      'Write 2026Q1, 2026-03, 2026 or two days',
    )
  const { year, month, count } = months
  return readAt(form.place, () => ({
    from: parseDay(`${year}-${String(month).padStart(2, '0')}-01`),
    to: endOfMonth(dayFromCivil({ year, month: month + count - 1, dayOfMonth: 1 })),
  }))
}

export function inOrder(span: Span, place: FilePlace): Span {
  if (span.from <= span.to) return span
  const reason = `The period ends on ${formatDay(span.to)}, before it begins on ${formatDay(span.from)}`
  throw new CellRefusedError(place, reason, 'Correct the period')
}

type Months = { readonly year: number; readonly month: number; readonly count: number }

function monthsOf(text: string): Months | undefined {
  const quarter =
    /^(?<year>\d{4}) ?(?:年|-)? ?(?:Q|第)? ?(?<number>[1-4一二三四]) ?(?:季度?)?$/i.exec(
      /季|Q/i.test(text) ? text : '',
    ) ?? /^Q(?<number>[1-4]) ?\/? ?(?<year>\d{4})$/i.exec(text)
  if (quarter?.groups !== undefined) {
    const number = QUARTERS[quarter.groups['number'] ?? ''] ?? 1
    return { year: Number(quarter.groups['year']), month: 3 * number - 2, count: 3 }
  }
  const half = /^(\d{4}) ?年? ?(H1|H2|上半年|下半年)$/i.exec(text)
  if (half !== null) return { year: Number(half[1]), month: /1|上/.test(half[2] ?? '') ? 1 : 7, count: 6 }
  const named = /^([A-Za-z]{3})[A-Za-z]* (\d{4})$/.exec(text)
  const plain = /^(\d{4}) ?(?:-|\/|年) ?(\d{1,2}) ?月?(?:份)?$/.exec(text)
  const year = Number(named?.[2] ?? plain?.[1])
  const month = named === null ? Number(plain?.[2]) : MONTHS.indexOf((named[1] ?? '').toUpperCase()) + 1
  if (month >= 1 && month <= 12) return { year, month, count: 1 }
  const whole = /^(\d{4}) ?年?度?$/.exec(text)
  return whole === null ? undefined : { year: Number(whole[1]), month: 1, count: 12 }
}
