import { expect } from 'chai'
import { parseAddress } from '../../../src/chain/address.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { dealLimitsOf } from '../../../src/deal/limits/readLimits.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { dealId, partyId, seriesId } from '../../../src/domain/ids.ts'
import { CN, HK, MO } from '../../../src/domain/places.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { crowdOf } from '../../../src/sdk/notes/crowdOf.ts'
import { declareHolders } from '../../../src/sdk/notes/declareHolders.ts'
import { heldBy } from '../../../src/sdk/notes/heldBy.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { limitDeal } from '../../../src/sdk/notes/limitDeal.ts'
import { seriesLimitsFields } from '../../../src/sdk/notes/limits.ts'
import { limitsOf } from '../../../src/sdk/notes/limitsOf.ts'
import { limitTermsOf } from '../../../src/sdk/notes/limitTermsOf.ts'
import { presenceOf } from '../../../src/sdk/notes/presenceOf.ts'
import { quotaOf } from '../../../src/sdk/notes/quotaOf.ts'
import { quotasOf } from '../../../src/sdk/notes/quotasOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { sampleDeal } from '../deal/samples.ts'
import { gbaLaw } from '../domain/law/sampleLaw.ts'
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
    expect(await quotasOf(client, { deal })).to.deep.equal([quota])
    expect(await limitsOf(client, { series: first.series })).to.deep.equal({
      series: first.series,
      admitted: { CN: [1], HK: [11, 12], MO: [] },
      exempt: [],
      holdingCap: 100n,
    })
    const party = await ledger.party('originator')
    await ledger.act('custodianHk', declareHolders(rooms, { deal, jurisdiction: HK, party, holders: 12 }))
    expect(await presenceOf(client, { deal, jurisdiction: HK, party })).to.deep.equal({
      series: 0,
      declared: 12,
      wasOffered: false,
    })
    expect(await presenceOf(client, { deal, jurisdiction: MO, party })).to.deep.include({ declared: 0 })
  })

  it('behavior: what a series does not limit is absent, and a series without limits has none', async () => {
    const { client, rooms } = ledger
    const deal = dealId(1n)
    const [first, second] = await seriesOf(client, { deal })
    if (first === undefined || second === undefined) throw new RangeError('the sample deal has two series')
    const party = await ledger.party('originator')
    const whole = {
      series: second.series,
      admitted: { CN: [1, 2, 3], HK: [], MO: [21] },
      exempt: [1, 21],
      lockedUntil: parseDay('2027-01-01'),
      channel: 3,
      minimum: 10n,
      step: 5n,
      holdingCap: 200n,
      retained: { party, units: 20n },
    }
    await ledger.act('manager', limitDeal(rooms, { deal, series: [whole] }))
    expect(await limitsOf(client, { series: second.series })).to.deep.equal(whole)
    expect(await limitsOf(client, { series: first.series })).to.equal(undefined)
    expect(await quotasOf(client, { deal })).to.deep.equal([])
  })

  it('behavior: units that a party holds of a limited note', async () => {
    const { client, rooms } = ledger
    const deal = dealId(1n)
    const party = await ledger.party('originator')
    const receipt = await ledger.act('manager', issueNotes(rooms, { deal }))
    const query = { contract: 'NoteFactory', at: rooms.NoteFactory, event: 'NoteIssued' } as const
    const note = parseAddress(requireEvent(receipt, query).note)
    expect(await heldBy(client, { note, party })).to.equal(0n)
  })

  it('behavior: the limits of a deal file become the terms of the deal that was drafted from it', () => {
    const { file } = sampleDeal('DEMO-GBA-2026-1')
    const limits = dealLimitsOf(file, gbaLaw())
    const names = file.tranches.flatMap(tranche => tranche.series.map(({ id }) => id))
    const series = names.map((name, index) => ({ name, series: seriesId(BigInt(index + 1)) }))
    const originator = partyId(7n)
    const terms = limitTermsOf(limits, { deal: dealId(1n), series, originator })
    expect(terms.series[1]).to.deep.equal({
      series: 2n,
      admitted: { CN: [], HK: [11, 12], MO: [21] },
      exempt: [11, 21],
      channel: 1,
    })
    expect(terms.series[3]).to.deep.include({ series: 4n, minimum: 20_000n, holdingCap: 120_000n })
    expect(terms.series[5]).to.deep.include({ retained: { party: originator, units: 100_000n } })
    expect(terms.places).to.deep.equal([
      { jurisdiction: CN, holderCap: 200 },
      { jurisdiction: HK, offereeCap: 50 },
    ])
    expect(terms.quotas).to.deep.equal([
      { channel: 1, payer: MO, payee: HK, windowDays: 1, amount: 500_000_000n },
      { channel: 1, payer: HK, payee: MO, windowDays: 1, amount: 500_000_000n },
    ])
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
