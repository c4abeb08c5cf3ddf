import { expect } from 'chai'
import { randomFrom } from '../differential/random.ts'
import { killSeed } from './kills.ts'
import { members, type OracleHouse, openOracleHouse } from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { type RpcFault, type RpcProxy, rpcFaults, startRpcProxy } from './rpcProxy.ts'
import { pause, scene, until } from './scene.ts'
import { type Worker, type Workers, workersOf } from './workers.ts'

/** How long the chain stands still, in all that time: `PAUSE_SECONDS=600 npm run test:src -- test/processes/oracleNode.test.ts`. */
const PAUSE_SECONDS = Number(process.env['PAUSE_SECONDS'] ?? 120)

/** A request that hangs costs a process the time that it waits. */
const percents: Readonly<Partial<Record<RpcFault, number>>> = { hang: 2, limit: 100, misnumber: 50 }
const PERCENT = 10
/** What the smallest of the nodes that we know takes at once. */
const MOST_REQUESTS = 8

describe('signers and their node', function () {
  this.timeout(900_000 + PAUSE_SECONDS * 1_000)

  describe('a chain that stands still for minutes, beside the other tests of this file', () => {
    let house: OracleHouse
    let workers: Workers<OracleOrders>
    let running: readonly Worker[] = []
    let began = 0

    before(async () => {
      house = await openOracleHouse({ config: { pollSeconds: 1 } })
      workers = await workersOf<OracleOrders>('oracleWorker.ts')
      running = await Promise.all(members.map(name => workers.start(house.orders(name))))
      await house.draft()
      await house.reported(1)
      await house.draft()
      house.chain.pause()
      began = Date.now()
    })
    after(async () => {
      house.chain.resume()
      await workers.close()
      await house.close()
    })

    describe('nodes that fail meanwhile', theOthers)

    // In a description of its own: its tests come after those of the one before.
    describe('and then goes on', () => {
      it(`${PAUSE_SECONDS} seconds: nobody ends, and when it goes on the reports do`, async () => {
        await pause(Math.max(0, began + PAUSE_SECONDS * 1_000 - Date.now()))
        expect(running.map(worker => worker.isRunning())).to.deep.equal([true, true, true])
        for (const { wrote } of running) expect(wrote()).to.include('chain/unreachable')
        house.chain.resume()
        await house.reported(2)
        await Promise.all(running.map(worker => worker.stop()))
        expect(workers.crashes()).to.deep.equal([])
        await house.audit()
      })
    })
  })

  function theOthers(): void {
    const { open, start, killAt, stop, audit } = scene()

    describe('one fault alone', () => {
      let proxy: RpcProxy | undefined
      afterEach(() => proxy?.close())

      for (const fault of rpcFaults)
        it(`a node that does this: ${fault}`, async () => {
          const random = randomFrom(killSeed)
          const house = await open()
          const node = await startRpcProxy(house.chain.url, { random, mostRequests: MOST_REQUESTS })
          proxy = node
          node.setFaults(percents[fault] ?? PERCENT, fault)
          await start(members, { rpc: node.url })
          // Nothing is ever asked that a node refuses by its limits; everything else comes sooner or later.
          const isSeen = (): boolean => node.counts.has(fault) !== (fault === 'limit')
          for (let reports = 1; reports === 1 || !isSeen(); reports += 1) {
            await house.draft()
            await house.reported(reports)
          }
          expect(isSeen(), `seed ${killSeed}`).to.equal(true)
          node.setFaults(0)
          await audit()
        })
    })

    it('a reorganisation that undoes a report: the same bytes go out again, also when its carrier died', async () => {
      const finality = { rule: 'depth', blocks: 3 } as const
      const house = await open({ finality, config: { failoverMinutes: 100 } })
      await house.draft()
      await start(['accountBank', 'verificationAgent'])
      await killAt('servicer', 'mined')
      expect(await house.lastSequence()).to.equal(1)
      await house.chain.rpc('anvil_reorg', 1, [])
      expect(await house.lastSequence()).to.equal(0)
      await start(['servicer'])
      await house.reported(1)
      await house.chain.rpc('anvil_mine', '0x4')
      await until(() => house.outbox('servicer').every(({ stage }) => stage === 'Confirmed'))
      await stop()
      expect(house.outbox('servicer').map(({ tries }) => tries)).to.deep.equal([1])
      await audit()
    })

    it('a reorganisation whose carrier never comes back: another member carries the report', async () => {
      const house = await open({ finality: { rule: 'depth', blocks: 3 } })
      await house.draft()
      await start(['accountBank', 'verificationAgent'])
      await killAt('servicer', 'mined')
      const lost = await house.chain.rpc('eth_getBlockByNumber', 'latest', false)
      await house.chain.rpc('anvil_reorg', 1, [])
      await house.reported(1)
      expect(await house.chain.rpc('eth_getBlockByHash', Reflect.get(Object(lost), 'hash'), false)).to.equal(
        null,
      )
      await until(() => [...house.outbox('accountBank'), ...house.outbox('verificationAgent')].length > 0)
      await audit()
    })

    it('a node that comes back from an older state: what was confirmed is done again', async () => {
      const house = await open()
      await house.draft()
      const [servicer] = await start()
      const before = await house.chain.rpc('evm_snapshot')
      await house.reported(1)
      await until(() => servicer?.wrote().includes('"stage":"Confirmed"') === true)
      await house.chain.rpc('evm_revert', before)
      await house.reported(1)
      await audit()
    })
  }
})
