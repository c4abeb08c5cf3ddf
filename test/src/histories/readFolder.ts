import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bankBook } from '../../../src/bank/bankBook.ts'
import type { BankEntry } from '../../../src/bank/camt/entry.ts'
import { ownProfiles } from '../../../src/bank/camt/profiles.ts'
import { LARGEST_BANK_FILE, readBankFile } from '../../../src/bank/camt/readBankFile.ts'
import { type Day, parseDay } from '../../../src/domain/dates.ts'
import type { FileFaultError } from '../../../src/domain/fileFault.ts'
import { currencyOf } from '../../../src/domain/money.ts'
import { parseFixing } from '../../../src/domain/rates.ts'
import { parseMapping } from '../../../src/oracle/collect/mapping.ts'
import { readCsvTable } from '../../../src/oracle/collect/readCsvTable.ts'
import { readXlsxTable } from '../../../src/oracle/collect/readXlsxTable.ts'
import type { Table } from '../../../src/oracle/collect/table.ts'
import { type Licence, parseLicence } from '../../../src/oracle/match/licence.ts'
import type { DatedFixing } from '../../../src/oracle/match/matching.ts'
import { parseTolerances, type Tolerances } from '../../../src/oracle/match/tolerances.ts'
import { normaliseStatement, type StatementReading } from '../../../src/oracle/normalise/normalise.ts'
import type { StatementLine } from '../../../src/oracle/normalise/statementLine.ts'
import { root } from '../deal/samples.ts'

const day = z.string().transform(parseDay)
const amount = z.string().transform(BigInt)

const booksForm = z.looseObject({
  accounts: z.array(z.object({ account: z.string(), currency: z.string() })),
  periods: z.array(z.object({ from: day, to: day, cutOff: day, sweptBy: day })),
})
const assetsForm = z.looseObject({
  assets: z.array(
    z.looseObject({
      asset: z.string(),
      licences: z.array(z.string()),
      due: z.array(z.object({ period: z.number(), income: amount, principal: amount })),
    }),
  ),
})
const servicingForm = z.looseObject({
  period: z.number(),
  defaults: z.array(z.object({ asset: z.string(), amount })),
})
const fixingsForm = z.looseObject({
  fixings: z.array(z.object({ on: day, from: z.string(), to: z.string(), rate: z.string() })),
})

/** A folder of books, read file by file with the readers of the oracle. */
export type ReadBooks = {
  readonly periods: readonly { readonly from: Day; readonly to: Day; readonly cutOff: Day }[]
  readonly assets: z.output<typeof assetsForm>['assets']
  readonly defaults: z.output<typeof servicingForm>[]
  readonly licences: readonly Licence[]
  readonly tolerances: Tolerances
  readonly fixings: readonly DatedFixing[]
  readonly lines: readonly StatementLine[]
  readonly credits: readonly BankEntry[]
  readonly faults: readonly FileFaultError[]
  /** How many mappings fit each statement. */
  readonly fitting: ReadonlyMap<string, number>
}

export const historiesFolder = join(root, 'deals', 'histories')

export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => path.slice(folder.length + 1))
    .toSorted()
}

export async function readFolder(folder: string): Promise<ReadBooks> {
  const json = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const paths = filesOf(folder)
  const within = (name: string): unknown[] => paths.filter(path => path.startsWith(`${name}/`)).map(json)
  const mappings = within('mappings').map(parseMapping)
  const fitting = new Map<string, number>()
  const readings: StatementReading[] = []
  for (const path of paths.filter(each => /\.(csv|xlsx)$/.test(each))) {
    const read = await Promise.all(mappings.map(mapping => readingOf(folder, path, mapping)))
    const fit = read.filter(each => each !== undefined)
    fitting.set(path, fit.length)
    readings.push(...fit)
  }
  const settings = { profiles: ownProfiles(), largest: LARGEST_BANK_FILE, currencies: {} }
  const banks = []
  for (const file of paths.filter(each => each.endsWith('.xml')))
    banks.push(await readBankFile({ file, chunks: chunksOf(join(folder, file)) }, settings))
  const book = bankBook(banks.flatMap(({ entries }) => entries))
  const fixings = paths.includes('fixings.json') ? fixingsForm.parse(json('fixings.json')).fixings : []
  return {
    periods: booksForm.parse(json('books.json')).periods,
    assets: assetsForm.parse(json('assets.json')).assets,
    defaults: within('servicing').map(each => servicingForm.parse(each)),
    licences: within('licences').map(parseLicence),
    tolerances: parseTolerances(json('tolerances.json')),
    fixings: fixings.map(({ on, from, to, rate }) => ({
      on,
      fixing: parseFixing({ from: currencyOf(from), to: currencyOf(to), rate }),
    })),
    lines: readings.flatMap(({ lines }) => lines),
    credits: book.credits,
    faults: [
      ...readings.flatMap(({ faults }) => faults),
      ...banks.flatMap(({ faults }) => faults),
      ...book.faults,
    ],
    fitting,
  }
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(path)
}

/** What a mapping reads of a statement; nothing if the headings, or the sheet, are not its own. */
async function readingOf(
  folder: string,
  file: string,
  mapping: ReturnType<typeof parseMapping>,
): Promise<StatementReading | undefined> {
  const bytes = readFileSync(join(folder, file))
  const isBook = file.endsWith('.xlsx')
  const table: Table | undefined = isBook
    ? await readXlsxTable({ file, bytes }, { sheet: mapping.sheet }).catch(() => undefined)
    : readCsvTable({ file, bytes })
  const reading = table === undefined ? undefined : normaliseStatement(table, mapping)
  return reading?.faults.some(({ code }) => code === 'file/headings-unknown') === true ? undefined : reading
}
