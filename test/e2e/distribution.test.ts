import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { holderOf } from '../../src/cli/demo/cast.ts'
import { figuresOf } from '../../src/cli/demo/collections.ts'
import type { LiveRun } from '../../src/cli/demo/run.ts'
import { collect } from '../../src/cli/demo/steps/collect.ts'
import { report } from '../../src/cli/demo/steps/report.ts'
import { stepsOf } from '../../src/cli/output/steps.ts'
import { addDays } from '../../src/domain/dates.ts'
import type { Office } from '../../src/domain/enumerations.ts'
import { programOf } from '../../src/sdk/waterfall/programOf.ts'
import { deals, failureOf, printed, printedData, runCommand } from './runCommand.ts'
import { soldDeal } from './soldDeal.ts'

const DEAL_FILE = join(deals, 'DEMO-GBA-2026-1.json')

describe('lingnan distribution and schedule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-distribution-'))
  let live: LiveRun
  let onLedger: readonly string[]
  let close: () => Promise<void>

  before(async function () {
    this.timeout(300_000)
    const record = join(folder, 'deployment.json')
    const sold = await soldDeal(record)
    ;({ live, close } = sold)
    onLedger = ['--rpc', sold.url, '--deployment', record, '--deal', `${live.deal}`]
  })
  after(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const by = (office: Office) => ['--key-file', file(office, holderOf(live.cast, office).wallet.privateKey)]
  const run = (words: string, ...options: readonly string[]) =>
    runCommand([...words.split(' '), ...onLedger, ...options])
  const data = (words: string, ...options: readonly string[]) => printedData(run(words, ...options, '--json'))
  const failure = (words: string, ...options: readonly string[]) =>
    failureOf(run(words, ...options, '--json'))
  const fromFile = ['--deal-file', DEAL_FILE]
  const first = ['--period', '1']

  /** The first period is collected and reported by the offices of the demo. */
  async function reported(): Promise<void> {
    const { ledger, compiled, streams, inputs } = live
    const [dated] = compiled.periods
    const [collected] = inputs.periods
    if (dated === undefined || collected === undefined) throw new RangeError('the demo has a first period')
    const figures = figuresOf(compiled.deal, { streams, report: collected })
    const day = addDays(dated.day, -9n)
    await ledger.moveTo(day)
    const receipts = await collect(live, { figures, period: 1, day })
    await report(live, { figures, receipts, period: 1, day })
    await ledger.moveTo(addDays(dated.day, -6n))
  }

  it('default: a distribution is calculated by anyone, shown, and approved by the checker alone', async () => {
    expect(await failure('distribution show', ...first, ...fromFile)).to.deep.equal([
      4,
      'waterfall/no-distribution',
    ])
    await reported()
    const calculated = await data('distribution calculate', ...by('Servicer'), ...first)
    expect(calculated).to.include({ deal: `${live.deal}`, period: '1', periodStage: 'Calculated' })
    const shown = await data('distribution show', ...first, ...fromFile)
    const [expected] = live.expected.periods
    if (expected === undefined) throw new RangeError('the calculation has a first period')
    const steps = stepsOf(expected.lines).map(({ step, due, paid }) => ({
      step,
      due: `${due}`,
      paid: `${paid}`,
    }))
    expect(shown).to.deep.include({ ...calculated, currency: 'CNY', steps })
    const { distribution: hash } = shown
    const wanted = ['--distribution', hash]
    const other = ['--distribution', `0x${'ab'.repeat(32)}`]
    expect([
      await failure('distribution approve', ...by('Manager'), ...first, ...wanted),
      await failure('distribution approve', ...by('Trustee'), ...first, ...other),
      await failure('distribution withdraw', ...by('Trustee'), ...first),
    ]).to.deep.equal([
      [4, 'waterfall/not-checker'],
      [4, 'waterfall/distribution-changed'],
      [4, 'waterfall/period-unfit'],
    ])
    const approved = await data('distribution approve', ...by('Trustee'), ...first, ...wanted)
    expect(approved).to.include({ distribution: hash, periodStage: 'Approved' })
    expect(await failure('distribution withdraw', ...by('Manager'), ...first)).to.deep.equal([
      4,
      'waterfall/not-checker',
    ])
    const withdrawn = await data('distribution withdraw', ...by('Trustee'), ...first)
    expect(withdrawn).to.include({ distribution: hash, periodStage: 'Calculated' })
  })

  for (const [lang, words] of [
    ['en', /stage +calculated/],
    ['zh-Hans', /阶段 +已计算/],
    ['zh-Hant', /階段 +已計算/],
    ['pt', /fase +calculado/],
  ] as const)
    it(`default: a distribution in ${lang} as text`, async () => {
      const text = await printed(run('distribution show', ...first, ...fromFile, '--lang', lang))
      expect(text)
        .to.match(words)
        .and.to.match(/\d,\d{3}\.\d{2}/)
    })

  it('default: manager and trustee add the dates of later files, each file after the one before', async () => {
    const { client } = live.ledger
    const later = (legalFinal: string) => [
      '--later-file',
      file(legalFinal, JSON.stringify({ ...JSON.parse(readFileSync(DEAL_FILE, 'utf8')), legalFinal })),
    ]
    const [once, twice] = [later('2032-06-21'), later('2033-06-21')]
    const before = (await programOf(client, { deal: live.deal })).schedule
    expect(await failure('schedule propose', ...by('Trustee'), ...fromFile, ...once)).to.deep.equal([
      4,
      'deal/not-office-holder',
    ])
    const dates = ['2031-09-22', '2031-12-22', '2032-03-22', '2032-06-21']
    const proposed = await data('schedule propose', ...by('Manager'), ...fromFile, ...once)
    expect(proposed.dates).to.deep.equal(dates)
    const shown = await data('schedule show')
    expect(shown).to.include({ datesStanding: '20', added: '4', proposal: proposed.proposal })
    expect(shown.document).to.equal(proposed.document)
    expect(await failure('schedule confirm', ...by('Manager'), ...fromFile, ...once)).to.deep.equal([
      4,
      'deal/not-office-holder',
    ])
    expect(await failure('schedule confirm', ...by('Trustee'), ...fromFile, ...twice)).to.deep.equal([
      4,
      'waterfall/extension-changed',
    ])
    const confirmed = await data('schedule confirm', ...by('Trustee'), ...fromFile, ...once)
    expect(confirmed).to.deep.include({ dates, confirmed: true, document: proposed.document })
    const after = (await programOf(client, { deal: live.deal })).schedule
    expect(after).to.deep.equal([...before, ...shown.rows.map(BigInt)])
    expect(await failure('schedule propose', ...by('Manager'), ...fromFile, ...twice)).to.deep.equal([
      3,
      'deal-file/schedule-differs',
    ])
    const second = await data('schedule propose', ...by('Manager'), ...fromFile, ...once, ...twice)
    expect(second.dates).to.have.length(4)
    expect(await printed(run('schedule show', '--lang', 'pt'))).to.match(/datas em vigor +24\n/)
  })
})
