import type { BankEntry } from '../../../src/bank/camt/entry.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { currencyOf, type Money, money } from '../../../src/domain/money.ts'
import { type Licence, parseLicence } from '../../../src/oracle/match/licence.ts'
import type { MatchException, MatchInputs, Matching } from '../../../src/oracle/match/matching.ts'
import { parseTolerances } from '../../../src/oracle/match/tolerances.ts'
import type { StatementLine } from '../../../src/oracle/normalise/statementLine.ts'

export const span = { from: parseDay('2026-01-01'), to: parseDay('2026-03-31') }

export type LineText = {
  readonly licence?: string
  readonly obligor?: string
  readonly currency?: 'CNY' | 'HKD'
  readonly gross: bigint
  readonly vat?: bigint
  readonly withholding?: bigint
  readonly revenue?: bigint
  readonly units?: bigint
  readonly reference?: string
  readonly from?: string
  readonly to?: string
}

export function line(number: number, text: LineText): StatementLine {
  const { licence = 'L-1', obligor = 'Nanhai Instruments', gross, vat = 0n, withholding = 0n } = text
  const currency = currencyOf(text.currency ?? 'CNY')
  const of = (minor: bigint): Money => money(currency, minor)
  const period = { from: parseDay(text.from ?? '2026-01-01'), to: parseDay(text.to ?? '2026-03-31') }
  return {
    key: `${licence} ${period.from} ${period.to} ${number}`,
    line: String(number),
    licence,
    obligor,
    span: period,
    currency,
    gross: of(gross),
    vat: of(vat),
    withholding: of(withholding),
    net: of(gross + vat - withholding),
    ...(text.revenue === undefined ? {} : { revenue: of(text.revenue) }),
    ...(text.units === undefined ? {} : { units: text.units }),
    ...(text.reference === undefined ? {} : { reference: text.reference }),
    place: { file: 'a.csv', line: number + 1, column: 1 },
  }
}

export type CreditText = {
  readonly currency?: 'CNY' | 'HKD'
  readonly on?: string
  readonly references?: readonly string[]
  readonly documents?: readonly string[]
  readonly remittance?: string
  readonly payer?: string
}

export function credit(number: number, minor: bigint, text: CreditText = {}): BankEntry {
  const {
    currency = 'CNY',
    on = '2026-04-10',
    references = [],
    documents = [],
    remittance = '',
    payer,
  } = text
  return {
    key: `6217 reference B-${number}`,
    account: '6217',
    reference: `B-${number}`,
    amount: money(currencyOf(currency), minor),
    sign: 'credit',
    isReversal: false,
    bookedOn: parseDay(on),
    details: [{ references, documents, remittance, ...(payer === undefined ? {} : { payer }) }],
    source: 'statement',
    report: 'S-1',
    place: { file: 'bank.xml', line: number, column: 1 },
  }
}

export const licence = (more: object = {}): Licence =>
  parseLicence({
    schema: 'lingnan-licence/1',
    licence: 'L-1',
    obligor: 'Nanhai Instruments',
    payers: ['Nanhai Instruments Co Ltd'],
    currency: 'CNY',
    from: '2026-01-01',
    to: '2027-12-31',
    months: 3,
    ...more,
  })

/** A licence whose royalty is all of the revenue: whatever a line claims is due. */
export const openLicence = (more: object = {}): Licence =>
  licence({
    royalty: { base: 'revenue', counted: 'period', tiers: [{ above: '0', rate: '1' }] },
    ...more,
  })

/** A line that claims its whole revenue. */
export const claim = (number: number, gross: bigint, more: Partial<LineText> = {}): StatementLine =>
  line(number, { gross, revenue: gross, ...more })

export const tolerances = (more: object = {}) =>
  parseTolerances({ schema: 'lingnan-tolerances/1', rounding: {}, bankFee: {}, terms: {}, ...more })

export const inputs = (more: Partial<MatchInputs>): MatchInputs => ({
  span,
  lines: [],
  credits: [],
  licences: [openLicence()],
  states: new Map(),
  fixings: [],
  tolerances: tolerances(),
  ...more,
})

export const named = (exceptions: readonly MatchException[]) =>
  exceptions.map(({ kind, amount }) => [kind, amount.minor] as const)

/** Matches as the numbers of lines and credits with their amounts. */
export const pairs = ({ matches }: Matching) =>
  matches.map(({ by, lines, credits }) => [
    by,
    lines.map(({ key, amount }) => [key.split(' ').at(-1), amount.minor]),
    credits.map(({ key, amount }) => [key.split(' ').at(-1), amount.minor]),
  ])
