import type { Brand } from '../ids.ts'
import { CheckCharacterError, MalformedIdentifierError } from './malformedIdentifier.ts'

/**
 * Number of a Chinese patent or application, ZC 0006-2003: "202310123456.4", or "95115608.X" before October
 * 2003. Without the prefix ZL, which says only that the patent is granted.
 */
export type ChinesePatentNumber = Brand<string, 'ChinesePatentNumber'>

export type ChinesePatentKind = 'Invention' | 'UtilityModel' | 'Design'

/** The digit of the kind; 8 and 9 entered China through the PCT. */
const kinds: Readonly<Record<string, ChinesePatentKind>> = {
  1: 'Invention',
  2: 'UtilityModel',
  3: 'Design',
  8: 'Invention',
  9: 'UtilityModel',
}
const CHECK_CHARACTERS = '0123456789X'
const FIRST_WEIGHT = 2
const WEIGHTS = 8
const FIRST_LONG_YEAR = 2003
const SHORT_YEARS = 1985

/** Reads a number with or without ZL (or CN) and its point, in small or capital letters. */
export function parseChinesePatent(text: string): ChinesePatentNumber {
  const match = /^(?:ZL|CN)?\s*(\d{12}|\d{8})\.?([\dX])$/.exec(text.trim().toUpperCase())
  const [, base = '', check = ''] = match ?? []
  if (!isBase(base)) throw new MalformedIdentifierError('chinese-patent', text)
  const number = `${base}.${check}`
  if (!isChinesePatent(number)) throw new CheckCharacterError('chinese-patent', text)
  return number
}

/** The number as a granted patent is called. */
export function grantedNumber(number: ChinesePatentNumber): string {
  return `ZL${number}`
}

export function chinesePatentKind(number: ChinesePatentNumber): ChinesePatentKind {
  const kind = kinds[kindDigit(baseOf(number))]
  if (kind === undefined) throw new MalformedIdentifierError('chinese-patent', number)
  return kind
}

/** The year in which the application was filed. */
export function chinesePatentYear(number: ChinesePatentNumber): number {
  return yearOf(baseOf(number))
}

/** The character after the point: weights 2 to 9 and again from 2, modulo 11, ten written X. */
export function chinesePatentCheckCharacter(base: string): string {
  const sum = [...base].reduce(
    (total, digit, place) => total + Number(digit) * (FIRST_WEIGHT + (place % WEIGHTS)),
    0,
  )
  return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length)
}

function isChinesePatent(number: string): number is ChinesePatentNumber {
  const [base = '', check = ''] = number.split('.')
  return chinesePatentCheckCharacter(base) === check
}

/** Twelve digits since 2003, eight from 1985 to 2003; kinds 8 and 9 are as old as the PCT in China, 1994. */
function isBase(base: string): boolean {
  if (kinds[kindDigit(base)] === undefined) return false
  const year = yearOf(base)
  return base.length === 12 ? year >= FIRST_LONG_YEAR : year >= SHORT_YEARS && year <= FIRST_LONG_YEAR
}

function baseOf(number: ChinesePatentNumber): string {
  return number.slice(0, number.indexOf('.'))
}

function kindDigit(base: string): string {
  return base.charAt(base.length === 12 ? 4 : 2)
}

function yearOf(base: string): number {
  if (base.length === 12) return Number(base.slice(0, 4))
  const year = Number(base.slice(0, 2))
  return year < 85 ? 2000 + year : 1900 + year
}
