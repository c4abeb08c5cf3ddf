import type { Deal } from '../../src/deal/deal.ts'
import type { AssetFile } from '../../src/deal/schema/pool.ts'
import { addDays, type Day, formatDay } from '../../src/domain/dates.ts'
import { formatDecimal } from '../../src/domain/decimals.ts'
import { groupBy } from '../../src/domain/groupBy.ts'
import { type CurrencyCode, currencyCodes, currencyOf } from '../../src/domain/money.ts'
import { type BankFile, type BankMovement, bankFileText, type Naming } from './bankFiles.ts'
import { type Calendared, calendaredOf, type PeriodDays } from './calendared.ts'
import type { Plan } from './plan.ts'
import { fixingFor, type Payment, type PlayedPeriod, playOut, type StatedLine } from './playOut.ts'
import {
  englishBook,
  type Form,
  gb18030Csv,
  simplifiedBook,
  simplifiedCsv,
  traditionalCsv,
  type WrittenLine,
  written,
} from './statements.ts'
import { licenceFile, licenceNumber, payerOf } from './terms.ts'

/** The files of one folder, by path. */
export type BookFiles = ReadonlyMap<string, Uint8Array>

type Frame = { readonly deal: Deal; readonly days: Calendared; readonly played: readonly PlayedPeriod[] }

/** The books of a signer for one deal and plan: terms, and an inbox with every statement and bank file. */
export function booksOf(deal: Deal, plan: Plan): BookFiles {
  const played = playOut(deal, plan)
  const all = calendaredOf(deal)
  const count = plan.throughTail === true ? all.periods.length : played.length
  const days = { ...all, periods: all.periods.slice(0, count) }
  const frame = { deal, days, played }
  return new Map([
    ...jsonFiles(termFiles(frame, plan)),
    ...days.periods.flatMap((_, row) => [...statementsOf(row, frame), ...bankFilesOf(row, frame)]),
  ])
}

function jsonFiles(files: Readonly<Record<string, unknown>>): readonly (readonly [string, Uint8Array])[] {
  return Object.entries(files).map(([path, data]) => [path, utf8(`${JSON.stringify(data, null, 1)}\n`)])
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function termFiles(frame: Frame, plan: Plan): Readonly<Record<string, unknown>> {
  const { deal, days, played } = frame
  const { assets } = deal.file.pool
  const fixings = fixingsOf(frame, plan)
  return {
    'books.json': booksFile(frame),
    'assets.json': { schema: 'lingnan-assets/1', assets: assets.map(asset => assetOf(asset, played)) },
    'tolerances.json': tolerances,
    ...(fixings.length === 0 ? {} : { 'fixings.json': { schema: 'lingnan-fixings/1', fixings } }),
    ...Object.fromEntries(
      assets.map(asset => [`licences/${licenceNumber(asset)}.json`, licenceFile(asset, days)]),
    ),
    ...Object.fromEntries(formsOf(deal).map(({ name, mapping }) => [`mappings/${name}.json`, mapping])),
    ...Object.fromEntries(
      played
        .filter(({ defaults }) => defaults.length > 0)
        .map(({ period, defaults }) => [
          `servicing/${twoDigits(period)}.json`,
          servicingOf(period, defaults),
        ]),
    ),
  }
}

/** Remainders of instalments come with the last one: up to eleven fen above the fixed fee of its licence. */
const tolerances = {
  schema: 'lingnan-tolerances/1',
  rounding: { CNY: '0.01', HKD: '0.01', MOP: '0.01' },
  bankFee: { CNY: '50.00', HKD: '200.00', MOP: '200.00' },
  terms: { CNY: '0.11', HKD: '0.01', MOP: '0.01' },
  fx: '0.001',
  daysBefore: 31,
  daysAfter: 366,
}

function booksFile({ deal, days }: Frame): unknown {
  return {
    schema: 'lingnan-books/1',
    currencies: currenciesOf(deal),
    accounts: currenciesOf(deal).map(currency => ({ account: accountOf(deal, currency), currency })),
    periods: days.periods.map(({ from, to, cutOff, sweptBy }) => ({
      from: formatDay(from),
      to: formatDay(to),
      cutOff: formatDay(cutOff),
      sweptBy: formatDay(sweptBy),
    })),
    quietSeconds: 0,
  }
}

/** The currencies in which obligors of a deal pay, its own first: one stream each. */
function currenciesOf({ file }: Deal): readonly CurrencyCode[] {
  const used = new Set(file.pool.assets.map(({ collectionCurrency }) => collectionCurrency))
  return [file.currency, ...currencyCodes.filter(code => code !== file.currency && used.has(code))]
}

function accountOf({ closing }: Deal, currency: CurrencyCode): string {
  const number = currencyOf(currency).toString().padStart(5, '0')
  return `6217${formatDay(closing).replaceAll('-', '')}${number}`
}

function assetOf(asset: AssetFile, played: readonly PlayedPeriod[]): unknown {
  const due = played.flatMap(({ period, lines }) =>
    lines
      .filter(line => line.asset === asset && line.number === 1 && line.income + line.principal > 0n)
      .filter(() => !isInDefault(asset, played, period))
      .map(({ income, principal }) => ({ period, income: `${income}`, principal: `${principal}` })),
  )
  return {
    asset: asset.id,
    right: asset.right,
    licences: [licenceNumber(asset)],
    maturityClass: asset.maturityClass,
    balance: asset.principal,
    due,
  }
}

function isInDefault(asset: AssetFile, played: readonly PlayedPeriod[], period: number): boolean {
  return played.some(each => each.period < period && each.defaults.some(({ asset: lost }) => lost === asset))
}

function servicingOf(period: number, defaults: PlayedPeriod['defaults']): unknown {
  return {
    schema: 'lingnan-servicing/1',
    period,
    defaults: defaults.map(({ asset, amount }) => ({ asset: asset.id, amount: `${amount}` })),
  }
}

type FixingLine = { readonly on: string; readonly from: string; readonly to: string; readonly rate: string }

/** Fixings for what is paid in another currency than that of its licence. */
function fixingsOf({ deal, days, played }: Frame, { converted = {} }: Plan): readonly FixingLine[] {
  return played.flatMap(({ period, payments }) => {
    const row = period - 1
    return payments
      .filter(({ asset }) => converted[period]?.[asset.id] !== undefined)
      .flatMap(payment => {
        const fixing = fixingFor(payment.asset.collectionCurrency, { deal, row })
        if (fixing === undefined) return []
        const on = formatDay(bookedOn(payment, { deal, days, row }))
        const { collectionCurrency: from } = payment.asset
        return [{ on, from, to: payment.currency, rate: formatDecimal(fixing.rateE9, 9) }]
      })
  })
}

type At = Pick<Frame, 'deal' | 'days'> & { readonly row: number }

function bookedOn({ asset }: Payment, { deal, days, row }: At): Day {
  const ordinal = deal.file.pool.assets.indexOf(asset)
  return days.periods[row]?.bookedOn(ordinal) ?? deal.closing
}

const ENGLISH = 'HKD'
const TRADITIONAL = 'MOP'
/** Every fourth statement of the mainland is a workbook, the second one is in GB18030. */
const WORKBOOK_EVERY = 4
const IN_GB18030 = 2

function formsOf(deal: Deal): readonly Form[] {
  const used = currenciesOf(deal)
  return [
    simplifiedCsv,
    simplifiedBook,
    ...(used.includes(ENGLISH) ? [englishBook] : []),
    ...(used.includes(TRADITIONAL) ? [traditionalCsv] : []),
  ]
}

function formFor(currency: CurrencyCode, period: number): Form {
  if (currency === ENGLISH) return englishBook
  if (currency === TRADITIONAL) return traditionalCsv
  if (period % WORKBOOK_EVERY === 0) return simplifiedBook
  return period === IN_GB18030 ? gb18030Csv : simplifiedCsv
}

/** The statements that come for one payment date, one a place. */
function statementsOf(row: number, frame: Frame): readonly (readonly [string, Uint8Array])[] {
  const { days, played } = frame
  const payment = days.periods[row]?.payment
  const { period, lines } = played[row] ?? { period: row + 1, lines: [] }
  if (payment === undefined) return []
  return [...groupBy(lines, ({ asset }) => asset.collectionCurrency)].map(([currency, stated]) => {
    const { name, extension, bytes } = formFor(currency, period)
    return [
      `inbox/${formatDay(payment)}.${name}.${extension}`,
      bytes(stated.map(line => writtenAt(line, frame))),
    ]
  })
}

function writtenAt(line: StatedLine, frame: Frame): WrittenLine {
  const { played, days, deal } = frame
  const span = days.periods[line.period - 1] ?? { from: deal.closing, to: deal.closing }
  const before = played[line.period - 1]?.lines
    .filter(other => other.asset === line.asset && other.period === line.period && other.number < line.number)
    .reduce((sum, { income, principal }) => sum + income + principal, 0n)
  return written(line, { ...span, reference: referenceOf(line, frame), before: before ?? 0n })
}

/** The number under which a line is paid. */
function referenceOf(
  { asset, period, number }: StatedLine,
  { days, deal }: Pick<Frame, 'days' | 'deal'>,
): string {
  const month = formatDay(days.periods[period - 1]?.payment ?? deal.closing)
    .slice(0, 7)
    .replace('-', '')
  return `${asset.id}-${month}${number === 1 ? '' : `-${number}`}`
}

/** What the banks send for one payment date: a statement an account, for Hong Kong with notifications that name the payers. */
function bankFilesOf(row: number, frame: Frame): readonly (readonly [string, Uint8Array])[] {
  const { deal, days } = frame
  const at = days.periods[row]
  if (at === undefined) return []
  return currenciesOf(deal).flatMap(currency => {
    const file = bankFileOf(currency, at, { ...frame, row })
    const name = `inbox/${formatDay(at.payment)}.${currency}`
    const statement = [`${name}.camt053.xml`, utf8(bankFileText(file))] as const
    const credits = file.movements.filter(({ sign }) => sign === 'CRDT')
    if (currency !== ENGLISH || credits.length === 0) return [statement]
    const notice: BankFile = {
      ...file,
      message: 'camt.054.001.08',
      id: `N-${file.id}`,
      movements: credits,
      withDetails: true,
    }
    return [statement, [`${name}.camt054.xml`, utf8(bankFileText(notice))] as const]
  })
}

function bankFileOf(
  currency: CurrencyCode,
  at: PeriodDays,
  frame: Frame & { readonly row: number },
): BankFile {
  const { deal, days, row, played } = frame
  const before = days.periods[row - 1]
  const paid = (played[row]?.payments ?? []).filter(payment => payment.currency === currency)
  const credits = paid.map((payment, index) => creditOf(payment, { frame, currency, index }))
  const swept = credits.reduce((sum, { amount }) => sum + amount, 0n)
  const month = formatDay(at.payment).replaceAll('-', '')
  const sweep: BankMovement = {
    reference: `${currency}${month}-S`,
    sign: 'DBIT',
    amount: swept,
    bookedOn: at.cutOff,
    pays: [],
    naming: 'payer',
  }
  return {
    message: currency === TRADITIONAL ? 'camt.053.001.02' : 'camt.053.001.08',
    id: `${currency}${month}`,
    account: accountOf(deal, currency),
    currency,
    from: before === undefined ? deal.closing : addDays(before.cutOff, 1n),
    to: at.cutOff,
    movements: swept === 0n ? [] : [...credits, sweep],
    withDetails: currency !== ENGLISH,
  }
}

type Crediting = {
  readonly frame: Frame & { readonly row: number }
  readonly currency: CurrencyCode
  readonly index: number
}

function creditOf(payment: Payment, { frame, currency, index }: Crediting): BankMovement {
  const { days, row, deal } = frame
  const month = formatDay(days.periods[row]?.payment ?? deal.closing).replaceAll('-', '')
  return {
    reference: `${currency}${month}-${twoDigits(index + 1)}`,
    sign: 'CRDT',
    amount: payment.amount,
    bookedOn: bookedOn(payment, frame),
    payer: payerOf(payment.asset),
    pays: payment.lines.map(line => referenceOf(line, frame)),
    naming: namingOf(deal.file.pool.assets.indexOf(payment.asset)),
  }
}

/** How payers name what they pay: by number in one field or another, and one in seven not at all. */
const namings: readonly Naming[] = [
  'endToEnd',
  'remittance',
  'remittance',
  'payer',
  'invoice',
  'endToEnd',
  'invoice',
]

function namingOf(ordinal: number): Naming {
  return namings[ordinal % namings.length] ?? 'endToEnd'
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}
