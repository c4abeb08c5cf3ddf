import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { requireEvent } from '../../src/chain/events.ts'
import { parseDay } from '../../src/domain/dates.ts'
import { type DealId, dealId, type RightId } from '../../src/domain/ids.ts'
import { parsePlace } from '../../src/domain/places.ts'
import { roomRoles } from '../../src/sdk/access/wiring.ts'
import { draftDeal } from '../../src/sdk/deals/draftDeal.ts'
import { poolOf } from '../../src/sdk/deals/poolOf.ts'
import { registerTitle } from '../../src/sdk/rights/registerTitle.ts'
import { secondClaimOn } from '../../src/sdk/rights/secondClaimOn.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { hashOf, type Ledger, type Person, startLedger } from '../src/sdk/ledger.ts'
import { offeredDeal } from '../src/sdk/offeredDeal.ts'
import { dealTerms, meetOffices, registeredRight } from '../src/sdk/sampleDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printedData, runCommand } from './runCommand.ts'

const BATTERY = hashOf('patent of battery cells')
const MAGNETS = hashOf('patent of magnets')

describe('lingnan rights in the life of a deal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-life-'))
  const file = (name: string, text?: string): string => {
    const path = join(folder, name)
    if (text !== undefined) writeFileSync(path, text)
    return path
  }
  let ledger: Ledger
  let onLedger: readonly string[]
  let deal: DealId
  let pledged: RightId

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    await describeTitle('patent of battery cells')
    const offered = await offeredDeal(ledger)
    deal = offered.deal
    await ledger.standIn('stranger', roomRoles.ROOM_OFFERING)
    await ledger.room('DealBook', 'activate', [deal])
    const [first] = await poolOf(ledger.client, { deal })
    if (first === undefined) expect.fail('the pool has a right')
    pledged = first
    saveRecord(file('deployment.json'), ledger)
    onLedger = ['--rpc', chain.url, '--deployment', file('deployment.json')]
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
  const document = (name: string) => ['--document', file(name, name)]
  const happened = (kind: string) => ['--kind', kind, '--day', '2026-06-01', ...document('gazette')]

  it('default: fees of titles that fall due, from the day that the ledger states', async () => {
    const none = await data('fees', '--within', '10')
    expect(none).to.deep.equal({ on: '2026-06-01', fees: [] })
    const { fees } = await data('fees', '--within', '60')
    expect(fees).to.deep.equal([
      {
        title: BATTERY,
        number: '201710601862.3',
        name: null,
        year: 10,
        dueDay: '2026-07-20',
        graceEnd: '2027-01-20',
        amount: 'CNY 4,000.00',
        surcharge: 'CNY 0.00',
        standing: 'coming',
        fact: null,
        schedule: 'cn-invention',
        stated: true,
        legalEnd: '2037-07-20',
        legalDaysLeft: '4067',
        economicEnd: '2034-12-31',
        economicDaysLeft: '3135',
      },
    ])
    const late = await data('fees', '--on', '2026-10-21')
    expect(late.fees[0]).to.include({
      standing: 'inGrace',
      fact: 'AnnualFeeMissed',
      surcharge: 'CNY 600.00',
    })
    const missed = await data('fees', '--on', '2027-01-21')
    expect(missed.fees[0]).to.include({ standing: 'missed', fact: 'Lapsed' })
    const { out } = await run('fees', '--within', '60', '--lang', 'pt')
    expect(out).to.include('a vencer').and.include('total: 1')
  })

  it('behavior: a fee that was paid moves the day to that of the book', async () => {
    const paid = ['--title', BATTERY, '--paid', '2026-05-30', '--receipt', file('receipt', 'receipt')]
    const told = await data('pay-fee', ...by('originator'), ...paid)
    expect(told).to.include({ title: BATTERY, paid: '2026-05-30', next: '2027-07-20' })
    expect((await data('show', BATTERY)).nextFee).to.include({ year: 11, dueDay: '2027-07-20' })
    await data('pay-fee', ...by('evaluatorCn'), ...paid, '--next', '2027-07-21')
    expect(await data('show', BATTERY)).to.deep.include({ feeDue: '2027-07-21', expiry: '2037-07-20' })
    expect(await failure('pay-fee', ...by('stranger'), ...paid)).to.deep.equal([4, 'title/not-speaker'])
  })

  it('behavior: what the office registered stands beside the title, in the language of the reader', async () => {
    const pledge = [
      '--title',
      BATTERY,
      '--kind',
      'Pledge',
      '--number',
      'Y2026980001234',
      '--day',
      '2026-05-04',
    ]
    await data('record', ...by('originator'), ...pledge, ...document('notice'))
    expect((await data('show', BATTERY)).registrations).to.deep.equal([
      { kind: 'Pledge', number: 'Y2026980001234', day: '2026-05-04' },
    ])
    const shown = (lang: string) => run('show', BATTERY, '--lang', lang)
    expect((await shown('zh-Hans')).out)
      .to.match(/登记 1 · 类型 +质押/)
      .and.match(/剩余法定寿命（天） +\d+/)
    expect((await shown('zh-Hant')).out)
      .to.match(/登記 1 · 類型 +質押/)
      .and.match(/類型 +發明專利/)
    expect((await shown('pt')).out)
      .to.match(/tipo +patente de invenção/)
      .and.match(/em catálogo +não/)
    expect((await shown('en')).out).to.match(/economic life left +\d+/)
  })

  it('behavior: the manager reports facts about a right of its deal, and the class follows', async () => {
    const right = ['--right', `${pledged}`]
    const sued = await data('fact', ...by('manager'), ...right, ...happened('Litigation'))
    expect(sued).to.include({ title: BATTERY, deal: `${deal}`, maturity: 'PilotPassed' })
    expect(sued.faults).to.deep.equal(['Litigation'])
    await data('fact', ...by('trustee'), '--title', BATTERY, ...happened('LitigationEnded'))
    const facts = [
      ['AnnualFeeMissed', 'AnnualFeePaid'],
      ['Substituted', 'Restored'],
      ['Invalidated', 'Restored'],
      ['Lapsed', 'Restored'],
    ] as const
    for (const [kind, answer] of facts) {
      const after = await data('fact', ...by('manager'), '--title', BATTERY, ...happened(kind))
      expect(after.maturity).to.equal(['Invalidated', 'Lapsed'].includes(kind) ? 'None' : 'PilotPassed')
      const healed = await data('fact', ...by('manager'), '--title', BATTERY, ...happened(answer))
      expect(healed).to.deep.include({ maturity: 'Stable', faults: [] })
    }
    const ended = await data('fact', ...by('manager'), ...right, ...happened('LicenceEnded'))
    expect(ended.maturity).to.equal('None')
    expect((await data('fact', ...by('manager'), ...right, ...happened('Licensed'))).maturity).to.equal(
      'Stable',
    )
    const { out } = await run('show', `${pledged}`, '--lang', 'zh-Hans')
    expect(out)
      .to.match(/成熟度 +稳定/)
      .and.match(/许可已终止 +否/)
  })

  it('behavior: an evaluator records facts about a title without a claim, and about a free right', async () => {
    await describeTitle('patent of magnets')
    const alone = await data('fact', ...by('evaluatorCn'), '--title', MAGNETS, ...happened('Litigation'))
    expect(alone).to.deep.include({ title: MAGNETS, faults: ['Litigation'] })
    expect(alone.right).to.equal(undefined)
    await data('fact', ...by('evaluatorCn'), '--title', MAGNETS, ...happened('LitigationEnded'))
    const free = await registeredRight(ledger, 'patent of magnets')
    const of = ['--right', `${free}`, '--title', MAGNETS]
    expect(
      (
        await data(
          'fact',
          ...by('evaluatorCn'),
          ...of,
          ...happened('Reappraised').slice(2),
          '--kind',
          'Lapsed',
        )
      ).maturity,
    ).to.equal('None')
    await data('fact', ...by('evaluatorCn'), ...of, ...happened('Restored'))
  })

  it('error: facts of nobody, of the wrong person and without a subject', async () => {
    const right = ['--right', `${pledged}`]
    expect([
      await failure('fact', ...by('evaluatorCn'), ...right, ...happened('Litigation')),
      await failure('fact', ...by('manager'), ...happened('Litigation')),
      await failure('fact', ...by('manager'), '--title', BATTERY, ...happened('LicenceEnded')),
      await failure('fact', ...by('manager'), ...right, ...happened('LitigationEnded')),
    ]).to.deep.equal([
      [4, 'deal/not-manager-or-trustee'],
      [2, 'cli/fact-subject'],
      [2, 'cli/fact-subject'],
      [4, 'title/fact-known'],
    ])
  })

  it('behavior: a title is shared when both trustees accepted it, and not before', async () => {
    const receipt = await ledger.act('manager', draftDeal(ledger.rooms, { terms: await dealTerms(ledger) }))
    const at = { contract: 'DealBook', at: ledger.rooms.DealBook, event: 'DealDrafted' } as const
    const other = dealId(requireEvent(receipt, at).deal)
    const accept = (one: DealId, two: DealId) => [
      ...['--deal', `${one}`, '--with', `${two}`, '--title', BATTERY, ...document('agreement')],
    ]
    expect(await failure('share', ...by('manager'), ...accept(deal, other))).to.deep.equal([
      4,
      'deal/not-trustee',
    ])
    expect((await data('share', ...by('trustee'), ...accept(deal, other))).shared).to.equal(false)
    expect((await data('share', ...by('trustee'), ...accept(other, deal))).shared).to.equal(true)
    const second = await registeredRight(ledger, 'patent of battery cells')
    expect(await secondClaimOn(ledger.client, { title: BATTERY })).to.equal(second)
    expect(await data('show', `${second}`)).to.deep.include({ boundTo: `${other}`, maturity: 'Stable' })
  })

  it('behavior: a substitution is proposed, shown, withdrawn, proposed again and agreed', async () => {
    const entering = await registeredRight(ledger, 'patent of motors')
    const of = ['--deal', `${deal}`]
    const wish = [...of, '--leaving', `${pledged}`, '--entering', `${entering}`, ...document('exchange')]
    const nothing = [4, 'deal/nothing-proposed']
    expect(await failure('proposal', ...of)).to.deep.equal(nothing)
    expect(await failure('withdraw', ...by('originator'), ...of)).to.deep.equal(nothing)
    const { salt, document: hash } = await data('substitute', ...by('originator'), ...wish)
    expect(await data('proposal', ...of)).to.deep.include({
      leaving: `${pledged}`,
      entering: `${entering}`,
      document: hash,
    })
    await data('withdraw', ...by('originator'), ...of)
    expect(await failure('proposal', ...of)).to.deep.equal(nothing)
    // A right whose life nobody described is no substitute for one whose life is known.
    await data('substitute', ...by('originator'), ...wish, '--salt', salt)
    const agree = [...of, ...document('exchange'), '--salt', salt]
    expect(await failure('agree', ...by('trustee'), ...agree)).to.deep.equal([4, 'deal/life-falls'])
    const magnets = (await data('show', MAGNETS)).claims[0].right
    const fit = [
      ...of,
      '--leaving',
      `${pledged}`,
      '--entering',
      magnets,
      ...document('exchange'),
      '--salt',
      salt,
    ]
    await data('substitute', ...by('originator'), ...fit)
    const other = [...of, ...document('other exchange'), '--salt', salt]
    expect(await failure('agree', ...by('trustee'), ...other)).to.deep.equal([4, 'deal/replacement-differs'])
    expect(await failure('agree', ...by('originator'), ...agree)).to.deep.equal([4, 'deal/not-office-holder'])
    expect(await data('agree', ...by('trustee'), ...agree)).to.include({ entering: magnets })
    expect((await poolOf(ledger.client, { deal })).map(String)).to.deep.equal([magnets])
  })

  it('behavior: the originator buys a right back', async () => {
    const [standing] = await poolOf(ledger.client, { deal })
    const of = ['--deal', `${deal}`]
    const wish = [...of, '--leaving', `${standing}`, ...document('receipt of the price')]
    const { salt, entering } = await data('repurchase', ...by('originator'), ...wish)
    expect(entering).to.equal(null)
    const { out } = await run('proposal', ...of, '--lang', 'zh-Hant')
    expect(out)
      .to.match(/換出收益權 +\d+/)
      .and.match(/換入收益權 +–/)
    await data('agree', ...by('trustee'), ...of, ...document('receipt of the price'), '--salt', salt)
    expect(await poolOf(ledger.client, { deal })).to.deep.equal([])
  })

  /** The originator describes a title of this name. */
  async function describeTitle(name: string): Promise<void> {
    const terms = {
      title: hashOf(name),
      kind: 'Invention' as const,
      place: parsePlace('Shenzhen'),
      field: 'H01M',
      publicNumber: name === 'patent of battery cells' ? '201710601862.3' : undefined,
      filedDay: parseDay('2017-07-20'),
      grantedDay: parseDay('2020-02-11'),
      expiryDay: parseDay('2037-07-20'),
      economicEndDay: parseDay('2034-12-31'),
      feeDueDay: parseDay(name === 'patent of battery cells' ? '2026-07-20' : '2036-07-20'),
      evidence: hashOf(`certificate of ${name}`),
    }
    await ledger.act('originator', registerTitle(ledger.rooms, { terms }))
  }
})
