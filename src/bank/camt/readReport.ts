import type { Day } from '../../domain/dates.ts'
import { FileFaultError } from '../../domain/fileFault.ts'
import { type Currency, type CurrencyCode, codeOf, type Money } from '../../domain/money.ts'
import { EntryRefusedError } from '../errors.ts'
import { textAt, type XmlElement } from '../xml/element.ts'
import { balancesOf, requireBalance } from './balances.ts'
import type { BankEntry } from './entry.ts'
import type { OpenMessage } from './openMessage.ts'
import type { CamtKind } from './profiles.ts'
import { type EntryFrame, readEntry } from './readEntry.ts'
import { accountCurrency } from './readValues.ts'

/** One statement or notification, as far as it is sound. */
export type BankReport = {
  readonly id: string
  readonly account: string
  readonly opening?: Money
  readonly closing?: Money
  /** The day of the closing balance: up to it the entries are told. */
  readonly until?: Day
  /** Whether opening and entries were shown to give the closing balance; a notification has none. */
  readonly isProven: boolean
}

export type ReportReading = {
  readonly report: BankReport | undefined
  readonly entries: readonly BankEntry[]
  readonly faults: readonly FileFaultError[]
}

export type ReportReader = {
  /** Reads a batch of entries within the document around them; answers with how many faults the report has so far. */
  readonly read: (document: XmlElement, entries: readonly XmlElement[]) => number
  /** What was read, once the report, without its entries, is complete. */
  readonly close: (report: XmlElement) => ReportReading
}

/** Reads one report of a message, batch by batch. A fault of its header refuses it, one of an entry the entry. */
export function readReport(
  { profile, faultsOf }: OpenMessage,
  currencies: Readonly<Record<string, CurrencyCode>>,
): ReportReader {
  const entries: BankEntry[] = []
  const faults: FileFaultError[] = []
  const frameOf = entryFrames(profile.kind, currencies)
  let headerIsSound = true
  let everyEntryIsRead = true

  return { read, close }

  function read(document: XmlElement, batch: readonly XmlElement[]): number {
    if (headerIsSound) readBatch(document, batch)
    return faults.length
  }

  function readBatch(document: XmlElement, batch: readonly XmlElement[]): void {
    const found = faultsOf(document)
    const faulty = new Set(batch.filter(entry => found.some(({ trail }) => trail.includes(entry))))
    for (const { fault } of found) faults.push(fault)
    if (found.some(({ trail }) => !trail.some(element => faulty.has(element)))) headerIsSound = false
    if (!headerIsSound) return
    if (faulty.size > 0) everyEntryIsRead = false
    const report = document.children[0]?.children.at(-1) ?? document
    for (const entry of batch.filter(each => !faulty.has(each))) readOne(entry, report)
  }

  function readOne(element: XmlElement, report: XmlElement): void {
    try {
      const entry = readEntry(element, frameOf(report))
      if (entry !== undefined) entries.push(entry)
    } catch (error) {
      if (!(error instanceof FileFaultError)) throw error
      everyEntryIsRead = false
      faults.push(error)
    }
  }

  function close(report: XmlElement): ReportReading {
    if (!headerIsSound) return { report: undefined, entries: [], faults }
    const frame = frameOf(report)
    const { report: id, account } = frame
    if (profile.kind !== 'notification')
      return provenReading(report, { frame, entries, faults, isWhole: everyEntryIsRead })
    return { report: { id, account, isProven: false }, entries, faults }
  }
}

type Closing = Pick<ReportReading, 'entries' | 'faults'> & {
  readonly frame: EntryFrame
  readonly isWhole: boolean
}

/** A statement with its balances; where every entry was read they must give the closing balance. */
function provenReading(
  report: XmlElement,
  { frame: { report: id, account, currencyAt }, entries, faults, isWhole }: Closing,
): ReportReading {
  try {
    const balances = balancesOf(report, currencyAt)
    if (isWhole) requireBalance(report, { ...balances, moved: movedBy(entries) })
    return { report: { id, account, ...balances, isProven: isWhole }, entries, faults }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error
    return { report: undefined, entries: [], faults: [...faults, error] }
  }
}

/** What entries of one report are read within: its account, whose one currency they share, and how often each came. */
function entryFrames(
  kind: CamtKind,
  currencies: Readonly<Record<string, CurrencyCode>>,
): (report: XmlElement) => EntryFrame {
  const counts = new Map<string, number>()
  let currency: Currency | undefined
  return report => {
    const account = accountOf(report)
    return { kind, account, report: textAt(report, 'Id') ?? '', currencyAt, ordinalOf }

    function currencyAt({ attributes, place }: XmlElement): Currency {
      const own = accountCurrency(attributes['Ccy'] ?? '', { account, currencies, place })
      currency ??= own
      if (currency === own) return own
      const reason = `The account is in ${codeOf(currency)}, this is in ${codeOf(own)}`
      const remedy = 'Ask the bank for a statement of one account in one currency'
      throw new EntryRefusedError(place, reason, remedy)
    }
  }

  function ordinalOf(equal: string): number {
    const count = (counts.get(equal) ?? 0) + 1
    counts.set(equal, count)
    return count
  }
}

function movedBy(entries: readonly BankEntry[]): bigint {
  return entries.reduce(
    (sum, { sign, amount }) => sum + (sign === 'credit' ? amount.minor : -amount.minor),
    0n,
  )
}

function accountOf(report: XmlElement): string {
  return textAt(report, 'Acct', 'Id', 'IBAN') ?? textAt(report, 'Acct', 'Id', 'Othr', 'Id') ?? ''
}
