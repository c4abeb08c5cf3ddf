import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { toBeHex } from 'ethers'
import type { Address } from '../../../src/chain/address.ts'
import { type Client, closeClient } from '../../../src/chain/client.ts'
import type { Finality } from '../../../src/chain/finality.ts'
import { type Carrier, carry, reconcileOutbox, retryItem } from '../../../src/outbox/carry.ts'
import { chainGateway, type Gateway } from '../../../src/outbox/gateway.ts'
import { type Item, type Outbox, openOutbox } from '../../../src/outbox/outbox.ts'
import { type ChainProcess, startAnvil } from '../../processes/anvil.ts'
import {
  account,
  clientOf,
  counterOutcome,
  countIntent,
  countOf,
  deployCounter,
} from '../../processes/counter.ts'

const AGAIN = 1_000
const transmitter = account(1)
const from = transmitter.address

describe('carry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-outbox-'))
  let chain: ChainProcess
  let counter: Address
  let client: Client
  let outbox: Outbox
  let clock = 0
  let word = 0n

  before(async () => {
    chain = await startAnvil()
    counter = await deployCounter(chain.url)
  })
  after(async () => {
    await chain.kill()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    await chain.rpc('evm_setAutomine', true)
    client = await clientOf(chain.url)
    word += 1n
    clock = 1_000_000
    outbox = openOutbox(join(folder, `${word}.sqlite`), () => clock)
  })
  afterEach(() => {
    outbox.close()
    closeClient(client)
  })

  function carrierOf(changes: Partial<Carrier> = {}): Carrier {
    return {
      outbox,
      gateway: chainGateway(client, 2_000),
      transmitter,
      outcomeOf: counterOutcome(client),
      passed: () => {},
      now: () => clock,
      againMs: AGAIN,
      ...changes,
    }
  }

  const gatewayWith = (changes: Partial<Gateway>): Carrier =>
    carrierOf({ gateway: { ...chainGateway(client, 2_000), ...changes } })
  const enter = (which = word): Item => outbox.enter(countIntent(counter, { word: which, from }))
  const counted = (which = word) => countOf(client, { counter, data: toBeHex(which, 32) })
  const mine = () => chain.rpc('evm_mine')
  const present = () => outbox.item(`count/${word}`)

  async function run(carrier: Carrier, steps: number): Promise<readonly (string | undefined)[]> {
    const stages: (string | undefined)[] = []
    for (let step = 0; step < steps; step += 1) stages.push((await carry(carrier))?.stage)
    return stages
  }

  it('default: an intent is signed, sent, mined and confirmed, a step at a time', async () => {
    enter()
    expect(await run(carrierOf(), 5)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed', undefined])
    expect(await counted()).to.equal(1n)
    expect(present()).to.include({ carriedBy: 'own', tries: 1, problem: null })
    const moves = outbox.movesOf(`count/${word}`).map(({ from: was, to }) => `${was} ${to}`)
    expect(moves).to.deep.equal(['Pending Signed', 'Signed Sent', 'Sent Mined', 'Mined Confirmed'])
  })

  it('behavior: the boundaries are passed in order', async () => {
    enter()
    const seen: string[] = []
    await run(carrierOf({ passed: boundary => seen.push(boundary) }), 4)
    expect(seen.filter(boundary => boundary !== 'chosen')).to.deep.equal([
      'simulated',
      'numbered',
      'signed',
      'stored',
      'broadcast',
      'sent',
      'found',
      'mined',
      'judged',
      'confirmed',
    ])
  })

  it('behavior: one item of a transmitter is in flight', async () => {
    enter()
    enter(word + 1_000n)
    await chain.rpc('evm_setAutomine', false)
    expect(await run(carrierOf(), 4)).to.deep.equal(['Signed', 'Sent', 'Sent', 'Sent'])
    expect(outbox.items(['Pending']).map(({ key }) => key)).to.deep.equal([`count/${word + 1_000n}`])
    await mine()
    expect(await run(carrierOf(), 4)).to.deep.equal(['Mined', 'Confirmed', 'Signed', 'Sent'])
    await mine()
    await run(carrierOf(), 2)
    expect(outbox.items(['Confirmed']).length).to.equal(2)
  })

  it('behavior: what the node answers to a broadcast decides nothing', async () => {
    enter()
    const real = chainGateway(client, 2_000)
    const lost = gatewayWith({
      async broadcast(raw) {
        await real.broadcast(raw)
        throw new RangeError('replacement transaction underpriced')
      },
    })
    expect(await run(lost, 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed'])
    expect(await counted()).to.equal(1n)
  })

  it('behavior: bytes that did not arrive go out again, the same ones', async () => {
    enter()
    const sent: string[] = []
    const real = chainGateway(client, 2_000)
    const deaf = gatewayWith({
      async broadcast(raw) {
        sent.push(raw)
        if (sent.length > 1) await real.broadcast(raw)
      },
    })
    expect(await run(deaf, 3)).to.deep.equal(['Signed', 'Sent', 'Sent'])
    clock += AGAIN
    expect(await run(deaf, 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed'])
    expect(sent[0]).to.equal(sent[1])
    expect(present()?.tries).to.equal(1)
  })

  it('behavior: done by another transaction is done', async () => {
    enter()
    const other = await account(2)
      .connect(client.provider)
      .sendTransaction({
        to: counter,
        data: toBeHex(word, 32),
        type: 2,
        maxFeePerGas: 0,
        maxPriorityFeePerGas: 0,
      })
    await other.wait()
    expect(await run(carrierOf(), 2)).to.deep.equal(['Confirmed', undefined])
    expect(present()).to.include({ carriedBy: 'other', hash: null })
    expect(await counted()).to.equal(1n)
  })

  it('behavior: a number that another transaction took is found out, twice, and the item signed again', async () => {
    enter()
    const held = gatewayWith({ broadcast: async () => {} })
    await run(held, 2)
    const taken = await transmitter
      .connect(client.provider)
      .sendTransaction({ to: from, type: 2, maxFeePerGas: 0, maxPriorityFeePerGas: 0 })
    await taken.wait()
    expect(await run(carrierOf(), 1)).to.deep.equal(['Sent'])
    clock += AGAIN - 1
    expect(await run(carrierOf(), 1)).to.deep.equal(['Sent'])
    clock += 1
    expect(await run(carrierOf(), 5)).to.deep.equal(['Pending', 'Signed', 'Sent', 'Mined', 'Confirmed'])
    expect(present()).to.include({ tries: 2 })
    expect(await counted()).to.equal(1n)
  })

  it('behavior: a node that gives two numbers is not believed', async () => {
    enter()
    let asked = 0
    const liar = gatewayWith({ countOf: async () => (asked++ % 2 === 0 ? 7 : 8) })
    expect(await run(liar, 1)).to.deep.equal(['Pending'])
    expect(present()?.problem).to.equal('outbox/number-doubtful')
    clock += AGAIN
    expect(await run(carrierOf(), 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed'])
  })

  it('behavior: a number that a node gave too high gets those before it filled, and its bytes are mined once', async () => {
    enter()
    const countTo = chainGateway(client, 2_000).countOf
    const lying = gatewayWith({ countOf: async (who, block) => (await countTo(who, block)) + 2 })
    expect(await run(lying, 2)).to.deep.equal(['Signed', 'Sent'])
    const { hash } = present() ?? expect.fail('it is there')
    clock += AGAIN
    expect(await run(carrierOf(), 2)).to.deep.equal(['Signed', 'Sent'])
    expect(await counted()).to.equal(0n)
    clock += AGAIN
    expect(await run(carrierOf(), 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed'])
    expect(present()).to.include({ hash, tries: 1 })
    expect(await counted()).to.equal(1n)
  })

  it('behavior: a reorganisation returns the item to pending, and the same bytes go out again', async () => {
    enter()
    const deep: Finality = { rule: 'depth', blocks: 2 }
    closeClient(client)
    client = await clientOf(chain.url, deep)
    await mine()
    await mine()
    const before = await chain.rpc('evm_snapshot')
    expect(await run(carrierOf(), 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Mined'])
    const hash = present()?.hash
    await chain.rpc('evm_revert', before)
    await mine()
    expect(await run(carrierOf(), 4)).to.deep.equal(['Pending', 'Signed', 'Sent', 'Mined'])
    await mine()
    await mine()
    expect(await run(carrierOf(), 1)).to.deep.equal(['Confirmed'])
    expect(present()).to.include({ hash, tries: 1 })
    expect(await counted()).to.equal(1n)
  })

  it('behavior: what was confirmed and is gone when the process starts is done again', async () => {
    const before = await chain.rpc('evm_snapshot')
    enter()
    await run(carrierOf(), 4)
    expect(await reconcileOutbox(carrierOf())).to.deep.equal([])
    await chain.rpc('evm_revert', before)
    const reopened = await reconcileOutbox(carrierOf())
    expect(reopened.map(({ stage }) => stage)).to.deep.equal(['Pending'])
    expect(await run(carrierOf(), 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed'])
    expect(await counted()).to.equal(1n)
  })

  it('error: a refusal of the ledger refuses the item until a person asks again', async () => {
    const refused = `0x${'ff'.repeat(32)}`
    outbox.enter({ ...countIntent(counter, { word, from }), data: refused })
    expect(await run(carrierOf(), 2)).to.deep.equal(['Refused', undefined])
    expect(present()).to.include({ problem: 'chain/unknown-revert', hash: null })
    expect(retryItem(outbox, `count/${word}`).stage).to.equal('Pending')
    expect(() => retryItem(outbox, `count/${word}`))
      .to.throw()
      .with.property('code', 'outbox/not-refused')
    expect(() => retryItem(outbox, 'count/none'))
      .to.throw()
      .with.property('code', 'outbox/unknown-item')
  })

  it('error: what lost its place on the ledger is refused before anything is signed', async () => {
    enter()
    expect(await run(carrierOf({ outcomeOf: async () => 'lost' }), 1)).to.deep.equal(['Refused'])
    expect(present()).to.include({ problem: 'outbox/lost', tries: 0 })
  })

  it('error: a node that does not answer leaves the item as it is, with the problem', async () => {
    enter()
    chain.pause()
    expect(await run(carrierOf({ gateway: chainGateway(client, 100) }), 1)).to.deep.equal(['Pending'])
    chain.resume()
    expect(present()?.problem).to.equal('chain/unreachable')
    clock += AGAIN
    expect(await run(carrierOf(), 4)).to.deep.equal(['Signed', 'Sent', 'Mined', 'Confirmed'])
  })

  it('error: another transaction than the one that was asked for is not sent', async () => {
    enter()
    const false_ = {
      address: from,
      signTransaction: (transaction: object) => account(3).signTransaction(transaction),
    }
    await run(carrierOf({ transmitter: false_ }), 1)
    expect(present()).to.include({ stage: 'Pending', problem: 'outbox/wrong-transaction', raw: null })
  })

  it('error: a success without effect is not believed', async () => {
    enter()
    await run(carrierOf({ outcomeOf: async () => 'open' }), 4)
    expect(present()).to.include({ stage: 'Mined', problem: 'outbox/no-effect' })
    expect(await run(carrierOf(), 1)).to.deep.equal(['Confirmed'])
  })

  it('error: after too many transactions without effect it stops', async () => {
    const item = enter()
    outbox.note(item, { tries: 5 })
    await run(carrierOf(), 1)
    expect(present()).to.include({ stage: 'Refused', problem: 'outbox/too-many-tries' })
  })
})
