import type { Log } from 'ethers'
import type { PeriodResult } from '../../deal/simulate.ts'
import { addDays, type Day } from '../../domain/dates.ts'
import { LedgerError } from '../../domain/errors.ts'
import { backingOf } from '../../sdk/deals/backingOf.ts'
import { dealOf } from '../../sdk/deals/dealOf.ts'
import { type Audit, openAudit } from './audit/audit.ts'
import { type BankBook, bookLogs, checkCash, openBankBook } from './audit/bankBook.ts'
import { checkMoves } from './audit/checkMoves.ts'
import { checkNotes, checkRights } from './audit/checkNotes.ts'
import { checkDistribution, checkEntitlements } from './audit/checkPeriod.ts'
import { checkPool } from './audit/checkPool.ts'
import { figuresOf } from './collections.ts'
import { openingOf } from './openingRecord.ts'
import { periodRecordOf } from './periodRecord.ts'
import type {
  CheckCount,
  ClosingRecord,
  DealRecord,
  OpeningRecord,
  PeriodRecord,
  SeriesPayout,
  WindUpRecord,
} from './record.ts'
import type { LiveRun, Run } from './run.ts'
import { openSigners } from './signers/signers.ts'
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
  readonly ended: (
    payouts: readonly SeriesPayout[],
    windUp: WindUpRecord,
    checks: readonly CheckCount[],
  ) => void
}

/** Days before closing on which the parties are registered. */
const BEGIN_DAYS = -30n

export interface Watch {
  readonly audit: Audit
  readonly book: BankBook
  /** Logs since the last look. */
  readonly logs: () => Promise<readonly Log[]>
}

/** Takes a deal from registration to wind-up, checking the ledger after every period. */
export async function runDeal(run: Run, listener: Listener): Promise<DealRecord> {
  await run.ledger.moveTo(addDays(run.compiled.deal.closing, BEGIN_DAYS))
  const watch = await openWatch(run)
  const parties = await registerParties(run)
  const rights = await registerRights(run)
  const deal = await draftDeal(run, rights)
  const accounts = await openAccounts(run, deal)
  const series = await prepareDeal(run, deal)
  const signers = run.reporting && (await openSigners({ run, deal, ...run.reporting }))
  try {
    return await runLive({ ...run, deal, accounts, series, signers }, { listener, watch, parties, rights })
  } finally {
    await signers?.close()
  }
}

interface Begun {
  readonly listener: Listener
  readonly watch: Watch
  readonly parties: Parameters<typeof openingOf>[1]['parties']
  readonly rights: Parameters<typeof openingOf>[1]['rights']
}

/** A deal whose parties, rights, accounts and series are on the ledger: from the offering to wind-up. */
async function runLive(live: LiveRun, { listener, watch, parties, rights }: Begun): Promise<DealRecord> {
  const { deal, ledger } = live
  const opening = openingOf(live, {
    rights,
    parties,
    backing: await backingOf(ledger.client, { deal }),
    tests: await checkPool(live, { deal, audit: watch.audit }),
  })
  listener.opened(opening)
  const closing = await sellNotes(live)
  listener.closed(closing)
  await look(live, watch)
  await checkRights(rights, { run: live, audit: watch.audit }, 'this deal')

  const periods: PeriodRecord[] = []
  const payouts: (readonly SeriesPayout[])[] = []
  for (const expected of live.expected.periods) {
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

/** Takes one period from collection to payment. */
export async function runPeriod(
  live: LiveRun,
  expected: PeriodResult,
  watch: Watch,
): Promise<{ readonly record: PeriodRecord; readonly paid: readonly SeriesPayout[] }> {
  const { period } = expected
  const { ledger, compiled, streams, inputs, expected: whole } = live
  const say = (act: string) =>
    live.say(`${compiled.deal.id}: period ${period} of ${whole.periods.length}, ${act}`)
  const day = (act: PeriodAct) => dayOf(live, period, act)
  const reported = inputs.periods[period - 1]
  const figures = reported === undefined ? [] : figuresOf(compiled.deal, { streams, report: reported })

  say('collecting')
  await ledger.moveTo(day('transfer'))
  const receipts = await collect(live, { figures, period, day: day('transfer') })
  say('reporting')
  await live.signers?.drop(day('pay'), day('report'))
  await ledger.moveTo(day('report'))
  await report(live, { figures, receipts, period, day: day('report') })
  const calls = await callSupports(live, {
    period,
    noticeDay: day('notice'),
    paymentDay: day('guarantee'),
  })
  say('calculating')
  const distribution = await distribute(live, { period, day: day('calculate') })
  checkDistribution(distribution, expected, { run: live, audit: watch.audit })
  say('paying')
  const paid = await payOut(live, {
    distribution,
    period,
    instructDay: day('instruct'),
    recordDay: day('record'),
    payDay: day('pay'),
  })
  checkEntitlements(distribution, paid, { run: live, audit: watch.audit })
  await look(live, watch)
  const { stage } = await dealOf(ledger.client, { deal: live.deal })
  return { record: periodRecordOf(live, { expected, figures, calls, stage }), paid }
}

/** Reads what happened since the last look and checks the invariants. */
async function look(live: LiveRun, watch: Watch): Promise<void> {
  const at = { run: live, audit: watch.audit }
  const logs = await watch.logs()
  bookLogs(watch.book, logs, at)
  checkMoves(logs, at)
  await checkCash(watch.book, at)
  await checkNotes(at)
}

/** Begins to watch the ledger from here on. */
export async function openWatch({ ledger: { client } }: Run): Promise<Watch> {
  const { provider, rooms } = client
  let next = (await provider.getBlockNumber()) + 1
  return {
    audit: openAudit(),
    book: openBankBook(),
    async logs() {
      const fromBlock = next
      const toBlock = await provider.getBlockNumber()
      next = toBlock + 1
      return provider.getLogs({ address: Object.values(rooms), fromBlock, toBlock })
    },
  }
}

/** Acts of a period that the demo performs, and their days before the payment if the deal file does not date them. */
const customaryDays = {
  transfer: -12n,
  report: -9n,
  notice: -8n,
  guarantee: -7n,
  calculate: -6n,
  instruct: -2n,
  record: -1n,
  pay: 0n,
} as const
type PeriodAct = keyof typeof customaryDays

function dayOf({ compiled }: LiveRun, period: number, act: PeriodAct): Day {
  const dated = compiled.periods[period - 1]
  if (dated === undefined) throw new PeriodUndatedError(period)
  return dated.acts.find(one => one.act === act)?.day ?? addDays(dated.day, customaryDays[act])
}

/** A day after the last payment. */
function dayAfter(live: LiveRun): Day {
  return addDays(dayOf(live, live.expected.periods.length, 'pay'), 1n)
}

/** What each series was paid over all periods. */
function totalsOf(payouts: readonly (readonly SeriesPayout[])[]): readonly SeriesPayout[] {
  const [first = [], ...later] = payouts
  return first.map(one => {
    const all = [one, ...later.flatMap(paid => paid.filter(({ series }) => series === one.series))]
    const sum = (kind: 'interest' | 'principal' | 'residual') =>
      all.reduce((total, paid) => total + paid[kind], 0n)
    return { ...one, interest: sum('interest'), principal: sum('principal'), residual: sum('residual') }
  })
}

export class PeriodUndatedError extends LedgerError {
  override readonly code = 'inputs/period-undated'

  constructor(period: number) {
    super(`The deal has no payment date for period ${period}`, {
      remedy: 'Leave the period out of the inputs, or add its date to the deal file',
    })
  }
}
