import type { Brand } from '../ids.ts'
import { MalformedIdentifierError } from './malformedIdentifier.ts'

/**
 * Registration number (登记号) of a copyright in software, "2023SR1234567": year, SR, serial of the year. It has
 * no check digit. The number of the certificate (证书号, 软著登字第…号) is another number and is refused.
 */
export type SoftwareCopyrightNumber = Brand<string, 'SoftwareCopyrightNumber'>

/** Registration of software began in 1992. */
const FIRST_YEAR = 1992
const SERIAL_DIGITS = 7

/** Reads a number; serials are padded to seven digits, so that one number has one form. */
export function parseSoftwareCopyright(text: string): SoftwareCopyrightNumber {
  const [, year = '', serial = ''] = /^(\d{4})SR(\d{1,7})$/.exec(text.trim().toUpperCase()) ?? []
  const number = `${year}SR${serial.padStart(SERIAL_DIGITS, '0')}`
  if (!isSoftwareCopyright(number)) throw new MalformedIdentifierError('software-copyright', text)
  return number
}

function isSoftwareCopyright(number: string): number is SoftwareCopyrightNumber {
  const [, year = '', serial = ''] = /^(\d{4})SR(\d{7})$/.exec(number) ?? []
  return Number(year) >= FIRST_YEAR && Number(serial) > 0
}
