import { expect } from 'chai'
import { closeClient, openClient } from '../../../src/chain/client.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { TextTooLongError } from '../../../src/chain/text32.ts'
import { TrailBrokenError } from '../../../src/chain/trail.ts'
import { type DealId, dealId, period, type RightId } from '../../../src/domain/ids.ts'
import { HK } from '../../../src/domain/places.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { backingOf } from '../../../src/sdk/deals/backingOf.ts'
import { cancelDeal } from '../../../src/sdk/deals/cancelDeal.ts'
import { closeDeal } from '../../../src/sdk/deals/closeDeal.ts'
import { currentPeriodOf } from '../../../src/sdk/deals/currentPeriodOf.ts'
import { dealOf } from '../../../src/sdk/deals/dealOf.ts'
import { documentOf } from '../../../src/sdk/deals/documentOf.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { holdsOffice } from '../../../src/sdk/deals/holdsOffice.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { liquidateDeal } from '../../../src/sdk/deals/liquidateDeal.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { officeOf } from '../../../src/sdk/deals/officeOf.ts'
import { periodStageOf } from '../../../src/sdk/deals/periodStageOf.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { poolOf } from '../../../src/sdk/deals/poolOf.ts'
import { seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { stageOf } from '../../../src/sdk/deals/stageOf.ts'
import { tranchesOf } from '../../../src/sdk/deals/tranchesOf.ts'
import { walkDeal } from '../../../src/sdk/deals/walkDeal.ts'
import { bookOf } from '../../../src/sdk/notes/bookOf.ts'
import { canTransfer } from '../../../src/sdk/notes/canTransfer.ts'
import { decideMovement } from '../../../src/sdk/notes/decideMovement.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { noteOf } from '../../../src/sdk/notes/noteOf.ts'
import { refusalSentenceOf } from '../../../src/sdk/notes/refusalSentenceOf.ts'
import { supplyAt } from '../../../src/sdk/notes/supplyAt.ts'
import { transferNotes } from '../../../src/sdk/notes/transferNotes.ts'
import { unitsOf } from '../../../src/sdk/notes/unitsOf.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, START, startLedger } from './ledger.ts'
import { CLOSING, dealTerms, LEGAL_FINAL, meetOffices, registeredRight } from './sampleDeal.ts'

const REPORTING = {
  streams: 1,
  challengeSeconds: 3600n,
  disputeSeconds: 86_400n,
  bandPpb: 100_000_000n,
  refundCap: 0n,
  feeCaps: [],
  baselines: [1000n],
  dueAt: [[START + 1000n]],
}

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

async function collected<T>(found: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const one of found) all.push(one)
  return all
}

describe('deals', () => {
  let ledger: Ledger
  let deal: DealId
  let right: RightId
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    right = await registeredRight(ledger, 'patent of battery cells')
    const { rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    deal = dealId(
      requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' }).deal,
    )
  })
  after(() => ledger.close())

  it('default: a drafted deal reads back as it was given', async () => {
    const { client } = ledger
    const terms = await dealTerms(ledger)
    const found = await dealOf(client, { deal })
    expect(found.stage).to.equal('Draft')
    expect([found.closingDay, found.legalFinalDay]).to.deep.equal([CLOSING, LEGAL_FINAL])
    expect([found.manager, found.termsHash, found.checker, found.currentPeriod]).to.deep.equal([
      await ledger.party('manager'),
      terms.termsHash,
      'Trustee',
      undefined,
    ])
    expect(await tranchesOf(client, { deal })).to.deep.equal(terms.tranches)
    const series = await seriesOf(client, { deal })
    expect(series.map(({ series: _id, note: _note, ...rest }) => rest)).to.deep.equal(terms.series)
    expect(series.map(({ note }) => note)).to.deep.equal([undefined, undefined])
  })

  it('behavior: offices are held by parties and exercised by their wallets', async () => {
    const { client } = ledger
    const custodian = { deal, office: 'Custodian', jurisdiction: HK } as const
    expect(await officeOf(client, custodian)).to.equal(await ledger.party('custodianHk'))
    expect(await officeOf(client, { deal, office: 'Auditor' })).to.equal(undefined)
    const holds = async (name: 'custodianHk' | 'custodianCn') =>
      holdsOffice(client, { ...custodian, wallet: ledger.wallet(name) })
    expect([await holds('custodianHk'), await holds('custodianCn')]).to.deep.equal([true, false])
  })

  it('behavior: from draft to active, with documents, pool and notes', async () => {
    const { client, rooms } = ledger
    await ledger.act('originator', pledgeRights(rooms, { deal, rights: [right] }))
    await ledger.act('manager', limitPool(rooms, { deal, limits: [] }))
    expect(await poolOf(client, { deal })).to.deep.equal([right])
    expect((await backingOf(client, { deal })).get('Stable')).to.equal(10_000_000n)
    const filing = { deal, kind: 'csrc.filing', documentHash: hashOf('filing') }
    expect(await documentOf(client, filing)).to.equal(undefined)
    await ledger.act('manager', fileDocument(rooms, filing))
    expect(await documentOf(client, filing)).to.equal(filing.documentHash)
    await ledger.act('manager', issueNotes(rooms, { deal }))
    await ledger.standIn('stranger', roomRoles.ROOM_WATERFALL)
    await ledger.standIn('stranger', roomRoles.ROOM_OFFERING)
    const early = await refusalOf(ledger.act('manager', offerDeal(rooms, { deal })))
    expect(codeOf(early)).to.equal('deal/program-absent')
    await ledger.room('DealBook', 'fixProgram', [deal, hashOf('program')])
    const silent = await refusalOf(ledger.act('manager', offerDeal(rooms, { deal })))
    expect(codeOf(silent)).to.equal('deal/reporting-absent')
    expect((await dealOf(client, { deal })).isReportingFixed).to.equal(false)
    await ledger.act('manager', configureReports(rooms, { deal, terms: REPORTING }))
    expect((await dealOf(client, { deal })).isReportingFixed).to.equal(true)
    await ledger.act('manager', offerDeal(rooms, { deal }))
    expect(await stageOf(client, { deal })).to.equal('Offering')
    const again = { deal, kind: 'csrc.filing', documentHash: hashOf('another filing') }
    const refiled = await refusalOf(ledger.act('manager', fileDocument(rooms, again)))
    expect(codeOf(refiled)).to.equal('deal/document-fixed')
    await ledger.room('DealBook', 'activate', [deal])
    expect(await stageOf(client, { deal })).to.equal('Active')
    expect(await currentPeriodOf(client, { deal })).to.equal(1n)
    expect(await periodStageOf(client, { deal, period: period(1n) })).to.equal('Open')
    expect(await periodStageOf(client, { deal, period: period(2n) })).to.equal('None')
  })

  it('behavior: notes say which rule refuses', async () => {
    const { client, rooms } = ledger
    const [series] = await seriesOf(client, { deal })
    const note = series?.note
    if (series === undefined || note === undefined) expect.fail('the series has its note')
    expect(await noteOf(client, { series: series.series })).to.equal(note)
    expect(await bookOf(client, { note })).to.deep.equal({ taken: 0n, isClosed: false })
    const [from, to] = [ledger.wallet('investorHk'), ledger.wallet('secondInvestorHk')]
    expect(await unitsOf(client, { note, holder: from })).to.equal(0n)
    expect(await canTransfer(client, { note, from, to, units: 1n })).to.equal(false)
    const code = await decideMovement(client, {
      note,
      movement: { kind: 'Secondary', operator: from, from, to, units: 1n },
    })
    expect(await refusalSentenceOf(client, { code })).to.equal(
      'the notes are locked until the offering closes',
    )
    const error = await refusalOf(simulate(client, { call: transferNotes({ note, to, units: 1n }), from }))
    expect(codeOf(error)).to.equal('note/transfer-refused')
    expect(codeOf(await refusalOf(supplyAt(client, { note, book: 5n })))).to.equal('note/book-unknown')
    const again = await refusalOf(ledger.act('manager', issueNotes(rooms, { deal })))
    expect(codeOf(again)).to.equal('note/deal-not-draft')
  })

  it('behavior: the trustee liquidates, and closes a deal with notes outstanding', async () => {
    const { client, rooms } = ledger
    await ledger.act('trustee', liquidateDeal(rooms, { deal, reason: hashOf('resolution') }))
    const alone = await refusalOf(ledger.act('manager', closeDeal(rooms, { deal })))
    expect(codeOf(alone)).to.equal('deal/not-office-holder')
    await ledger.act('trustee', closeDeal(rooms, { deal }))
    expect(await stageOf(client, { deal })).to.equal('Closed')
  })

  it('behavior: what was done with a deal is walked back, the newest first', async () => {
    const { client } = ledger
    const actions = await collected(walkDeal(client, { deal, room: 'DealBook' }))
    expect(actions.map(({ count }) => count)).to.deep.equal(
      actions.map((_, index) => BigInt(actions.length - index)),
    )
    const names = actions.map(({ events }) => events.map(({ name }) => name).join(' '))
    expect(names).to.deep.equal([
      'DealMoved',
      'DealMoved',
      'DealMoved PeriodMoved',
      'DealMoved',
      'ReportingFixed',
      'ProgramFixed',
      'SeriesIssued',
      'SeriesIssued',
      'DocumentFiled',
      'DealDrafted DealMoved',
    ])
    const pooled = await collected(walkDeal(client, { deal, room: 'PoolBook' }))
    expect(pooled.map(({ events }) => events.map(({ name }) => name).join(' '))).to.deep.equal([
      'PoolReleased',
      'RightPledged',
    ])
    const [drafted] = actions.at(-1)?.events ?? []
    expect(drafted?.args['deal']).to.equal(deal)
    const issued = await collected(walkDeal(client, { deal, room: 'NoteFactory' }))
    expect(issued.map(({ events }) => events.length)).to.deep.equal([2])
    expect(await collected(walkDeal(client, { deal, room: 'CashLedger' }))).to.deep.equal([])
  })

  it('error: TrailBrokenError', async () => {
    const { client } = ledger
    const withholding = {
      request: (request: { method: string; params?: unknown[] }) =>
        request.method === 'eth_getLogs' ? Promise.resolve([]) : ledger.source.request(request),
    }
    const blind = await openClient(withholding, client)
    const walk = collected(walkDeal(blind, { deal, room: 'DealBook' }))
    expect(await refusalOf(walk)).to.be.instanceOf(TrailBrokenError)
    closeClient(blind)
  })

  it('behavior: a draft is cancelled by its manager', async () => {
    const { client, rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
    const second = dealId(requireEvent(receipt, query).deal)
    await ledger.act('manager', cancelDeal(rooms, { deal: second, reason: hashOf('no demand') }))
    expect(await stageOf(client, { deal: second })).to.equal('Cancelled')
  })

  it('error: TextTooLongError', () => {
    const kind = '知识产权证券化专项计划备案'
    expect(() => fileDocument(ledger.rooms, { deal, kind, documentHash: hashOf('x') })).to.throw(
      TextTooLongError,
    )
  })

  it('error: ContractRefusedError with the code of the contract', async () => {
    const { client, rooms } = ledger
    const terms = await dealTerms(ledger)
    const from = ledger.wallet('manager')
    const refuse = (changes: Partial<typeof terms>) =>
      refusalOf(simulate(client, { call: draftDeal(rooms, { terms: { ...terms, ...changes } }), from }))
    const errors = [
      await refuse({ legalFinalDay: terms.closingDay }),
      await refuse({ checker: 'Servicer' }),
      await refuse({ tranches: terms.tranches.map(tranche => ({ ...tranche, units: tranche.units + 1n })) }),
      await refuse({ offices: terms.offices.filter(({ office }) => office !== 'Registrar') }),
      await refusalOf(dealOf(client, { deal: dealId(99n) })),
    ]
    expect(errors.map(codeOf)).to.deep.equal([
      'deal/dates-out-of-order',
      'deal/checker-not-allowed',
      'deal/minimum-out-of-range',
      'deal/office-missing',
      'deal/unknown',
    ])
  })
})
