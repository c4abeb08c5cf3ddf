import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { toBeHex } from 'ethers'
import type { Address } from '../../src/chain/address.ts'
import { type Client, closeClient } from '../../src/chain/client.ts'
import { boundaries } from '../../src/outbox/carry.ts'
import { openOutbox } from '../../src/outbox/outbox.ts'
import { randomFrom } from '../differential/random.ts'
import { type ChainProcess, startAnvil } from './anvil.ts'
import { clientOf, countOf, deployCounter } from './counter.ts'
import { killSeed, killTimeout, transmitterKills } from './kills.ts'
import type { OutboxOrders } from './outboxWorker.ts'
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts'
import { type Workers, workersOf } from './workers.ts'

const WORDS = 3
const ROUND_TURNS = 6
const TRANSMITTERS = 3
const LONGEST_MILLISECONDS = 500
const BLOCK_SECONDS = 0.1
const FAULT_PERCENT = 8

describe('a transmitter that is killed', function () {
  this.timeout(600_000)
  const root = mkdtempSync(join(tmpdir(), 'lingnan-kills-'))
  const random = randomFrom(killSeed)
  let chain: ChainProcess
  let proxy: RpcProxy
  let client: Client
  let workers: Workers<OutboxOrders>
  let rounds = 0

  before(async () => {
    chain = await startAnvil({ blockSeconds: BLOCK_SECONDS })
    proxy = await startRpcProxy(chain.url, { random })
    client = await clientOf(chain.url)
    workers = await workersOf<OutboxOrders>('outboxWorker.ts')
  })
  after(async () => {
    await workers.close()
    closeClient(client)
    await proxy.close()
    await chain.kill()
    rmSync(root, { recursive: true })
  })

  type Round = { readonly folder: string; readonly counter: Address; readonly orders: OutboxOrders }

  async function openRound(url: string): Promise<Round> {
    rounds += 1
    const folder = join(root, String(rounds))
    mkdirSync(folder)
    const counter = await deployCounter(chain.url)
    const account = 1 + (rounds % 15)
    return { folder, counter, orders: { folder, url, counter, account, words: WORDS, againMs: 150 } }
  }

  /** Lets the transmitter come to its end and looks at what is on the chain and in the store. */
  async function settle({ folder, counter, orders }: Round): Promise<void> {
    const end = await (await workers.start(orders)).ended
    expect(end, `${end.said} seed ${killSeed}`).to.include({ code: 0 })
    for (let word = 1n; word <= BigInt(WORDS); word += 1n) {
      const data = toBeHex(word, 32)
      expect(await countOf(client, { counter, data }), `word ${word}, seed ${killSeed}`).to.equal(1n)
    }
    const outbox = openOutbox(join(folder, 'outbox.sqlite'), () => 0)
    outbox.database.requireSound()
    expect(outbox.items().map(({ stage }) => stage)).to.deep.equal(Array(WORDS).fill('Confirmed'))
    outbox.close()
  }

  it('at every boundary: each word is counted once, and the store is whole', async () => {
    const round = await openRound(chain.url)
    for (const boundary of boundaries) {
      const orders = { ...round.orders, killAt: { boundary, passes: 0 } }
      const end = await (await workers.start(orders)).ended
      expect(end.signal, `${boundary}: ${end.said}`).to.equal('SIGKILL')
    }
    await settle(round)
  })

  it(`at ${transmitterKills} random instants, three at a time, behind a node that misbehaves: each word is counted once`, async () => {
    console.log(`      seed ${killSeed}: KILL_SEED=${killSeed} repeats it`)
    let kills = 0
    while (kills < transmitterKills) {
      const together: Round[] = []
      while (together.length < TRANSMITTERS) together.push(await openRound(proxy.url))
      proxy.setFaults(FAULT_PERCENT)
      for (let turn = 0; turn < ROUND_TURNS && kills < transmitterKills; turn += 1) {
        const started = await Promise.all(together.map(({ orders }) => workers.start(orders)))
        await pause(random.below(LONGEST_MILLISECONDS))
        const victims = started.filter(worker => worker.isRunning())
        await Promise.all(victims.map(worker => worker.kill()))
        kills += victims.length
      }
      proxy.setFaults(0)
      await Promise.all(together.map(settle))
    }
    expect(workers.crashes(), `seed ${killSeed}`).to.deep.equal([])
    expect(kills, 'kills').to.be.at.least(transmitterKills)
    console.log(`      ${kills} kills, faults: ${[...proxy.counts].map(each => each.join(' ')).join(', ')}`)
  }).timeout(killTimeout(transmitterKills))

  it('two at once on one store: the second finds the lock held and does nothing', async () => {
    const round = await openRound(chain.url)
    const first = await workers.start(round.orders)
    const second = await workers.start(round.orders)
    const ends = await Promise.all([first.ended, second.ended])
    expect(ends.map(({ code }) => code).sort()).to.deep.equal([0, 1])
    expect(ends.map(({ said }) => said).join('')).to.include('store/lock-held')
    await settle(round)
  })
})

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
