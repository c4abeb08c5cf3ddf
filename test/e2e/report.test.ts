import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type DealId, period } from '../../src/domain/ids.ts'
import { periodStageOf } from '../../src/sdk/deals/periodStageOf.ts'
import type { CollectionReport } from '../../src/sdk/reports/collectionReport.ts'
import { filingOf } from '../../src/sdk/reports/filingOf.ts'
import { reportIn } from '../../src/sdk/reports/reportIn.ts'
import { signReport } from '../../src/sdk/reports/signReport.ts'
import { submitReport } from '../../src/sdk/reports/submitReport.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { activeDeal, firstReport } from '../src/sdk/activeDeal.ts'
import { type Ledger, type Person, startLedger } from '../src/sdk/ledger.ts'
import { meetOffices, REPORTING } from '../src/sdk/sampleDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printed, printedData, runCommand } from './runCommand.ts'

const COMMITTEE = ['servicer', 'accountBank', 'verificationAgent'] as const
const WINDOW = 3600n

describe('lingnan report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-report-'))
  let ledger: Ledger
  let onLedger: readonly string[]
  let deal: DealId
  let report: CollectionReport

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    deal = await activeDeal(ledger, { ...REPORTING, challengeSeconds: WINDOW })
    report = await firstReport(ledger, deal)
    saveRecord(join(folder, 'deployment.json'), ledger)
    writeFileSync(join(folder, 'objection'), 'the statement leaves a licensee out')
    const at = ['--deal', `${deal}`, '--period', '1']
    onLedger = ['--rpc', chain.url, '--deployment', join(folder, 'deployment.json'), ...at]
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  const by = (name: Person) => keyOf(folder, name)
  const run = (words: string, ...options: readonly string[]) =>
    runCommand([...words.split(' '), ...onLedger, ...options])
  const data = (words: string, ...options: readonly string[]) => printedData(run(words, ...options, '--json'))
  const failure = (words: string, ...options: readonly string[]) =>
    failureOf(run(words, ...options, '--json'))
  const objection = ['--document', join(folder, 'objection')]
  const stageOf = async (sequence: number) =>
    (await filingOf(ledger.client, { deal, period: period(1n), stream: 1, sequence }))?.stage

  async function submit(statement: CollectionReport): Promise<void> {
    const { client, rooms } = ledger
    const signatures = await Promise.all(
      COMMITTEE.map(name => signReport(client, { report: statement, signer: ledger.person(name) })),
    )
    await ledger.act('servicer', submitReport(rooms, { report: statement, signatures }))
  }

  it('default: where a stream stands, and its newest report as it was signed', async () => {
    expect(await data('report show')).to.include({ lastReport: 0, isFinal: false, disputed: null })
    await submit(report)
    expect(await data('report show')).to.deep.include({
      ...{ lastReport: 1, isFinal: true, report: 1, reportKind: 'Initial', reportStage: 'Standing' },
      ...{ currency: 'CNY', income: '900', principal: '100', statement: report.statementHash },
      signers: ['Servicer', 'AccountBank', 'VerificationAgent'],
    })
    const block = await ledger.client.provider.getBlockNumber()
    const at = { deal, period: period(1n), stream: 1, sequence: 1, block }
    expect(await reportIn(ledger.client, at)).to.deep.equal(report)
    for (const [lang, words] of [
      ['en', /standing of the report +standing\n/],
      ['zh-Hans', /报告状态 +有效\n/],
      ['zh-Hant', /報告狀態 +有效\n/],
      ['pt', /situação do relatório +em vigor\n/],
    ] as const)
      expect(await printed(run('report show', '--lang', lang))).to.match(words)
    expect(await failure('report show', '--report', '2')).to.deep.equal([4, 'report/absent'])
  })

  it('behavior: the trustee lets a disputed report stand', async () => {
    const first = ['--report', '1', ...objection]
    expect([
      await failure('report uphold', ...by('trustee')),
      await failure('report dispute', ...by('manager'), ...first),
    ]).to.deep.equal([
      [4, 'report/nothing-disputed'],
      [4, 'deal/not-office-holder'],
    ])
    const disputed = await data('report dispute', ...by('verificationAgent'), ...first)
    expect(disputed).to.include({ disputed: 1 })
    expect(BigInt(disputed.disputeEndsAt) > 0n).to.equal(true)
    expect(await failure('report uphold', ...by('verificationAgent'))).to.deep.equal([
      4,
      'deal/not-office-holder',
    ])
    expect(await data('report uphold', ...by('trustee'))).to.include({
      disputed: null,
      reportStage: 'Standing',
    })
    expect(await failure('report dispute', ...by('verificationAgent'), ...first)).to.deep.equal([
      4,
      'report/already-disputed',
    ])
  })

  it('behavior: a rejected report makes room for another', async () => {
    const first = ['--report', '1', ...objection]
    await data('report dispute', ...by('trustee'), ...first)
    expect(await failure('report reject', ...by('servicer'))).to.deep.equal([4, 'deal/not-office-holder'])
    const rejected = await data('report reject', ...by('trustee'))
    expect(rejected).to.include({ report: 1, reportStage: 'Rejected', disputed: null, isFinal: false })
    expect(await stageOf(1)).to.equal('Rejected')
    expect(await periodStageOf(ledger.client, { deal, period: period(1n) })).to.equal('Open')
    await submit({ ...report, sequence: 2 })
    expect(await data('report show', '--report', '1')).to.include({ lastReport: 2, reportStage: 'Rejected' })
  })

  it('behavior: anyone rejects what was not resolved in time, and the window to dispute ends', async () => {
    await data('report dispute', ...by('trustee'), '--report', '2', ...objection)
    await ledger.pass(REPORTING.disputeSeconds)
    expect(await failure('report uphold', ...by('trustee'))).to.deep.equal([4, 'report/window-over'])
    expect(await data('report reject', ...by('stranger'))).to.include({ reportStage: 'Rejected' })
    await submit({ ...report, sequence: 3 })
    await ledger.pass(WINDOW)
    expect(await failure('report dispute', ...by('trustee'), '--report', '3', ...objection)).to.deep.equal([
      4,
      'report/window-over',
    ])
  })
})
