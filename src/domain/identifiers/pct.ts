import type { Brand } from '../ids.ts'
import { MalformedIdentifierError } from './malformedIdentifier.ts'

/** Number of an international application, "PCT/CN2024/123456": receiving office, year, serial. It has no check digit. */
export type PctNumber = Brand<string, 'PctNumber'>

const FIRST_YEAR = 1978
const LAST_SHORT_YEAR = 2003

/**
 * Reads a number. Since 2004 it has a year of four and a serial of six digits; before, "PCT/CN03/12345" with two
 * and five.
 */
export function parsePct(text: string): PctNumber {
  const number = text.trim().toUpperCase().replaceAll(/\s/g, '')
  if (!isPct(number)) throw new MalformedIdentifierError('pct', text)
  return number
}

function isPct(number: string): number is PctNumber {
  const [, , year = '', serial = ''] = /^PCT\/([A-Z]{2})(\d{4}|\d{2})\/(\d{6}|\d{5})$/.exec(number) ?? []
  if (year.length === 4) return serial.length === 6 && Number(year) > LAST_SHORT_YEAR
  const full = Number(year) >= FIRST_YEAR % 100 ? 1900 + Number(year) : 2000 + Number(year)
  return year.length === 2 && serial.length === 5 && full <= LAST_SHORT_YEAR
}
