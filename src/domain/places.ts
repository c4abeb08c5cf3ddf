import { LedgerError } from './errors.ts'
import type { Brand } from './ids.ts'

/**
 * A place as on chain: ISO 3166 country number in the high 16 bits, subdivision by GB/T 2260 in the low 16
 * (44 Guangdong, 4401 Guangzhou …), zero where none is kept.
 */
export type Place = Brand<bigint, 'Place'>

export type PlaceRow = {
  readonly code: string
  readonly english: string
  readonly chinese: string
  readonly country: bigint
  readonly subdivision: bigint
}

/** The country number of a place: what an authority's powers reach. */
export type Jurisdiction = Brand<bigint, 'Jurisdiction'>

const COUNTRY_CN = 156n
const COUNTRY_HK = 344n
const COUNTRY_MO = 446n

/** The places of the Greater Bay Area, and mainland China as a whole. */
export const placeRows: readonly PlaceRow[] = [
  { code: 'CN', english: 'Mainland China', chinese: '中国内地', country: COUNTRY_CN, subdivision: 0n },
  { code: 'CN-44', english: 'Guangdong', chinese: '广东', country: COUNTRY_CN, subdivision: 44n },
  { code: 'CN-4401', english: 'Guangzhou', chinese: '广州', country: COUNTRY_CN, subdivision: 4401n },
  { code: 'CN-4403', english: 'Shenzhen', chinese: '深圳', country: COUNTRY_CN, subdivision: 4403n },
  { code: 'CN-4404', english: 'Zhuhai', chinese: '珠海', country: COUNTRY_CN, subdivision: 4404n },
  { code: 'CN-4406', english: 'Foshan', chinese: '佛山', country: COUNTRY_CN, subdivision: 4406n },
  { code: 'CN-4407', english: 'Jiangmen', chinese: '江门', country: COUNTRY_CN, subdivision: 4407n },
  { code: 'CN-4412', english: 'Zhaoqing', chinese: '肇庆', country: COUNTRY_CN, subdivision: 4412n },
  { code: 'CN-4413', english: 'Huizhou', chinese: '惠州', country: COUNTRY_CN, subdivision: 4413n },
  { code: 'CN-4419', english: 'Dongguan', chinese: '东莞', country: COUNTRY_CN, subdivision: 4419n },
  { code: 'CN-4420', english: 'Zhongshan', chinese: '中山', country: COUNTRY_CN, subdivision: 4420n },
  { code: 'HK', english: 'Hong Kong', chinese: '香港', country: COUNTRY_HK, subdivision: 0n },
  { code: 'MO', english: 'Macao', chinese: '澳门', country: COUNTRY_MO, subdivision: 0n },
]

export const CN = jurisdiction(COUNTRY_CN)
export const HK = jurisdiction(COUNTRY_HK)
export const MO = jurisdiction(COUNTRY_MO)

/** The place that a code, an English or a Chinese name stands for. */
export function parsePlace(text: string): Place {
  const row = placeRows.find(({ code, english, chinese }) => [code, english, chinese].includes(text))
  if (row === undefined) throw new UnknownPlaceError(text)
  return place(numberOf(row))
}

/** The place that a number stands for, as read from the chain. */
export function place(number: bigint): Place {
  if (!isPlace(number)) throw new UnknownPlaceError(number.toString())
  return number
}

export function placeRowOf(of: Place): PlaceRow {
  const row = placeRows.find(candidate => numberOf(candidate) === of)
  if (row === undefined) throw new UnknownPlaceError(of.toString())
  return row
}

/** The jurisdiction in which a place lies, as on chain. */
export function jurisdictionOf(of: Place): Jurisdiction {
  return jurisdiction(of >> 16n)
}

/** The jurisdiction that a country number stands for. */
export function jurisdiction(number: bigint): Jurisdiction {
  if (!isJurisdiction(number)) throw new UnknownPlaceError(number.toString())
  return number
}

function numberOf({ country, subdivision }: PlaceRow): bigint {
  return (country << 16n) | subdivision
}

function isJurisdiction(number: bigint): number is Jurisdiction {
  return placeRows.some(({ country }) => country === number)
}

function isPlace(number: bigint): number is Place {
  return placeRows.some(row => numberOf(row) === number)
}

export class UnknownPlaceError extends LedgerError {
  override readonly code = 'place/unknown'
  readonly given: string

  constructor(given: string) {
    super(`"${given}" is not a place of this ledger`, {
      remedy: `Use one of ${placeRows.map(({ code, english }) => `${code} (${english})`).join(', ')}`,
    })
    this.given = given
  }
}
