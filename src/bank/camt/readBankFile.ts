import { FileFaultError } from '../../domain/fileFault.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import { TooManyFaultsError, XmlForbiddenError } from '../errors.ts'
import { childOf, textAt, type XmlElement } from '../xml/element.ts'
import { streamElements, type XmlSource } from '../xml/streamElements.ts'
import type { BankEntry } from './entry.ts'
import { type OpenMessage, openMessage } from './openMessage.ts'
import type { CamtMessage, CamtProfile } from './profiles.ts'
import { type BankReport, type ReportReader, readReport } from './readReport.ts'

export type BankSettings = {
  readonly profiles: readonly CamtProfile[]
  /** Bytes above which a file is refused. */
  readonly largest: number
  /** Currency by account number, where the code in the file does not tell it. */
  readonly currencies: Readonly<Record<string, CurrencyCode>>
}

/** 128 MiB. A day of one account has some thousand entries of about a kilobyte. */
export const LARGEST_BANK_FILE = 134_217_728

/** What was read of one file. Faults name what was refused; the rest holds. */
export type BankReading = {
  readonly file: string
  /** What the file is; undefined where it is refused whole. */
  readonly message: CamtMessage | undefined
  /** The bank's number of the message: the same number again is the same message. */
  readonly messageId: string | undefined
  readonly reports: readonly BankReport[]
  readonly entries: readonly BankEntry[]
  readonly faults: readonly FileFaultError[]
}

const BATCH = 500
/** Elements of a batch after which it is read, however few entries it has. */
const BATCH_ELEMENTS = 50_000
/** Faults of one file that are named one by one. */
const MOST_FAULTS = 1_000
/** Elements around the entries; a message has some hundred. */
const MOST_AROUND = 10_000
const REPORTS = ['Stmt', 'Ntfctn']

/**
 * Reads a camt.053 or camt.054. It streams: entries are validated by libxml2 in batches, each within the header of its
 * report, and then forgotten as XML. A file that is malformed, forbidden, too large or of an unknown message is refused
 * whole, as is one of a great many faults; a fault inside an entry refuses the entry, one in the header of a report the report.
 */
export async function readBankFile(source: XmlSource, settings: BankSettings): Promise<BankReading> {
  const reader = fileReader(settings)
  try {
    await streamElements(source, { onEnd: reader.onEnd, largest: settings.largest })
    return { file: source.file, ...reader.reading() }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error
    const nothing = { message: undefined, messageId: undefined, reports: [], entries: [] }
    return { file: source.file, ...nothing, faults: [error] }
  } finally {
    reader.close()
  }
}

type FileReader = {
  readonly onEnd: (element: XmlElement, around: readonly XmlElement[]) => 'keep' | 'drop'
  readonly reading: () => Omit<BankReading, 'file'>
  readonly close: () => void
}

/** Elements nest as document, message, report, entry. */
function fileReader({ profiles, currencies }: BankSettings): FileReader {
  let message: OpenMessage | undefined
  let messageId: string | undefined
  let current: { readonly reader: ReportReader; readonly before: number } | undefined
  const held = heldElements()
  const [reports, entries, faults]: [BankReport[], BankEntry[], FileFaultError[]] = [[], [], []]
  const reading = () => ({ message: message?.profile.message, messageId, reports, entries, faults })
  return { onEnd, reading, close: () => message?.close() }

  function onEnd(element: XmlElement, around: readonly XmlElement[]): 'keep' | 'drop' {
    const [root = element, envelope, report, entry] = around
    message ??= openMessage(root, profiles)
    // A message without any report breaks its schema, and nothing else would say so.
    const isSilent = around.length + reports.length + faults.length === 0
    if (isSilent) addAll(faults, faultsIn(message, element))
    if (envelope === undefined) return 'keep'
    if (report === undefined) return endInMessage(message, { root, envelope, report: element })
    if (entry?.name === 'Ntry') return held.keepInEntry()
    if (entry === undefined && element.name === 'Ntry')
      return endEntry(message, { root, envelope, report }, element)
    return held.keepAround(element)
  }

  function endEntry(open: OpenMessage, within: Within, entry: XmlElement): 'drop' {
    current ??= { reader: readReport(open, currencies), before: within.report.children.length }
    if (held.addEntry(entry)) readBatch(current, within)
    return 'drop'
  }

  function endInMessage(open: OpenMessage, within: Within): 'keep' | 'drop' {
    const { report, envelope } = within
    if (!REPORTS.includes(report.name)) return held.keepAround(report)
    messageId = textAt(childOf(envelope, 'GrpHdr'), 'MsgId')
    current ??= { reader: readReport(open, currencies), before: report.children.length }
    readBatch(current, within)
    const closed = current.reader.close(report)
    if (closed.report !== undefined) reports.push(closed.report)
    addAll(entries, closed.entries)
    addAll(faults, closed.faults)
    current = undefined
    held.endReport()
    return 'drop'
  }

  function readBatch({ reader, before }: NonNullable<typeof current>, within: Within): void {
    const batch = held.takeBatch()
    const count = faults.length + reader.read(documentOf(within, { batch, before }), batch)
    if (count > MOST_FAULTS) throw new TooManyFaultsError(within.report.place, MOST_FAULTS)
  }
}

function faultsIn(open: OpenMessage, element: XmlElement): readonly FileFaultError[] {
  return open.faultsOf(element).map(({ fault }) => fault)
}

/** One by one: a call takes no hundred thousand arguments. */
function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item)
}

/** Entries that wait to be validated, and how many elements there are: a message cannot fill the memory with them. */
function heldElements() {
  let [inBatch, around] = [0, 0]
  let batch: XmlElement[] = []
  return {
    keepInEntry(): 'keep' {
      inBatch += 1
      return 'keep'
    },
    keepAround({ place }: XmlElement): 'keep' {
      around += 1
      if (around > MOST_AROUND)
        throw new XmlForbiddenError(place, `More than ${MOST_AROUND} elements stand around the entries`)
      return 'keep'
    },
    /** Takes an entry into the batch and tells whether it is full. */
    addEntry(entry: XmlElement): boolean {
      batch.push(entry)
      return batch.length >= BATCH || inBatch >= BATCH_ELEMENTS
    },
    takeBatch(): readonly XmlElement[] {
      const taken = batch
      batch = []
      inBatch = 0
      return taken
    },
    endReport() {
      around = 0
    },
  }
}

type Within = { readonly root: XmlElement; readonly envelope: XmlElement; readonly report: XmlElement }

/** A document of one report with a batch of its entries, where they stood. */
function documentOf(
  { root, envelope, report }: Within,
  { batch, before }: { readonly batch: readonly XmlElement[]; readonly before: number },
): XmlElement {
  const { children } = report
  const whole = { ...report, children: [...children.slice(0, before), ...batch, ...children.slice(before)] }
  const kept = envelope.children.filter(child => !REPORTS.includes(child.name))
  return { ...root, children: [{ ...envelope, children: [...kept, whole] }] }
}
