import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { period } from '../../src/domain/ids.ts'
import { filingOf } from '../../src/sdk/reports/filingOf.ts'
import { type ChainProcess, startAnvil } from './anvil.ts'
import { freePort } from './freePort.ts'
import { members } from './oracleHouse.ts'
import { canFillDisk, clearDisk, fillDisk, pause, scene, until } from './scene.ts'

describe('signers and what may go wrong around them', function () {
  this.timeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-faults-'))
  const { open, start, killAt, stop, audit } = scene()
  after(() => rmSync(folder, { recursive: true }))

  it('members without connections: the same as files in a folder', async () => {
    const house = await open({ exchange: 'folder' })
    await house.draft()
    await start()
    await house.reported(1)
    await audit()
  })

  it('a mistake in the books of the proposer is refused by name, corrected, and proposed anew', async () => {
    const house = await open()
    await house.draft({}, { servicer: 'mistaken' })
    await start()
    await until(() => house.objections('servicer').includes('oracle/differs'))
    expect(await house.lastSequence()).to.equal(0)
    house.correct()
    await house.reported(1)
    await audit()
  })

  it('one report that the ledger refuses holds up no other', async () => {
    const house = await open()
    await house.draft({ stream: 2, sequence: 1 })
    await house.draft({ sequence: 1 })
    await start()
    await house.reported(1)
    await audit()
  })

  it('a restatement names the report it replaces, and takes its place', async () => {
    const house = await open()
    await house.draft()
    await start()
    await house.reported(1)
    await house.draft({ kind: 'Restatement', replaces: 1 })
    await house.reported(2)
    await audit()
    const at = { deal: house.deal, stream: 1, period: period(1n), sequence: 1 }
    expect((await filingOf(house.ledger.client, at))?.stage).to.equal('Superseded')
  })

  it('a proposer that dies with all signatures gathered: another one carries the report', async () => {
    const house = await open()
    await house.draft()
    await start(['accountBank', 'verificationAgent'])
    await killAt('servicer', 'shared')
    await house.reported(1)
    await start(['servicer'])
    await audit()
  })

  it('all of them propose and carry at once: each report is on the ledger once', async () => {
    const house = await open({ config: { failoverMinutes: 0 } })
    for (let count = 0; count < 3; count += 1) await house.draft()
    await start()
    await house.reported(3)
    await until(() => members.filter(name => house.outbox(name).length > 0).length > 1)
    await audit()
  })

  for (const exchange of ['http', 'folder'] as const)
    it(`a full disk (members over ${exchange}): nothing is signed, nobody ends, and with room it goes on`, async function () {
      if (!(await canFillDisk())) this.skip()
      const house = await open({ exchange })
      await house.draft()
      const started = await start()
      await house.reported(1)
      await until(() => started.every(({ wrote }) => wrote().match(/on the ledger|Confirmed/) !== null))
      await fillDisk(started)
      await house.draft()
      await until(() => started.every(({ wrote }) => /store\/full|peer\/folder-failed/.test(wrote())))
      expect(await house.lastSequence()).to.equal(1)
      expect(started.map(worker => worker.isRunning())).to.deep.equal([true, true, true])
      await clearDisk(started)
      await house.reported(2)
      await audit()
    })

  it('a disk that is full for one of them, which is then killed: the stores are whole', async function () {
    if (!(await canFillDisk())) this.skip()
    const house = await open()
    await house.draft()
    await start(['accountBank', 'verificationAgent'])
    const servicer = await start(['servicer'])
    await house.reported(1)
    await fillDisk(servicer)
    await house.draft()
    await until(() => servicer.every(({ wrote }) => wrote().includes('store/full')))
    for (const worker of servicer) await worker.kill()
    expect(await house.lastSequence()).to.equal(1)
    await start(['servicer'])
    await house.reported(2)
    await audit()
  })

  it('a chain that pauses, is killed, and comes back: the reports go on', async () => {
    const port = await freePort()
    const state = join(folder, 'chain.json')
    // The clock of the chain that comes back is that of the machine.
    const timestamp = BigInt(Math.floor(Date.now() / 1000))
    const house = await open({ chain: { port, state, timestamp } })
    await house.draft()
    const started = await start()
    await house.reported(1)
    await house.draft()
    house.chain.pause()
    await until(() => started.every(({ wrote }) => wrote().includes('chain/unreachable')))
    house.chain.resume()
    await house.reported(2)
    await stop()
    await house.draft()
    // The chain writes its state every second.
    await pause(2_000)
    const [again] = await start()
    await until(() => again?.wrote().includes('"step":"propose"') === true)
    await house.chain.kill()
    const chain: ChainProcess = await startAnvil({ port, state })
    await house.reported(3)
    await audit()
    await chain.kill()
  })
})
