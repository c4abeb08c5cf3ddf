import { rmSync } from 'node:fs'
import { expect } from 'chai'
import { openClient } from '../../../src/chain/client.ts'
import { readConfig } from '../../../src/oracle/config.ts'
import { finalTimeOf } from '../../../src/oracle/journal/reconcile.ts'
import { type OpenStation, openStation } from '../../../src/oracle/openStation.ts'
import type { Posted } from '../../../src/oracle/peers/board.ts'
import { termAt } from '../../../src/oracle/peers/term.ts'
import { walletKey } from '../../../src/oracle/sign/keystore.ts'
import { signOnce } from '../../../src/oracle/sign/signOnce.ts'
import { draftFolder } from '../../../src/oracle/submit/draftFolder.ts'
import { proposeDrafts } from '../../../src/oracle/submit/propose.ts'
import { memberOf } from '../../../src/oracle/submit/station.ts'
import { account } from '../../processes/counter.ts'
import { type MemberName, members, type OracleHouse, openOracleHouse } from '../../processes/oracleHouse.ts'

const HOUR = 3_600n
const VALID_HOURS = 72n

describe('termAt', () => {
  it('default: terms begin at every half of the validity, whoever looks, and one is whole for everybody', () => {
    const valid = 20n
    const first = { observedAt: 100n, validUntil: 120n }
    expect([100n, 101n, 109n].map(time => termAt(time, valid))).to.deep.equal([first, first, first])
    expect(termAt(99n, valid)).to.deep.equal({ observedAt: 90n, validUntil: 110n })
    expect(termAt(110n, valid)).to.deep.equal({ observedAt: 110n, validUntil: 130n })
  })

  it('behavior: at least half of the validity is before whoever proposes, at most all of it', () => {
    for (let time = 1_000n; time < 1_050n; time += 1n) {
      const { observedAt, validUntil } = termAt(time, 20n)
      expect(validUntil - time > 10n && validUntil - time <= 20n, `${time}`).to.equal(true)
      expect(validUntil - observedAt).to.equal(20n)
    }
  })
})

describe('proposeDrafts', () => {
  let house: OracleHouse
  let opened: OpenStation[] = []
  let clock = 0

  beforeEach(async () => {
    house = await openOracleHouse()
    clock = Date.now() + 86_400_000
    await house.draft()
  })
  afterEach(async () => {
    close()
    await house.close()
  })

  function close(): void {
    for (const { station, ...open } of opened) {
      open.close()
      station.client.provider.destroy()
    }
    opened = []
  }

  async function open(name: MemberName) {
    const orders = house.orders(name)
    const { chain, rooms, finality } = house.ledger.client
    const one = openStation(readConfig(orders.config), {
      client: await openClient(house.chain.url, { chain, rooms, finality }),
      signer: walletKey(account(orders.signer)),
      transmitter: walletKey(account(orders.transmitter)),
      source: draftFolder(orders.config.drafts),
      log: () => {},
      now: () => clock,
      passed: () => {},
    })
    opened.push(one)
    return one.station
  }

  type Station = Awaited<ReturnType<typeof open>>

  async function proposed(station: Station): Promise<readonly Posted[]> {
    await proposeDrafts(station)
    return station.board.open()
  }

  async function digestBy(name: MemberName): Promise<string> {
    const [posted, ...more] = await proposed(await open(name))
    expect(more).to.deep.equal([])
    return posted?.digest ?? expect.fail('it proposes')
  }

  it('default: members that know nothing of each other, at different moments, propose the same digest', async () => {
    const digests: string[] = []
    for (const name of members) {
      digests.push(await digestBy(name))
      await house.ledger.pass(HOUR)
      clock += 3_600_000
    }
    expect(new Set(digests).size).to.equal(1)
  })

  it('behavior: a member that lost its stores proposes what it proposed before', async () => {
    const before = await digestBy('servicer')
    close()
    rmSync(`${house.folderOf('servicer')}/board.sqlite`)
    rmSync(`${house.folderOf('servicer')}/journal.sqlite`)
    await house.ledger.pass(HOUR)
    expect(await digestBy('servicer')).to.equal(before)
  })

  it('behavior: in the next term another digest; who has one of the term before carries on with that', async () => {
    const servicer = await open('servicer')
    const [first] = await proposed(servicer)
    await house.ledger.pass((VALID_HOURS / 2n) * HOUR)
    expect(await digestBy('accountBank')).to.not.equal(first?.digest)
    expect((await proposed(servicer)).map(({ digest }) => digest)).to.deep.equal([first?.digest])
  })

  it('behavior: what was signed for a slot is proposed until its term is over, then that of the term', async () => {
    const servicer = await open('servicer')
    const [first] = await proposed(servicer)
    if (first === undefined) expect.fail('it proposes')
    servicer.journal.markReconciled()
    await signOnce(memberOf(servicer).signing, first.proposal.report)
    servicer.board.settle(first.digest)
    await house.ledger.pass((VALID_HOURS / 2n) * HOUR)
    expect((await proposed(servicer)).map(({ digest }) => digest)).to.deep.equal([first.digest])
    await house.ledger.pass((VALID_HOURS / 2n) * HOUR)
    const term = termAt(await finalTimeOf(servicer.client), VALID_HOURS * HOUR)
    const last = (await proposed(servicer)).find(({ digest }) => digest !== first.digest)
    expect(last?.proposal.report).to.deep.include(term)
    expect(servicer.journal.entries()).to.deep.equal([])
  })

  it('behavior: a draft that was changed, refused, and is again as it was: the first proposal is open again', async () => {
    const servicer = await open('servicer')
    const refuse = (digest: Posted['digest']) =>
      servicer.board.object(digest, { peer: '0x', code: 'c', isFinal: true, differences: [], at: 1 })
    const [first] = await proposed(servicer)
    if (first === undefined) expect.fail('it proposes')
    refuse(first.digest)
    const was = house.change('servicer', text => text.replace('"income":"9"', '"income":"8"'))
    const [second, ...more] = await proposed(servicer)
    expect(second?.proposal.report.income).to.equal(8n)
    expect(more).to.deep.equal([])
    if (second !== undefined) refuse(second.digest)
    house.change('servicer', () => was)
    expect((await proposed(servicer)).map(({ digest }) => digest)).to.deep.equal([first.digest])
    expect(servicer.board.objectionsTo(first.digest)).to.deep.equal([])
  })

  it('behavior: what is in the outbox is not proposed again', async () => {
    const servicer = await open('servicer')
    const [first] = await proposed(servicer)
    if (first === undefined) expect.fail('it proposes')
    const key = `report/${house.deal}/1/1/1/${first.digest}`
    servicer.outbox.enter({ key, label: 'x', from: servicer.transmitter.address, to: '0x', data: '0x' })
    servicer.board.settle(first.digest)
    expect(await proposed(servicer)).to.deep.equal([])
  })
})
