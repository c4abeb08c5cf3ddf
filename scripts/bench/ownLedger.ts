import { join } from 'node:path'
import type { TransactionReceipt } from 'ethers'
import { parseAddress } from '../../src/chain/address.ts'
import { requireEvent } from '../../src/chain/events.ts'
import { type Actor, actorNamed, hashOf } from '../../src/cli/demo/actor.ts'
import { holderOf } from '../../src/cli/demo/cast.ts'
import { type DemoDeal, loadDemoDeals } from '../../src/cli/demo/demoDeals.ts'
import { beginningFor, openDemoLedger, runOf } from '../../src/cli/demo/demoLedger.ts'
import { type Commitment, institutionClasses } from '../../src/cli/demo/investors.ts'
import { actAlone, type Ledger, latestTime } from '../../src/cli/demo/ledger.ts'
import type { IssuedSeries, LiveRun, Run } from '../../src/cli/demo/run.ts'
import { openWatch, runPeriod } from '../../src/cli/demo/runDeal.ts'
import { loadLaw } from '../../src/cli/law/loadLaw.ts'
import { compileDeal } from '../../src/deal/compile.ts'
import { parseDeal } from '../../src/deal/parse.ts'
import { LedgerError } from '../../src/domain/errors.ts'
import { castVote } from '../../src/sdk/governance/castVote.ts'
import { proposeResolution } from '../../src/sdk/governance/proposeResolution.ts'
import { liftRestriction } from '../../src/sdk/identity/liftRestriction.ts'
import { partyIdOf } from '../../src/sdk/identity/partyIdOf.ts'
import { restrictParty } from '../../src/sdk/identity/restrictParty.ts'
import { confirmOrder } from '../../src/sdk/notes/confirmOrder.ts'
import type { OrderTerms } from '../../src/sdk/notes/orderTerms.ts'
import { proposeOrder } from '../../src/sdk/notes/proposeOrder.ts'
import { transferNotes } from '../../src/sdk/notes/transferNotes.ts'
import type { Measure } from './measure.ts'
import { soldDeal } from './soldDeal.ts'

/** The deal and the series whose holders are measured. */
const DEAL = 'DEMO-GBA-2026-1'
const SERIES = 'A-HK'
export const HOLDERS = 100n
/** Its series with a holding cap and a quota, whose least holding is the lot, and one whose holder is of another place. */
const LIMITED = 'B-HK'
const ABROAD = 'A-MO'
const LOT = 1_000n

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
 * Measures our operations in two deals, from registration to the payment of their third period: the demo deal without limits,
 * with a hundred holders in its Hong Kong series, and the deal that the design measures; then the demo deal with its limits up
 * to closing. Every act is a transaction of its own, as on a real chain.
 */
export async function measureOwn(say: (text: string) => void): Promise<Measure[]> {
  const sample = (await loadDemoDeals({})).find(({ compiled }) => compiled.deal.id === DEAL)
  const [reference] = await loadDemoDeals(REFERENCE)
  if (sample === undefined || reference === undefined) throw new DealAbsentError()
  return [
    ...(await onLedger(reference, say, measureReference)),
    ...(await onLedger(unlimited(sample), say, measureSample)),
    ...(await onLedger(sample, say, measureLimits)),
  ]
}

/** The same deal for parties of each series' place, whoever and however many. */
function unlimited({ compiled, inputs }: DemoDeal): DemoDeal {
  const { limits: _, provenance, tranches, ...file } = compiled.deal.file
  const { '/limits': __, ...tags } = provenance
  const free = tranches.map(tranche => ({
    ...tranche,
    series: tranche.series.map(({ limits: ___, ...series }) => series),
  }))
  const text = JSON.stringify({ ...file, provenance: tags, tranches: free })
  return { compiled: compileDeal(parseDeal(text)), inputs }
}

/** Runs a measurement of one deal on a chain of its own. */
async function onLedger(
  deal: DemoDeal,
  say: (text: string) => void,
  measureDeal: (run: Run, meter: Meter) => Promise<Measure[]>,
): Promise<Measure[]> {
  const beginsAt = beginningFor(deal.compiled.deal.closing)
  const { signal } = new AbortController()
  const { ledger, close } = await openDemoLedger({ beginsAt, blockMilliseconds: 0, signal, say })
  try {
    const meter: Meter = new Map()
    const setting = { ledger: metered(ledger, meter), law: await loadLaw(undefined), say }
    return await measureDeal(await runOf(deal, setting), meter)
  } finally {
    await close()
  }
}

async function measureReference(run: Run, meter: Meter): Promise<Measure[]> {
  const watch = await openWatch(run)
  const live = await soldDeal(run)
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
  const live = await soldDeal({ ...run, commitments: crowded(run.commitments) })
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
    { operation: 'vote', gas: await vote(live) },
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

/** Gas of the second vote in a resolution: the first writes the slot of the count anew. */
async function vote({ ledger, cast, deal, series }: LiveRun): Promise<bigint> {
  const { rooms } = ledger.client
  const voting = seriesNamed({ series }, SERIES).series
  const motion = { matter: 'Acceleration' } as const
  const proposal = proposeResolution(rooms, { deal, motion, documentHash: hashOf('invitation') })
  const proposed = await actAlone(ledger, { actor: holderOf(cast, 'Trustee'), call: proposal })
  const query = { contract: 'Resolutions', at: rooms.Resolutions, event: 'ResolutionProposed' } as const
  const { resolution } = requireEvent(proposed, query)
  const votes = []
  for (const actor of [investorNumber(1), investorNumber(2)]) {
    const one = { holder: parseAddress(actor.wallet.address), unitsFor: 1n, unitsAgainst: 0n }
    const call = castVote(rooms, { resolution, series: voting, vote: one })
    votes.push((await actAlone(ledger, { actor, call })).gasUsed)
  }
  return votes.at(-1) ?? 0n
}

/** Movements of a series with limits, and orders. */
async function measureLimits(run: Run): Promise<Measure[]> {
  const live = await soldDeal(run)
  const [from, , to] = holdersOf(live, LIMITED)
  const [abroad] = holdersOf(live, ABROAD)
  if (from === undefined || to === undefined || abroad === undefined) throw new DealAbsentError()
  const inside = await move(live, { series: LIMITED, from, to })
  await move(live, { series: LIMITED, from, to: abroad, units: LOT })
  const crossing = await move(live, { series: LIMITED, from, to: abroad })
  return [
    { operation: 'limitedTransfer', gas: inside },
    { operation: 'crossingTransfer', gas: crossing },
    { operation: 'restriction', gas: await restrictAndLift(live, to) },
    { operation: 'freeze', gas: await freezeAndRelease(live, from) },
  ]
}

/** Gas of an order on a party and of its lift. */
async function restrictAndLift({ ledger, authorities }: LiveRun, holder: Actor): Promise<bigint> {
  const { client } = ledger
  const actor = authorities.HK.regulator
  const party = await partyIdOf(client, { subject: holder.subject })
  const order = restrictParty(client.rooms, { party, orderHash: hashOf('order') })
  const restricted = await actAlone(ledger, { actor, call: order })
  const at = client.rooms.PartyRegistry
  const { orderId } = requireEvent(restricted, { contract: 'PartyRegistry', at, event: 'PartyRestricted' })
  const lift = liftRestriction(client.rooms, { orderId, liftHash: hashOf('lift') })
  const lifted = await actAlone(ledger, { actor, call: lift })
  return restricted.gasUsed + lifted.gasUsed
}

/** Gas of a freeze that the trustee proposes and a regulator confirms, and of its release. */
async function freezeAndRelease(live: LiveRun, holder: Actor): Promise<bigint> {
  const { series } = seriesNamed(live, LIMITED)
  const from = parseAddress(holder.wallet.address)
  const said = { series, from, units: LOT, basisHash: hashOf('judgment'), salt: hashOf('salt') }
  const frozen = await order(live, { ...said, kind: 'Freeze' })
  const released = await order(live, { ...said, kind: 'Release', freeze: frozen.order })
  return frozen.gas + released.gas
}

async function order(
  { ledger, cast, authorities, deal }: LiveRun,
  terms: OrderTerms,
): Promise<{ readonly order: bigint; readonly gas: bigint }> {
  const { rooms } = ledger.client
  const proposal = proposeOrder(rooms, { deal, terms })
  const proposed = await actAlone(ledger, { actor: holderOf(cast, 'Trustee'), call: proposal })
  const query = { contract: 'Enforcement', at: rooms.Enforcement, event: 'OrderProposed' } as const
  const number = requireEvent(proposed, query).order
  const call = confirmOrder(rooms, { order: number, terms })
  const confirmed = await actAlone(ledger, { actor: authorities.HK.regulator, call })
  return { order: number, gas: proposed.gasUsed + confirmed.gasUsed }
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

/**
 * The same ledger, which notes what each act costs. Acts go one after the other, each a second after the last: their order and
 * their time decide what some of them cost, and the table has to be the same on every machine.
 */
function metered(ledger: Ledger, meter: Meter): Ledger {
  const { provider } = ledger.client
  return {
    ...ledger,
    async act(acts): Promise<readonly TransactionReceipt[]> {
      const receipts = []
      for (const act of acts) {
        const next = (await latestTime(ledger.client)) + 1n
        await provider.send('evm_setNextBlockTimestamp', [`0x${next.toString(16)}`])
        const receipt = await actAlone(ledger, act)
        const name = `${act.call.contract}.${act.call.verb}`
        meter.set(name, [...(meter.get(name) ?? []), receipt.gasUsed])
        receipts.push(receipt)
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
function transfer(live: LiveRun): Promise<bigint> {
  return move(live, { series: SERIES, from: investorNumber(0), to: investorNumber(1) })
}

type Move = { readonly series: string; readonly from: Actor; readonly to: Actor; readonly units?: bigint }

async function move(live: LiveRun, { series, from, to, units = 1n }: Move): Promise<bigint> {
  const { note } = seriesNamed(live, series)
  const call = transferNotes({ note, to: parseAddress(to.wallet.address), units })
  return (await actAlone(live.ledger, { actor: from, call })).gasUsed
}

function seriesNamed({ series }: Pick<LiveRun, 'series'>, name: string): IssuedSeries {
  const issued = series.find(candidate => candidate.name === name)
  if (issued === undefined) throw new DealAbsentError()
  return issued
}

function holdersOf({ commitments }: LiveRun, name: string): readonly Actor[] {
  return commitments.filter(({ series }) => series === name).map(({ investor }) => investor)
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
