import { expect } from 'chai'
import { digestOfStruct, domainOf, reportStruct, typeStringOf } from '../../../src/chain/eip712.ts'
import { simulate } from '../../../src/chain/send.ts'
import { type DealId, entryId, period } from '../../../src/domain/ids.ts'
import { entryOf } from '../../../src/sdk/cash/entryOf.ts'
import { periodStageOf } from '../../../src/sdk/deals/periodStageOf.ts'
import { type CollectionReport, reportFields } from '../../../src/sdk/reports/collectionReport.ts'
import { declareReportMissing } from '../../../src/sdk/reports/declareReportMissing.ts'
import { disputeReport } from '../../../src/sdk/reports/disputeReport.ts'
import { dueOf } from '../../../src/sdk/reports/dueOf.ts'
import { filingOf } from '../../../src/sdk/reports/filingOf.ts'
import { isConflict } from '../../../src/sdk/reports/isConflict.ts'
import { isPeriodComplete } from '../../../src/sdk/reports/isPeriodComplete.ts'
import { raiseDealEvent } from '../../../src/sdk/reports/raiseDealEvent.ts'
import { rejectReport } from '../../../src/sdk/reports/rejectReport.ts'
import { reportDigestOf } from '../../../src/sdk/reports/reportDigestOf.ts'
import {
  DueDatesUnevenError,
  reportingFields,
  TooManyFeesError,
} from '../../../src/sdk/reports/reportingTerms.ts'
import { restateReport } from '../../../src/sdk/reports/restateReport.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { streamOf } from '../../../src/sdk/reports/streamOf.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { totalsOf } from '../../../src/sdk/reports/totalsOf.ts'
import { upholdReport } from '../../../src/sdk/reports/upholdReport.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { activeDeal, firstReport } from './activeDeal.ts'
import { hashOf, type Ledger, START, startLedger } from './ledger.ts'
import { meetOffices, REPORTING } from './sampleDeal.ts'

const FIRST = period(1n)
const TERMS = { ...REPORTING, challengeSeconds: 3600n }
const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('reports', () => {
  let ledger: Ledger
  let deal: DealId
  let base: CollectionReport
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    deal = await activeDeal(ledger, TERMS)
    base = await firstReport(ledger, deal)
  })
  after(() => ledger.close())

  async function signed(
    report: CollectionReport,
    names: readonly ('servicer' | 'accountBank' | 'verificationAgent' | 'stranger')[],
  ) {
    return Promise.all(names.map(name => signReport(ledger.client, { report, signer: ledger.person(name) })))
  }

  const COMMITTEE = ['servicer', 'accountBank', 'verificationAgent'] as const

  it('behavior: what is signed is what the oracle hashes', async () => {
    const { client } = ledger
    const domain = domainOf(client, 'CollectionOracle')
    const digest = digestOfStruct({ domain, struct: reportStruct, value: reportFields(base) })
    expect(digest).to.equal(await reportDigestOf(client, { report: base }))
    expect(typeStringOf(reportStruct)).to.match(
      /^CollectionReport\(uint64 dealId,.*uint128\[4\] performing,.*\)$/,
    )
  })

  it('error: ContractRefusedError with the code of the contract', async () => {
    const { client, rooms } = ledger
    const from = ledger.wallet('stranger')
    const refuse = async (
      changes: Partial<CollectionReport>,
      names: Parameters<typeof signed>[1] = COMMITTEE,
    ) => {
      const report = { ...base, ...changes }
      const call = submitReport(rooms, { report, signatures: await signed(report, names) })
      return codeOf(await refusalOf(simulate(client, { call, from })))
    }
    expect([
      await refuse({ sequence: 2 }),
      await refuse({ configDigest: hashOf('another committee') }),
      await refuse({ validUntil: START - 1n }),
      await refuse({ kind: 'Nil' }),
      await refuse({ feesDue: [51n] }),
      await refuse({}, ['servicer', 'accountBank']),
      await refuse({}, [...COMMITTEE, 'stranger']),
      await refuse({ period: period(2n) }),
      await refuse({ receipts: [entryId(77n)] }),
    ]).to.deep.equal([
      'report/sequence-gap',
      'report/wrong-committee',
      'report/expired',
      'report/nil-not-empty',
      'report/fee-above-cap',
      'report/quorum-missing',
      'report/not-on-committee',
      'report/period-not-open',
      'cash/unknown-entry',
    ])
  })

  it('default: a signed report stands and gives the totals of its period', async () => {
    const { client, rooms } = ledger
    const documentHash = hashOf('notice of a rating change')
    await ledger.act('trustee', raiseDealEvent(rooms, { deal, kind: 'RatingChanged', documentHash }))
    const signatures = await signed(base, [...COMMITTEE].reverse())
    const at = { deal, period: FIRST }
    expect(await filingOf(client, { ...at, stream: 1, sequence: 1 })).to.equal(undefined)
    await ledger.act('stranger', submitReport(rooms, { report: base, signatures }))
    const digest = await reportDigestOf(client, { report: base })
    const filing = await filingOf(client, { ...at, stream: 1, sequence: 1 })
    expect(filing?.stage).to.equal('Standing')
    expect(filing?.signers).to.deep.equal(['Servicer', 'AccountBank', 'VerificationAgent'])
    expect(digest.startsWith(filing?.digestPrefix ?? 'none')).to.equal(true)
    expect(await streamOf(client, { ...at, stream: 1 })).to.deep.equal({
      lastSequence: 1,
      isFinal: true,
      disputed: undefined,
      isMissed: false,
    })
    const { digest: _digest, ...totals } = await totalsOf(client, at)
    expect(totals).to.deep.equal({
      income: 900n,
      principal: 100n,
      performing: [0n, 9_000_000n, 0n, 0n],
      defaulted: 0n,
      losses: 0n,
      refundDue: 0n,
      refundExcess: 0n,
      fees: [5n, 0n, 0n, 0n, 0n, 0n, 0n, 0n],
      events: ['RatingChanged'],
      incomeCollected: 900n,
      principalCollected: 100n,
    })
    expect(await periodStageOf(client, at)).to.equal('Reported')
    expect(await isPeriodComplete(client, at)).to.equal(false)
    const [receipt] = base.receipts
    if (receipt === undefined) expect.fail('the report has its receipt')
    expect((await entryOf(client, { entry: receipt })).isSpent).to.equal(true)
  })

  it('behavior: the same report again does nothing; another with its number is a conflict', async () => {
    const { client, rooms } = ledger
    const submit = async (report: CollectionReport) =>
      ledger.act('stranger', submitReport(rooms, { report, signatures: await signed(report, COMMITTEE) }))
    expect((await submit(base)).logs.length).to.equal(0)
    const other = { ...base, statementHash: hashOf('another statement') }
    await submit(other)
    expect(await isConflict(client, { digest: await reportDigestOf(client, { report: other }) })).to.equal(
      true,
    )
    expect(await isConflict(client, { digest: await reportDigestOf(client, { report: base }) })).to.equal(
      false,
    )
  })

  it('behavior: a disputed report is upheld, restated or rejected', async () => {
    const { client, rooms } = ledger
    const at = { deal, period: FIRST, stream: 1 }
    const documentHash = hashOf('objection')
    // The conflict before has disputed the report already.
    await ledger.act('trustee', upholdReport(rooms, at))
    await ledger.act('trustee', disputeReport(rooms, { ...at, sequence: 1, documentHash }))
    expect((await streamOf(client, at)).disputed?.sequence).to.equal(1)
    await ledger.act('trustee', upholdReport(rooms, at))
    expect((await streamOf(client, at)).disputed).to.equal(undefined)
    const restated: CollectionReport = {
      ...base,
      kind: 'Restatement',
      sequence: 2,
      supersedes: await reportDigestOf(client, { report: base }),
      income: 950n,
      principal: 50n,
    }
    const signatures = await signed(restated, COMMITTEE)
    await ledger.act('stranger', restateReport(rooms, { previous: base, report: restated, signatures }))
    expect((await filingOf(client, { ...at, sequence: 1 }))?.stage).to.equal('Superseded')
    expect((await totalsOf(client, at)).income).to.equal(950n)
    await ledger.act('verificationAgent', disputeReport(rooms, { ...at, sequence: 2, documentHash }))
    await ledger.act('trustee', rejectReport(rooms, { report: restated }))
    expect((await filingOf(client, { ...at, sequence: 2 }))?.stage).to.equal('Rejected')
    expect(await periodStageOf(client, at)).to.equal('Open')
  })

  it('behavior: officers declare unless the terms say that holders alone do', () => {
    expect(reportingFields(TERMS).holdersDeclare).to.equal(false)
    expect(reportingFields({ ...TERMS, declaredBy: 'officers' }).holdersDeclare).to.equal(false)
    expect(reportingFields({ ...TERMS, declaredBy: 'holders' }).holdersDeclare).to.equal(true)
  })

  it('error: TooManyFeesError', () => {
    const feeCaps = Array.from({ length: 9 }, () => 1n)
    expect(() => reportingFields({ ...TERMS, feeCaps })).to.throw(TooManyFeesError)
  })

  it('error: DueDatesUnevenError', () => {
    expect(() => reportingFields({ ...TERMS, dueAt: [[1n], [2n, 3n]] })).to.throw(DueDatesUnevenError)
    expect(
      reportingFields({
        ...TERMS,
        streams: 2,
        dueAt: [
          [1n, 2n],
          [3n, 4n],
        ],
      }).dueAt,
    ).to.deep.equal([1n, 2n, 3n, 4n])
  })
})

describe('due dates', () => {
  const dueAt = START + 100_000n
  let ledger: Ledger
  let deal: DealId
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    deal = await activeDeal(ledger, { ...REPORTING, dueAt: [[dueAt]] })
  })
  after(() => ledger.close())

  it('default: who finds a report overdue declares it missing, once', async () => {
    const { client, rooms } = ledger
    const at = { deal, period: FIRST, stream: 1 }
    const declare = async () =>
      codeOf(
        await refusalOf(
          simulate(client, { call: declareReportMissing(rooms, at), from: ledger.wallet('stranger') }),
        ),
      )
    expect(await dueOf(client, at)).to.deep.equal({ dueAt, isOverdue: false })
    expect(await dueOf(client, { ...at, period: period(2n) })).to.deep.equal({
      dueAt: undefined,
      isOverdue: false,
    })
    expect(await declare()).to.equal('report/not-overdue')
    await ledger.pass(200_000n)
    expect(await dueOf(client, at)).to.deep.equal({ dueAt, isOverdue: true })
    await ledger.act('stranger', declareReportMissing(rooms, at))
    expect((await streamOf(client, at)).isMissed).to.equal(true)
    expect((await totalsOf(client, at)).events).to.deep.equal(['ReportMissing'])
    expect(await declare()).to.equal('report/already-missed')
  })

  it('error: an officer does not say that a report is missing', async () => {
    const { client, rooms } = ledger
    const documentHash = hashOf('letter')
    const call = raiseDealEvent(rooms, { deal, kind: 'ReportMissing', documentHash })
    const refused = refusalOf(simulate(client, { call, from: ledger.wallet('trustee') }))
    expect(codeOf(await refused)).to.equal('report/due-by-date')
  })
})
