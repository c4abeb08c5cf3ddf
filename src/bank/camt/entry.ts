import type { Day } from '../../domain/dates.ts'
import type { FilePlace } from '../../domain/fileFault.ts'
import type { Money } from '../../domain/money.ts'

export type Sign = 'credit' | 'debit'

/** What the bank says of one payment inside an entry. */
export type EntryDetail = {
  /** References that payer or bank gave, without those that say that there is none. */
  readonly references: readonly string[]
  /** Numbers of invoices and structured references of the creditor. */
  readonly documents: readonly string[]
  readonly remittance: string
  readonly payer?: string
  readonly amount?: Money
  /** What the payer ordered, before fees and conversion on the way. */
  readonly instructed?: Money
}

/** One booked movement of an account. */
export type BankEntry = {
  /** The identity under which it counts once: account and bank reference, or its dates, amount, sign and ordinal. */
  readonly key: string
  readonly account: string
  readonly reference?: string
  /** Never below zero; the sign is apart. */
  readonly amount: Money
  readonly sign: Sign
  readonly isReversal: boolean
  readonly bookedOn: Day
  readonly valueOn?: Day
  readonly details: readonly EntryDetail[]
  readonly source: 'statement' | 'notification'
  /** The statement or notification that holds it. */
  readonly report: string
  readonly place: FilePlace
}
