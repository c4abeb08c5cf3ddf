import type { BankEntry } from '../../bank/camt/entry.ts'
import type { CamtProfile } from '../../bank/camt/profiles.ts'
import { LARGEST_BANK_FILE, readBankFile } from '../../bank/camt/readBankFile.ts'
import type { BankReport } from '../../bank/camt/readReport.ts'
import { FileFaultError } from '../../domain/fileFault.ts'
import type { Hash32 } from '../../domain/ids.ts'
import { HeadingsUnknownError } from '../collect/errors.ts'
import type { Mapping } from '../collect/mapping.ts'
import { readCsvTable } from '../collect/readCsvTable.ts'
import { readXlsxTable } from '../collect/readXlsxTable.ts'
import type { Table } from '../collect/table.ts'
import { normaliseStatement, type StatementReading } from '../normalise/normalise.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { BookAccount } from './terms.ts'

/** What was read of one kept file. Faults name what was refused of it. */
export type KeptReading = {
  readonly hash: Hash32
  readonly file: string
  readonly kind: 'statement' | 'bank' | 'unread'
  readonly lines: readonly StatementLine[]
  readonly entries: readonly BankEntry[]
  readonly reports: readonly BankReport[]
  readonly faults: readonly FileFaultError[]
}

export type KeptFileBytes = { readonly hash: Hash32; readonly name: string; readonly bytes: Uint8Array }

export type Readers = {
  readonly mappings: readonly Mapping[]
  readonly profiles: readonly CamtProfile[]
  readonly accounts: readonly BookAccount[]
}

/** Reads a file for what its first bytes say that it is: XML of a bank, a workbook, else CSV. Same bytes, same reading. */
export async function readKept(
  { hash, name, bytes }: KeptFileBytes,
  { mappings, profiles, accounts }: Readers,
): Promise<KeptReading> {
  const nothing = { hash, file: name, lines: [], entries: [], reports: [], faults: [] }
  if (isXml(bytes)) {
    const currencies = Object.fromEntries(accounts.map(({ account, currency }) => [account, currency]))
    const settings = { profiles, currencies, largest: LARGEST_BANK_FILE }
    const { entries, reports, faults } = await readBankFile({ file: name, chunks: chunksOf(bytes) }, settings)
    return Object.freeze({ ...nothing, kind: 'bank', entries, reports, faults })
  }
  try {
    const { lines, faults } = await readStatement({ file: name, bytes }, mappings)
    return Object.freeze({ ...nothing, kind: 'statement', lines, faults })
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error
    return Object.freeze({ ...nothing, kind: 'unread', faults: [error] })
  }
}

type Statement = { readonly file: string; readonly bytes: Uint8Array }

/** By the one mapping whose headings stand in the file; of several, the one that names the most columns. */
async function readStatement(source: Statement, mappings: readonly Mapping[]): Promise<StatementReading> {
  const readings: { readonly columns: number; readonly reading: StatementReading }[] = []
  let unreadable: FileFaultError | undefined
  for (const mapping of mappings) {
    try {
      const reading = normaliseStatement(await tableOf(source, mapping), mapping)
      const fits = !reading.faults.some(fault => fault instanceof HeadingsUnknownError)
      if (fits) readings.push({ columns: Object.keys(mapping.columns).length, reading })
    } catch (error) {
      if (!(error instanceof FileFaultError)) throw error
      unreadable = error
    }
  }
  const most = Math.max(...readings.map(({ columns }) => columns))
  const best = readings.filter(({ columns }) => columns === most)
  const [first] = best
  if (first === undefined && unreadable !== undefined) throw unreadable
  if (first === undefined || best.length > 1)
    throw new HeadingsUnknownError(
      { file: source.file, line: 0, column: 0 },
      `${best.length} of the mappings fit the headings`,
    )
  return first.reading
}

function tableOf(source: Statement, { sheet, delimiter }: Mapping): Table | Promise<Table> {
  return isZip(source.bytes) ? readXlsxTable(source, { sheet }) : readCsvTable(source, { delimiter })
}

const LESS_THAN = 0x3c
const MARK = [0xef, 0xbb, 0xbf]
const SPACES = [0x20, 0x09, 0x0a, 0x0d]

function isXml(bytes: Uint8Array): boolean {
  const from = MARK.every((byte, index) => bytes[index] === byte) ? MARK.length : 0
  const first = bytes.subarray(from, from + 1_024).find(byte => !SPACES.includes(byte))
  return first === LESS_THAN
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

const CHUNK = 65_536

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}
