import { join } from 'node:path'
import type { TransactionReceipt } from 'ethers'
import { type Address, parseAddress } from '../../src/chain/address.ts'
import { closeClient, openClient } from '../../src/chain/client.ts'
import { actorNamed } from '../../src/cli/demo/actor.ts'
import { castOf } from '../../src/cli/demo/cast.ts'
import { streamsOf } from '../../src/cli/demo/collections.ts'
import { deploy } from '../../src/cli/demo/demo.ts'
import { type DemoDeal, loadDemoDeals } from '../../src/cli/demo/demoDeals.ts'
import { placeAuthorities } from '../../src/cli/demo/governance.ts'
import { type Commitment, commitmentsOf, institutionClasses } from '../../src/cli/demo/investors.ts'
import { type Ledger, openLedger } from '../../src/cli/demo/ledger.ts'
import type { LiveRun, Run } from '../../src/cli/demo/run.ts'
import { openWatch, runPeriod } from '../../src/cli/demo/runDeal.ts'
import { draftDeal } from '../../src/cli/demo/steps/draftDeal.ts'
import { openAccounts } from '../../src/cli/demo/steps/openAccounts.ts'
import { prepareDeal } from '../../src/cli/demo/steps/prepareDeal.ts'
import { registerParties } from '../../src/cli/demo/steps/registerParties.ts'
import { registerRights } from '../../src/cli/demo/steps/registerRights.ts'
import { sellNotes } from '../../src/cli/demo/steps/sellNotes.ts'
import { startEmbeddedChain } from '../../src/cli/embedded/embeddedChain.ts'
import { loadLaw } from '../../src/cli/law/loadLaw.ts'
import { simulate } from '../../src/deal/simulate.ts'
import { addDays, startOfDay } from '../../src/domain/dates.ts'
import { LedgerError } from '../../src/domain/errors.ts'
import { deploymentOf } from '../../src/sdk/access/deploymentRecord.ts'
import { transferNotes } from '../../src/sdk/notes/transferNotes.ts'
import type { Measure } from './measure.ts'

/** The deal and the series whose holders are measured. */
const DEAL = 'DEMO-GBA-2026-1'
const SERIES = 'A-HK'
export const HOLDERS = 100n

/** The setting of the design: about thirty steps, three tranches with one series each. */
const fixtures = join(import.meta.dirname, '../../test/fixtures')
const REFERENCE = {
  deal: join(fixtures, 'THREE-TRANCHES.json'),
  inputs: join(fixtures, 'THREE-TRANCHES.shortIncome.json'),
}
/** Banks of cells are written for the first time in the first two periods; from the third on they are written over. */
const PERIODS = 3

/** Gas of every act so far, by contract and verb. */
type Meter = Map<string, bigint[]>

/**
 * Measures our operations in two deals, from registration to the payment of their third period: the demo deal, with a hundred
 * holders in its Hong Kong series, and the deal that the design measures. Every act is a transaction of its own, as on a
 * real chain.
 */
export async function measureOwn(say: (text: string) => void): Promise<Measure[]> {
  const sample = (await loadDemoDeals({})).find(({ compiled }) => compiled.deal.id === DEAL)
  const [reference] = await loadDemoDeals(REFERENCE)
  if (sample === undefined || reference === undefined) throw new DealAbsentError()
  return [
    ...(await onLedger(reference, say, measureReference)),
    ...(await onLedger(sample, say, measureSample)),
  ]
}

/** Runs a measurement of one deal on a chain of its own. */
async function onLedger(
  { compiled, inputs }: DemoDeal,
  say: (text: string) => void,
  measureDeal: (run: Run, meter: Meter) => Promise<Measure[]>,
): Promise<Measure[]> {
  const beginsAt = new Date(Number(startOfDay(addDays(compiled.deal.closing, -45n))) * 1000)
  const chain = await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 })
  const { signal } = new AbortController()
  try {
    const client = await openClient(chain.url, deploymentOf(await deploy(chain.url, { say, signal })))
    const meter: Meter = new Map()
    const ledger = metered(openLedger(client, 0, signal), meter)
    const cast = castOf(compiled.deal.file)
    const run: Run = {
      ledger,
      compiled,
      inputs,
      cast,
      streams: streamsOf(compiled.deal, inputs),
      expected: await simulate(compiled, inputs),
      commitments: commitmentsOf(compiled.deal.file, cast),
      authorities: placeAuthorities,
      law: await loadLaw(undefined),
      say,
    }
    const measures = await measureDeal(run, meter)
    closeClient(client)
    return measures
  } finally {
    await chain.close()
  }
}

async function measureReference(run: Run, meter: Meter): Promise<Measure[]> {
  const watch = await openWatch(run)
  const live = await sold(run)
  for (const expected of run.expected.periods.slice(0, PERIODS)) await runPeriod(live, expected, watch)
  const { report, calculate, approve, book } = periodOf(meter)
  return [
    { operation: 'period', gas: report + calculate + approve + book },
    { operation: 'report', gas: report },
    { operation: 'calculate', gas: calculate },
    { operation: 'approve', gas: approve },
    { operation: 'book', gas: book },
    { operation: 'newDeal', gas: newDealOf(meter) },
  ]
}

async function measureSample(run: Run, meter: Meter): Promise<Measure[]> {
  const watch = await openWatch(run)
  const live = await sold({ ...run, commitments: crowded(run.commitments) })
  const minted = most(meter, 'Offering.settle') / BigInt(live.commitments.length)
  await transfer(live)
  const [first, ...others] = run.expected.periods.slice(0, PERIODS)
  if (first === undefined) throw new DealAbsentError()
  await runPeriod(live, first, watch)
  const afterRecord = await transfer(live)
  const usual = await transfer(live)
  const payout = batchOf(meter)
  meter.delete('PayingAgent.instruct')
  meter.delete('PayingAgent.settle')
  for (const expected of others) await runPeriod(live, expected, watch)
  const { report, calculate, approve, book } = periodOf(meter)
  return [
    { operation: 'transfer', gas: usual },
    { operation: 'transferAfterRecord', gas: afterRecord },
    { operation: 'onboard', gas: mean(meter.get('PartyRegistry.attest') ?? []) },
    { operation: 'mint', gas: minted },
    { operation: 'widePeriod', gas: report + calculate + approve + book },
    { operation: 'wideReport', gas: report },
    { operation: 'wideCalculate', gas: calculate },
    { operation: 'wideApprove', gas: approve },
    { operation: 'wideBook', gas: book },
    { operation: 'payout', gas: payout },
    { operation: 'laterPayout', gas: batchOf(meter) },
    { operation: 'wideNewDeal', gas: newDealOf(meter) },
  ]
}

/** From registration to closing. */
async function sold(run: Run): Promise<LiveRun> {
  await run.ledger.moveTo(addDays(run.compiled.deal.closing, -30n))
  await registerParties(run)
  const rights = await registerRights(run)
  const deal = await draftDeal(run, rights)
  const accounts = await openAccounts(run, deal)
  const live: LiveRun = { ...run, deal, accounts, series: await prepareDeal(run, deal) }
  await sellNotes(live)
  return live
}

/** The acts of the last period; of several streams the dearest report. */
function periodOf(meter: Meter) {
  const streams = (meter.get('CollectionOracle.submit') ?? []).length / PERIODS
  const last = (verb: string) => meter.get(verb)?.at(-1) ?? 0n
  const reports = (meter.get('CollectionOracle.submit') ?? []).slice(-streams)
  return {
    report: dearest(reports),
    calculate: last('Waterfall.calculate'),
    approve: last('Waterfall.approve'),
    book: last('DistributionDesk.book'),
  }
}

function newDealOf(meter: Meter): bigint {
  const verbs = ['DealBook.draft', 'CollectionOracle.configure', 'Waterfall.store', 'NoteFactory.issue']
  return verbs.reduce((sum, verb) => sum + most(meter, verb), 0n)
}

/** Instruction and settlement of the largest batch, each holder. */
function batchOf(meter: Meter): bigint {
  return (most(meter, 'PayingAgent.instruct') + most(meter, 'PayingAgent.settle')) / HOLDERS
}

function most(meter: Meter, verb: string): bigint {
  return dearest(meter.get(verb) ?? [])
}

function dearest(values: readonly bigint[]): bigint {
  return values.toSorted((a, b) => Number(b - a))[0] ?? 0n
}

/** The same ledger, which notes what each act costs. */
function metered(ledger: Ledger, meter: Meter): Ledger {
  return {
    ...ledger,
    async act(acts): Promise<readonly TransactionReceipt[]> {
      const receipts = await ledger.act(acts)
      for (const [index, { call }] of acts.entries()) {
        const name = `${call.contract}.${call.verb}`
        meter.set(name, [...(meter.get(name) ?? []), receipts[index]?.gasUsed ?? 0n])
      }
      return receipts
    },
  }
}

/** The measured series divided among a hundred institutions of Hong Kong. */
function crowded(commitments: readonly Commitment[]): Commitment[] {
  const whole = commitments
    .filter(({ series }) => series === SERIES)
    .reduce((sum, { units }) => sum + units, 0n)
  const share = whole / HOLDERS
  const others = commitments.filter(({ series }) => series !== SERIES)
  const crowd = Array.from({ length: Number(HOLDERS) }, (_, index) => ({
    series: SERIES,
    investor: investorNumber(index),
    investorClass: institutionClasses.HK,
    units: index === 0 ? whole - share * (HOLDERS - 1n) : share,
  }))
  return [...others, ...crowd]
}

function investorNumber(index: number) {
  const name = `HK-INVESTOR-${index + 1}`
  return actorNamed({ key: name, name, place: 'HK' }, 'investor')
}

/** One transfer between two holders who both held before. */
async function transfer({ ledger, series }: LiveRun): Promise<bigint> {
  const issued = series.find(({ name }) => name === SERIES)
  if (issued === undefined) throw new DealAbsentError()
  const to: Address = parseAddress(investorNumber(1).wallet.address)
  const call = transferNotes({ note: issued.note, to, units: 1n })
  const [receipt] = await ledger.act([{ actor: investorNumber(0), call }])
  return receipt?.gasUsed ?? 0n
}

function mean(values: readonly bigint[]): bigint {
  return values.length === 0 ? 0n : values.reduce((a, b) => a + b, 0n) / BigInt(values.length)
}

class DealAbsentError extends LedgerError {
  readonly code = 'bench/deal-absent'

  constructor() {
    super(`The deal ${DEAL} with its series ${SERIES} is not among the demo deals`, {
      remedy: 'Restore deals/',
    })
  }
}
