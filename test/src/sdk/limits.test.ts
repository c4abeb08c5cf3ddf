import { expect } from 'chai'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { dealId } from '../../../src/domain/ids.ts'
import { CN, HK, MO } from '../../../src/domain/places.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { crowdOf } from '../../../src/sdk/notes/crowdOf.ts'
import { declareHolders } from '../../../src/sdk/notes/declareHolders.ts'
import { limitDeal } from '../../../src/sdk/notes/limitDeal.ts'
import { seriesLimitsFields } from '../../../src/sdk/notes/limits.ts'
import { quotaOf } from '../../../src/sdk/notes/quotaOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { type Ledger, startLedger } from './ledger.ts'
import { dealTerms, meetOffices } from './sampleDeal.ts'

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('limits', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
  })
  after(() => ledger.close())

  it('default: the manager sets them, the custodian declares', async () => {
    const { client, rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
    const deal = dealId(requireEvent(receipt, query).deal)
    const [first] = await seriesOf(client, { deal })
    if (first === undefined) throw new RangeError('the sample deal has no series')
    const quota = { channel: 7, payer: CN, payee: HK, windowDays: 30, amount: 1_000_000n }
    const call = limitDeal(rooms, {
      deal,
      series: [{ series: first.series, admitted: { HK: [11, 12], CN: [1] }, holdingCap: 100n }],
      places: [{ jurisdiction: HK, offereeCap: 50 }],
      quotas: [quota],
    })
    const from = ledger.wallet('trustee')
    expect(codeOf(await refusalOf(simulate(client, { call, from })))).to.equal('note/not-limit-manager')
    await ledger.act('manager', call)
    expect(await crowdOf(client, { deal, jurisdiction: HK })).to.deep.equal({
      holders: 0,
      holderCap: 0,
      offerees: 0,
      offereeCap: 50,
    })
    expect(await quotaOf(client, { deal, channel: 7, payer: CN, payee: HK })).to.deep.equal({
      amount: 1_000_000n,
      used: 0n,
      window: 0,
      windowDays: 30,
    })
    expect(await quotaOf(client, { deal, channel: 7, payer: HK, payee: MO })).to.equal(undefined)
    const party = await ledger.party('originator')
    await ledger.act('custodianHk', declareHolders(rooms, { deal, jurisdiction: HK, party, holders: 12 }))
  })

  it('behavior: classes are bits, what is absent is zero', async () => {
    const { client } = ledger
    const [first] = await seriesOf(client, { deal: dealId(1n) })
    if (first === undefined) throw new RangeError('the sample deal has no series')
    const party = await ledger.party('originator')
    const fields = seriesLimitsFields({
      series: first.series,
      admitted: { CN: [1, 3] },
      exempt: [1],
      lockedUntil: parseDay('2027-01-01'),
      retained: { party, units: 5n },
    })
    expect(fields).to.deep.equal({
      series: first.series,
      admittedCn: 10n,
      admittedHk: 0n,
      admittedMo: 0n,
      exempt: 2n,
      lockedUntilDay: parseDay('2027-01-01'),
      channel: 0,
      minimum: 0n,
      step: 0n,
      holdingCap: 0n,
      retained: 5n,
      retainer: party,
    })
  })
})
