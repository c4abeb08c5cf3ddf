import { expect } from 'chai'
import type { Address } from '../../../../src/chain/address.ts'
import { MovementRefusedError, verdictOf } from '../../../../src/cli/commands/note/runDecide.ts'
import { type Ledger, startLedger } from '../../sdk/ledger.ts'
import { offeredDeal } from '../../sdk/offeredDeal.ts'
import { meetOffices } from '../../sdk/sampleDeal.ts'

describe('verdictOf', () => {
  let ledger: Ledger
  let note: Address
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    const { first } = await offeredDeal(ledger)
    if (first.note === undefined) throw new RangeError('the sample deal has no note')
    note = first.note
  })
  after(() => ledger.close())

  it('default: the code of the first rule that refuses, and what it says', async () => {
    const [from, to] = [ledger.wallet('investorHk'), ledger.wallet('stranger')]
    const asked = { note, kind: 'Secondary', from, to, units: 1n } as const
    expect(await verdictOf(ledger.client, { ...asked, lang: 'en' })).to.deep.equal({
      kind: 'Secondary',
      from,
      to,
      units: 1n,
      allowed: false,
      code: 1,
      sentence: 'the notes are locked until the offering closes',
    })
    const { sentence } = await verdictOf(ledger.client, { ...asked, lang: 'zh-Hans' })
    expect(sentence).to.equal('发行结束前证券处于锁定')
  })

  it('behavior: another kind is asked for another reason', async () => {
    const [from, to] = [ledger.wallet('investorHk'), ledger.wallet('stranger')]
    const asked = { note, kind: 'Mint', from, to, units: 1n, lang: 'en' } as const
    expect((await verdictOf(ledger.client, asked)).code).to.equal(53)
  })

  it('error: MovementRefusedError says where to read the reason', () => {
    expect(new MovementRefusedError(85).remedy).to.include('lingnan explain 85')
  })
})
