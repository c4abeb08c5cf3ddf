import { type UnzipFileInfo, unzipSync } from 'fflate'
import { childOf, childrenOf, descendantOf, type XmlElement } from '../../bank/xml/element.ts'
import { streamElements } from '../../bank/xml/streamElements.ts'
import { FileTooLargeError } from '../../domain/fileFault.ts'
import { CellRefusedError, FormulaRefusedError, TableTooLargeError, TableUnreadableError } from './errors.ts'
import { LARGEST_TABLE, type TableFile } from './readCsvTable.ts'
import { type Cell, EMPTY_CELL, MOST_CELLS, MOST_COLUMNS, placeOf, type Row, type Table } from './table.ts'

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships id'
/** Unpacked, a workbook may be this many times its largest size: sheets pack well, bombs far better. */
const UNPACKED = 8

/**
 * Reads one sheet of a workbook (ECMA-376, SpreadsheetML) as raw text: numbers as the file writes them, never as floats.
 * Formula and error cells are refused: their value is what some program last computed.
 */
export async function readXlsxTable(
  source: TableFile,
  { sheet, largest = LARGEST_TABLE }: { readonly sheet?: string | undefined; readonly largest?: number } = {},
): Promise<Table> {
  const { file } = source
  if (source.bytes.byteLength > largest) throw new FileTooLargeError(file, largest)
  const parts = unpacked(source, largest * UNPACKED)
  const within = { file, parts, largest: largest * UNPACKED }
  const workbook = await partOf(within, 'xl/workbook.xml')
  const path = await sheetPath(within, { workbook, sheet })
  const strings = parts['xl/sharedStrings.xml'] === undefined ? [] : await sharedStrings(within)
  const rows: Row[] = []
  let count = 0
  await readPart(within, path, element => {
    if (element.name !== 'row') return 'keep'
    const row = rowOf(element, { file, strings, before: rows.at(-1)?.line ?? 0 })
    count += 1 + row.cells.length
    if (count > MOST_CELLS) throw new TableTooLargeError({ file, line: row.line, column: 0 }, MOST_CELLS)
    rows.push(row)
    return 'drop'
  })
  const from1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes['date1904'] ?? '')
  return { file, rows, from1904 }
}

type Parts = Readonly<Record<string, Uint8Array>>
type Within = { readonly file: string; readonly parts: Parts; readonly largest: number }

function unpacked({ file, bytes }: TableFile, largest: number): Parts {
  let size = 0
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (
      !/^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)
    )
      return false
    size += originalSize
    if (size > largest) throw new FileTooLargeError(file, largest)
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof FileTooLargeError) throw error
    throw new TableUnreadableError({ file, line: 0, column: 0 }, 'The file is no workbook', error)
  }
}

type OnEnd = (element: XmlElement, around: readonly XmlElement[]) => 'keep' | 'drop'

async function readPart({ file, parts, largest }: Within, name: string, onEnd: OnEnd): Promise<void> {
  const part = parts[name]
  if (part === undefined)
    throw new TableUnreadableError({ file, line: 0, column: 0 }, `The workbook has no part ${name}`)
  await streamElements({ file: `${file}!${name}`, chunks: piecesOf(part) }, { onEnd, largest })
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

async function partOf(within: Within, name: string): Promise<XmlElement | undefined> {
  let root: XmlElement | undefined
  await readPart(within, name, (element, around) => {
    if (around.length === 0) root = element
    return 'keep'
  })
  return root
}

/** The part of the named sheet, or of the first one; parts are named by relation, not by number. */
async function sheetPath(
  within: Within,
  { workbook, sheet }: { readonly workbook: XmlElement | undefined; readonly sheet: string | undefined },
): Promise<string> {
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet')
  const found = sheets.find(({ attributes }) => sheet === undefined || attributes['name'] === sheet)
  if (found === undefined) {
    const reason = `The workbook has no sheet ${sheet ?? ''}, only ${sheets.map(({ attributes }) => attributes['name']).join(', ')}`
    throw new TableUnreadableError({ file: within.file, line: 0, column: 0 }, reason)
  }
  const relations = await partOf(within, 'xl/_rels/workbook.xml.rels')
  const relation = relations?.children.find(
    ({ attributes }) => attributes['Id'] === found.attributes[RELATION],
  )
  const target = relation?.attributes['Target'] ?? ''
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts are kept once and named by number; guides to pronunciation (rPh) are not part of them. */
async function sharedStrings(within: Within): Promise<readonly string[]> {
  const strings: string[] = []
  await readPart(within, 'xl/sharedStrings.xml', element => {
    if (element.name !== 'si') return 'keep'
    strings.push(richText(element))
    return 'drop'
  })
  return strings
}

function richText(element: XmlElement): string {
  const runs = childrenOf(element, 'r').map(run => childOf(run, 't')?.text ?? '')
  return `${childOf(element, 't')?.text ?? ''}${runs.join('')}`
}

type RowFrame = { readonly file: string; readonly strings: readonly string[]; readonly before: number }

function rowOf(element: XmlElement, { file, strings, before }: RowFrame): Row {
  const line = Number(element.attributes['r'] ?? before + 1)
  const cells: Cell[] = []
  for (const each of childrenOf(element, 'c')) {
    const index = columnOf(each.attributes['r']) ?? cells.length
    if (index >= MOST_COLUMNS || index < cells.length)
      throw new TableUnreadableError({ file, line, column: 0 }, 'The cells of this row are out of order')
    while (cells.length < index) cells.push(EMPTY_CELL)
    cells.push(cellOf(each, strings, placeOf({ file }, { line, cells }, index)))
  }
  return { line, cells }
}

/** "AB12" is the cell 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellOf(cell: XmlElement, strings: readonly string[], place: ReturnType<typeof placeOf>): Cell {
  const formula = childOf(cell, 'f')
  if (formula !== undefined) throw new FormulaRefusedError(place, `=${formula.text}`)
  const value = childOf(cell, 'v')?.text ?? ''
  switch (cell.attributes['t']) {
    case 's':
      return { kind: 'text', text: strings[Number(value)] ?? '' }
    case 'inlineStr':
      return { kind: 'text', text: richText(descendantOf(cell, 'is') ?? cell) }
    case 'str':
    case 'd':
      return { kind: 'text', text: value }
    case 'b':
      return { kind: 'text', text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      throw new CellRefusedError(place, `The cell shows the error ${value}`, 'Write the value in its place')
    default:
      return value === '' ? EMPTY_CELL : { kind: 'number', text: value }
  }
}
