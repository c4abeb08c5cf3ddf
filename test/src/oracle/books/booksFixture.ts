import type { BankEntry } from '../../../../src/bank/camt/entry.ts'
import { parseDay } from '../../../../src/domain/dates.ts'
import { dealId, entryId, hash32, period } from '../../../../src/domain/ids.ts'
import { CNY, HKD } from '../../../../src/domain/money.ts'
import { parseAssets } from '../../../../src/oracle/books/assets.ts'
import { type Books, type BookTerms, booksOf } from '../../../../src/oracle/books/books.ts'
import { collectionsUntil } from '../../../../src/oracle/books/collections.ts'
import { type BookDraft, type Drafted, draftOf } from '../../../../src/oracle/books/draftOf.ts'
import type { FiledReport, LedgerFacts, PlanCredit } from '../../../../src/oracle/books/ledgerFacts.ts'
import { parseBooksTerms } from '../../../../src/oracle/books/terms.ts'
import type { StatementLine } from '../../../../src/oracle/normalise/statementLine.ts'
import type { CollectionReport } from '../../../../src/sdk/reports/collectionReport.ts'
import { openLicence, tolerances } from '../matchFixture.ts'

/** Two quarters; the books of the first close on 30 April, its money is swept by 5 May. */
const PERIODS = [
  { from: '2026-01-01', to: '2026-03-31', cutOff: '2026-04-30', sweptBy: '2026-05-05' },
  { from: '2026-04-01', to: '2026-06-30', cutOff: '2026-07-31', sweptBy: '2026-08-05' },
]

/** One claim of 1,000.00 yuan on one licence: 30.00 of income and 200.00 of principal a quarter. */
export const assets = parseAssets({
  schema: 'lingnan-assets/1',
  assets: [
    {
      asset: 'A01',
      right: '1',
      licences: ['L-1'],
      maturityClass: 'pilotPassed',
      balance: '100000',
      due: [
        { period: 1, income: '3000', principal: '20000' },
        { period: 2, income: '2400', principal: '20000' },
      ],
    },
  ],
})

export const terms = (more: object = {}) =>
  parseBooksTerms({
    schema: 'lingnan-books/1',
    currencies: ['CNY'],
    accounts: [{ account: '6217', currency: 'CNY' }],
    periods: PERIODS,
    ...more,
  })

export type BookText = Partial<BookTerms> & {
  readonly lines?: readonly StatementLine[]
  readonly credits?: readonly BankEntry[]
  /** Up to which day the bank has stated the account. */
  readonly until?: string
}

export function books({ lines = [], credits = [], until = '2026-07-31', ...given }: BookText): Books {
  const read: BookTerms = {
    ...{ terms: terms(), assets, licences: [openLicence()], tolerances: tolerances(), fixings: [] },
    ...{ mappings: [], servicing: [], decisions: [], ...given },
  }
  const reports = read.terms.accounts.map(({ account }) => ({
    ...{ id: 'S-1', account, isProven: true, until: parseDay(until) },
  }))
  const reading = { hash: hash32(`0x${'11'.repeat(32)}`), file: 'a', kind: 'bank' as const, faults: [] }
  return booksOf(read, [{ ...reading, lines, entries: credits, reports }])
}

export const facts = (more: Partial<LedgerFacts> = {}): LedgerFacts => ({
  deal: dealId(1n),
  currency: CNY,
  day: parseDay('2026-05-02'),
  period: period(1n),
  stage: 'Open',
  streams: new Map([1, 2].map(stream => [stream, { lastSequence: 0, isDisputed: false }])),
  credits: [],
  reports: [],
  ...more,
})

export function received(number: bigint, amount: bigint): PlanCredit {
  return { entry: entryId(number), amount, valueDay: parseDay('2026-04-28') }
}

/** A credit that was bought for so many Hong Kong dollars. */
export function bought(
  number: bigint,
  amount: bigint,
  sold: { readonly amount: bigint; readonly rateE9: bigint },
): PlanCredit {
  return { ...received(number, amount), sold: { currency: HKD, ...sold } }
}

export function drafted(given: Books, ledger: LedgerFacts, stream = 1): Drafted {
  const periods = collectionsUntil(given, Number(ledger.period ?? 0n))
  return draftOf(given, { facts: ledger, periods, stream })
}

/** The draft that there must be. */
export function draft(given: Books, ledger: LedgerFacts, stream = 1): BookDraft {
  const found = drafted(given, ledger, stream)
  if (found.kind === 'draft') return found.draft
  throw new RangeError(`${found.kind} ${'reasons' in found ? found.reasons.join('; ') : ''}`)
}

/** Why there is none. */
export function reasons(given: Books, ledger: LedgerFacts, stream = 1): readonly [string, ...string[]] {
  const found = drafted(given, ledger, stream)
  return [found.kind, ...('reasons' in found ? found.reasons : [])]
}

/** A draft as it stands on the ledger after it was accepted. */
export function filed({ fields }: BookDraft, changes: Partial<CollectionReport> = {}): FiledReport {
  const hash = hash32(`0x${'22'.repeat(32)}`)
  const moments = { observedAt: 1n, validUntil: 2n, configDigest: hash }
  const report = { ...fields, ...moments, statementHash: hash, evidenceRoot: hash, ...changes }
  return { report, digest: hash, stage: 'Standing' }
}
