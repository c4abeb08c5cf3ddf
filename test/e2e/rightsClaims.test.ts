import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { parseDay } from '../../src/domain/dates.ts'
import type { PartyId } from '../../src/domain/ids.ts'
import { hash32 } from '../../src/domain/ids.ts'
import { parsePlace } from '../../src/domain/places.ts'
import { saltedHash } from '../../src/domain/saltedHash.ts'
import { registerTitle } from '../../src/sdk/rights/registerTitle.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { hashOf, type Ledger, type Person, startLedger } from '../src/sdk/ledger.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printedData, runCommand } from './runCommand.ts'

const BATTERY = hashOf('patent of battery cells')
const MAGNETS = hashOf('patent of magnets')
const SALT = hash32(`0x${'0c'.repeat(32)}`)

const order = {
  schema: 'lingnan-claim/1',
  titles: [BATTERY],
  contract: 'licence 17',
  obligor: { name: 'Songshan Cells', code: '91350100M000100Y43', salt: SALT },
  place: 'Guangzhou',
  currency: 'CNY',
  principal: '5000000',
  appraisedValue: '7808000',
  appraisalValidUntil: '2027-04-30',
  readiness: 7,
}

describe('lingnan rights: claims and consents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-claims-'))
  const file = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  let ledger: Ledger
  let onLedger: readonly string[]
  let manager: PartyId

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    for (const name of ['originator', 'manager', 'servicer'] as const) await ledger.meet(name)
    manager = await ledger.party('manager')
    await describeTitle(BATTERY)
    await describeTitle(MAGNETS)
    saveRecord(join(folder, 'deployment.json'), ledger)
    onLedger = ['--rpc', chain.url, '--deployment', join(folder, 'deployment.json')]
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  const by = (name: Person) => keyOf(folder, name)
  const run = (verb: string, ...options: readonly string[]) =>
    runCommand(['rights', verb, ...onLedger, ...options])
  const data = (verb: string, ...options: readonly string[]) => printedData(run(verb, ...options, '--json'))
  const failure = (verb: string, ...options: readonly string[]) => failureOf(run(verb, ...options, '--json'))
  const ordered = (changes: object = {}) => {
    const text = JSON.stringify({ ...order, ...changes })
    return ['--order', file('order.json', text)]
  }
  const document = (name: string) => ['--document', file(name, name)]
  const retire = (right: string) => ['--right', right, ...document('discharge')]
  const shown = (title: string, lang: string) =>
    run('show', title, '--claimant', `${manager}`, '--lang', lang).then(({ out }) => out)

  it('default: an order becomes a right, whose hashes follow from the salts that are told', async () => {
    const text = JSON.stringify(order)
    const made = await data('claim', ...by('originator'), ...ordered(), '--salt', SALT)
    expect(made).to.deep.include({ titles: [BATTERY], maturity: 'PilotPassed', payer: null, salt: SALT })
    expect(made.obligor).to.deep.equal({ hash: saltedHash(SALT, 'entity 91350100M000100Y43'), salt: SALT })
    expect(made.contract).to.equal(saltedHash(SALT, 'contract licence 17'))
    expect(made.document).to.equal(saltedHash(SALT, text))
    const right = await data('show', made.right)
    expect(right).to.deep.include({
      principal: '5000000',
      appraisedValue: '7808000',
      readiness: 7,
      deal: null,
      lifeEnd: '2034-12-31',
    })
    expect(right.appraisalValidUntil).to.equal(`${Date.parse('2027-05-01T00:00:00+08:00') / 1000}`)
  })

  it('error: 4 for a title in a live claim, until the claim is retired by its holder', async () => {
    expect(await failure('claim', ...by('originator'), ...ordered())).to.deep.equal([
      4,
      'right/title-claimed',
    ])
    const [{ right }] = (await data('show', BATTERY)).claims
    expect(await failure('retire', ...by('manager'), ...retire(right))).to.deep.equal([4, 'right/not-holder'])
    const retired = await data('retire', ...by('originator'), ...retire(right))
    expect(retired).to.deep.include({ right, retired: true, titles: [BATTERY] })
    expect((await data('show', BATTERY)).claims).to.deep.equal([])
    expect(await failure('retire', ...by('originator'), ...retire(right))).to.deep.equal([4, 'right/unknown'])
  })

  it('error: 3 for an order with faults, all named at once, and nothing is sent', async () => {
    const wrong = { place: 'Atlantis', readiness: 3, titles: [BATTERY, 'unheard of'] }
    const { code, err } = await run('claim', ...by('originator'), ...ordered(wrong), '--json')
    expect(code).to.equal(3)
    const { error } = JSON.parse(err)
    expect(error.code).to.equal('file/claim-refused')
    expect(error.problems.map(({ path }: { path: string }) => path)).to.deep.equal([
      '/titles/1',
      '/place',
      '/payer',
    ])
    const told = (lang: string) => run('claim', ...by('originator'), ...ordered(wrong), '--lang', lang)
    expect((await told('zh-Hans')).err).to.include('收益权登记单有错误')
    expect((await told('zh-Hant')).err).to.include('收益權登記單有錯誤')
    expect((await told('pt')).err).to.include('A ordem do direito tem erros')
    expect((await data('show', BATTERY)).claims).to.deep.equal([])
  })

  it('behavior: another party claims by consent alone, and not after it was taken back', async () => {
    const claim = () => failure('claim', ...by('manager'), ...ordered())
    const of = ['--title', BATTERY, '--claimant', `${manager}`]
    expect(await claim()).to.deep.equal([4, 'title/claim-not-permitted'])
    expect(await failure('permit', ...by('manager'), ...of, ...document('consent'))).to.deep.equal([
      4,
      'title/not-owner',
    ])
    const { document: hash } = await data('permit', ...by('originator'), ...of, ...document('consent'))
    expect(await data('show', BATTERY, '--claimant', `${manager}`)).to.include({ consent: hash })
    expect(await shown(BATTERY, 'zh-Hans')).to.match(/同意书 +0x/)
    const { right } = await data('claim', ...by('manager'), ...ordered())
    await data('retire', ...by('manager'), ...retire(right))
    expect(await data('forbid', ...by('originator'), ...of)).to.include({ permitted: false })
    expect(await data('show', BATTERY, '--claimant', `${manager}`)).to.include({ consent: null })
    expect(await claim()).to.deep.equal([4, 'title/claim-not-permitted'])
    expect(await failure('forbid', ...by('originator'), ...of)).to.deep.equal([4, 'title/consent-absent'])
  })

  it('behavior: a title is assigned and its new owner speaks for it', async () => {
    const of = ['--title', MAGNETS]
    const deed = ['--to', `${manager}`, ...document('deed')]
    expect(await failure('assign', ...by('servicer'), ...of, ...deed)).to.deep.equal([4, 'title/not-owner'])
    expect(await data('assign', ...by('originator'), ...of, ...deed)).to.include({ owner: `${manager}` })
    expect(await failure('delist', ...by('originator'), ...of)).to.deep.equal([4, 'title/not-owner'])
    expect(await failure('delist', ...by('manager'), ...of)).to.deep.equal([4, 'title/unlisted'])
    expect(await failure('assign', ...by('manager'), ...of, ...deed)).to.deep.equal([
      4,
      'title/assignee-unfit',
    ])
    const { right } = await data('claim', ...by('manager'), ...ordered({ titles: [MAGNETS] }))
    expect((await data('show', right)).originator).to.equal(`${manager}`)
  })

  it('behavior: an early right is claimed with its payer, and told in the language of its reader', async () => {
    const payer = { name: 'Canton Rail' }
    const early = ordered({ titles: [hashOf('patent of sensors')], readiness: 3, payer })
    const told = async (lang: string) => {
      const { right } = JSON.parse((await run('claim', ...by('originator'), ...early, '--json')).out)
      await data('retire', ...by('originator'), ...retire(right))
      return (await run('claim', ...by('originator'), ...early, '--lang', lang)).out
    }
    expect(await told('pt'))
      .to.match(/maturidade +inicial/)
      .and.match(/pagador por contrato · hash +0x/)
    const [{ right }] = (await data('show', hashOf('patent of sensors'))).claims
    await data('retire', ...by('originator'), ...retire(right))
    expect((await run('claim', ...by('originator'), ...early, '--lang', 'zh-Hant')).out).to.match(
      /債務人 · 鹽（請保存） +0x/,
    )
  })

  it('behavior: a value found by another method is signed as such', async () => {
    const appraisal = {
      schema: 'lingnan-appraisal/1',
      method: 'Cost',
      currency: 'CNY',
      value: '6000000',
      valuedOn: '2026-01-01',
      appraiser: 'Lianxin Appraisal',
      sources: ['cost of development'],
    }
    const [{ right }] = (await data('show', MAGNETS)).claims
    const of = ['--right', right, '--appraiser', `${manager}`, '--valid-until', '2027-04-30']
    const inputs = (changes: object) => [
      '--inputs',
      file('appraisal.json', JSON.stringify({ ...appraisal, ...changes })),
    ]
    const made = await data('appraise', ...by('evaluatorCn'), ...of, ...inputs({}))
    expect(made).to.deep.include({ method: 'Cost', value: '6000000', years: [] })
    expect((await data('show', right)).appraisal).to.include({ method: 'Cost', value: 'CNY 60,000.00' })
    expect(
      await failure('appraise', ...by('evaluatorCn'), ...of, ...inputs({ valuedOn: 'x' })),
    ).to.deep.equal([3, 'file/appraisal-refused'])
    expect(
      await failure('appraise', ...by('evaluatorCn'), ...of, ...inputs({ currency: 'HKD' })),
    ).to.deep.equal([3, 'valuation/currency-differs'])
  })

  it('behavior: a document that is no text is hashed as it is', async () => {
    const scan = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe])
    const of = ['--title', BATTERY, '--claimant', `${manager}`, '--document', file('scan.pdf', scan)]
    const { document: hash, salt } = await data('permit', ...by('originator'), ...of)
    expect(hash).to.equal(saltedHash(salt, scan))
  })

  it('error: 2 for arguments that are none, 3 for a file that is not there', async () => {
    const of = ['--title', BATTERY]
    expect([
      await failure('permit', ...by('originator'), ...of, '--claimant', 'Lau', ...document('consent')),
      await failure('retire', ...by('originator'), '--right', '0', ...document('discharge')),
      await failure('claim', ...by('originator'), '--order', join(folder, 'none.json')),
      await failure('assign', ...by('originator'), ...of, '--to', '1', '--document', join(folder, 'none')),
    ]).to.deep.equal([
      [2, 'cli/usage'],
      [2, 'cli/usage'],
      [3, 'file/unreadable'],
      [3, 'file/unreadable'],
    ])
  })

  /** The originator describes a title. */
  async function describeTitle(title: typeof BATTERY): Promise<void> {
    const terms = {
      title,
      kind: 'Invention' as const,
      place: parsePlace('Shenzhen'),
      field: 'H01M',
      filedDay: parseDay('2017-07-20'),
      grantedDay: parseDay('2020-02-11'),
      expiryDay: parseDay('2037-07-20'),
      economicEndDay: parseDay('2034-12-31'),
      evidence: hashOf('certificate'),
    }
    await ledger.act('originator', registerTitle(ledger.rooms, { terms }))
  }
})
