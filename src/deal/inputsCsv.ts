import type { ProblemCollector } from '../domain/errors.ts'
import { inputsSchemaName } from './schema/inputs.ts'

export const csvColumns = ['period', 'record', 'name', 'kind', 'currency', 'amount', 'fixing'] as const
type Column = (typeof csvColumns)[number]
type Row = Readonly<Record<Column, string>> & { readonly line: number }

const RECORDS = ['nil', 'collection', 'default', 'loss', 'performing', 'fee', 'refund', 'event', 'support']
/** Records of which a period has one a name. */
const ONCE = ['performing', 'fee', 'refund', 'support']

/**
 * Period inputs as CSV, one fact a line, as the JSON form that the schema describes. `name` is the asset, fee,
 * support, maturity class or event; a period without income has a line `nil`.
 */
export function readInputsCsv(
  text: string,
  { deal, problems }: { readonly deal: string; readonly problems: ProblemCollector },
): unknown {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (header.trim() !== csvColumns.join(',')) {
    const remedy = `Begin with the line ${csvColumns.join(',')}`
    problems.note({
      path: '/',
      value: header,
      message: 'The text is neither JSON nor CSV with the known header',
      remedy,
    })
    return { schema: inputsSchemaName, deal, periods: [] }
  }
  const rows = lines.flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, { index, problems })]))
  checkOnce(rows, problems)
  const numbers = [...new Set(rows.map(({ period }) => period))]
  return {
    schema: inputsSchemaName,
    deal,
    periods: numbers.map(number => periodOf(rows.filter(({ period }) => period === number))),
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
    problems.note({ path, value: record, message: 'This record is unknown', remedy })
  }
  if (!/^[1-9]\d*$/.test(period)) {
    const remedy = 'Write the number of the payment date, from 1, in digits'
    problems.note({ path, value: period, message: 'This is no number of a period', remedy })
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
