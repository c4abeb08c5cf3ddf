import type { FilePlace } from '../../domain/fileFault.ts'
import type { Currency, Money } from '../../domain/money.ts'
import type { Span } from '../collect/forms.ts'

/** One line of a royalty or licence statement, exact. All amounts are in its currency. */
export type StatementLine = {
  /** The identity under which it counts once: licence, period and its own number. */
  readonly key: string
  readonly line: string
  readonly licence: string
  readonly obligor: string
  readonly span: Span
  readonly currency: Currency
  /** The base that a royalty is a share of. */
  readonly revenue?: Money
  readonly units?: bigint
  /** What the licence makes due, without value added tax and before tax withheld; below zero for a correction. */
  readonly gross: Money
  readonly vat: Money
  readonly withholding: Money
  /** What is to arrive: gross and value added tax less tax withheld. */
  readonly net: Money
  /** What the payer writes on the payment: an invoice or payment number. */
  readonly reference?: string
  /** Of lines with one key the highest revision counts; zero where the statement has none. */
  readonly revision?: bigint
  readonly place: FilePlace
}
