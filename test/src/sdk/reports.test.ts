import { expect } from 'chai'
import { digestOfStruct, domainOf, reportStruct, typeStringOf } from '../../../src/chain/eip712.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { accountId, type DealId, dealId, entryId, period } from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { creditAccount } from '../../../src/sdk/cash/creditAccount.ts'
import { entryOf } from '../../../src/sdk/cash/entryOf.ts'
import { openAccount } from '../../../src/sdk/cash/openAccount.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { periodStageOf } from '../../../src/sdk/deals/periodStageOf.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { type CollectionReport, reportFields } from '../../../src/sdk/reports/collectionReport.ts'
import { configDigestOf } from '../../../src/sdk/reports/configDigestOf.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import { disputeReport } from '../../../src/sdk/reports/disputeReport.ts'
import { filingOf } from '../../../src/sdk/reports/filingOf.ts'
import { isConflict } from '../../../src/sdk/reports/isConflict.ts'
import { isPeriodComplete } from '../../../src/sdk/reports/isPeriodComplete.ts'
import { raiseDealEvent } from '../../../src/sdk/reports/raiseDealEvent.ts'
import { rejectReport } from '../../../src/sdk/reports/rejectReport.ts'
import { reportDigestOf } from '../../../src/sdk/reports/reportDigestOf.ts'
import { reportingFields, TooManyFeesError } from '../../../src/sdk/reports/reportingTerms.ts'
import { restateReport } from '../../../src/sdk/reports/restateReport.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { streamOf } from '../../../src/sdk/reports/streamOf.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { totalsOf } from '../../../src/sdk/reports/totalsOf.ts'
import { upholdReport } from '../../../src/sdk/reports/upholdReport.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, START, startLedger, YEAR } from './ledger.ts'
import { dealTerms, meetOffices, registeredRight } from './sampleDeal.ts'

const DAY = parseDay('2026-09-22')
const FIRST = period(1n)
const TERMS = {
  streams: 1,
  challengeSeconds: 3600n,
  disputeSeconds: 86_400n,
  bandPpb: 100_000_000n,
  refundCap: 0n,
  feeCaps: [50n],
  baselines: [1000n],
}
const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('reports', () => {
  let ledger: Ledger
  let deal: DealId
  let base: CollectionReport
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    deal = await activeDeal()
    base = await reportOf()
  })
  after(() => ledger.close())

  async function activeDeal(): Promise<DealId> {
    const { rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const drafted = requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' })
    const id = dealId(drafted.deal)
    const rights = [await registeredRight(ledger, 'patent of battery cells')]
    await ledger.act('originator', pledgeRights(rooms, { deal: id, rights }))
    const filing = { deal: id, kind: 'csrc.filing', documentHash: hashOf('filing') }
    await ledger.act('manager', fileDocument(rooms, filing))
    await ledger.act('manager', issueNotes(rooms, { deal: id }))
    await ledger.act('manager', configureReports(rooms, { deal: id, terms: TERMS }))
    await ledger.standIn('stranger', roomRoles.ROOM_WATERFALL)
    await ledger.standIn('stranger', roomRoles.ROOM_OFFERING)
    await ledger.room('DealBook', 'fixProgram', [id, hashOf('program')])
    await ledger.act('manager', offerDeal(rooms, { deal: id }))
    await ledger.room('DealBook', 'activate', [id])
    return id
  }

  /** One final report of 900 income and 100 principal, carried by one credit of the plan account. */
  async function reportOf(): Promise<CollectionReport> {
    const { client, rooms } = ledger
    const bank = await ledger.party('accountBank')
    const terms = { bank, accountHash: hashOf('plan'), currency: CNY, deal, purpose: 'Plan' } as const
    const opened = await ledger.act('accountBank', openAccount(rooms, { terms }))
    const at = { contract: 'CashLedger', at: rooms.CashLedger } as const
    const { account } = requireEvent(opened, { ...at, event: 'AccountOpened' })
    const booking = { amount: 1000n, valueDay: DAY, bankReference: hashOf('collections') }
    const call = creditAccount(rooms, { account: accountId(account), ...booking })
    const credited = await ledger.act('accountBank', call)
    const { entry } = requireEvent(credited, { ...at, event: 'EntryBooked' })
    return {
      deal,
      stream: 1,
      period: FIRST,
      sequence: 1,
      kind: 'Initial',
      isFinal: true,
      currency: CNY,
      income: 900n,
      principal: 100n,
      deductions: 0n,
      receipts: [entryId(entry)],
      withServicer: 0n,
      performing: [0n, 9_000_000n, 0n, 0n],
      defaulted: 0n,
      losses: 0n,
      refundDue: 0n,
      feesDue: [5n],
      statementHash: hashOf('statement'),
      evidenceRoot: hashOf('evidence'),
      observedAt: START,
      validUntil: START + YEAR,
      configDigest: await configDigestOf(client, { deal }),
    }
  }

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

  it('error: TooManyFeesError', () => {
    const feeCaps = Array.from({ length: 9 }, () => 1n)
    expect(() => reportingFields({ ...TERMS, feeCaps })).to.throw(TooManyFeesError)
  })
})
