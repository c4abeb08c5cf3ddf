import type { Log } from 'ethers'
import { modeOf, type PeriodResult } from '../../deal/simulate.ts'
import { addDays, type Day, formatDay } from '../../domain/dates.ts'
import { currencyOf, money } from '../../domain/money.ts'
import { backingOf } from '../../sdk/deals/backingOf.ts'
import { dealOf } from '../../sdk/deals/dealOf.ts'
import { type Audit, openAudit } from './audit/audit.ts'
import { type BankBook, bookLogs, checkCash, openBankBook } from './audit/bankBook.ts'
import { checkMoves } from './audit/checkMoves.ts'
import { checkNotes, checkRights } from './audit/checkNotes.ts'
import { checkDistribution, checkEntitlements } from './audit/checkPeriod.ts'
import { figuresOf } from './collections.ts'
import { openingOf } from './openingRecord.ts'
import { periodRecordOf } from './periodRecord.ts'
import type { CheckCount, ClosingRecord, DealRecord, OpeningRecord, PeriodRecord, SeriesPayout, WindUpRecord } from './record.ts'
import type { LiveRun, Run } from './run.ts'
import { callSupports } from './steps/callSupports.ts'
import { collect } from './steps/collect.ts'
import { distribute } from './steps/distribute.ts'
import { draftDeal } from './steps/draftDeal.ts'
import { openAccounts } from './steps/openAccounts.ts'
import { payOut } from './steps/payOut.ts'
import { prepareDeal } from './steps/prepareDeal.ts'
import { registerParties } from './steps/registerParties.ts'
import { registerRights } from './steps/registerRights.ts'
import { report } from './steps/report.ts'
import { sellNotes } from './steps/sellNotes.ts'
import { windUp } from './steps/windUp.ts'

/** Told of each part of a deal as soon as it is known. */
export interface Listener {
  readonly opened: (opening: OpeningRecord) => void
  readonly closed: (closing: ClosingRecord) => void
  readonly period: (period: PeriodRecord) => void
  readonly ended: (payouts: readonly SeriesPayout[], windUp: WindUpRecord, checks: readonly CheckCount[]) => void
}

/** Days before closing on which the parties are registered. */
const BEGIN_DAYS = -30n

interface Watch {
  readonly audit: Audit
  readonly book: BankBook
  /** Logs since the last look. */
  readonly logs: () => Promise<readonly Log[]>
}

/** Takes a deal from registration to wind-up, checking the ledger after every period. */
export async function runDeal(run: Run, listener: Listener): Promise<DealRecord> {
  await run.ledger.moveTo(addDays(run.compiled.deal.closing, BEGIN_DAYS))
  const watch = await openWatch(run)
  await registerParties(run)
  const rights = await registerRights(run)
  const deal = await draftDeal(run, rights)
  const accounts = await openAccounts(run, deal)
  const series = await prepareDeal(run, deal)
  const live: LiveRun = { ...run, deal, accounts, series }
  const opening = openingOf(live, { rights, backing: await backingOf(run.ledger.client, { deal }) })
  listener.opened(opening)
  const closing = await sellNotes(live)
  listener.closed(closing)
  await look(live, watch)
  await checkRights(rights, { run: live, audit: watch.audit }, 'this deal')

  const periods: PeriodRecord[] = []
  const payouts: (readonly SeriesPayout[])[] = []
  for (const expected of run.expected.periods) {
    const { record, paid } = await runPeriod(live, expected, watch)
    listener.period(record)
    periods.push(record)
    payouts.push(paid)
  }
  const ended = await windUp(live, dayAfter(live))
  await look(live, watch)
  await checkRights(rights, { run: live, audit: watch.audit }, 'no deal')
  const totals = totalsOf(payouts)
  const checks = watch.audit.counts()
  listener.ended(totals, ended, checks)
  return { opening, closing, periods, payouts: totals, windUp: ended, checks }
}
