import type { Brand } from '../ids.ts'
import { CheckCharacterError, MalformedIdentifierError } from './malformedIdentifier.ts'

/** Unified social credit code of a Chinese organisation, GB 32100-2015, in capitals. */
export type Uscc = Brand<string, 'Uscc'>

/** The 31 characters of the code in the order of their values: no I, O, S, V or Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = ALPHABET.length
const BASE_LENGTH = 17

/** Reads a code; small letters and blanks around it are accepted, anything else is refused. */
export function parseUscc(text: string): Uscc {
  const code = text.trim().toUpperCase()
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code))
    throw new MalformedIdentifierError('uscc', text)
  if (!isUscc(code)) throw new CheckCharacterError('uscc', text)
  return code
}

/** The eighteenth character, from the seventeen before it: weights are the powers of three modulo 31. */
export function usccCheckCharacter(base: string): string {
  let sum = 0
  let weight = 1
  for (const character of base) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % MODULUS
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS)
}

function isUscc(code: string): code is Uscc {
  return usccCheckCharacter(code.slice(0, BASE_LENGTH)) === code.slice(BASE_LENGTH)
}
