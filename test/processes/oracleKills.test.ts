import { expect } from 'chai'
import { randomFrom } from '../differential/random.ts'
import { killSeed, killTimeout, signerKills } from './kills.ts'
import { type MemberName, members, type OracleHouse, openOracleHouse } from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts'
import { type Worker, type Workers, workersOf } from './workers.ts'

const LONGEST_MILLISECONDS = 600
const ROUND_KILLS = 18
const FAULT_PERCENT = 4

describe('signers that are killed', () => {
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

  async function startAll(): Promise<void> {
    const missing = members.filter(name => running.get(name)?.isRunning() !== true)
    const orders = { rpc: proxy.url }
    await Promise.all(
      missing.map(async name => running.set(name, await workers.start(house.orders(name, orders)))),
    )
  }

  /** Some of the members, at least one. */
  function victims(): readonly MemberName[] {
    const first = random.oneOf(members)
    return members.filter(name => name === first || random.percent(40))
  }

  async function kill(names: readonly MemberName[]): Promise<number> {
    await Promise.all(names.map(name => running.get(name)?.kill()))
    return names.length
  }

  it(`${signerKills} times at random instants, behind a node that misbehaves: every report once, whole stores, one digest a slot after each round`, async () => {
    console.log(`      seed ${killSeed}: KILL_SEED=${killSeed} repeats it`)
    let kills = 0
    for (let reports = 1; kills < signerKills; reports += 1) {
      await house.draft()
      proxy.setFaults(FAULT_PERCENT)
      for (const enough = Math.min(kills + ROUND_KILLS, signerKills); kills < enough; ) {
        await startAll()
        await pause(random.below(LONGEST_MILLISECONDS))
        kills += await kill(victims())
      }
      proxy.setFaults(0)
      await startAll()
      await house.reported(reports)
      kills += await kill(members)
      expect(workers.crashes(), `seed ${killSeed}`).to.deep.equal([])
      await house.audit()
    }
    expect(kills, 'kills').to.be.at.least(signerKills)
    console.log(`      ${kills} kills, faults: ${[...proxy.counts].map(each => each.join(' ')).join(', ')}`)
  }).timeout(killTimeout(signerKills))
})

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
