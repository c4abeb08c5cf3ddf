import type { Day } from '../../src/domain/dates.ts'
import { civilOf, formatDay } from '../../src/domain/dates.ts'
import { formatDecimal } from '../../src/domain/decimals.ts'
import { mappingName } from '../../src/oracle/collect/mapping.ts'
import { gb18030Bytes } from './gb18030.ts'
import type { StatedLine } from './playOut.ts'
import { licenceNumber, salesFor, termsOf } from './terms.ts'
import { type SheetCell, workbookOf } from './workbook.ts'

/** A line as a statement writes it: amounts in minor units of the licence's currency. */
export type WrittenLine = {
  readonly number: number
  readonly licence: string
  readonly obligor: string
  readonly currency: string
  readonly from: Day
  readonly to: Day
  readonly sales: bigint
  readonly fee: bigint
  readonly reference: string
}

/** A way in which statements are written, and the mapping by which they are read. */
export type Form = {
  readonly name: string
  readonly extension: 'csv' | 'xlsx'
  readonly mapping: unknown
  readonly bytes: (lines: readonly WrittenLine[]) => Uint8Array
}

/** The written form of a line of the play. What is added to a line has the sales that bring the whole to its amount. */
export function written(
  line: StatedLine,
  { from, to, reference, before }: { from: Day; to: Day; reference: string; before: bigint },
): WrittenLine {
  const { asset } = line
  const terms = termsOf(asset)
  const fee = line.income + line.principal
  return {
    number: line.number,
    licence: licenceNumber(asset),
    obligor: asset.obligor,
    currency: asset.collectionCurrency,
    from,
    to,
    sales: salesFor(terms, before + fee) - salesFor(terms, before),
    fee,
    reference,
  }
}

const mappingOf = (name: string, more: object): unknown => ({ schema: mappingName, name, ...more })

const simplifiedHeadings = [
  '序号',
  '合同编号',
  '被许可人',
  '结算期间',
  '币种',
  '销售收入',
  '许可使用费',
  '付款编号',
]

const simplifiedMapping = {
  columns: {
    line: ['序号'],
    licence: ['合同编号'],
    obligor: ['被许可人'],
    period: ['结算期间'],
    currency: ['币种'],
    revenue: ['销售收入'],
    gross: ['许可使用费'],
    reference: ['付款编号'],
  },
}

function simplifiedText(lines: readonly WrittenLine[]): string {
  const rows = lines.map(line => [
    String(line.number),
    line.licence,
    line.obligor,
    `${formatDay(line.from)}至${formatDay(line.to)}`,
    '人民币',
    grouped(line.sales),
    grouped(line.fee),
    line.reference,
  ])
  const total = ['合计', '', '', '', '人民币', grouped(sum(lines, 'sales')), grouped(sum(lines, 'fee')), '']
  return csvText([simplifiedHeadings, ...rows, total])
}

/** Mainland statements in CSV. */
export const simplifiedCsv: Form = {
  name: 'zh-Hans',
  extension: 'csv',
  mapping: mappingOf('许可使用费结算单', simplifiedMapping),
  bytes: lines => new TextEncoder().encode(simplifiedText(lines)),
}

/** The same in the encoding that Chinese spreadsheets write by default. */
export const gb18030Csv: Form = { ...simplifiedCsv, bytes: lines => gb18030Bytes(simplifiedText(lines)) }

/** Mainland statements as workbooks that count in 万元; days are numbers of days. */
export const simplifiedBook: Form = {
  name: 'zh-Hans-wan',
  extension: 'xlsx',
  mapping: mappingOf('许可使用费结算表（万元）', {
    scale: '10000',
    sheet: '结算表',
    columns: {
      line: ['行号'],
      licence: ['合同编号'],
      obligor: ['被许可人'],
      from: ['起始日'],
      to: ['截止日'],
      revenue: ['销售收入（万元）'],
      gross: ['许可使用费（万元）'],
      reference: ['付款编号'],
    },
    constants: { currency: 'CNY' },
  }),
  bytes: lines => {
    const headings = [
      '行号',
      '合同编号',
      '被许可人',
      '起始日',
      '截止日',
      '销售收入（万元）',
      '许可使用费（万元）',
      '付款编号',
    ]
    const rows = lines.map((line): SheetCell[] => [
      String(line.number),
      line.licence,
      line.obligor,
      serial(line.from),
      serial(line.to),
      { digits: decimal(line.sales, 6) },
      { digits: decimal(line.fee, 6) },
      line.reference,
    ])
    return workbookOf('结算表', [headings, ...rows])
  },
}

/** Statements of licensees in Hong Kong: workbooks in English, days first. */
export const englishBook: Form = {
  name: 'en',
  extension: 'xlsx',
  mapping: mappingOf('Licence fee statement', {
    days: 'dmy',
    columns: {
      line: ['No.'],
      licence: ['Agreement'],
      obligor: ['Licensee'],
      from: ['From'],
      to: ['To'],
      currency: ['Currency'],
      revenue: ['Net sales'],
      gross: ['Licence fee'],
      net: ['Payable'],
      reference: ['Invoice'],
    },
  }),
  bytes: lines => {
    const headings = ['No.', 'Agreement', 'Licensee', 'From', 'To', 'Currency', 'Net sales', 'Licence fee']
    const rows = lines.map(line => [
      String(line.number),
      line.licence,
      line.obligor,
      dayFirst(line.from),
      dayFirst(line.to),
      line.currency,
      grouped(line.sales),
      grouped(line.fee),
      `HK$${grouped(line.fee)}`,
      line.reference,
    ])
    return workbookOf('Statement', [[...headings, 'Payable', 'Invoice'], ...rows])
  },
}

/** Statements of licensees in Macao: CSV in traditional Chinese. */
export const traditionalCsv: Form = {
  name: 'zh-Hant',
  extension: 'csv',
  mapping: mappingOf('許可使用費結算單', {
    columns: {
      line: ['序號'],
      licence: ['許可合同編號'],
      obligor: ['被許可人'],
      period: ['所屬期'],
      currency: ['幣種'],
      revenue: ['銷售收入'],
      gross: ['許可使用費'],
      reference: ['發票號碼'],
    },
  }),
  bytes: lines => {
    const headings = [
      '序號',
      '許可合同編號',
      '被許可人',
      '所屬期',
      '幣種',
      '銷售收入',
      '許可使用費',
      '發票號碼',
    ]
    const rows = lines.map(line => [
      String(line.number),
      line.licence,
      line.obligor,
      `${chineseDay(line.from)}至${chineseDay(line.to)}`,
      '澳門元',
      grouped(line.sales),
      grouped(line.fee),
      line.reference,
    ])
    return new TextEncoder().encode(csvText([headings, ...rows]))
  },
}

function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

function grouped(minor: bigint): string {
  const [whole = '', cents = ''] = formatDecimal(minor, 2).split('.')
  return `${whole.replaceAll(/(\d)(?=(\d{3})+$)/g, '$1,')}.${cents}`
}

/** Digits as a spreadsheet stores them, without zeros at the end. */
function decimal(minor: bigint, decimals: number): string {
  return formatDecimal(minor, decimals).replace(/\.?0+$/, '')
}

const EPOCH_SERIAL = 25_569n

function serial(day: Day): SheetCell {
  return { digits: (day + EPOCH_SERIAL).toString() }
}

function dayFirst(day: Day): string {
  return formatDay(day).split('-').toReversed().join('/')
}

function chineseDay(day: Day): string {
  const { year, month, dayOfMonth } = civilOf(day)
  return `${year}年${month}月${dayOfMonth}日`
}

function sum(lines: readonly WrittenLine[], of: 'sales' | 'fee'): bigint {
  return lines.reduce((total, line) => total + line[of], 0n)
}
