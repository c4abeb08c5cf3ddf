import { formatDay } from '../../domain/dates.ts'
import { type Currency, codeOf, type Money } from '../../domain/money.ts'
import { EntryRefusedError } from '../errors.ts'
import { childOf, childrenOf, descendantOf, textAt, type XmlElement } from '../xml/element.ts'
import type { BankEntry, EntryDetail } from './entry.ts'
import type { CamtKind } from './profiles.ts'
import { isSet, readAmount, readDate, readSign, readStatedAmount } from './readValues.ts'

/** What an entry is read within. */
export type EntryFrame = {
  readonly kind: CamtKind
  readonly account: string
  readonly report: string
  /** The currency of an amount by its code, on this account. */
  readonly currencyAt: (amount: XmlElement) => Currency
  /** How many equal entries without a reference stood before this one in the report. */
  readonly ordinalOf: (equal: string) => number
}

/** References that say that there is none; "NOTPROVIDED" is what the usage guidelines ask for. */
const EMPTY_REFERENCES = ['', 'NOTPROVIDED', 'NONREF', 'NONE']

/**
 * Reads one entry. Only what is booked counts: pending (PDNG), information (INFO) and future entries give undefined. A
 * notification without the bank's reference gives undefined too: only the statement can then identify the entry.
 */
export function readEntry(element: XmlElement, frame: EntryFrame): BankEntry | undefined {
  if (statusOf(element) !== 'BOOK') return undefined
  const amountElement = childOf(element, 'Amt') ?? element
  const amount = readAmount(amountElement, frame.currencyAt(amountElement))
  const bookedOn = readDate(childOf(element, 'BookgDt'))
  if (bookedOn === undefined)
    throw new EntryRefusedError(
      element.place,
      'A booked entry has no booking date',
      'Ask the bank for the statement with booking dates',
    )
  const valueOn = readDate(childOf(element, 'ValDt'))
  const reference = referenceOf(element)
  if (reference === undefined && frame.kind === 'notification') return undefined
  const sign = readSign(element)
  const isReversal = isSet(element, 'RvslInd')
  const equal = [bookedOn, valueOn ?? '', codeOf(amount.currency), amount.minor, sign, isReversal].join(' ')
  const days = `${formatDay(bookedOn)} ${valueOn === undefined ? '' : formatDay(valueOn)}`
  const identity =
    reference === undefined
      ? `dates ${days} ${codeOf(amount.currency)} ${amount.minor} ${sign} ${frame.ordinalOf(equal)}`
      : `reference ${reference}`
  return Object.freeze({
    key: `${frame.account} ${identity}${isReversal ? ' reversal' : ''}`,
    account: frame.account,
    ...(reference === undefined ? {} : { reference }),
    amount,
    sign,
    isReversal,
    bookedOn,
    ...(valueOn === undefined ? {} : { valueOn }),
    details: childrenOf(element, 'NtryDtls').flatMap(details => childrenOf(details, 'TxDtls').map(detailOf)),
    source: frame.kind,
    report: frame.report,
    place: element.place,
  })
}

/** Version 02 writes the status as text, later ones as a code in it. */
export function statusOf(element: XmlElement): string {
  const status = childOf(element, 'Sts')
  return textAt(status, 'Cd') ?? textAt(status, 'Prtry') ?? status?.text.trim() ?? ''
}

/**
 * The bank's reference: of the entry, or of its only payment where the bank gives it there. An entry of several payments
 * is not identified by the reference of one of them.
 */
function referenceOf(element: XmlElement): string | undefined {
  const payments = childrenOf(element, 'NtryDtls').flatMap(details => childrenOf(details, 'TxDtls'))
  const inner = payments.length === 1 ? textAt(payments[0], 'Refs', 'AcctSvcrRef') : undefined
  return [textAt(element, 'AcctSvcrRef'), inner].find(isReference)
}

function detailOf(payment: XmlElement): EntryDetail {
  const payer = payerOf(payment)
  const amount = amountOf(payment)
  const instructed = readStatedAmount(descendantOf(payment, 'AmtDtls', 'InstdAmt', 'Amt'))
  const structured = childrenOf(childOf(payment, 'RmtInf'), 'Strd')
  const documents = structured.flatMap(each => [
    ...childrenOf(each, 'RfrdDocInf').map(document => textAt(document, 'Nb')),
    textAt(each, 'CdtrRefInf', 'Ref'),
  ])
  const references = childOf(payment, 'Refs')?.children.map(({ text }) => text.trim()) ?? []
  return Object.freeze({
    references: references.filter(isReference),
    documents: documents.filter(isReference),
    remittance: childrenOf(childOf(payment, 'RmtInf'), 'Ustrd')
      .map(({ text }) => text.trim())
      .join(' '),
    ...(payer === undefined ? {} : { payer }),
    ...(amount === undefined ? {} : { amount }),
    ...(instructed === undefined ? {} : { instructed }),
  })
}

function amountOf(payment: XmlElement): Money | undefined {
  return readStatedAmount(childOf(payment, 'Amt') ?? descendantOf(payment, 'AmtDtls', 'TxAmt', 'Amt'))
}

/** Version 02 writes the party itself, later ones a choice between a party and an agent. */
function payerOf(payment: XmlElement): string | undefined {
  const parties = childOf(payment, 'RltdPties')
  const named = ['UltmtDbtr', 'Dbtr'].flatMap(role => [
    textAt(parties, role, 'Pty', 'Nm'),
    textAt(parties, role, 'Nm'),
  ])
  return named.find(isReference)
}

function isReference(text: string | undefined): text is string {
  return text !== undefined && !EMPTY_REFERENCES.includes(text.toUpperCase())
}
