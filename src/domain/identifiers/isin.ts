import type { Brand } from '../ids.ts'
import { CheckCharacterError, MalformedIdentifierError } from './malformedIdentifier.ts'

/** International securities identification number, ISO 6166, in capitals. */
export type Isin = Brand<string, 'Isin'>

const BASE_LENGTH = 11

/** Reads a number; small letters and blanks around it are accepted. */
export function parseIsin(text: string): Isin {
  const code = text.trim().toUpperCase()
  if (!/^[A-Z]{2}[0-9A-Z]{9}\d$/.test(code)) throw new MalformedIdentifierError('isin', text)
  if (!isIsin(code)) throw new CheckCharacterError('isin', text)
  return code
}

/** The twelfth character: Luhn's sum over the digits of eleven, letters written as 10 to 35. */
export function isinCheckDigit(base: string): string {
  const digits = [...base].map(character => Number.parseInt(character, 36)).join('')
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + luhnShare(Number(digit), place), 0)
  return ((10 - (sum % 10)) % 10).toString()
}

/** From the right every second digit, beginning with the last, counts double, and the digits of a double are added. */
function luhnShare(digit: number, place: number): number {
  if (place % 2 === 1) return digit
  return digit < 5 ? 2 * digit : 2 * digit - 9
}

function isIsin(code: string): code is Isin {
  return isinCheckDigit(code.slice(0, BASE_LENGTH)) === code.slice(BASE_LENGTH)
}
