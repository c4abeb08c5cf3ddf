import { expect } from 'chai'
import { hash32 } from '../../../src/domain/ids.ts'
import {
  evidenceOf,
  isProven,
  proveItem,
  ReportNotFiledError,
} from '../../../src/oracle/evidence/evidence.ts'
import { requireFiled } from '../../../src/oracle/evidence/requireFiled.ts'
import type { CollectionReport } from '../../../src/sdk/reports/collectionReport.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { activeDeal, firstReport } from '../sdk/activeDeal.ts'
import { hashOf, type Ledger, startLedger } from '../sdk/ledger.ts'
import { meetOffices, REPORTING } from '../sdk/sampleDeal.ts'

const TERMS = { ...REPORTING, challengeSeconds: 3600n }
const COMMITTEE = ['servicer', 'accountBank', 'verificationAgent'] as const
const evidence = evidenceOf(
  ['A', 'B', 'C'].map(id => ({ id, content: `line ${id}`, salt: hashOf(`salt of ${id}`) })),
)

describe('requireFiled', () => {
  let ledger: Ledger
  let report: CollectionReport
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    const deal = await activeDeal(ledger, TERMS)
    report = { ...(await firstReport(ledger, deal)), evidenceRoot: evidence.root }
  })
  after(() => ledger.close())

  const refusalOf = (given: CollectionReport) =>
    requireFiled(ledger.client, given).then(
      () => undefined,
      (error: unknown) => error,
    )

  it('error: ReportNotFiledError before a report is accepted', async () => {
    expect(await refusalOf(report)).to.be.instanceOf(ReportNotFiledError)
  })

  it('default: a line is proven under the report that the ledger accepted, and under no other', async () => {
    const signatures = await Promise.all(
      COMMITTEE.map(name => signReport(ledger.client, { report, signer: ledger.person(name) })),
    )
    await ledger.act('stranger', submitReport(ledger.rooms, { report, signatures }))
    const { filing, digest } = await requireFiled(ledger.client, report)
    expect(filing.stage).to.equal('Standing')
    expect(hash32(digest)).to.equal(digest)
    expect(isProven(proveItem(evidence, 'B'), report.evidenceRoot)).to.equal(true)
    const other = { ...report, evidenceRoot: hashOf('another root') }
    expect(await refusalOf(other)).to.be.instanceOf(ReportNotFiledError)
    expect(await refusalOf({ ...report, sequence: 2 })).to.be.instanceOf(ReportNotFiledError)
  })
})
