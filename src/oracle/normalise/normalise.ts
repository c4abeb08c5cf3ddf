import { formatDay } from '../../domain/dates.ts'
import { FileFaultError, type FilePlace } from '../../domain/fileFault.ts'
import { type Currency, currencyOf, formatMoney, type Money, money } from '../../domain/money.ts'
import { CellRefusedError, HeadingsUnknownError } from '../collect/errors.ts'
import {
  amountIn,
  currencyNamed,
  type DayForm,
  dayIn,
  decimalIn,
  inOrder,
  plainText,
  type Span,
  spanIn,
} from '../collect/forms.ts'
import type { LineField, Mapping } from '../collect/mapping.ts'
import { type Cell, EMPTY_CELL, placeOf, type Row, type Table } from '../collect/table.ts'
import type { StatementLine } from './statementLine.ts'

/** What was read of one statement. Faults name what was refused; the other lines hold. */
export type StatementReading = {
  readonly file: string
  readonly lines: readonly StatementLine[]
  readonly faults: readonly FileFaultError[]
}

/** The cells of one row by field, with their places. */
type RowReader = {
  readonly has: (field: LineField) => boolean
  readonly cell: (field: LineField) => Cell
  readonly place: (field: LineField) => FilePlace
}

/** Scale of the mapping → power of ten. */
const POWERS = { '1': 0, '1000': 3, '10000': 4 } as const

/**
 * Makes exact lines of a table. One faulty line is named and left out; a total that does not add up, or headings that are
 * not those of the mapping, refuse nothing but are named: what is signed is matched with the bank anyway.
 */
export function normaliseStatement(table: Table, mapping: Mapping): StatementReading {
  const faults: FileFaultError[] = []
  const lines: StatementLine[] = []
  const columns = columnsOf(table, mapping)
  if (columns instanceof HeadingsUnknownError) return { file: table.file, lines, faults: [columns] }
  const spans = new Map<string, Span>()
  let summed = { lines: 0, faults: 0 }
  for (const row of table.rows.filter(({ line }) => line > mapping.headingLine)) {
    if (row.cells.every(({ text }) => text.trim() === '')) continue
    const read = readerOf(table, { row, columns, mapping })
    try {
      if (row.cells.some(({ text }) => mapping.totals.includes(plainText(text)))) {
        const above = summed
        summed = { lines: lines.length, faults: faults.length }
        if (faults.length === above.faults) checkTotal(read, { lines: lines.slice(above.lines), mapping })
      } else lines.push(lineOf(read, { mapping, spans, from1904: table.from1904 }))
    } catch (error) {
      if (!(error instanceof FileFaultError)) throw error
      faults.push(error)
    }
  }
  return { file: table.file, lines, faults }
}

type Columns = ReadonlyMap<LineField, number>

function columnsOf(table: Table, { headingLine, columns }: Mapping): Columns | HeadingsUnknownError {
  const headings = table.rows.find(({ line }) => line === headingLine) ?? { line: headingLine, cells: [] }
  const written = headings.cells.map(({ text }) => plainText(text))
  const found = new Map<LineField, number>()
  for (const [field, names] of Object.entries(columns)) {
    const plain = names.map(plainText)
    const at = written.flatMap((text, index) => (plain.includes(text) ? [index] : []))
    const [index] = at
    if (index === undefined || at.length > 1) {
      const reason = `The heading ${names.join(' or ')} stands ${at.length} times in line ${headingLine}`
      return new HeadingsUnknownError({ file: table.file, line: headingLine, column: 0 }, reason)
    }
    if (isField(field)) found.set(field, index)
  }
  return found

  function isField(field: string): field is LineField {
    return field in columns
  }
}

function readerOf(
  table: Table,
  { row, columns, mapping }: { readonly row: Row; readonly columns: Columns; readonly mapping: Mapping },
): RowReader {
  const cell = (field: LineField): Cell => {
    const index = columns.get(field)
    const text = mapping.constants[field]
    if (index !== undefined) return row.cells[index] ?? EMPTY_CELL
    return text === undefined ? EMPTY_CELL : { kind: 'text', text }
  }
  return {
    cell,
    has: field => !['', '-', '/'].includes(plainText(cell(field).text)),
    place: field => placeOf(table, row, columns.get(field) ?? -1),
  }
}

type LineFrame = {
  readonly mapping: Mapping
  readonly spans: Map<string, Span>
  readonly from1904: boolean
}

function lineOf(read: RowReader, frame: LineFrame): StatementLine {
  const currency = currencyIn(read)
  const amount = amountsOf(read, { currency, mapping: frame.mapping })
  const [line, licence, obligor] = [wordIn(read, 'line'), wordIn(read, 'licence'), wordIn(read, 'obligor')]
  const span = periodIn(read, frame)
  const gross = amount('gross') ?? refuseEmpty(read, 'gross')
  const none = money(currency, 0n)
  const [vat, withholding] = [amount('vat') ?? none, amount('withholding') ?? none]
  const due = money(currency, gross.minor + vat.minor - withholding.minor)
  const net = amount('net') ?? due
  if (net.minor !== due.minor) {
    const reason = `Gross, tax and tax withheld give ${formatMoney(due)}, the line says ${formatMoney(net)}`
    throw new CellRefusedError(read.place('net'), reason, 'Ask the licensee for a corrected statement')
  }
  const revenue = amount('revenue')
  return Object.freeze({
    key: `${licence} ${formatDay(span.from)} ${formatDay(span.to)} ${line}`,
    line,
    licence,
    obligor,
    span,
    currency,
    ...(revenue === undefined ? {} : { revenue }),
    ...(read.has('units') ? { units: countIn(read, 'units') } : {}),
    gross,
    vat,
    withholding,
    net,
    ...(read.has('reference') ? { reference: wordIn(read, 'reference') } : {}),
    ...(read.has('revision') ? { revision: countIn(read, 'revision') } : {}),
    place: read.place('line'),
  })
}

function currencyIn(read: RowReader): Currency {
  const text = read.cell('currency').text
  const code = currencyNamed(text)
  if (code !== undefined) return currencyOf(code)
  throw new CellRefusedError(read.place('currency'), `"${text}" is no currency`, 'Write a code such as CNY')
}

function amountsOf(
  read: RowReader,
  { currency, mapping }: { readonly currency: Currency; readonly mapping: Mapping },
): (field: LineField) => Money | undefined {
  const scale = POWERS[mapping.scale]
  return field =>
    read.has(field) ? amountIn(read.cell(field), { currency, scale, place: read.place(field) }) : undefined
}

/** A name or number as text. A number that a spreadsheet stored is taken for its digits only while it has all of them. */
function wordIn(read: RowReader, field: LineField): string {
  const cell = read.cell(field)
  if (!read.has(field)) return refuseEmpty(read, field)
  return cell.kind === 'number' ? decimalIn(cell, read.place(field)) : plainText(cell.text)
}

function countIn(read: RowReader, field: 'units' | 'revision'): bigint {
  const text = decimalIn(read.cell(field), read.place(field))
  if (/^\d+$/.test(text)) return BigInt(text)
  throw new CellRefusedError(read.place(field), `"${text}" is no count`, 'Write a whole number')
}

function periodIn(read: RowReader, { mapping, spans, from1904 }: LineFrame): Span {
  const form = (field: LineField): DayForm => ({ order: mapping.days, from1904, place: read.place(field) })
  if (!read.has('period'))
    return inOrder(
      { from: dayIn(read.cell('from'), form('from')), to: dayIn(read.cell('to'), form('to')) },
      read.place('to'),
    )
  const { text } = read.cell('period')
  const known = spans.get(text) ?? spanIn(read.cell('period'), form('period'))
  spans.set(text, known)
  return known
}

function refuseEmpty(read: RowReader, field: LineField): never {
  throw new CellRefusedError(read.place(field), `The ${field} of the line is missing`, 'Fill the cell')
}

/** The sum that a statement states of its lines, where it does. */
function checkTotal(
  read: RowReader,
  { lines, mapping }: { readonly lines: readonly StatementLine[]; readonly mapping: Mapping },
): void {
  const [first] = lines
  if (first === undefined) return
  for (const field of ['gross', 'vat', 'withholding', 'net'] as const) {
    const stated = amountsOf(read, { currency: first.currency, mapping })(field)
    const sum = lines.reduce((total, line) => total + line[field].minor, 0n)
    if (stated === undefined || stated.minor === sum) continue
    const shown = formatMoney(money(first.currency, sum))
    const reason = `The total is ${formatMoney(stated)}, the lines above give ${shown}`
    throw new CellRefusedError(read.place(field), reason, 'Ask the licensee which of the two is right')
  }
}
