import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { holderOf } from '../../src/cli/demo/cast.ts'
import { actAlone, type Ledger } from '../../src/cli/demo/ledger.ts'
import type { Run } from '../../src/cli/demo/run.ts'
import { draftDeal } from '../../src/cli/demo/steps/draftDeal.ts'
import { partyOf, registerParties } from '../../src/cli/demo/steps/registerParties.ts'
import { registerRights } from '../../src/cli/demo/steps/registerRights.ts'
import { governanceOf } from '../../src/deal/governance/readGovernance.ts'
import { poolLimitsOf } from '../../src/deal/poolTests.ts'
import type { Office } from '../../src/domain/enumerations.ts'
import { type DealId, hash32 } from '../../src/domain/ids.ts'
import { saltedHash } from '../../src/domain/saltedHash.ts'
import { documentOf } from '../../src/sdk/deals/documentOf.ts'
import { eventsBack } from '../../src/sdk/deals/eventsBack.ts'
import { limitPool } from '../../src/sdk/deals/limitPool.ts'
import { poolOf } from '../../src/sdk/deals/poolOf.ts'
import { previewPool } from '../../src/sdk/deals/previewPool.ts'
import { votingTermsIn } from '../../src/sdk/governance/votingTermsIn.ts'
import { votingTermsOf } from '../../src/sdk/governance/votingTermsOf.ts'
import { demoRun } from './demoRun.ts'
import { deals, failureOf, printed, printedData, runCommand } from './runCommand.ts'

const DEAL_FILE = join(deals, 'DEMO-GBA-2026-1.json')
const SALT = `0x${'5a'.repeat(32)}`

describe('lingnan deal limit, group-obligors, answer and file, lingnan resolution configure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-drafting-'))
  const record = join(folder, 'deployment.json')
  let onLedger: readonly string[]
  let run: Run
  let ledger: Ledger
  let deal: DealId
  let end: () => Promise<void>

  before(async function () {
    this.timeout(300_000)
    const own = await demoRun(record)
    ;({ run, close: end } = own)
    ledger = run.ledger
    await registerParties(run)
    deal = await draftDeal(run, await registerRights(run))
    const call = limitPool(ledger.client.rooms, { deal, limits: [] })
    await actAlone(ledger, { actor: holderOf(run.cast, 'Manager'), call })
    onLedger = ['--rpc', own.url, '--deployment', record, '--deal', `${deal}`]
  })
  after(async () => {
    await end()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const by = (office: Office) => ['--key-file', file(office, holderOf(run.cast, office).wallet.privateKey)]
  const words = (text: string, ...options: readonly string[]) =>
    runCommand([...text.split(' '), ...onLedger, ...options])
  const data = (text: string, ...options: readonly string[]) => printedData(words(text, ...options, '--json'))
  const failure = (text: string, ...options: readonly string[]) =>
    failureOf(words(text, ...options, '--json'))
  const fromFile = ['--deal-file', DEAL_FILE]
  const foreign = ['--deal-file', join(deals, 'CN-SZSE-2024-CHENGDU-PILOT-3.json')]
  const notManager = [4, 'deal/not-office-holder']

  it('default: limits of pool and series come from the file, by the manager alone', async () => {
    const { client } = ledger
    const asked = async () =>
      (await previewPool(client, { deal })).filter(({ verdict }) => verdict !== 'None')
    expect((await asked()).map(({ test }) => test)).to.deep.equal(['Firewall'])
    expect(await failure('deal limit', ...by('Trustee'), ...fromFile)).to.deep.equal(notManager)
    const told = await data('deal limit', ...by('Manager'), ...fromFile)
    const { file: own } = run.compiled.deal
    expect(told.tests).to.deep.equal(poolLimitsOf(own).map(({ test }) => test))
    expect(told.series).to.deep.equal(own.tranches.flatMap(({ series }) => series.map(({ id }) => id)))
    expect((await asked()).map(({ test }) => test).slice(1)).to.have.members(told.tests)
    const { series } = await data('note limits')
    const [first] = series.filter(({ name }: { readonly name: string }) => name === 'A-HK')
    expect(first.limits.admitted.HK).to.not.deep.equal([])
    expect(await failure('deal limit', ...by('Manager'), ...foreign)).to.deep.equal([3, 'deal-file/foreign'])
  })

  it('default: obligors are grouped as the file does it, found again under the same salt', async () => {
    const { client } = ledger
    const group = ['--salt', SALT]
    expect(await failure('deal group-obligors', ...by('Trustee'), ...fromFile)).to.deep.equal(notManager)
    const told = await data('deal group-obligors', ...by('Manager'), ...fromFile, ...group)
    const name = 'DEMO-GROUP-1'
    expect(told.salt).to.equal(SALT)
    expect(told.members.map((member: { readonly group: string }) => member.group)).to.deep.equal([name, name])
    const kept: unknown[] = []
    for await (const { obligorHash, group: hash } of eventsBack(client, {
      ...{ deal, room: 'PoolTests', event: 'ObligorGrouped' },
    } as const))
      if (hash === saltedHash(hash32(SALT), name)) kept.push(obligorHash)
    expect(kept).to.have.members(told.members.map((member: { readonly obligor: string }) => member.obligor))
    const affiliates = (await previewPool(client, { deal })).find(({ test }) => test === 'Affiliates')
    expect(affiliates).to.include({ verdict: 'Passed', figure: 170_000_000n })
  })

  it('behavior: the obligors of some rights are grouped by name, and their share is counted together', async () => {
    const { client } = ledger
    const rights = (await poolOf(client, { deal })).slice(2, 4)
    const named = rights.flatMap(right => ['--right', `${right}`])
    const told = await data('deal group-obligors', ...by('Manager'), '--group', 'Pearl', ...named)
    expect(told.members).to.have.length(2)
    const affiliates = (await previewPool(client, { deal })).find(({ test }) => test === 'Affiliates')
    expect(affiliates).to.include({ verdict: 'Failed', figure: 250_000_000n })
    const unclear = [2, 'cli/group-unclear']
    expect([
      await failure('deal group-obligors', ...by('Manager'), '--group', 'Pearl'),
      await failure('deal group-obligors', ...by('Manager')),
      await failure('deal group-obligors', ...by('Manager'), ...fromFile, '--group', 'Pearl', ...named),
    ]).to.deep.equal([unclear, unclear, unclear])
  })

  it('default: the negative list is answered as in the file, its signed list being the evidence', async () => {
    const list = ['--document', file('list.pdf', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0xfe))]
    expect(await failure('deal answer', ...by('Trustee'), ...fromFile, ...list)).to.deep.equal(notManager)
    const told = await data('deal answer', ...by('Manager'), ...fromFile, ...list, '--salt', SALT)
    expect(told.answers).to.deep.equal(Array.from({ length: 8 }, () => 'no'))
    const query = { deal, room: 'PoolTests', event: 'QuestionsAnswered' } as const
    const { value } = await eventsBack(ledger.client, query).next()
    expect(value).to.include({ denied: 0xffn, evidence: told.evidence })
    expect(told.evidence).to.equal(saltedHash(hash32(SALT), readFileSync(join(folder, 'list.pdf'))))
    const text = await printed(words('deal answer', ...by('Manager'), ...fromFile, ...list, '--lang', 'pt'))
    expect(text).to.match(/respostas +não, não/)
  })

  it('default: a document is filed by its bytes, by an office of the deal', async () => {
    const scan = ['--kind', 'legal.opinion', '--document', file('scan', Uint8Array.of(0xff, 0xd8, 0xff))]
    const stranger = ['--key-file', file('stranger', run.authorities.HK.evaluator.wallet.privateKey)]
    expect(await failure('deal file', ...stranger, ...scan)).to.deep.equal([4, 'deal/not-officer'])
    const told = await data('deal file', ...by('Trustee'), ...scan)
    expect(told).to.include({ kind: 'legal.opinion' })
    expect(await documentOf(ledger.client, { deal, kind: 'legal.opinion' })).to.equal(told.document)
  })

  it('default: how holders vote comes from the file', async () => {
    expect(await failure('resolution configure', ...by('Trustee'), ...fromFile)).to.deep.equal(notManager)
    const told = await data('resolution configure', ...by('Manager'), ...fromFile)
    const governance = governanceOf(run.compiled.deal.file) ?? expect.fail('the demo deal votes')
    const guarantor = await partyOf(holderOf(run.cast, 'Guarantor'), run)
    expect(told.excluded).to.deep.equal([`${guarantor}`])
    expect(await votingTermsOf(ledger.client, { deal })).to.deep.equal(votingTermsIn(governance, [guarantor]))
  })
})
