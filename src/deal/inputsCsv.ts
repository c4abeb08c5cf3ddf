import { collectProblems, type Problem, type ProblemCollector } from '../domain/errors.ts'
import { pathParts } from './pointer.ts'
import { maturityClasses } from './schema/atoms.ts'
import { inputsSchemaName } from './schema/inputs.ts'

export const csvColumns = ['period', 'record', 'name', 'kind', 'currency', 'amount', 'fixing'] as const
type Column = (typeof csvColumns)[number]
type Row = Readonly<Record<Column, string>> & { readonly line: number }

const RECORDS = ['nil', 'collection', 'default', 'loss', 'performing', 'fee', 'refund', 'event', 'support']
/** Records of which a period has one a name. */
const ONCE = ['performing', 'fee', 'refund', 'support']

export type CsvReading = {
  readonly value: unknown
  /** What is wrong with lines as such. */
  readonly problems: readonly Problem[]
  /** Problems of the value, by line and column of the text; a line that is wrong as such is not faulted again. */
  readonly located: (found: readonly Problem[]) => readonly Problem[]
}

/**
 * Period inputs as CSV, one fact a line, as the JSON form that the schema describes. `name` is the asset, fee,
 * support, maturity class or event; a period without income has a line `nil`.
 */
export function readInputsCsv(text: string, deal: string): CsvReading {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (header.trim() !== csvColumns.join(',')) return unknownForm(header)
  const problems = collectProblems()
  const rows = lines.flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, { index, problems })]))
  checkOnce(rows, problems)
  const numbers = [...new Set(rows.map(({ period }) => period))]
  const periods = numbers.map(number => rows.filter(({ period }) => period === number))
  const wrong = new Set(problems.problems().map(({ path }) => lineOf(path)))
  return {
    value: { schema: inputsSchemaName, deal, periods: periods.map(periodOf) },
    problems: problems.problems(),
    located: found =>
      found
        .map(problem => ({ ...problem, path: placeOf(problem, periods) }))
        .filter(({ path }) => !wrong.has(lineOf(path))),
  }
}

function unknownForm(header: string): CsvReading {
  const remedy = `Begin with the line ${csvColumns.join(',')}, or write JSON`
  const message = 'The text is neither JSON nor CSV with the known header'
  return {
    value: undefined,
    problems: [{ path: '/', value: header, message, remedy }],
    located: () => [],
  }
}

/** "line 7" of "line 7, column amount". */
function lineOf(path: string): string {
  return path.split(',')[0] ?? path
}

/** Fields of the JSON form that are lists; the others hold one figure, or one a name. */
const LISTS = ['collections', 'defaults', 'losses', 'events']
/** Which records make a list or an object of the JSON form. */
const RECORD_OF: { readonly [field: string]: string } = {
  collections: 'collection',
  defaults: 'default',
  losses: 'loss',
  performing: 'performing',
  fees: 'fee',
  refund: 'refund',
  events: 'event',
  supports: 'support',
}

/** The line and column of a problem; its path as it is where no line is to blame alone. */
function placeOf({ path, value }: Problem, periods: readonly (readonly Row[])[]): string {
  const [, position = '', field = 'period', which, inner] = pathParts(path)
  const rows = periods[Number(position)] ?? []
  if (field === 'period') return rows[0] === undefined ? path : `line ${rows[0].line}, column period`
  const ofRecord = rows.filter(({ record }) => record === RECORD_OF[field])
  const row = LISTS.includes(field) && which !== undefined ? ofRecord[Number(which)] : namedRow()
  if (row === undefined) return path
  const unknownClass = field === 'performing' && !maturityClasses.some(known => known === row.name)
  const column = inner ?? (row.name === value || unknownClass ? 'name' : 'amount')
  return `line ${row.line}, column ${column === 'asset' ? 'name' : column}`

  function namedRow(): Row | undefined {
    return ofRecord.find(({ name }) => name === (which ?? value)) ?? ofRecord[0]
  }
}

function rowOf(
  line: string,
  { index, problems }: { readonly index: number; readonly problems: ProblemCollector },
): Row {
  const cells = cellsOf(line)
  const path = `line ${index + 2}`
  if (cells.length !== csvColumns.length) {
    const remedy = `Give ${csvColumns.length} cells: ${csvColumns.join(',')}`
    problems.note({ path, value: line, message: `The line has ${cells.length} cells`, remedy })
  }
  const [period = '', record = '', name = '', kind = '', currency = '', amount = '', fixing = ''] = cells
  if (!RECORDS.includes(record)) {
    const remedy = `Write one of ${RECORDS.join(', ')}`
    problems.note({
      path: `${path}, column record`,
      value: record,
      message: 'This record is unknown',
      remedy,
    })
  }
  if (!/^[1-9]\d*$/.test(period)) {
    const remedy = 'Write the number of the payment date, from 1, in digits'
    problems.note({
      path: `${path}, column period`,
      value: period,
      message: 'This is no number of a period',
      remedy,
    })
  }
  return { line: index + 2, period, record, name, kind, currency, amount, fixing }
}

/** Cells may stand in quotes, and must if they hold a comma; a quote in quotes is written twice. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g)].map(
    ([, quoted, plain = '']) => (quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')),
  )
}

/** A figure given twice would be kept once, and a period with a nil has nothing else collected. */
function checkOnce(rows: readonly Row[], problems: ProblemCollector): void {
  const seen = new Set<string>()
  for (const { line, period, record, name } of rows) {
    const figure = `${period} ${record} ${name}`
    if (ONCE.includes(record) && seen.has(figure)) {
      const remedy = 'Give it once, with the sum'
      problems.note({ path: `line ${line}`, value: figure, message: 'This is given before', remedy })
    }
    seen.add(figure)
  }
  for (const nil of rows.filter(({ record }) => record === 'nil')) {
    const isEmpty = !rows.some(({ period, record }) => period === nil.period && record === 'collection')
    if (isEmpty && [nil.name, nil.kind, nil.currency, nil.amount, nil.fixing].every(cell => cell === ''))
      continue
    const remedy = 'Leave the nil out, or the collections of the period'
    problems.note({
      path: `line ${nil.line}`,
      value: nil.period,
      message: 'A period that is nil has nothing collected',
      remedy,
    })
  }
}

function periodOf(rows: readonly Row[]): unknown {
  const of = (record: string): readonly Row[] => rows.filter(row => row.record === record)
  const byName = (record: string): object =>
    Object.fromEntries(of(record).map(({ name, amount }) => [name, amount]))
  const listed = (record: string): unknown => of(record).map(({ name, amount }) => ({ asset: name, amount }))
  const [refund] = of('refund')
  return {
    period: Number(rows[0]?.period ?? ''),
    collections: of('collection').map(({ name, kind, currency, amount, fixing }) => ({
      asset: name,
      kind,
      currency,
      amount,
      ...(fixing === '' ? {} : { fixing }),
    })),
    ...(of('default').length === 0 ? {} : { defaults: listed('default') }),
    ...(of('loss').length === 0 ? {} : { losses: listed('loss') }),
    ...(of('performing').length === 0 ? {} : { performing: byName('performing') }),
    ...(of('fee').length === 0 ? {} : { fees: byName('fee') }),
    ...(refund === undefined ? {} : { refund: refund.amount }),
    ...(of('event').length === 0 ? {} : { events: of('event').map(({ name }) => name) }),
    ...(of('support').length === 0 ? {} : { supports: byName('support') }),
  }
}
