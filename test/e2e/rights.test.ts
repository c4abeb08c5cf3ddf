import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import writeXlsxFile from 'write-excel-file/node'
import { parseAddress } from '../../src/chain/address.ts'
import type { Call } from '../../src/chain/call.ts'
import { type Client, closeClient, openClient } from '../../src/chain/client.ts'
import { requireEvent } from '../../src/chain/events.ts'
import { send, wait } from '../../src/chain/send.ts'
import { type Actor, actorNamed, hashOf } from '../../src/cli/demo/actor.ts'
import { demoAuthorities, deployer, placeAuthorities } from '../../src/cli/demo/governance.ts'
import { type EmbeddedChain, startEmbeddedChain } from '../../src/cli/embedded/embeddedChain.ts'
import { hash32, rightId } from '../../src/domain/ids.ts'
import { CNY } from '../../src/domain/money.ts'
import { parsePlace } from '../../src/domain/places.ts'
import { deploymentOf, readDeployment } from '../../src/sdk/access/deploymentRecord.ts'
import { attestParty } from '../../src/sdk/identity/attestParty.ts'
import { partyIdOf } from '../../src/sdk/identity/partyIdOf.ts'
import { signAttestation } from '../../src/sdk/identity/signAttestation.ts'
import { registerRight } from '../../src/sdk/rights/registerRight.ts'
import { printedData, runCommand } from './runCommand.ts'

const beginsAt = new Date('2026-05-01T00:00:00Z')
const BEGINNING = BigInt(beginsAt.getTime() / 1000)
const YEAR = 31_536_000n

const HEADINGS =
  'number,kind,place,name,field,owner,owner code,filed,granted,expiry,economic end,fee due,readiness,consent day,consent by,consent document'
const BATTERY =
  'ZL201710601862.3,Invention,Guangzhou,Battery cell,H01M,Institute of Energy,91350100M000100Y43,2017-07-20,2020-02-11,2037-07-20,2034-12-31,2026-07-20,7,2026-04-30,the dean,consent 17'
const SOFTWARE =
  '2023SR1234567,Software,Shenzhen,Scheduler,G06F,Institute of Energy,,2023-11-02,2023-11-02,,,,8,2026-04-30,the dean,consent 18'

const institute = actorNamed({ key: 'institute', name: 'Institute of Energy', place: 'CN' }, 'office')
const manager = actorNamed({ key: 'manager', name: 'Zhujiang', place: 'CN' }, 'office')

const dossier = {
  schema: 'lingnan-dossier/1',
  standard: 'GB/T 42748-2023',
  scene: 'finance',
  titles: ['201710601862.3'],
  readiness: 8,
  indicators: [
    { code: '1', name: 'legal value', dimension: 'legal', weight: '0.3', score: '70' },
    { code: '2', name: 'technical value', dimension: 'technical', weight: '0.3', score: '80' },
    { code: '3', name: 'economic value', dimension: 'economic', weight: '0.4', score: '60' },
  ],
  milestones: (['ConceptVerified', 'PilotPassed'] as const).map((kind, index) => ({
    kind,
    day: `2026-0${index + 2}-01`,
    by: 'platform of Songshan Lake',
    evidence: [{ name: 'report', hash: `0x${'0a'.repeat(32)}` }],
  })),
  signals: { substitution: [], litigation: ['opposition of 2025'] },
}

const valuation = {
  schema: 'lingnan-royalty/1',
  currency: 'CNY',
  valuedOn: '2026-01-01',
  revenues: ['100000000', '100000000', '100000000'],
  royalty: '0.05',
  tax: '0.2',
  discount: '0.25',
  legalEnd: '2037-07-20',
  economicEnd: '2034-12-31',
  appraiser: 'Lianxin Appraisal',
  sources: ['audited accounts 2025'],
}

describe('lingnan rights', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-rights-'))
  const file = (name: string, text?: string): string => {
    const path = join(folder, name)
    if (text !== undefined) writeFileSync(path, text)
    return path
  }
  const catalogue = file('catalogue.json')
  let chain: EmbeddedChain
  let client: Client
  let onLedger: readonly string[]

  const rights = async (...args: readonly string[]) => runCommand(['rights', ...args, '--json'])
  const done = (...args: readonly string[]) => printedData(rights(...args))
  const refused = async (...args: readonly string[]) => {
    const { code, err } = await rights(...args)
    return { code, error: JSON.parse(err).error.code as string }
  }
  const as = ({ wallet }: Actor) => [
    ...onLedger,
    '--key-file',
    file(`key of ${wallet.address}`, wallet.privateKey),
  ]
  const act = async ({ wallet }: Actor, call: Call) =>
    wait(client, { sent: await send(client, { call, signer: wallet }), timeoutMs: 20_000 })
  const meet = async (actor: Actor) => {
    const attestation = {
      subject: actor.subject,
      wallet: parseAddress(actor.wallet.address),
      place: parsePlace('CN'),
      investorClass: 0,
      tolerance: 0,
      issuedAt: BEGINNING,
      validUntil: BEGINNING + 10n * YEAR,
      evidence: hashOf('file'),
    }
    const signature = await signAttestation(client, {
      attestation,
      signer: placeAuthorities.CN.attester.wallet,
    })
    await act(actor, attestParty(client.rooms, { attestation, signature }))
  }

  before(async () => {
    chain = await startEmbeddedChain({ beginsAt, blockMilliseconds: 0 })
    const record = file('deployment.json')
    const { code } = await runCommand([
      'deploy',
      ...['--rpc', chain.url, '--key-file', file('key', deployer.wallet.privateKey), '--out', record],
      ...['--authorities', file('authorities.json', JSON.stringify(demoAuthorities()))],
    ])
    expect(code).to.equal(0)
    onLedger = ['--rpc', chain.url, '--deployment', record]
    client = await openClient(
      chain.url,
      deploymentOf(readDeployment(JSON.parse(readFileSync(record, 'utf8')))),
    )
    await meet(institute)
    await meet(manager)
  })

  after(async () => {
    closeClient(client)
    await chain.close()
    rmSync(folder, { recursive: true })
  })

  it('default: a table becomes a catalogue that only its keeper reads, and a second import adds what is new', async () => {
    const first = await done(
      'import',
      file('first.csv', `${HEADINGS}\n${BATTERY}\n`),
      '--catalogue',
      catalogue,
    )
    expect(first).to.include({ titles: 1, added: 1, updated: 0, known: 0, repeated: 0 })
    const table = `${HEADINGS}\n${BATTERY}\n${SOFTWARE}\n${SOFTWARE}\n`
    const second = await done('import', file('second.csv', table), '--catalogue', catalogue)
    expect(second).to.include({ titles: 2, added: 1, updated: 0, known: 1, repeated: 1 })
    expect(statSync(catalogue).mode & 0o077).to.equal(0)
  })

  it('default: a workbook becomes the same catalogue, its faults named by row and column', async () => {
    const workbook = async (name: string, ...lines: readonly string[]) => {
      const rows = lines.map(line => line.split(',').map(value => ({ value, type: String })))
      await writeXlsxFile(rows).toFile(join(folder, name))
      return join(folder, name)
    }
    const own = ['--catalogue', join(folder, 'workbook.json')]
    const sound = await workbook('titles.xlsx', HEADINGS, BATTERY, SOFTWARE)
    expect(await done('import', sound, ...own)).to.include({ titles: 2, added: 2, repeated: 0 })
    const numbers = async (path: string) => {
      const { titles } = await done('find', '--catalogue', path)
      return titles.map(({ number, name }: Record<string, string>) => [number, name])
    }
    expect(await numbers(join(folder, 'workbook.json'))).to.deep.equal(await numbers(catalogue))
    const wrong = await workbook('wrong.xlsx', HEADINGS, BATTERY, SOFTWARE.replace('Shenzhen', 'Atlantis'))
    const { code, err } = await rights('import', wrong, ...own)
    expect([code, JSON.parse(err).error.problems[0].path]).to.deep.equal([3, 'row 3, place'])
    const broken = await rights('import', file('broken.xlsx', 'no workbook'), ...own)
    expect([broken.code, JSON.parse(broken.err).error.code]).to.deep.equal([3, 'file/not-a-table'])
    expect(await done('import', sound, ...own)).to.include({ titles: 2, added: 0, known: 2 })
  })

  it('error: 3 for a table with faults, which changes nothing', async () => {
    const before = readFileSync(catalogue, 'utf8')
    const wrong = `${HEADINGS}\n${BATTERY.replace('862.3', '862.4')}\n${SOFTWARE.replace('Shenzhen', 'Atlantis')}\n`
    const { code, err } = await rights('import', file('wrong.csv', wrong), '--catalogue', catalogue)
    expect(code).to.equal(3)
    const { error } = JSON.parse(err)
    expect(error.code).to.equal('file/catalogue-refused')
    expect(error.problems.map(({ path }: { path: string }) => path)).to.deep.equal([
      'row 2, number',
      'row 3, place',
    ])
    expect(readFileSync(catalogue, 'utf8')).to.equal(before)
  })

  it('behavior: found in the catalogue by kind, maturity and life', async () => {
    const numbersOf = async (...args: readonly string[]) => {
      const { titles } = await done('find', '--catalogue', catalogue, ...args)
      return titles.map(({ number }: { number: string }) => number)
    }
    expect(await numbersOf()).to.deep.equal(['201710601862.3', '2023SR1234567'])
    expect(await numbersOf('--kind', 'Software')).to.deep.equal(['2023SR1234567'])
    expect(await numbersOf('--maturity', 'PilotPassed', '--place', 'Guangdong')).to.deep.equal([
      '201710601862.3',
    ])
    expect(await numbersOf('--alive-on', '2034-12-31')).to.deep.equal(['201710601862.3'])
    const shown = await runCommand(['rights', 'find', '--catalogue', catalogue, '--lang', 'zh-Hans'])
    expect(shown.out).to.include('发明').and.include('合计: 2')
  })

  it('error: 2 where there is nowhere to look, 3 without a catalogue', async () => {
    expect(await refused('find')).to.deep.equal({ code: 2, error: 'cli/nowhere-to-find' })
    expect(await refused('find', '--catalogue', file('none.json'))).to.deep.equal({
      code: 3,
      error: 'file/unreadable',
    })
    expect((await rights('find', '--catalogue', catalogue, '--place', 'Atlantis')).code).to.equal(2)
  })

  it('behavior: the owner registers and lists; again nothing happens; a manager expresses interest', async () => {
    const { titles } = await done('find', '--catalogue', catalogue)
    const [battery, software] = titles.map(({ title }: { title: string }) => title)
    const one = await done('register', '--catalogue', catalogue, '--title', battery, ...as(institute))
    expect(one.titles).to.deep.equal([
      { title: battery, number: '201710601862.3', isNew: true, isListed: false },
    ])
    const letter = file('letter.txt', 'We would structure this battery.')
    const wish = ['interest', '--title', battery, '--letter', letter, ...as(manager)]
    expect(await refused(...wish)).to.deep.equal({ code: 4, error: 'title/unlisted' })
    const all = await done('register', '--catalogue', catalogue, '--list', ...as(institute))
    expect(all.titles.map(({ isNew }: { isNew: boolean }) => isNew)).to.deep.equal([false, true])
    expect(all.titles.map(({ isListed }: { isListed: boolean }) => isListed)).to.deep.equal([true, true])
    const { title, letter: sent } = await done(...wish)
    expect(title).to.equal(battery)
    const { interests } = await done('show', battery, ...onLedger)
    expect(interests).to.deep.equal([
      { party: `${await partyIdOf(client, { subject: manager.subject })}`, document: sent },
    ])
    expect((await done('show', software, ...onLedger)).interests).to.deep.equal([])
    const listed = await done('find', ...onLedger, '--listed')
    expect(listed.titles.map(({ title }: { title: string }) => title)).to.deep.equal([battery, software])
    expect(
      await refused('register', '--catalogue', catalogue, '--title', '0x00', ...as(institute)),
    ).to.deep.equal({
      code: 2,
      error: 'cli/title-not-in-catalogue',
    })
  })

  it('behavior: an evaluator signs the dossier and the value; the right and its title show them', async () => {
    const { titles } = await done('find', '--catalogue', catalogue)
    const title = hash32(titles[0].title)
    const right = await claim(title)
    const evaluator = placeAuthorities.CN.evaluator
    const evaluated = await done(
      ...['evaluate', '--right', `${right}`, '--dossier', file('dossier.json', JSON.stringify(dossier))],
      ...['--salt', `0x${'0c'.repeat(32)}`, ...as(evaluator)],
    )
    expect(evaluated).to.deep.include({ readiness: 8, maturity: 'Stable', salt: `0x${'0c'.repeat(32)}` })
    expect(evaluated.milestones).to.deep.equal(['ConceptVerified', 'PilotPassed'])
    expect(evaluated.figures).to.deep.equal({
      legal: '7000',
      technical: '8000',
      economic: '6000',
      total: '6900',
    })
    const appraiser = await partyIdOf(client, { subject: manager.subject })
    const appraise = [
      ...['appraise', '--right', `${right}`, '--inputs', file('inputs.json', JSON.stringify(valuation))],
      ...['--appraiser', `${appraiser}`, '--valid-until', '2027-04-30', ...as(evaluator)],
    ]
    expect((await done(...appraise)).value).to.equal('7808000')
    const shown = await done('show', `${right}`, ...onLedger)
    expect(shown).to.deep.include({ appraisedValue: '7808000', maturity: 'Stable', lifeEnd: '2034-12-31' })
    expect(shown.dossier.milestones).to.deep.equal(['ConceptVerified', 'PilotPassed'])
    expect(shown.dossier).to.include({ hasLitigationSignal: true, hasSubstitutionSignal: false })
    expect(shown.appraisal).to.include({
      value: 'CNY 78,080.00',
      discount: '0.25',
      method: 'ReliefFromRoyalty',
    })
    const seen = await done('show', title, ...onLedger, '--catalogue', catalogue)
    expect(seen).to.deep.include({
      name: 'Battery cell',
      number: '201710601862.3',
      isListed: true,
      registrations: [],
    })
    expect(seen.claims).to.deep.equal([
      {
        right: `${right}`,
        maturity: 'Stable',
        trl: 8,
        appraisedValue: '7808000',
        currency: 'CNY',
        deal: null,
      },
    ])
    const found = await done('find', ...onLedger, '--min-value', '7808000', '--encumbrance', 'free')
    expect(found.titles.map(({ number }: { number: string }) => number)).to.deep.equal(['201710601862.3'])
    expect((await runCommand(['rights', 'show', `${right}`, ...onLedger])).out).to.match(
      /appraised at +7808000/,
    )
  })

  it('behavior: evaluations may follow each other on a chain that mines nothing until it is asked', async () => {
    const { evaluator } = placeAuthorities.CN
    const again = ['evaluate', '--right', '1', '--dossier', file('again.json', JSON.stringify(dossier))]
    for (let count = 0; count < 2; count += 1) {
      expect((await done(...again, ...as(evaluator))).readiness).to.equal(8)
    }
  })

  it('error: 4 when no evaluator signs, 3 for a dossier with faults', async () => {
    const right = ['--right', '1', '--dossier']
    const path = file('dossier.json', JSON.stringify(dossier))
    expect(await refused('evaluate', ...right, path, ...as(manager))).to.deep.equal({
      code: 4,
      error: 'access/not-role-holder',
    })
    const wrong = file('wrong.json', JSON.stringify({ ...dossier, readiness: 10 }))
    expect(await refused('evaluate', ...right, wrong, ...as(manager))).to.deep.equal({
      code: 3,
      error: 'file/dossier-refused',
    })
    const dollars = file('dollars.json', JSON.stringify({ ...valuation, currency: 'HKD' }))
    const args = ['--inputs', dollars, '--appraiser', '1', '--valid-until', '2027-04-30', ...as(manager)]
    expect(await refused('appraise', '--right', '1', ...args)).to.deep.equal({
      code: 3,
      error: 'valuation/currency-differs',
    })
  })

  /** A licence of the institute over the title. */
  async function claim(title: ReturnType<typeof hash32>) {
    const terms = {
      titles: [title],
      claimHash: hashOf('licence'),
      obligorHash: hashOf('obligor'),
      place: parsePlace('Guangzhou'),
      currency: CNY,
      principal: 5_000_000n,
      appraisedValue: 1n,
      appraisalValidUntil: BEGINNING + YEAR,
      trl: 6,
      evidence: hashOf('dossier'),
    }
    const receipt = await act(institute, registerRight(client.rooms, { terms }))
    const at = {
      contract: 'RightsRegistry',
      at: client.rooms.RightsRegistry,
      event: 'RightRegistered',
    } as const
    return rightId(requireEvent(receipt, at).right)
  }
})
