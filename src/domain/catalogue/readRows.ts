import { type Day, parseDay } from '../dates.ts'
import {
  collectProblems,
  LedgerError,
  type Problem,
  type ProblemCollector,
  ProblemsError,
} from '../errors.ts'
import { parseEntityCode } from '../identifiers/entityCode.ts'
import { type Place, parsePlace } from '../places.ts'
import { type Column, columnNamed, columnNames, headingOf, optionalColumns } from './columns.ts'
import { identityOf, type Offered, type TitleKind, titleKinds } from './entry.ts'
import { parseTitleNumber } from './titleNumber.ts'

/** What an import holds: each title once, and how many rows said the same again. */
export type Reading = { readonly offered: readonly Offered[]; readonly repeated: number }

type Row = { readonly line: number; readonly cells: ReadonlyMap<Column, string> }

/**
 * Reads a table whose first row holds the headings. It throws one CatalogueRefusedError that names every fault by row
 * and column, as the spreadsheet counts them. A title that stands twice with the same facts counts once; with other
 * facts it is a fault.
 */
export function readRows(table: readonly (readonly string[])[]): Reading {
  const problems = collectProblems()
  const [headings = [], ...body] = table
  const places = readHeadings(headings, problems)
  problems.refuse(found => new CatalogueRefusedError(found))
  const rows = body.map((cells, index) => rowOf(cells, index + 2, places)).filter(isFilled)
  const read = rows.map(row => ({ line: row.line, offered: readRow(row, problems) }))
  const kept = new Map<string, { readonly line: number; readonly offered: Offered }>()
  let repeated = 0
  for (const { line, offered } of read) {
    if (offered === undefined) continue
    const identity = identityOf(offered)
    const earlier = kept.get(identity)
    if (earlier === undefined) kept.set(identity, { line, offered })
    else if (isSame(earlier.offered, offered)) repeated += 1
    else problems.note(contradiction(offered, { line, earlier: earlier.line }))
  }
  if (rows.length === 0)
    problems.note({
      path: 'row 2',
      value: '',
      message: 'The table has no rows',
      remedy: 'Add a row for each title',
    })
  problems.refuse(found => new CatalogueRefusedError(found))
  return Object.freeze({ offered: [...kept.values()].map(({ offered }) => offered), repeated })
}

function readHeadings(headings: readonly string[], problems: ProblemCollector): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  headings.forEach((heading, index) => {
    const column = columnNamed(heading)
    const path = `row 1, column ${index + 1}`
    if (column === undefined && heading.trim() !== '')
      problems.note({
        path,
        value: heading,
        message: 'This heading is unknown',
        remedy: `Use ${columnNames.map(headingOf).join(', ')}, or leave the column out`,
      })
    if (column !== undefined && places.has(column))
      problems.note({ path, value: heading, message: 'This column stands twice', remedy: 'Keep one of them' })
    if (column !== undefined) places.set(column, index)
  })
  for (const column of columnNames.filter(one => !optionalColumns.includes(one) && !places.has(one)))
    problems.note({
      path: 'row 1',
      value: headingOf(column),
      message: `The column "${headingOf(column)}" is missing`,
      remedy: 'Add it',
    })
  return places
}

function rowOf(cells: readonly string[], line: number, places: ReadonlyMap<Column, number>): Row {
  const found = [...places].map(([column, index]) => [column, (cells[index] ?? '').trim()] as const)
  return { line, cells: new Map(found) }
}

function isFilled({ cells }: Row): boolean {
  return [...cells.values()].some(cell => cell !== '')
}

type Cell = <T>(column: Column, parse: (text: string) => T) => T | undefined

/** A title of a row, or nothing after its faults were noted. */
function readRow({ line, cells }: Row, problems: ProblemCollector): Offered | undefined {
  const before = problems.problems().length
  const read: Cell = (column, parse) => {
    const value = cells.get(column) ?? ''
    const path = `row ${line}, ${headingOf(column)}`
    if (value !== '') return problems.attempt({ path, value }, () => parse(value))
    if (!optionalColumns.includes(column))
      problems.note({ path, value, message: 'This cell is empty', remedy: 'Fill it' })
    return undefined
  }
  const needed = readNeeded(read)
  const optional = {
    ownerCode: read('ownerCode', parseEntityCode),
    granted: read('granted', parseDay),
    expiry: read('expiry', parseDay),
    economicEnd: read('economicEnd', parseDay),
    feeDue: read('feeDue', parseDay),
    readiness: read('readiness', parseReadiness),
  }
  checkOrder({ filed: needed.filed, ...optional }, line, problems)
  if (problems.problems().length > before || !isWhole(needed)) return undefined
  const { consentDay, consentBy, consentDocument, ...title } = needed
  const consent = Object.freeze({ day: consentDay, by: consentBy, document: consentDocument })
  return Object.freeze({ ...title, ...optional, consent })
}

/** What every row must have. */
function readNeeded(read: Cell) {
  const kind = read('kind', parseKind)
  const place = read('place', parsePlace)
  return {
    kind,
    place,
    name: read('name', plain),
    field: read('field', plain),
    owner: read('owner', plain),
    filed: read('filed', parseDay),
    consentDay: read('consentDay', parseDay),
    consentBy: read('consentBy', plain),
    consentDocument: read('consentDocument', plain),
    number: readNumber({ kind, place }, read),
  }
}

type Whole<T> = { readonly [Key in keyof T]: Exclude<T[Key], undefined> }

function isWhole<T extends Readonly<Record<string, unknown>>>(fields: T): fields is T & Whole<T> {
  return Object.values(fields).every(value => value !== undefined)
}

/** A number is read by kind and place; where these are at fault it is only asked for. */
function readNumber(
  { kind, place }: { readonly kind: TitleKind | undefined; readonly place: Place | undefined },
  read: (column: Column, parse: (text: string) => string) => string | undefined,
): string | undefined {
  if (kind === undefined || place === undefined) return read('number', plain)
  return read('number', number => parseTitleNumber({ kind, place, number }))
}

type Days = {
  readonly filed: Day | undefined
  readonly granted: Day | undefined
  readonly expiry: Day | undefined
}

function checkOrder({ filed, granted, expiry }: Days, line: number, problems: ProblemCollector): void {
  if (filed === undefined) return
  const note = (column: Column, message: string) =>
    problems.note({
      path: `row ${line}, ${headingOf(column)}`,
      value: '',
      message,
      remedy: 'Correct the days',
    })
  if (granted !== undefined && granted < filed) note('granted', 'The grant comes before the filing')
  if (expiry !== undefined && expiry <= filed) note('expiry', 'The end does not come after the filing')
}

function contradiction(
  offered: Offered,
  { line, earlier }: { readonly line: number; readonly earlier: number },
): Problem {
  return {
    path: `row ${line}, ${headingOf('number')}`,
    value: offered.number,
    message: `This title stands in row ${earlier} with other facts`,
    remedy: 'Keep the row that is right',
  }
}

/** Whether two rows say the same of one title. */
export function isSame(one: Offered, other: Offered): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other))
}

function comparable({ consent, ...facts }: Offered): readonly unknown[] {
  return [...Object.entries(facts), ...Object.entries(consent)]
    .map(([key, value]) => [key, value === undefined ? '' : String(value)])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

function parseKind(text: string): TitleKind {
  const kind = titleKinds.find(one => one.toLowerCase() === text.toLowerCase())
  if (kind === undefined) throw new UnknownKindError(text)
  return kind
}

function parseReadiness(text: string): number {
  if (!/^[1-9]$/.test(text)) throw new UnknownReadinessError(text)
  return Number(text)
}

function plain(text: string): string {
  return text
}

export class UnknownKindError extends LedgerError {
  override readonly code = 'catalogue/unknown-kind'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is no kind of intellectual property`, {
      remedy: `Write one of ${titleKinds.join(', ')}`,
    })
    this.text = text
  }
}

export class UnknownReadinessError extends LedgerError {
  override readonly code = 'catalogue/unknown-readiness'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is no technology readiness`, { remedy: 'Write 1 to 9, or leave the cell empty' })
    this.text = text
  }
}

export class CatalogueRefusedError extends ProblemsError {
  override readonly code = 'file/catalogue-refused'

  constructor(problems: readonly Problem[]) {
    super('The table', problems)
  }
}
