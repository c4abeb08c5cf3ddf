import { expect } from 'chai'
import { requireEvent } from '../../src/chain/events.ts'
import { acceptSuccession } from '../../src/sdk/deals/acceptSuccession.ts'
import { clearSuccession } from '../../src/sdk/deals/clearSuccession.ts'
import { proposeSuccession } from '../../src/sdk/deals/proposeSuccession.ts'
import { configDigestOf } from '../../src/sdk/reports/configDigestOf.ts'
import { hashOf } from '../src/sdk/ledger.ts'
import type { Lie } from './liarWorker.ts'
import { type MemberName, type OracleHouse, SUCCESSOR } from './oracleHouse.ts'
import type { OracleOrders } from './oracleWorker.ts'
import { scene, until } from './scene.ts'
import { type Worker, workersOf } from './workers.ts'

const MINUTE = 60_000
/** Nobody takes over. */
const NEVER = { failoverMinutes: 100 }
const lies: readonly Lie[] = ['signed something else', 'proposed something else', 'shared something else']
const RECONCILED = '"step":"reconcile","signer"'

describe('signers and other members', function () {
  this.timeout(600_000)
  const { open, start, killAt, stop, audit } = scene()

  describe('clocks that are apart', () => {
    const isReconciled = ({ wrote }: Worker): boolean => wrote().includes(RECONCILED)

    it('by less than the window: everybody signs', async () => {
      const house = await open({ config: NEVER })
      const started = [
        ...(await start(['servicer'])),
        ...(await start(['accountBank'], { skewMs: 1.5 * MINUTE })),
        ...(await start(['verificationAgent'], { skewMs: -0.25 * MINUTE })),
      ]
      await until(() => started.every(isReconciled))
      await house.draft()
      await house.reported(1)
      await stop()
      for (const name of ['servicer', 'accountBank', 'verificationAgent'] as const)
        expect(house.signed(name), name).to.equal(1)
      await audit()
    })

    for (const minutes of [10, -10])
      it(`by ${minutes} minutes: that one signs nothing and is named, the others go on, and it does when its clock is right`, async () => {
        const house = await open({ config: { ...NEVER, leastWitnesses: 1 } })
        const [strange] = await start(['verificationAgent'], { skewMs: minutes * MINUTE })
        const [servicer] = await start(['servicer', 'accountBank'])
        await until(() => servicer?.wrote().includes(RECONCILED) === true)
        await house.draft()
        await house.reported(1)
        await until(() => strange?.wrote().includes('oracle/witnesses-silent') === true)
        expect(house.objections('servicer')).to.include('peer/refused-us')
        expect(house.signed('verificationAgent')).to.equal(0)
        await strange?.stop()
        const [right] = await start(['verificationAgent'])
        await until(() => right?.wrote().includes(RECONCILED) === true)
        await house.draft()
        await house.reported(2)
        await until(() => house.signed('verificationAgent') === 1)
        await audit()
      })
  })

  it('a member that signs, proposes and shares something else: nobody follows it, and the reports go on', async () => {
    const house = await open({ config: NEVER })
    const liars = await workersOf<OracleOrders>('liarWorker.ts')
    const liar = await liars.start(house.orders('verificationAgent'))
    await liar.said('started')
    const [servicer] = await start(['servicer', 'accountBank'])
    for (let count = 1; count <= 3; count += 1) {
      await house.draft()
      await house.reported(count)
    }
    for (const lie of lies) await liar.said(lie)
    expect(servicer?.wrote()).to.include('oracle/signature-not-good')
    expect(liar.isRunning()).to.equal(true)
    await liars.close()
    await audit()
    for (const name of ['servicer', 'accountBank'] as const) expect(house.signed(name), name).to.equal(3)
  })

  describe('a committee that changes while a report is under way', () => {
    const next: readonly MemberName[] = ['servicer', 'accountBank', SUCCESSOR]

    /** The verification agent gives way to another party. */
    async function succeed({ ledger, deal }: OracleHouse): Promise<void> {
      const { rooms } = ledger
      const successor = await ledger.meet(SUCCESSOR)
      const seat = { deal, office: 'VerificationAgent', successor, documentHash: hashOf('deed') } as const
      const before = await configDigestOf(ledger.client, { deal })
      const receipt = await ledger.act('trustee', proposeSuccession(rooms, seat))
      const query = { contract: 'Succession', at: rooms.Succession, event: 'SuccessionProposed' } as const
      const { proposal } = requireEvent(receipt, query)
      await ledger.act(SUCCESSOR, acceptSuccession(rooms, { proposal }))
      await ledger.act('regulatorHk', clearSuccession(rooms, { proposal }))
      expect(await configDigestOf(ledger.client, { deal })).to.not.equal(before)
    }

    it('after the old member signed: the report is proposed anew at once, to the new one', async () => {
      const house = await open({ config: { ...NEVER, leastWitnesses: 1 } })
      await house.draft()
      await start(['verificationAgent'])
      await killAt('servicer', 'asked')
      expect(house.signed('verificationAgent')).to.equal(1)
      await succeed(house)
      await stop()
      await start(next, { committee: next })
      await house.reported(1)
      await audit()
    })

    it('after all signed: nothing of the old one is accepted, and the slot is free when it has expired', async () => {
      const house = await open({ config: { ...NEVER, validHours: 1 } })
      await house.draft()
      await start(['accountBank', 'verificationAgent'])
      await killAt('servicer', 'gathered')
      await succeed(house)
      await stop()
      const [servicer] = await start(next, { committee: next })
      await until(() => servicer?.wrote().includes('oracle/slot-bound') === true)
      expect(await house.lastSequence()).to.equal(0)
      await house.ledger.pass(3_601n)
      await house.reported(1)
      await audit()
    })
  })
})
