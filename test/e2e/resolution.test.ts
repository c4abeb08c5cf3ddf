import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { chainGround } from '../processes/ledgerChain.ts'
import { hashOf, type Ledger, type Person, startLedger } from '../src/sdk/ledger.ts'
import { meetOffices } from '../src/sdk/sampleDeal.ts'
import { VOTING, votingDeal, WEEK } from '../src/sdk/votingDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printedData, runCommand } from './runCommand.ts'

const INVITATION = hashOf('invitation')

describe('lingnan resolution and roles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-resolution-'))
  const file = (name: string) => join(folder, name)
  let ledger: Ledger
  let ledgerOptions: readonly string[]
  let deal: string
  let filed: string
  let mirror: string

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    for (const name of ['investorHk', 'secondInvestorHk'] as const) await ledger.meet(name)
    const made = await votingDeal(ledger, { ...VOTING, excluded: [await ledger.party('trustee')] })
    deal = made.deal.toString()
    filed = made.filed.toString()
    mirror = made.mirror.toString()
    saveRecord(file('deployment.json'), ledger)
    ledgerOptions = ['--rpc', chain.url, '--deployment', file('deployment.json')]
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  const by = (name: Person) => keyOf(folder, name)
  const run = (...args: readonly string[]) => runCommand([...args, ...ledgerOptions])
  /** What a verb printed as data; its failure fails the test. */
  const data = (verb: string, ...options: readonly string[]) =>
    printedData(run('resolution', verb, ...options, '--json'))
  const failure = (verb: string, ...options: readonly string[]) =>
    failureOf(run('resolution', verb, ...options, '--json'))

  it('default: a motion is put, voted on, counted and executed', async () => {
    const put = ['--deal', deal, '--matter', 'Default', '--document', INVITATION]
    const { resolution, endsAt } = await data('propose', ...by('trustee'), ...put)
    const at = ['--resolution', resolution]
    const cast = await data(
      'cast',
      ...by('investorHk'),
      ...at,
      '--series',
      filed,
      '--for',
      '250',
      '--against',
      '50',
    )
    expect(cast.votes).to.deep.equal([
      {
        holder: ledger.wallet('investorHk'),
        party: (await ledger.party('investorHk')).toString(),
        weightFor: '2500000',
        weightAgainst: '500000',
      },
    ])
    writeFileSync(file('votes.csv'), `holder,for,against\n${ledger.wallet('registrar')},250,150\n`)
    const listed = ['--series', mirror, '--votes', file('votes.csv')]
    expect((await data('cast', ...by('registrar'), ...at, ...listed)).votes).to.have.length(1)
    expect(await failure('conclude', ...by('stranger'), ...at)).to.deep.equal([4, 'governance/voting-runs'])
    await ledger.pass(WEEK)
    expect((await data('conclude', ...by('stranger'), ...at)).stage).to.equal('Passed')
    const wrong = ['--matter', 'Waiver', '--minutes', INVITATION]
    expect((await failure('execute', ...by('stranger'), ...at, ...wrong))[1]).to.equal(
      'governance/payload-differs',
    )
    const done = await data('execute', ...by('stranger'), ...at, '--matter', 'Default')
    expect(done).to.deep.include({ stage: 'Executed', endsAt, base: '10000000', inFavour: '5000000' })
  })

  it('behavior: show tells how holders vote, and what they resolved, in each language', async () => {
    const { resolutions, terms } = await data('show', '--deal', deal)
    expect(resolutions).to.have.length(1)
    expect(terms.matters.Acceleration.quorumPpb).to.equal('500000000')
    const { out } = await run('resolution', 'show', '--deal', deal, '--lang', 'zh-Hant')
    expect(out)
      .to.include('加速清償')
      .and.include('存續的最優先檔')
      .and.include('已執行')
      .and.include('50,000.00')
    expect(await failure('show', '--resolution', '99')).to.deep.equal([4, 'governance/unknown-resolution'])
    expect(await failure('show')).to.deep.equal([2, 'cli/resolution-choice'])
  })

  it('behavior: a holder proposes, and affiliates are taken out of the base', async () => {
    const put = ['--deal', deal, '--matter', 'Acceleration', '--document', INVITATION]
    const { resolution } = await data('propose', ...by('secondInvestorHk'), ...put, '--as-holder', filed)
    const at = ['--resolution', resolution, '--series', filed]
    const { excluded } = await data(
      'exclude',
      ...by('stranger'),
      ...at,
      ...['--holder', ledger.wallet('manager'), ledger.wallet('trustee')],
    )
    expect(excluded.map(({ weight }: { weight: string }) => weight)).to.deep.equal(['0', '1000000'])
  })

  it('error: what cannot be read is refused before anything is sent', async () => {
    const unclear = ['--deal', deal, '--matter', 'Waiver', '--document', INVITATION]
    expect(await failure('propose', ...by('trustee'), ...unclear)).to.deep.equal([2, 'cli/motion-unclear'])
    const swap = ['--deal', deal, '--document', INVITATION, '--matter', 'Substitution', '--leaving', '1']
    expect(await failure('propose', ...by('trustee'), ...swap, '--entering', '2')).to.deep.equal([
      2,
      'cli/motion-unclear',
    ])
    const whole = [...swap, '--entering', '2', '--agreement', INVITATION]
    expect((await failure('propose', ...by('trustee'), ...whole))[1]).to.equal(
      'governance/matter-not-resolved',
    )
    const at = ['--resolution', '2', '--series', filed]
    expect(await failure('cast', ...by('investorHk'), ...at)).to.deep.equal([2, 'cli/votes-unclear'])
    writeFileSync(file('bad.csv'), `holder,for,against\n${ledger.wallet('registrar')},1,1\nnobody,1,1\n`)
    const { err } = await run('resolution', 'cast', ...by('registrar'), ...at, '--votes', file('bad.csv'))
    expect(err).to.include('Line 3 of the votes')
    writeFileSync(file('rows.json'), '[1]')
    const rows = ['--matter', 'ScheduleAmendment', '--rows', file('rows.json'), '--rows-document', INVITATION]
    const amend = ['--deal', deal, '--document', INVITATION, ...rows]
    expect(await failure('propose', ...by('trustee'), ...amend)).to.deep.equal([3, 'file/rows-refused'])
  })

  it('behavior: roles tells who held which role and office, from when to when', async () => {
    const { code, out, err } = await run('roles', '--deal', deal, '--json')
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    const { roles, offices } = JSON.parse(out)
    const attester = roles.find(
      ({ role, account }: { role: { office?: string }; account: string }) =>
        role.office === 'attester' && account === ledger.wallet('attesterHk'),
    )
    expect(attester.role).to.deep.equal({ kind: 'place', office: 'attester', jurisdiction: '344' })
    expect(attester.until).to.equal(null)
    const trustee = offices.find(({ office }: { office: string }) => office === 'Trustee')
    expect(trustee).to.deep.include({ party: (await ledger.party('trustee')).toString(), until: null })
    await ledger.dismiss('attesterHk', (1n << 16n) | 344n)
    const after = await run('roles', '--rooms', '--lang', 'pt')
    expect(after.out).to.include('entidade atestadora').and.include('ROOM_RESOLUTIONS')
    const later = JSON.parse((await run('roles', '--json')).out).roles.find(
      ({ account }: { account: string }) => account === ledger.wallet('attesterHk'),
    )
    expect(BigInt(later.until) >= BigInt(later.since)).to.equal(true)
  })
})
