import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { placeAuthorities } from '../../src/cli/demo/governance.ts'
import { actAlone, type Ledger } from '../../src/cli/demo/ledger.ts'
import { draftDeal } from '../../src/cli/demo/steps/draftDeal.ts'
import { registerParties } from '../../src/cli/demo/steps/registerParties.ts'
import { type RegisteredRight, registerRights } from '../../src/cli/demo/steps/registerRights.ts'
import { addDays } from '../../src/domain/dates.ts'
import { type DealId, hash32 } from '../../src/domain/ids.ts'
import { askPool } from '../../src/sdk/deals/askPool.ts'
import { evaluateRight } from '../../src/sdk/rights/evaluateRight.ts'
import { demoRun } from './demoRun.ts'
import { printedData, runCommand } from './runCommand.ts'

describe('lingnan deal pool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-pool-'))
  const record = join(folder, 'deployment.json')
  let rpc: string
  let ledger: Ledger
  let deal: DealId
  let rights: readonly RegisteredRight[]
  let end: () => Promise<void>

  before(async function () {
    this.timeout(300_000)
    const { url, run, close } = await demoRun(record)
    rpc = url
    ledger = run.ledger
    end = close
    await ledger.moveTo(addDays(run.compiled.deal.closing, -30n))
    await registerParties(run)
    rights = await registerRights(run)
    deal = await draftDeal(run, rights)
  })

  after(async () => {
    await end()
    rmSync(folder, { recursive: true })
  })

  const pool = (...options: readonly string[]) =>
    runCommand([
      ...['deal', 'pool', '--rpc', rpc, '--deployment', record, '--deal', deal.toString()],
      ...options,
    ])
  const data = () => printedData(pool('--json'))
  const named = (results: readonly { readonly test: string }[], name: string) =>
    results.find(({ test }) => test === name)

  it('default: rights and tests with figures, limits and sources; nothing was asked yet', async () => {
    const shown = await data()
    expect(shown).to.include({ stage: 'Draft', currency: 'CNY', askedAt: null })
    expect(shown.rights).to.have.length(10)
    expect(shown.rights[0]).to.include({ maturity: 'Stable', principal: '2600000000', lifeEnd: '2036-06-22' })
    expect(named(shown.kept, 'TopFive')).to.include({ verdict: 'None' })
    expect(named(shown.now, 'Affiliates')).to.deep.equal({
      test: 'Affiliates',
      verdict: 'Passed',
      figure: '170000000',
      limit: '200000000',
      source: 'CN/affiliated-obligors',
      sentence:
        'largest group of affiliates 17 % against at most 20 % (source CN/affiliated-obligors): passed',
    })
  })

  it('behavior: a class that fell shows at once, and stands on the ledger when it is asked', async () => {
    const pilot = rights.find(({ asset }) => asset.id === 'A05')?.right
    if (pilot === undefined) throw new RangeError('the deal has an asset A05')
    const { rooms } = ledger.client
    await actAlone(ledger, { actor: placeAuthorities.CN.evaluator, call: askPool(rooms, { deal }) })
    const call = evaluateRight(rooms, { right: pilot, trl: 5, evidence: hash32(`0x${'0e'.repeat(32)}`) })
    await actAlone(ledger, { actor: placeAuthorities.CN.evaluator, call })
    const fallen = await data()
    expect(named(fallen.kept, 'Payer')).to.include({ verdict: 'Passed', figure: '0' })
    expect(named(fallen.now, 'Payer')).to.include({ verdict: 'Failed', figure: '1', limit: '0' })
    expect(named(fallen.now, 'Obligors')).to.include({ verdict: 'Failed', figure: '9', limit: '10' })
    expect(named(fallen.now, 'Firewall')).to.include({ verdict: 'Failed' })
    const key = join(folder, 'key')
    writeFileSync(key, placeAuthorities.CN.evaluator.wallet.privateKey)
    const ask = (of: string) => {
      const to = ['--rpc', rpc, '--deployment', record, '--key-file', key]
      return runCommand(['deal', 'ask', ...to, '--deal', of, '--json'])
    }
    const { code, out, err } = await ask(`${deal}`)
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    const asked = JSON.parse(out)
    expect(await data()).to.deep.include({ kept: asked.kept, askedAt: asked.askedAt })
    const unknown = await ask('99')
    expect([unknown.code, JSON.parse(unknown.err).error.code]).to.deep.equal([4, 'deal/stage-forbids'])
    expect(asked.kept).to.deep.equal(fallen.now)
    expect(asked.askedAt).to.match(/^2026-/)
  })

  for (const [lang, words] of [
    ['en', 'early rights without a payer'],
    ['zh-Hans', '无合同付款方的早期权利'],
    ['zh-Hant', '無合約付款方的早期權利'],
    ['pt', 'direitos iniciais sem pagador'],
  ] as const)
    it(`default: in ${lang} as text`, async () => {
      const { code, out } = await pool('--lang', lang)
      expect(code).to.equal(0)
      expect(out).to.include(words).and.to.include('CN/largest-obligor').and.to.include('26,000,000.00')
    })

  it('error: 4 for a deal that the ledger does not know', async () => {
    const { code, err } = await runCommand([
      ...['deal', 'pool', '--rpc', rpc, '--deployment', record, '--deal', '99', '--json'],
    ])
    expect({ code, err: JSON.parse(err).error.code }).to.deep.equal({ code: 4, err: 'deal/unknown' })
  })
})
