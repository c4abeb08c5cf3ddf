import { parseAddress } from '../chain/address.ts'
import {
  collectProblems,
  LedgerError,
  type Problem,
  type ProblemCollector,
  ProblemsError,
} from '../domain/errors.ts'
import type { Holding } from '../sdk/notes/holdersIn.ts'
import { readTable } from './catalogue/readTable.ts'

/** The headings of a registrar's list, in English, Chinese and Portuguese. */
const columns = {
  holder: ['holder', '持有人', 'titular'],
  units: ['units', '份额', '份額', 'unidades'],
} as const

type Column = keyof typeof columns

const names: readonly Column[] = ['holder', 'units']

/** Reads the holder list of a registrar. It throws one HolderListError that names every fault by row and column. */
export async function loadHolderList(path: string): Promise<readonly Holding[]> {
  const [headings = [], ...rows] = await readTable(path)
  const problems = collectProblems()
  const places = new Map(names.map(name => [name, placeOf(headings, name)]))
  for (const name of names)
    if (places.get(name) === -1)
      problems.note({
        path: 'row 1',
        value: name,
        message: `The column "${name}" is missing`,
        remedy: 'Give the columns holder and units',
      })
  problems.refuse(found => new HolderListError(found))
  const read = rows.flatMap((cells, index) => {
    const [holder = '', units = ''] = names.map(name => (cells[places.get(name) ?? 0] ?? '').trim())
    return holder === '' && units === '' ? [] : [readRow({ row: index + 2, holder, units }, problems)]
  })
  const listed = read.flatMap(found => found ?? [])
  listed.forEach(({ row, holder }, index) => {
    if (listed.findIndex(other => other.holder === holder) < index)
      problems.note({
        path: `row ${row}, holder`,
        value: holder,
        message: 'This holder stands twice in the list',
        remedy: 'Write one row a holder, with all its units',
      })
  })
  if (read.length === 0)
    problems.note({ path: 'row 2', value: '', message: 'The list has no rows', remedy: 'Give every holder' })
  problems.refuse(found => new HolderListError(found))
  return listed.map(({ holder, units }) => ({ holder, units }))
}

function placeOf(headings: readonly string[], name: Column): number {
  return headings.findIndex(heading => columns[name].some(one => one === heading.trim().toLowerCase()))
}

type Row = { readonly row: number; readonly holder: string; readonly units: string }

function readRow({ row, holder: name, units: count }: Row, problems: ProblemCollector) {
  const holder = problems.attempt({ path: `row ${row}, holder`, value: name }, () => parseAddress(name))
  const units = problems.attempt({ path: `row ${row}, units`, value: count }, () => parseUnits(count))
  return holder === undefined || units === undefined ? undefined : { row, holder, units }
}

function parseUnits(text: string): bigint {
  if (!/^(0|[1-9]\d{0,27})$/.test(text)) throw new UnitsMalformedError(text)
  return BigInt(text)
}

export class UnitsMalformedError extends LedgerError {
  override readonly code = 'note/units-malformed'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is no number of units`, { remedy: 'Write a whole number without separators' })
    this.text = text
  }
}

export class HolderListError extends ProblemsError {
  override readonly code = 'file/holders-refused'

  constructor(problems: readonly Problem[]) {
    super('The list of holders', problems)
  }
}
