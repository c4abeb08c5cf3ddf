import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownProfiles } from '../../../src/bank/camt/profiles.ts'
import { compileDeal } from '../../../src/deal/compile.ts'
import type { Inputs, PeriodReport } from '../../../src/deal/parseInputs.ts'
import { addDays } from '../../../src/domain/dates.ts'
import { dealId, entryId, hash32, period } from '../../../src/domain/ids.ts'
import { currencyOf } from '../../../src/domain/money.ts'
import { parseFixing } from '../../../src/domain/rates.ts'
import { assetTape, type TapeRow } from '../../../src/oracle/books/assetTape.ts'
import type { Books, BookTerms } from '../../../src/oracle/books/books.ts'
import { booksOf } from '../../../src/oracle/books/books.ts'
import { collectionsUntil } from '../../../src/oracle/books/collections.ts'
import { type BookDraft, draftOf } from '../../../src/oracle/books/draftOf.ts'
import { balancesOf } from '../../../src/oracle/books/figures.ts'
import type { FiledReport, LedgerFacts, PlanCredit } from '../../../src/oracle/books/ledgerFacts.ts'
import { readBookTerms } from '../../../src/oracle/books/openBooks.ts'
import { readKept } from '../../../src/oracle/books/readKept.ts'
import { sampleDeal } from '../deal/samples.ts'
import { filesOf, historiesFolder } from './readFolder.ts'

const DEAL = dealId(1n)
const hash = (count: number) => hash32(`0x${count.toString(16).padStart(64, '0')}`)

export type DraftedPeriod = {
  readonly history: PeriodReport
  readonly drafts: readonly BookDraft[]
  readonly tape: readonly TapeRow[]
}

/** The books of a history as a signer reads them, with all that lies in its inbox. */
export async function signersBooks(id: string, scenario: string): Promise<Books> {
  const folder = join(historiesFolder, id, scenario)
  const { given } = await readBookTerms(folder)
  const readers = { mappings: given.mappings, profiles: ownProfiles(), accounts: given.terms.accounts }
  const readings = []
  for (const [count, name] of filesOf(join(folder, 'inbox')).entries()) {
    const bytes = readFileSync(join(folder, 'inbox', name))
    readings.push(await readKept({ hash: hash(count + 1), name, bytes }, readers))
  }
  return booksOf(given satisfies BookTerms, readings)
}

/**
 * The reports that a signer drafts from its books, period by period, on a ledger that received what the history says: money
 * of the deal's currency in one credit a period, each other line sold by itself.
 */
export function draftsOf(books: Books, inputs: Inputs, id: string): readonly DraftedPeriod[] {
  const { deal } = compileDeal(sampleDeal(id))
  const own = currencyOf(deal.file.currency)
  const credits: PlanCredit[] = []
  const reports: FiledReport[] = []
  return inputs.periods.map((history, row) => {
    const cutOff = books.terms.periods[row]?.cutOff ?? deal.closing
    const credit = (amount: bigint, sold?: PlanCredit['sold']): void => {
      const entry = entryId(BigInt(credits.length + 1))
      credits.push({ entry, amount, valueDay: cutOff, ...(sold === undefined ? {} : { sold }) })
    }
    const inOwn = history.lines.filter(({ currency }) => currency === deal.file.currency)
    if (inOwn.length > 0) credit(inOwn.reduce((sum, { converted }) => sum + converted, 0n))
    for (const { currency, amount, fixing = '1', converted } of history.lines) {
      if (currency === deal.file.currency) continue
      const { rateE9 } = parseFixing({ from: currencyOf(currency), to: own, rate: fixing })
      credit(converted, { currency: currencyOf(currency), amount: BigInt(amount), rateE9 })
    }
    const facts: LedgerFacts = {
      ...{ deal: DEAL, currency: own, day: addDays(cutOff, 1n), stage: 'Open' },
      period: period(BigInt(row + 1)),
      streams: new Map(
        books.terms.currencies.map((_, index) => [index + 1, { lastSequence: 0, isDisputed: false }]),
      ),
      ...{ credits, reports },
    }
    const periods = collectionsUntil(books, row + 1)
    const drafts = books.terms.currencies.map((_, index) => {
      const drafted = draftOf(books, { facts, periods, stream: index + 1 })
      if (drafted.kind !== 'draft') throw new Error(JSON.stringify(drafted))
      return drafted.draft
    })
    const balances = balancesOf(periods, { books, facts })
    const open = periods.at(-1)
    const tape = 'kind' in balances || open === undefined ? [] : assetTape(books, { open, balances })
    for (const { fields } of drafts) reports.push(filed(fields, reports.length))
    return { history, drafts, tape }
  })
}

function filed(fields: BookDraft['fields'], count: number): FiledReport {
  const moments = { observedAt: 1n, validUntil: 2n, configDigest: hash(1) }
  const report = { ...fields, ...moments, statementHash: hash(2), evidenceRoot: hash(3) }
  return { report, digest: hash(1_000 + count), stage: 'Standing' }
}
