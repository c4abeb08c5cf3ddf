import { expect } from 'chai'
import { signBoundaries } from '../../src/oracle/sign/signOnce.ts'
import { stationBoundaries } from '../../src/oracle/submit/station.ts'
import { boundaries } from '../../src/outbox/carry.ts'
import { randomFrom } from '../differential/random.ts'
import { killCount, killSeed, killTimeout } from './kills.ts'
import { type MemberName, members, type OracleHouse, openOracleHouse } from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts'
import { type Worker, type Workers, workersOf } from './workers.ts'

const LONGEST_MILLISECONDS = 700
const ROUND_KILLS = 8
const FAULT_PERCENT = 4
/** Longer than any test: nobody takes over, however slow the machine is. */
const NEVER = { failoverMinutes: 10 }

describe('three signers in processes of their own', () => {
  const random = randomFrom(killSeed)
  let house: OracleHouse
  let proxy: RpcProxy
  let workers: Workers<OracleOrders>
  const running = new Map<MemberName, Worker>()

  before(async () => {
    house = await openOracleHouse()
    proxy = await startRpcProxy(house.chain.url, { random })
    workers = await workersOf<OracleOrders>('oracleWorker.ts')
  })
  after(async () => {
    await workers.close()
    await proxy.close()
    await house.close()
  })

  async function start(
    name: MemberName,
    changes: Parameters<OracleHouse['orders']>[1] = {},
  ): Promise<Worker> {
    const worker = await workers.start(house.orders(name, changes))
    running.set(name, worker)
    return worker
  }

  async function startAll(): Promise<void> {
    for (const name of members) if (running.get(name)?.isRunning() !== true) await start(name)
  }

  async function stopAll(): Promise<void> {
    for (const worker of running.values()) if (worker.isRunning()) await worker.stop()
    running.clear()
  }

  it('default: drafts become reports on the ledger, each once, and a stop is graceful', async () => {
    await house.draft()
    await house.draft()
    await startAll()
    await house.reported(2)
    const ends = await Promise.all(
      [...running.values()].map(async worker => {
        await worker.stop()
        return (await worker.ended).code
      }),
    )
    running.clear()
    expect(ends).to.deep.equal([0, 0, 0])
    await house.audit()
  })

  it('the servicer killed at every boundary of its steps', async () => {
    await start('accountBank', NEVER)
    await start('verificationAgent', NEVER)
    const all = [
      ...stationBoundaries.filter(boundary => boundary !== 'closed'),
      ...signBoundaries,
      ...boundaries,
    ]
    for (const boundary of all) {
      await house.draft()
      const worker = await start('servicer', { killAt: { boundary } })
      const { signal, said } = await worker.ended
      expect(signal, `${boundary}: ${said}`).to.equal('SIGKILL')
    }
    await startAll()
    await house.reported(2 + all.length)
    await stopAll()
    await house.audit()
  })

  it('the account bank killed at every boundary of its steps', async () => {
    const before = await house.lastSequence()
    await start('servicer')
    await start('verificationAgent', NEVER)
    const all = [...signBoundaries, 'closed']
    for (const boundary of all) {
      await house.draft()
      const worker = await start('accountBank', { ...NEVER, killAt: { boundary } })
      const { signal, said } = await worker.ended
      expect(signal, `${boundary}: ${said}`).to.equal('SIGKILL')
    }
    await startAll()
    await house.reported(before + all.length)
    await stopAll()
    await house.audit()
  })

  it(`${killCount} of them at random instants, behind a node that misbehaves`, async () => {
    console.log(`      seed ${killSeed}: KILL_SEED=${killSeed} KILLS=${killCount} repeats it`)
    let expected = await house.lastSequence()
    for (let kills = 0; kills < killCount; ) {
      await house.draft()
      expected += 1
      proxy.setFaults(FAULT_PERCENT)
      for (let turn = 0; turn < ROUND_KILLS && kills < killCount; turn += 1) {
        for (const name of members)
          if (running.get(name)?.isRunning() !== true) await start(name, { rpc: proxy.url })
        await new Promise(resolve => setTimeout(resolve, random.below(LONGEST_MILLISECONDS)))
        await running.get(random.oneOf(members))?.kill()
        kills += 1
      }
      proxy.setFaults(0)
      await startAll()
      await house.reported(expected)
    }
    await stopAll()
    await house.audit()
    console.log(`      faults: ${[...proxy.counts].map(([fault, count]) => `${fault} ${count}`).join(', ')}`)
  }).timeout(killTimeout)
})
