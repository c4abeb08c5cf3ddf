import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import type { BankEntry } from '../../src/bank/camt/entry.ts'
import { addDays, parseDay } from '../../src/domain/dates.ts'
import { LedgerError } from '../../src/domain/errors.ts'
import { CNY, money } from '../../src/domain/money.ts'
import { parseMapping } from '../../src/oracle/collect/mapping.ts'
import { readCsvTable } from '../../src/oracle/collect/readCsvTable.ts'
import { type Licence, parseLicence } from '../../src/oracle/match/licence.ts'
import { matchPeriod } from '../../src/oracle/match/matchPeriod.ts'
import { parseTolerances } from '../../src/oracle/match/tolerances.ts'
import { normaliseStatement } from '../../src/oracle/normalise/normalise.ts'
import type { StatementLine } from '../../src/oracle/normalise/statementLine.ts'

/**
 * Measures, on one core, the path from the bytes of a statement to its matching, and prints the figures. Beside it runs
 * what a clerk with a database would do: the same lines and credits in SQLite, joined by reference and summed, without
 * terms, tolerances or names. It is a process of its own, so that its memory can be bounded and measured.
 */

export interface Figures {
  readonly lines: number
  readonly credits: number
  readonly readSeconds: number
  readonly matchSeconds: number
  readonly matches: number
  readonly exceptions: number
  readonly peakMegabytes: number
  readonly sqliteSeconds: number
  readonly sqliteMatches: number
}

export const LICENCES = 500
const LINES_A_PAYMENT = 4
const END = parseDay('2026-03-31')

function measure(count: number): Figures {
  const bytes = new TextEncoder().encode(statementText(count))
  const read = timed(() => normaliseStatement(readCsvTable({ file: 'statement.csv', bytes }), mapping()))
  if (read.value.faults.length > 0) throw new BenchFaultError(read.value.faults.length)
  const { lines } = read.value
  const credits = creditsFor(lines)
  const matched = timed(() =>
    matchPeriod({
      span: { from: parseDay('2026-01-01'), to: END },
      lines,
      credits,
      licences: Array.from({ length: LICENCES }, (_, index) => licenceOf(index)),
      states: new Map(),
      fixings: [],
      tolerances: tolerances(),
    }),
  )
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const peer = timed(() => joinedBySqlite(lines, credits))
  return {
    lines: lines.length,
    credits: credits.length,
    readSeconds: read.seconds,
    matchSeconds: matched.seconds,
    matches: matched.value.matches.length,
    exceptions: matched.value.exceptions.length,
    peakMegabytes,
    sqliteSeconds: peer.seconds,
    sqliteMatches: peer.value,
  }
}

/** Seconds of processor time, which other programs on the machine do not lengthen much. */
function timed<T>(act: () => T): { readonly value: T; readonly seconds: number } {
  const began = process.cpuUsage()
  const value = act()
  const { user, system } = process.cpuUsage(began)
  return { value, seconds: Math.round((user + system) / 1000) / 1000 }
}

/** Lines of which four share a payment; every tenth payment is written without a reference. */
function statementText(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const payment = Math.floor(index / LINES_A_PAYMENT)
    const licence = payment % LICENCES
    const base = (1_000 + (index % 900)).toLocaleString('en-US')
    const reference = payment % 10 === 9 ? '' : `INV-${payment}`
    return `${index},L-${licence},被许可人${licence},2026年第一季度,人民币,"${base},000.00","${base},000.00",${reference}`
  })
  return ['序号,合同,被许可人,期间,币种,收入,使用费,付款编号', ...lines, ''].join('\n')
}

function mapping() {
  return parseMapping({
    schema: 'lingnan-mapping/1',
    name: 'bench',
    columns: {
      line: ['序号'],
      licence: ['合同'],
      obligor: ['被许可人'],
      period: ['期间'],
      currency: ['币种'],
      revenue: ['收入'],
      gross: ['使用费'],
      reference: ['付款编号'],
    },
  })
}

function licenceOf(index: number): Licence {
  return parseLicence({
    schema: 'lingnan-licence/1',
    licence: `L-${index}`,
    obligor: `被许可人${index}`,
    currency: 'CNY',
    from: '2026-01-01',
    to: '2030-12-31',
    months: 3,
    royalty: { base: 'revenue', counted: 'period', tiers: [{ above: '0', rate: '1' }] },
  })
}

function tolerances() {
  return parseTolerances({
    schema: 'lingnan-tolerances/1',
    rounding: { CNY: '0.01' },
    bankFee: { CNY: '50.00' },
    terms: {},
  })
}

/** One credit a payment: every twentieth lacks a bank fee, every fiftieth never came. */
function creditsFor(lines: readonly StatementLine[]): readonly BankEntry[] {
  const credits: BankEntry[] = []
  for (let at = 0; at < lines.length; at += LINES_A_PAYMENT) {
    const payment = at / LINES_A_PAYMENT
    const paid = lines.slice(at, at + LINES_A_PAYMENT)
    if (payment % 50 !== 49) credits.push(creditOf(payment, paid))
  }
  return credits
}

function creditOf(payment: number, paid: readonly StatementLine[]): BankEntry {
  const owed = paid.reduce((sum, { net }) => sum + net.minor, 0n)
  const [first] = paid
  return {
    key: `6217 reference B-${payment}`,
    account: '6217',
    reference: `B-${payment}`,
    amount: money(CNY, payment % 20 === 0 ? owed - 2_000n : owed),
    sign: 'credit',
    isReversal: false,
    bookedOn: addDays(END, BigInt(payment % 60)),
    details: [
      {
        references: [],
        documents: first?.reference === undefined ? [] : [first.reference],
        remittance: '许可使用费',
        payer: first?.obligor ?? '',
      },
    ],
    source: 'statement',
    report: 'S-1',
    place: { file: 'bank.xml', line: payment, column: 1 },
  }
}

function joinedBySqlite(lines: readonly StatementLine[], credits: readonly BankEntry[]): number {
  const database = new DatabaseSync(':memory:')
  database.exec(
    'CREATE TABLE line (reference TEXT, net INTEGER); CREATE TABLE credit (reference TEXT, amount INTEGER)',
  )
  const line = database.prepare('INSERT INTO line VALUES (?, ?)')
  const credit = database.prepare('INSERT INTO credit VALUES (?, ?)')
  database.exec('BEGIN')
  for (const { reference, net } of lines) line.run(reference ?? null, net.minor)
  for (const { details, amount } of credits) credit.run(details[0]?.documents[0] ?? null, amount.minor)
  database.exec(
    'COMMIT; CREATE INDEX by_line ON line (reference); CREATE INDEX by_credit ON credit (reference)',
  )
  const found = database
    .prepare(
      `SELECT COUNT(*) AS matches FROM (SELECT reference, SUM(net) AS net FROM line GROUP BY reference) AS owed
       JOIN (SELECT reference, SUM(amount) AS amount FROM credit GROUP BY reference) AS paid USING (reference)`,
    )
    .get()
  database.close()
  return Number(found?.['matches'] ?? 0)
}

class BenchFaultError extends LedgerError {
  readonly code = 'bench/faults'

  constructor(count: number) {
    super(`${count} lines of the sample were refused`, { remedy: 'Make the sample fit the mapping' })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { lines: { type: 'string', default: '100000' } } })
  process.stdout.write(JSON.stringify(measure(Number(values.lines))))
}
