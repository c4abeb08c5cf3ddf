import type { Brand } from '../ids.ts'
import { MalformedIdentifierError } from './malformedIdentifier.ts'

/**
 * Number of a Macao patent, "I/001234" for an invention filed in Macao and "J/001234" for the extension of a
 * mainland patent. No publication of the Bureau that states the form was found, so letter and digits alone are
 * checked; serials are padded to six digits, so that one number has one form.
 */
export type MacaoPatentNumber = Brand<string, 'MacaoPatentNumber'>

const SERIAL_DIGITS = 6

/** Reads a number with or without a blank after the stroke. */
export function parseMacaoPatent(text: string): MacaoPatentNumber {
  const compact = text.trim().toUpperCase().replaceAll(/\s/g, '')
  const [, letter = '', serial = ''] = /^([IJ])\/(\d{1,6})$/.exec(compact) ?? []
  const number = `${letter}/${serial.padStart(SERIAL_DIGITS, '0')}`
  if (!isMacaoPatent(number)) throw new MalformedIdentifierError('macao-patent', text)
  return number
}

/** Whether the patent extends a mainland one, on which it then rests. */
export function isMainlandExtension(number: MacaoPatentNumber): boolean {
  return number.startsWith('J')
}

function isMacaoPatent(number: string): number is MacaoPatentNumber {
  return /^[IJ]\/\d{6}$/.test(number) && !number.endsWith('/000000')
}
