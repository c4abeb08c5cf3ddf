import { expect } from 'chai'
import { requireEvent } from '../../../src/chain/events.ts'
import { readContract } from '../../../src/chain/read.ts'
import { simulate } from '../../../src/chain/send.ts'
import type { DealId, SeriesId } from '../../../src/domain/ids.ts'
import { HK } from '../../../src/domain/places.ts'
import { pausePlace } from '../../../src/sdk/identity/pausePlace.ts'
import { unpausePlace } from '../../../src/sdk/identity/unpausePlace.ts'
import { confirmOrder } from '../../../src/sdk/notes/confirmOrder.ts'
import { freezeOf } from '../../../src/sdk/notes/freezeOf.ts'
import { frozenOf } from '../../../src/sdk/notes/frozenOf.ts'
import { holdOf } from '../../../src/sdk/notes/holdOf.ts'
import { holdsOf } from '../../../src/sdk/notes/holdsOf.ts'
import { noteOrderOf } from '../../../src/sdk/notes/noteOrderOf.ts'
import { type OrderTerms, orderDigestOf, orderFields } from '../../../src/sdk/notes/orderTerms.ts'
import { pauseNotes } from '../../../src/sdk/notes/pauseNotes.ts'
import { payableTo } from '../../../src/sdk/notes/payableTo.ts'
import { payeeOf } from '../../../src/sdk/notes/payeeOf.ts'
import { proposeOrder } from '../../../src/sdk/notes/proposeOrder.ts'
import { resumeNotes } from '../../../src/sdk/notes/resumeNotes.ts'
import { unpauseNotes } from '../../../src/sdk/notes/unpauseNotes.ts'
import { withdrawOrder } from '../../../src/sdk/notes/withdrawOrder.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, startLedger } from './ledger.ts'
import { offeredDeal } from './offeredDeal.ts'
import { meetOffices } from './sampleDeal.ts'

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('enforcement', () => {
  let ledger: Ledger
  let deal: DealId
  let series: SeriesId
  let terms: OrderTerms
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    await ledger.meet('investorHk')
    const offered = await offeredDeal(ledger)
    deal = offered.deal
    series = offered.first.series
    terms = {
      series,
      kind: 'Freeze',
      from: ledger.wallet('investorHk'),
      units: 40n,
      basisHash: hashOf('judgment'),
      salt: hashOf('salt'),
    }
  })
  after(() => ledger.close())

  async function propose(): Promise<bigint> {
    const { rooms } = ledger
    const receipt = await ledger.act('trustee', proposeOrder(rooms, { deal, terms }))
    const query = { contract: 'Enforcement', at: rooms.Enforcement, event: 'OrderProposed' } as const
    return requireEvent(receipt, query).order
  }

  it('behavior: the digest is that of the contract', async () => {
    const onChain = await readContract(ledger.client, {
      contract: 'Enforcement',
      to: ledger.rooms.Enforcement,
      verb: 'digestOf',
      args: [orderFields(terms)],
    })
    expect(orderDigestOf(terms)).to.equal(onChain)
  })

  it('default: two authorities freeze units', async () => {
    const { client, rooms } = ledger
    const order = await propose()
    expect(await noteOrderOf(client, { order })).to.deep.equal({
      deal,
      proposer: await ledger.party('trustee'),
      office: 'Trustee',
      stage: 'Proposed',
      termsHash: orderDigestOf(terms),
    })
    expect(await freezeOf(client, { order })).to.equal(undefined)
    await ledger.act('regulatorHk', confirmOrder(rooms, { order, terms }))
    expect((await noteOrderOf(client, { order }))?.stage).to.equal('Executed')
    expect(await freezeOf(client, { order })).to.deep.equal({ series, holder: terms.from, units: 40n })
    expect(await frozenOf(client, { series, holder: terms.from })).to.equal(40n)
    expect(await payeeOf(client, { series, book: 1n, holder: terms.from })).to.equal(terms.from)
  })

  it('behavior: a withdrawn order is never executed', async () => {
    const { client, rooms } = ledger
    const order = await propose()
    await ledger.act('trustee', withdrawOrder(rooms, { order }))
    expect((await noteOrderOf(client, { order }))?.stage).to.equal('Withdrawn')
    const from = ledger.wallet('regulatorHk')
    const late = refusalOf(simulate(client, { call: confirmOrder(rooms, { order, terms }), from }))
    expect(codeOf(await late)).to.equal('note/order-stage-forbids')
    expect(await noteOrderOf(client, { order: 99n })).to.equal(undefined)
  })

  it('behavior: a pause is instant, and its end slow', async () => {
    const { client, rooms } = ledger
    const scope = { deal, series, jurisdiction: HK }
    const basisHash = hashOf('basis')
    await ledger.act('regulatorHk', pauseNotes(rooms, { ...scope, basisHash }))
    expect(await holdOf(client, scope)).to.deep.equal({ resumesAt: undefined })
    await ledger.act('trustee', pauseNotes(rooms, { deal, basisHash }))
    expect(await holdOf(client, { deal })).to.deep.equal({ resumesAt: undefined })
    expect(await holdsOf(client, scope)).to.equal(1)
    expect(await holdsOf(client, { deal })).to.equal(1)
    await ledger.act('regulatorHk', unpauseNotes(rooms, { ...scope, basisHash }))
    const early = refusalOf(
      simulate(client, { call: resumeNotes(rooms, scope), from: ledger.wallet('stranger') }),
    )
    expect(codeOf(await early)).to.equal('note/resumes-later')
    await ledger.pass(172_800n)
    await ledger.act('stranger', resumeNotes(rooms, scope))
    expect(await holdOf(client, scope)).to.equal(undefined)
    expect(await holdsOf(client, scope)).to.equal(0)
  })

  it('behavior: a place pauses payouts, and says so until its pause has ended', async () => {
    const { client, rooms } = ledger
    const query = { series, book: 1n, holders: [ledger.wallet('investorHk')] }
    expect(await payableTo(client, query)).to.deep.equal([await ledger.party('investorHk')])
    const place = { jurisdiction: HK, operations: ['Payout'] } as const
    await ledger.act('regulatorHk', pausePlace(rooms, { ...place, orderHash: hashOf('order') }))
    expect(codeOf(await refusalOf(payableTo(client, query)))).to.equal('note/payouts-paused')
    await ledger.act('regulatorHk', unpausePlace(rooms, { ...place, liftHash: hashOf('lift') }))
    await ledger.pass(172_800n)
    expect(await payableTo(client, query)).to.have.length(1)
  })
})
