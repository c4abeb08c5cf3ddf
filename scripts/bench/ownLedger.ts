import type { TransactionReceipt } from 'ethers'
import { type Address, parseAddress } from '../../src/chain/address.ts'
import { closeClient, openClient } from '../../src/chain/client.ts'
import { actorNamed } from '../../src/cli/demo/actor.ts'
import { castOf } from '../../src/cli/demo/cast.ts'
import { streamsOf } from '../../src/cli/demo/collections.ts'
import { deploy } from '../../src/cli/demo/demo.ts'
import { loadDemoDeals } from '../../src/cli/demo/demoDeals.ts'
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

/** Gas of every act so far, by contract and verb. */
type Meter = Map<string, bigint[]>

/**
 * Measures our operations in the demo deal, from registration to the payment of its first period, with a hundred holders
 * in its Hong Kong series. Every act is a transaction of its own, as on a real chain.
 */
export async function measureOwn(say: (text: string) => void): Promise<Measure[]> {
  const deals = await loadDemoDeals({})
  const chosen = deals.find(({ compiled }) => compiled.deal.id === DEAL)
  if (chosen === undefined) throw new DealAbsentError()
  const { compiled, inputs } = chosen
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
      commitments: crowded(commitmentsOf(compiled.deal.file, cast)),
      authorities: placeAuthorities,
      law: await loadLaw(undefined),
      say,
    }
    const measures = await measureRun(run, meter)
    closeClient(client)
    return measures
  } finally {
    await chain.close()
  }
}

async function measureRun(run: Run, meter: Meter): Promise<Measure[]> {
  const { ledger, compiled, commitments, expected } = run
  await ledger.moveTo(addDays(compiled.deal.closing, -30n))
  await registerParties(run)
  const rights = await registerRights(run)
  const deal = await draftDeal(run, rights)
  const accounts = await openAccounts(run, deal)
  const live: LiveRun = { ...run, deal, accounts, series: await prepareDeal(run, deal) }
  await sellNotes(live)
  await transfer(live)
  const [first] = expected.periods
  if (first === undefined) throw new DealAbsentError()
  await runPeriod(live, first, await openWatch(live))
  const afterRecord = await transfer(live)
  const gas = (verb: string) => mean(meter.get(verb) ?? [])
  const most = (verb: string) => (meter.get(verb) ?? []).toSorted((a, b) => Number(b - a))[0] ?? 0n
  const report = most('CollectionOracle.submit')
  const [calculate, approve, book] = [
    gas('Waterfall.calculate'),
    gas('Waterfall.approve'),
    gas('DistributionDesk.book'),
  ]
  return [
    { operation: 'transfer', gas: await transfer(live) },
    { operation: 'transferAfterRecord', gas: afterRecord },
    { operation: 'onboard', gas: gas('PartyRegistry.attest') },
    { operation: 'mint', gas: most('Offering.settle') / BigInt(commitments.length) },
    { operation: 'period', gas: report + calculate + approve + book },
    { operation: 'report', gas: report },
    { operation: 'calculate', gas: calculate },
    { operation: 'approve', gas: approve },
    { operation: 'book', gas: book },
    { operation: 'payout', gas: (most('PayingAgent.instruct') + most('PayingAgent.settle')) / HOLDERS },
    {
      operation: 'newDeal',
      gas:
        gas('DealBook.draft') +
        gas('CollectionOracle.configure') +
        gas('Waterfall.store') +
        gas('NoteFactory.issue'),
    },
  ]
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
