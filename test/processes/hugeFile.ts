import { parseArgs } from 'node:util'
import { ownProfiles } from '../../src/bank/camt/profiles.ts'
import { LARGEST_BANK_FILE, readBankFile } from '../../src/bank/camt/readBankFile.ts'
import { FileFaultError } from '../../src/domain/fileFault.ts'
import { readCsvTable } from '../../src/oracle/collect/readCsvTable.ts'
import { camtText } from '../src/bank/camtText.ts'
import { peakMegabytes } from './peakMemory.ts'

/** What reading a huge file came to, in a process of its own so that its memory can be measured. */
export type HugeReading = {
  /** Entries or rows. */
  readonly read: number
  readonly faults: readonly { readonly code: string; readonly line: number; readonly column: number }[]
  /** How much of the file was taken. */
  readonly takenMegabytes: number
  readonly seconds: number
  readonly peakMegabytes: number
}

const MEGABYTE = 1_048_576
const payment = { amount: '1.00', endToEnd: 'E2E-1', payer: '南海仪器', remittance: 'royalty 2026 Q1' }
const sample = (closing: string) => camtText({ closing, entries: [{ ...payment, reference: 'B-@' }] })
const plain = sample('1.00')
const entry = plain.slice(plain.indexOf('      <Ntry>'), plain.indexOf('    </Stmt>'))

/** A statement, sound or not, of whose one piece there are as many as the bytes allow. */
type Statement = { readonly head: string; readonly piece: (index: number) => string; readonly foot: string }

/** What an attacker repeats without end, and before what. */
const attacks: Readonly<Record<string, readonly [piece: string, before: string]>> = {
  text: ['royalty ', '</Ustrd>'],
  blanks: ['        ', '<Acct>'],
  depth: ['<a>', '<Acct>'],
  header: ['<a/>', '<Acct>'],
  payments: ['<TxDtls/>', '<TxDtls>'],
  entries: ['<Ntry/>', '<Ntry>'],
  attributes: [' a="1"', '></Stmt>'],
}

function statementOf(kind: string, bytes: number): Statement {
  const attack = attacks[kind]
  if (attack !== undefined) {
    const [piece, before] = attack
    const text = plain.replace('</Stmt>', '<Stmt></Stmt></Stmt>')
    const at = text.indexOf(before)
    return { head: text.slice(0, at), piece: () => piece, foot: text.slice(at) }
  }
  const count = Math.floor(bytes / entry.length)
  const [head = '', foot = ''] = sample(`${count}.00`).split(entry)
  return { head, piece: index => entry.replace('@', String(index)), foot }
}

type Found = Pick<HugeReading, 'read' | 'faults' | 'takenMegabytes'>

async function readStatement(kind: string, bytes: number): Promise<Found> {
  const { head, piece, foot } = statementOf(kind, bytes)
  const count = Math.floor(bytes / piece(0).length)
  const encoder = new TextEncoder()
  let taken = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(head)
    const each = Math.ceil(65_536 / piece(0).length)
    for (let at = 0; at < count; at += each) {
      const pieces = Array.from({ length: Math.min(each, count - at) }, (_, index) => piece(at + index))
      const chunk = encoder.encode(pieces.join(''))
      taken += chunk.byteLength
      yield chunk
    }
    yield encoder.encode(foot)
  }
  const settings = { profiles: ownProfiles(), largest: LARGEST_BANK_FILE, currencies: {} }
  const { entries, faults } = await readBankFile({ file: 'huge.xml', chunks: chunks() }, settings)
  return { read: entries.length, faults: faults.map(shown), takenMegabytes: Math.floor(taken / MEGABYTE) }
}

const LINE =
  'L-1,南海仪器,2026年第一季度,人民币,"1,000,000.00","60,000.00","3,600.00","56,400.00",INV-1,royalty\n'

function readTable(line: string, bytes: number): Found {
  const piece = new TextEncoder().encode(line)
  const count = Math.floor(bytes / piece.length)
  const whole = new Uint8Array(count * piece.length)
  for (let at = 0; at < count; at += 1) whole.set(piece, at * piece.length)
  const takenMegabytes = Math.floor(whole.length / MEGABYTE)
  try {
    const { rows } = readCsvTable({ file: 'huge.csv', bytes: whole })
    return { read: rows.length, faults: [], takenMegabytes }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error
    return { read: 0, faults: [shown(error)], takenMegabytes }
  }
}

function shown({ code, place: { line, column } }: FileFaultError): HugeReading['faults'][number] {
  return { code, line, column }
}

const tables: Readonly<Record<string, string>> = {
  table: LINE,
  cells: ',',
  rows: '\n',
  formulas: `=cmd|' /C calc'!A0\n`,
}

const { values } = parseArgs({
  options: { kind: { type: 'string', default: '' }, megabytes: { type: 'string', default: '100' } },
})
const bytes = Number(values.megabytes) * MEGABYTE
const line = tables[values.kind]
const began = process.cpuUsage()
const found = line === undefined ? await readStatement(values.kind, bytes) : readTable(line, bytes)
const { user, system } = process.cpuUsage(began)
const figures: HugeReading = {
  ...found,
  seconds: Math.round((user + system) / 1_000_000),
  peakMegabytes: peakMegabytes(),
}
process.stdout.write(JSON.stringify(figures))
