import { expect } from 'chai'
import { signBoundaries } from '../../src/oracle/sign/signOnce.ts'
import { stationBoundaries } from '../../src/oracle/submit/station.ts'
import { boundaries } from '../../src/outbox/carry.ts'
import type { Item } from '../../src/outbox/outbox.ts'
import { type Books, type MemberName, members, type OracleHouse, openOracleHouse } from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { until } from './scene.ts'
import { type Worker, type Workers, workersOf } from './workers.ts'

/** A machine may be slow. */
const SLOW_MILLISECONDS = 600_000
/** Longer than any test: nobody takes over, however slow the machine is. */
const NEVER = { config: { failoverMinutes: 10 } }
/** Takes over at once. */
const AT_ONCE = { config: { failoverMinutes: 0 } }

const EARLY: readonly string[] = ['posted', 'asked']
const later = stationBoundaries.filter(boundary => boundary !== 'closed' && !EARLY.includes(boundary))
/** The boundaries of who proposes and carries a report, in their order. */
const carrying = [...EARLY, ...signBoundaries, ...later, ...boundaries]

/** Books by which a member carries a report: the offices before do not propose it. */
const carriers: Readonly<Record<'servicer' | 'accountBank' | 'verificationAgent', Books>> = {
  servicer: {},
  accountBank: { servicer: 'unready' },
  verificationAgent: { servicer: 'unready' },
}

describe('three signers in processes of their own', function () {
  this.timeout(SLOW_MILLISECONDS)
  let house: OracleHouse
  let workers: Workers<OracleOrders>
  const running = new Map<MemberName, Worker>()

  before(async () => {
    house = await openOracleHouse()
    workers = await workersOf<OracleOrders>('oracleWorker.ts')
  })
  after(async () => {
    await workers.close()
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

  async function stopAll(): Promise<void> {
    for (const worker of running.values()) if (worker.isRunning()) await worker.stop()
    running.clear()
    expect(workers.crashes()).to.deep.equal([])
  }

  async function killAt(name: MemberName, boundary: string, changes: object = {}): Promise<void> {
    const worker = await start(name, { ...changes, killAt: { boundary } })
    const { signal, said } = await worker.ended
    expect(signal, `${boundary}: ${said}`).to.equal('SIGKILL')
  }

  it('default: drafts become reports on the ledger, each once, and a stop is graceful', async () => {
    await house.draft()
    await house.draft()
    for (const name of members) await start(name)
    await house.reported(2)
    const ends = await Promise.all(
      [...running.values()].map(async worker => {
        await worker.stop()
        return (await worker.ended).code
      }),
    )
    expect(ends).to.deep.equal([0, 0, 0])
    await stopAll()
    await house.audit()
  })

  it('a transaction under way is carried on within a rest', async () => {
    const restSeconds = 10
    for (const other of members) if (other !== 'servicer') await start(other, NEVER)
    const before = await house.lastSequence()
    await house.draft()
    await house.chain.rpc('evm_setIntervalMining', 1)
    await start('servicer', { config: { failoverMinutes: 10, pollSeconds: restSeconds } })
    await house.reported(before + 1)
    const newest = (): Item | undefined => house.outbox('servicer').at(-1)
    await until(() => newest()?.stage === 'Confirmed')
    expect(Date.now() - (newest()?.sentAt ?? 0)).to.be.below(restSeconds * 1_000)
    await house.chain.rpc('evm_setAutomine', true)
    await stopAll()
    await house.audit()
  })

  for (const name of members)
    it(`the ${name} killed at every boundary of one report that it carries`, async () => {
      const before = await house.lastSequence()
      await house.draft({}, carriers[name])
      for (const other of members) if (other !== name) await start(other, NEVER)
      for (const boundary of carrying) await killAt(name, boundary, AT_ONCE)
      expect(await house.lastSequence()).to.equal(before + 1)
      await start(name, AT_ONCE)
      await house.draft()
      await house.reported(before + 2)
      await stopAll()
      await house.audit()
    })

  for (const name of ['accountBank', 'verificationAgent'] as const)
    it(`the ${name} killed at every boundary of its answers`, async () => {
      const before = await house.lastSequence()
      for (const other of members) if (other !== name) await start(other, NEVER)
      const all = [...signBoundaries, 'closed']
      for (const boundary of all) {
        await house.draft()
        await killAt(name, boundary, NEVER)
      }
      await start(name, NEVER)
      await house.reported(before + all.length)
      await stopAll()
      await house.audit()
    })
})
