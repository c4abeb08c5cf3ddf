import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { DealId } from '../../src/domain/ids.ts'
import { HK } from '../../src/domain/places.ts'
import { roomRoles } from '../../src/sdk/access/wiring.ts'
import { officeOf } from '../../src/sdk/deals/officeOf.ts'
import { stageOf } from '../../src/sdk/deals/stageOf.ts'
import { presenceOf } from '../../src/sdk/notes/presenceOf.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { hashOf, type Ledger, type Person, startLedger } from '../src/sdk/ledger.ts'
import { offeredDeal } from '../src/sdk/offeredDeal.ts'
import { meetOffices } from '../src/sdk/sampleDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printedData, runCommand } from './runCommand.ts'

describe('lingnan succession, waiver and note declare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-succession-'))
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  let ledger: Ledger
  let onLedger: readonly string[]
  let deal: DealId
  let investor: string

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    investor = `${await ledger.meet('investorHk')}`
    deal = (await offeredDeal(ledger)).deal
    saveRecord(join(folder, 'deployment.json'), ledger)
    onLedger = ['--rpc', chain.url, '--deployment', join(folder, 'deployment.json')]
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
  const custodian = () => [
    ...['--deal', `${deal}`, '--office', 'Custodian', '--place', 'HK', '--party', investor],
    ...['--document', file('deed', 'deed of succession')],
  ]

  it('default: the custodian states how many stand behind an omnibus account', async () => {
    const of = ['--deal', `${deal}`, '--place', 'HK', '--party', investor]
    expect(await failure('note declare', ...by('custodianCn'), ...of, '--holders', '12')).to.deep.equal([
      4,
      'note/not-declarer',
    ])
    const told = await data('note declare', ...by('custodianHk'), ...of, '--holders', '12')
    expect(told).to.include({ party: investor, place: 'HK', declared: 12 })
    const party = await ledger.party('investorHk')
    const { declared } = await presenceOf(ledger.client, { deal, jurisdiction: HK, party })
    expect(declared).to.equal(12)
    expect(await failure('note declare', ...by('custodianHk'), ...of, '--holders', '1.5')).to.deep.equal([
      2,
      'cli/usage',
    ])
  })

  it('default: an office passes by three consents', async () => {
    const seat = { deal, office: 'Custodian', jurisdiction: HK } as const
    const made = await data('succession propose', ...by('trustee'), ...custodian())
    expect(made).to.deep.include({ office: 'Custodian', place: 'HK', party: investor, stage: 'Proposed' })
    const of = ['--proposal', made.proposal]
    expect(await failure('succession clear', ...by('regulatorHk'), ...of)).to.deep.equal([
      4,
      'deal/proposal-stage-forbids',
    ])
    expect(await data('succession accept', ...by('investorHk'), ...of)).to.include({ stage: 'Accepted' })
    expect(await officeOf(ledger.client, seat)).to.equal(await ledger.party('custodianHk'))
    expect(await data('succession clear', ...by('regulatorHk'), ...of)).to.include({ stage: 'Effective' })
    expect(`${await officeOf(ledger.client, seat)}`).to.equal(investor)
    expect(await data('succession show', ...of)).to.deep.include({ document: made.document })
  })

  it('behavior: the manager proposes for the trustee and withdraws, told in the language of the reader', async () => {
    const trustee = ['--deal', `${deal}`, '--office', 'Trustee', '--party', investor]
    const deed = ['--document', file('deed', 'deed of succession')]
    const { proposal, place } = await data('succession propose', ...by('manager'), ...trustee, ...deed)
    expect(place).to.equal(null)
    const of = ['--proposal', proposal]
    const shown = (lang: string) => run('succession show', ...of, '--lang', lang).then(({ out }) => out)
    expect(await shown('zh-Hans')).to.match(/职务 +受托/)
    expect(await shown('zh-Hant')).to.match(/職務 +受託/)
    expect(await shown('pt')).to.match(/cargo +agente fiduciário/)
    expect(await shown('en')).to.match(/office +trustee/)
    expect(await data('succession withdraw', ...by('manager'), ...of)).to.include({ stage: 'Withdrawn' })
  })

  it('default: trustee and manager waive an acceleration on the same minutes', async () => {
    for (const role of ['ROOM_WATERFALL', 'ROOM_REPORTS', 'ROOM_OFFERING', 'DEAL_MOVER'] as const)
      await ledger.standIn('stranger', roomRoles[role])
    await ledger.room('DealBook', 'activate', [deal])
    await ledger.room('DealBook', 'accelerate', [deal, hashOf('trigger')])
    const of = ['--deal', `${deal}`]
    const minutes = ['--document', file('minutes', 'minutes of the holders')]
    const nothing = [4, 'deal/no-waiver']
    expect(await failure('waiver show', ...of)).to.deep.equal(nothing)
    expect(await failure('waiver withdraw', ...by('trustee'), ...of)).to.deep.equal(nothing)
    const { salt, document: hash } = await data('waiver propose', ...by('trustee'), ...of, ...minutes)
    expect(await data('waiver show', ...of)).to.include({ document: hash, deal: `${deal}` })
    const { out } = await run('waiver show', ...of, '--lang', 'pt')
    expect(out).to.match(/proposto por +\d+/)
    await data('waiver withdraw', ...by('trustee'), ...of)
    expect(await failure('waiver agree', ...by('manager'), ...of, ...minutes, '--salt', salt)).to.deep.equal(
      nothing,
    )
    await data('waiver propose', ...by('trustee'), ...of, ...minutes, '--salt', salt)
    const other = ['--document', file('other', 'other minutes'), '--salt', salt]
    expect(await failure('waiver agree', ...by('manager'), ...of, ...other)).to.deep.equal([
      4,
      'deal/waiver-differs',
    ])
    const agreed = await data('waiver agree', ...by('manager'), ...of, ...minutes, '--salt', salt)
    expect(agreed).to.include({ waived: true, document: hash })
    expect(await stageOf(ledger.client, { deal })).to.equal('Active')
  })

  it('error: 4 for a proposal that is none, 2 for an office that is none, 3 without the deed', async () => {
    expect([
      await failure('succession show', '--proposal', '99'),
      await failure('succession accept', ...by('trustee'), '--proposal', '99'),
      await failure('succession propose', ...by('trustee'), ...custodian().with(3, 'King')),
      await failure('succession propose', ...by('trustee'), ...custodian().with(9, join(folder, 'none'))),
    ]).to.deep.equal([
      [4, 'deal/unknown-proposal'],
      [4, 'deal/not-successor'],
      [2, 'cli/usage'],
      [3, 'file/unreadable'],
    ])
  })
})
