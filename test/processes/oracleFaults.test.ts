import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { period } from '../../src/domain/ids.ts'
import { filingOf } from '../../src/sdk/reports/filingOf.ts'
import { type ChainProcess, startAnvil } from './anvil.ts'
import { freePort } from './freePort.ts'
import {
  type HouseSettings,
  type MemberName,
  members,
  type OracleHouse,
  openOracleHouse,
} from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { type Worker, type Workers, workersOf } from './workers.ts'

describe('signers and what may go wrong around them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-faults-'))
  let workers: Workers<OracleOrders>
  let house: OracleHouse
  let running: Worker[] = []

  before(async () => {
    workers = await workersOf<OracleOrders>('oracleWorker.ts')
  })
  after(async () => {
    await workers.close()
    rmSync(folder, { recursive: true })
  })
  afterEach(async () => {
    await stop()
    await house.close()
  })

  async function open(settings: HouseSettings): Promise<void> {
    house = await openOracleHouse(settings)
  }

  async function start(names: readonly MemberName[] = members, killAt?: string): Promise<readonly Worker[]> {
    const changes = killAt === undefined ? {} : { killAt: { boundary: killAt } }
    const started = await Promise.all(names.map(name => workers.start(house.orders(name, changes))))
    running.push(...started)
    return started
  }

  async function stop(): Promise<void> {
    await Promise.all(running.map(worker => worker.stop()))
    running = []
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (const deadline = Date.now() + 30_000; !isSo(); ) {
      if (Date.now() > deadline) expect.fail('it did not become so in time')
      await pause(50)
    }
  }

  it('members without connections: the same as files in a folder', async () => {
    await open({ exchange: 'folder' })
    await house.draft()
    await start()
    await house.reported(1)
    await stop()
    await house.audit()
  })

  it('a mistake in the books of the proposer is refused by name, corrected, and proposed anew', async () => {
    await open({})
    await house.draft({}, { servicer: 'mistaken' })
    await start()
    await until(() => house.objections('servicer').includes('oracle/differs'))
    expect(await house.lastSequence()).to.equal(0)
    house.correct()
    await house.reported(1)
    await stop()
    await house.audit()
  })

  it('one report that the ledger refuses holds up no other', async () => {
    await open({})
    await house.draft({ stream: 2, sequence: 1 })
    await house.draft({ sequence: 1 })
    await start()
    await house.reported(1)
    await stop()
    await house.audit()
  })

  it('a restatement names the report it replaces, and takes its place', async () => {
    await open({})
    await house.draft()
    await start()
    await house.reported(1)
    await house.draft({ kind: 'Restatement', replaces: 1 })
    await house.reported(2)
    await stop()
    await house.audit()
    const at = { deal: house.deal, stream: 1, period: period(1n), sequence: 1 }
    expect((await filingOf(house.ledger.client, at))?.stage).to.equal('Superseded')
  })

  it('a proposer that dies with all signatures gathered: another one carries the report', async () => {
    await open({})
    await house.draft()
    await start(['accountBank', 'verificationAgent'])
    const [servicer] = await start(['servicer'], 'shared')
    expect((await servicer?.ended)?.signal).to.equal('SIGKILL')
    await house.reported(1)
    await start(['servicer'])
    await stop()
    await house.audit()
  })

  it('all of them propose and carry at once: each report is on the ledger once', async () => {
    await open({ config: { failoverMinutes: 0 } })
    for (let count = 0; count < 3; count += 1) await house.draft()
    await start()
    await house.reported(3)
    await pause(500)
    await stop()
    await house.audit()
  })

  it('a chain that pauses, is killed, and comes back: the reports go on', async () => {
    const port = await freePort()
    const state = join(folder, 'chain.json')
    // The clock of the chain that comes back is that of the machine.
    const timestamp = BigInt(Math.floor(Date.now() / 1000))
    await open({ chain: { port, state, timestamp } })
    await house.draft()
    await start()
    await house.reported(1)
    await house.draft()
    house.chain.pause()
    await pause(2_500)
    house.chain.resume()
    await house.reported(2)
    await stop()
    await house.draft()
    await pause(2_000)
    await start()
    await pause(700)
    await house.chain.kill()
    await pause(500)
    const again: ChainProcess = await startAnvil({ port, state })
    await house.reported(3)
    await stop()
    await house.audit()
    await again.kill()
  })
})

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
