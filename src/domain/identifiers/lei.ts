import type { Brand } from '../ids.ts'
import { CheckCharacterError, MalformedIdentifierError } from './malformedIdentifier.ts'

/** Legal entity identifier, ISO 17442, in capitals. */
export type Lei = Brand<string, 'Lei'>

const BASE_LENGTH = 18
const MODULUS = 97n

/** Reads an identifier; small letters and blanks around it are accepted. */
export function parseLei(text: string): Lei {
  const code = text.trim().toUpperCase()
  if (!/^[0-9A-Z]{18}\d{2}$/.test(code)) throw new MalformedIdentifierError('lei', text)
  if (!isLei(code)) throw new CheckCharacterError('lei', text)
  return code
}

/** The two check digits after eighteen characters, ISO 7064 MOD 97-10: 02 to 98. */
export function leiCheckDigits(base: string): string {
  return (MODULUS + 1n - remainder(`${base}00`)).toString().padStart(2, '0')
}

function isLei(code: string): code is Lei {
  return leiCheckDigits(code.slice(0, BASE_LENGTH)) === code.slice(BASE_LENGTH)
}

/** Letters count from A = 10 to Z = 35. */
function remainder(code: string): bigint {
  return BigInt([...code].map(character => Number.parseInt(character, 36)).join('')) % MODULUS
}
