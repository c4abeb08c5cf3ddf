import { strToU8, zipSync } from 'fflate'

/** A cell: text, or a number as its digits. */
export type SheetCell = string | { readonly digits: string }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The same bytes in every run: packages carry the time at which they were packed. */
const PACKED_AT = '1980-01-01T00:00:00'

/** A workbook of one sheet (ECMA-376), as little of it as is needed. */
export function workbookOf(sheet: string, rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': relationsOf('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
  }
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(`${HEAD}${text}`)] as const)
  return zipSync(Object.fromEntries(bytes), { level: 9, mtime: PACKED_AT })
}

function relationsOf(type: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`
}

function rowOf(cells: readonly SheetCell[], index: number): string {
  const line = index + 1
  const written = cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${line}`))
  return `<row r="${line}">${written.join('')}</row>`
}

function cellOf(cell: SheetCell, at: string): string {
  if (typeof cell !== 'string') return `<c r="${at}"><v>${cell.digits}</v></c>`
  return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

/** Text within XML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
