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

/** The codes of the three jurisdictions. */
export const placeCodes = ['CN', 'HK', 'MO'] as const
export type PlaceCode = (typeof placeCodes)[number]

/** The country number of a place: what an authority's powers reach. */
export type Jurisdiction = Brand<bigint, 'Jurisdiction'>

const COUNTRY_CN = 156n
const COUNTRY_HK = 344n
const COUNTRY_MO = 446n

/** Provinces of the mainland by their two digits in GB/T 2260; Hong Kong and Macao have country numbers of their own. */
const PROVINCES: readonly (readonly [number: bigint, english: string, chinese: string])[] = [
  [11n, 'Beijing', '北京'],
  [12n, 'Tianjin', '天津'],
  [13n, 'Hebei', '河北'],
  [14n, 'Shanxi', '山西'],
  [15n, 'Inner Mongolia', '内蒙古'],
  [21n, 'Liaoning', '辽宁'],
  [22n, 'Jilin', '吉林'],
  [23n, 'Heilongjiang', '黑龙江'],
  [31n, 'Shanghai', '上海'],
  [32n, 'Jiangsu', '江苏'],
  [33n, 'Zhejiang', '浙江'],
  [34n, 'Anhui', '安徽'],
  [35n, 'Fujian', '福建'],
  [36n, 'Jiangxi', '江西'],
  [37n, 'Shandong', '山东'],
  [41n, 'Henan', '河南'],
  [42n, 'Hubei', '湖北'],
  [43n, 'Hunan', '湖南'],
  [44n, 'Guangdong', '广东'],
  [45n, 'Guangxi', '广西'],
  [46n, 'Hainan', '海南'],
  [50n, 'Chongqing', '重庆'],
  [51n, 'Sichuan', '四川'],
  [52n, 'Guizhou', '贵州'],
  [53n, 'Yunnan', '云南'],
  [54n, 'Xizang', '西藏'],
  [61n, 'Shaanxi', '陕西'],
  [62n, 'Gansu', '甘肃'],
  [63n, 'Qinghai', '青海'],
  [64n, 'Ningxia', '宁夏'],
  [65n, 'Xinjiang', '新疆'],
]

/** The nine cities of the Greater Bay Area, by their four digits. */
const CITIES: typeof PROVINCES = [
  [4401n, 'Guangzhou', '广州'],
  [4403n, 'Shenzhen', '深圳'],
  [4404n, 'Zhuhai', '珠海'],
  [4406n, 'Foshan', '佛山'],
  [4407n, 'Jiangmen', '江门'],
  [4412n, 'Zhaoqing', '肇庆'],
  [4413n, 'Huizhou', '惠州'],
  [4419n, 'Dongguan', '东莞'],
  [4420n, 'Zhongshan', '中山'],
]

/** The mainland as a whole, its provinces, the nine cities of the Greater Bay Area, Hong Kong and Macao. */
export const placeRows: readonly PlaceRow[] = [
  { code: 'CN', english: 'Mainland China', chinese: '中国内地', country: COUNTRY_CN, subdivision: 0n },
  ...[...PROVINCES, ...CITIES].map(([number, english, chinese]) => ({
    code: `CN-${number}`,
    english,
    chinese,
    country: COUNTRY_CN,
    subdivision: number,
  })),
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

/** The code of a jurisdiction: CN, HK or MO. */
export function codeOfJurisdiction(of: Jurisdiction): string {
  return placeRowOf(place(of << 16n)).code
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
      remedy:
        'Use HK, MO, CN, a province such as CN-31 (Shanghai), or a city of the Greater Bay Area such as CN-4403 (Shenzhen)',
    })
    this.given = given
  }
}
