import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type DealId, period } from '../../src/domain/ids.ts'
import { streamOf } from '../../src/sdk/reports/streamOf.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { activeDeal } from '../src/sdk/activeDeal.ts'
import { type Ledger, START, startLedger } from '../src/sdk/ledger.ts'
import { meetOffices, REPORTING } from '../src/sdk/sampleDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printed, printedData, runCommand } from './runCommand.ts'

const DUE = START + 100_000n

describe('lingnan oracle declare-missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-missing-'))
  let ledger: Ledger
  let deal: DealId
  let onLedger: readonly string[] = []

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    deal = await activeDeal(ledger, { ...REPORTING, dueAt: [[DUE]] })
    saveRecord(join(folder, 'deployment.json'), ledger)
    onLedger = ['--rpc', chain.url, '--deployment', join(folder, 'deployment.json')]
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  const declare = (place: readonly string[], ...options: readonly string[]) =>
    runCommand(['oracle', 'declare-missing', ...place, ...onLedger, ...keyOf(folder, 'stranger'), ...options])
  const here = () => [`${deal}`, '1', '1']
  const isMissed = async () =>
    (await streamOf(ledger.client, { deal, stream: 1, period: period(1n) })).isMissed

  it('error: before its due date, a stream or a period that is none', async () => {
    const refused = [4, 'report/not-overdue']
    expect(await failureOf(declare(here(), '--json'))).to.deep.equal(refused)
    expect(await failureOf(declare(here(), '--dry-run', '--json'))).to.deep.equal(refused)
    for (const place of [
      ['1', '0', '1'],
      ['1', '256', '1'],
      ['1', '1', '0'],
      ['x', '1', '1'],
      ['1', '1'],
    ])
      expect(await failureOf(declare(place, '--json')), place.join()).to.deep.equal([2, 'cli/usage'])
    expect(await isMissed()).to.equal(false)
  })

  it('default: anyone declares it after its due date, once; a dry run sends nothing, in four languages', async () => {
    await ledger.pass(200_000n)
    const words = {
      en: 'would take it',
      'zh-Hans': '账本会接受',
      'zh-Hant': '賬本會接受',
      pt: 'aceitá-lo-ia',
    }
    for (const [language, word] of Object.entries(words))
      expect(await printed(declare(here(), '--dry-run', '--lang', language))).to.include(word)
    const data = { deal: `${deal}`, stream: 1, period: '1', dueAt: `${DUE}` }
    expect(await printedData(declare(here(), '--dry-run', '--json'))).to.deep.equal({
      ...data,
      transaction: null,
    })
    expect(await isMissed()).to.equal(false)
    const { transaction, ...told } = await printedData(declare(here(), '--json'))
    expect(told).to.deep.equal(data)
    expect(transaction).to.match(/^0x[0-9a-f]{64}$/)
    expect(await isMissed()).to.equal(true)
    expect(await failureOf(declare(here(), '--json'))).to.deep.equal([4, 'report/already-missed'])
  })
})
