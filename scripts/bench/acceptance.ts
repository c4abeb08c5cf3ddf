import { parseArgs } from 'node:util'
import type { JsonRpcApiProvider } from 'ethers'
import { decodeEvents } from '../../src/chain/events.ts'
import { type DemoDeal, loadDemoDeals } from '../../src/cli/demo/demoDeals.ts'
import { beginningFor, type DemoLedger, openDemoLedger, runOf } from '../../src/cli/demo/demoLedger.ts'
import type { LiveRun, Signers } from '../../src/cli/demo/run.ts'
import { openWatch, runPeriod, type Watch } from '../../src/cli/demo/runDeal.ts'
import { openSigners } from '../../src/cli/demo/signers/signers.ts'
import { loadLaw } from '../../src/cli/law/loadLaw.ts'
import { soldDeal } from './soldDeal.ts'

/**
 * Measures how many blocks pass from the moment at which the files of a period lie in the inboxes of three signers, each a
 * process, to the block with its accepted report. The deals are those of the demo; a chain of two seconds a block is under
 * them while they report. Beside it runs what needs no service: the same reports signed by one program that has all three
 * keys and the figures at hand, sent at once.
 */

export interface Acceptance {
  readonly blockSeconds: number
  /** Blocks from the files to each report, in ascending order. */
  readonly bySigners: readonly number[]
  /** The same without signers' processes. */
  readonly byOneProgram: readonly number[]
}

/** Between reports nothing is measured. */
const QUICK_MILLISECONDS = 200
const PEER_PERIODS = 2

type Periods = { readonly first: number; readonly count: number }

async function measure(periods: number, blockMilliseconds: number): Promise<Acceptance> {
  const bySigners: number[] = []
  const byOneProgram: number[] = []
  for (const deal of await loadDemoDeals({})) {
    const { signal } = new AbortController()
    const beginsAt = beginningFor(deal.compiled.deal.closing)
    const say = (text: string) => process.stderr.write(`${text}\n`)
    const own = await openDemoLedger({ beginsAt, blockMilliseconds: QUICK_MILLISECONDS, signal, say })
    try {
      const law = await loadLaw(undefined)
      const run = await runOf(deal, { ledger: own.ledger, law, say })
      const watch = await openWatch(run)
      const live = await soldDeal(run)
      const part = { own, deal, watch, blockMilliseconds }
      bySigners.push(...(await reportsOf(live, { ...part, periods: { first: 0, count: periods } })))
      const after = { first: periods, count: PEER_PERIODS }
      byOneProgram.push(...(await reportsOf(live, { ...part, periods: after, isAlone: true })))
    } finally {
      await own.close()
    }
  }
  const ascending = (left: number, right: number) => left - right
  return {
    blockSeconds: blockMilliseconds / 1_000,
    bySigners: bySigners.toSorted(ascending),
    byOneProgram: byOneProgram.toSorted(ascending),
  }
}

interface Measuring {
  readonly own: DemoLedger
  readonly deal: DemoDeal
  readonly watch: Watch
  readonly blockMilliseconds: number
  readonly periods: Periods
  readonly isAlone?: boolean
}

async function reportsOf(
  live: LiveRun,
  { own, deal, watch, blockMilliseconds, periods: { first, count }, isAlone = false }: Measuring,
): Promise<readonly number[]> {
  const { ledger, url: rpc, deployment } = own
  const { provider, rooms } = ledger.client
  const setBlocks = (milliseconds: number) => provider.send('evm_setIntervalMining', [milliseconds])
  const open = () => openSigners({ run: live, deal: live.deal, deployment, rpc, books: deal.books ?? '' })
  const processes = isAlone ? undefined : await open()
  const found: number[] = []
  let from = 0
  let share = 0
  const mark = async (): Promise<void> => {
    await setBlocks(blockMilliseconds)
    from = await provider.getBlockNumber()
  }
  const signers: Signers | undefined = processes && {
    ...processes,
    // The ledger has the day; then the files come, each time at another moment between two blocks.
    async drop(payment, on) {
      await ledger.moveTo(on)
      await nextBlock(provider)
      await mark()
      await pause(share * blockMilliseconds)
      from = await provider.getBlockNumber()
      await processes.drop(payment, on)
    },
  }
  const say = (text: string): void => {
    live.say(text)
    if (isAlone && text.endsWith('reporting')) void mark()
    if (text.endsWith('calculating')) void setBlocks(QUICK_MILLISECONDS)
  }
  const periods = live.expected.periods.slice(first, first + count)
  try {
    for (const [index, expected] of periods.entries()) {
      share = (index + 0.5) / periods.length
      await runPeriod({ ...live, say, signers }, expected, watch)
      const logs = await provider.getLogs({ address: rooms.CollectionOracle, fromBlock: from })
      const query = {
        contract: 'CollectionOracle',
        at: rooms.CollectionOracle,
        event: 'ReportAccepted',
      } as const
      found.push(...decodeEvents(logs, query).map(({ block }) => block - from))
    }
  } finally {
    await processes?.close()
  }
  return found
}

async function nextBlock(provider: JsonRpcApiProvider): Promise<void> {
  const before = await provider.getBlockNumber()
  while ((await provider.getBlockNumber()) === before) await pause(QUICK_MILLISECONDS / 10)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

const { values } = parseArgs({
  options: {
    periods: { type: 'string', default: '6' },
    milliseconds: { type: 'string', default: '2000' },
  },
})
const result = await measure(Number(values.periods), Number(values.milliseconds))
process.stdout.write(`${JSON.stringify(result)}\n`)
