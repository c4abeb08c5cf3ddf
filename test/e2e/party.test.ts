import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { id, Wallet } from 'ethers'
import { demoAuthorities, deployer, placeAuthorities } from '../../src/cli/demo/governance.ts'
import { type EmbeddedChain, startEmbeddedChain } from '../../src/cli/embedded/embeddedChain.ts'
import { failureOf, printedData, runCommand } from './runCommand.ts'

const hashOf = (text: string) => id(`salt of this test: ${text}`)
const walletOf = (name: string) => new Wallet(hashOf(name)).address

const lau = hashOf('Lau')
const first = walletOf('first wallet of Lau')
const second = walletOf('second wallet of Lau')
const found = walletOf('found wallet of Lau')

describe('lingnan party', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-party-'))
  const file = (name: string) => join(folder, name)
  let chain: EmbeddedChain

  before(async function () {
    this.timeout(300_000)
    chain = await startEmbeddedChain({ beginsAt: new Date('2026-05-01T00:00:00Z'), blockMilliseconds: 0 })
    const { HK, CN } = placeAuthorities
    const keys = { deployer, attesterHk: HK.attester, regulatorHk: HK.regulator, attesterCn: CN.attester }
    for (const [name, { wallet }] of Object.entries(keys)) writeFileSync(file(name), wallet.privateKey)
    writeFileSync(file('stranger'), hashOf('key of a stranger'))
    writeFileSync(file('first'), hashOf('first wallet of Lau'))
    writeFileSync(file('authorities.json'), JSON.stringify(demoAuthorities()))
    const options = ['--key-file', file('deployer'), '--authorities', file('authorities.json')]
    const { code } = await runCommand([
      'deploy',
      ...['--rpc', chain.url, ...options, '--out', file('deployment.json')],
    ])
    expect(code).to.equal(0)
  })

  after(async () => {
    await chain.close()
    rmSync(folder, { recursive: true })
  })

  const run = async (verb: string, ...options: readonly string[]) => {
    const ledger = ['--rpc', chain.url, '--deployment', file('deployment.json')]
    return runCommand(['party', verb, ...ledger, ...options])
  }
  /** What the command printed as data; its failure fails the test. */
  const data = (verb: string, ...options: readonly string[]) => printedData(run(verb, ...options, '--json'))
  const failure = (verb: string, ...options: readonly string[]) => failureOf(run(verb, ...options, '--json'))
  const by = (name: string) => ['--key-file', file(name)]
  const evidence = ['--evidence', hashOf('file of the attester')]
  const statement = (wallet: string) => [
    ...['--subject', lau, '--wallet', wallet, '--valid-until', '2027-04-30', ...evidence],
  ]
  const substance = ['--place', 'HK', '--class', 'hk-individual', '--tolerance', 'C3']
  const show = (...options: readonly string[]) => data('show', ...options)

  it('default: attest makes a party, and show says what the ledger knows of it', async () => {
    const made = await data('attest', ...by('attesterHk'), ...statement(first), ...substance)
    expect(made).to.deep.include({
      wallet: first,
      place: 'HK',
      class: 'hk-individual',
      code: 13,
      tolerance: 3,
    })
    const shown = await show('--party', made.party)
    expect(shown).to.deep.include({ eligible: true, place: 'HK', class: 'hk-individual', orders: 0 })
    expect(shown.validUntil).to.equal((Date.parse('2027-05-01T00:00:00+08:00') / 1000).toString())
    expect((await show('--subject', lau)).party).to.equal(made.party)
    expect(await show('--wallet', first)).to.deep.include({
      party: made.party,
      life: 'acting',
      successor: null,
    })
    const { out } = await run('show', '--party', made.party, '--lang', 'zh-Hans')
    expect(out).to.include('个人专业投资者').and.include('2027-05-01').and.include('C3')
  })

  it('behavior: bind takes the consent of the party, and anyone submits what is signed', async () => {
    const { party } = await show('--subject', lau)
    const wanted = ['--wallet', second, '--valid-until', '2026-06-30', '--out', file('consent.json')]
    const consent = await data('consent', ...by('first'), ...wanted)
    expect(consent).to.deep.include({ party, wallet: second, granter: first, file: file('consent.json') })
    const consented = ['--consent', file('consent.json')]
    const options = [...consented, '--submitter-key-file', file('stranger'), '--tolerance', 'C2']
    const bound = await data('bind', ...by('attesterHk'), ...statement(second), ...options)
    expect(bound).to.deep.include({ party, wallet: second, class: 'hk-individual', tolerance: 2 })
    expect((await show('--wallet', second)).life).to.equal('acting')
    expect([
      await failure('bind', ...by('attesterHk'), ...statement(second), ...consented),
      await failure('bind', ...by('attesterHk'), ...statement(found), ...consented),
      await failure('attest', ...by('attesterHk'), ...statement(found), ...substance),
      await failure('consent', ...by('stranger'), ...wanted.with(5, file('other.json'))),
      await failure('consent', ...by('first'), ...wanted),
      await failure('bind', ...by('attesterHk'), ...statement(found), '--consent', file('authorities.json')),
    ]).to.deep.equal([
      [4, 'party/attested-before'],
      [4, 'party/consent-elsewhere'],
      [4, 'party/known'],
      [4, 'party/wallet-unknown'],
      [3, 'file/not-written'],
      [3, 'file/statement-refused'],
    ])
  })

  it('behavior: renew changes what is given and keeps the rest', async () => {
    const options = ['--tolerance', 'C5', '--valid-until', '2028-12-31', ...evidence]
    await data('renew', ...by('attesterHk'), '--subject', lau, '--wallet', first, ...options)
    expect(await show('--subject', lau)).to.deep.include({
      tolerance: 5,
      class: 'hk-individual',
      place: 'HK',
    })
  })

  it('behavior: statements may follow each other on a chain that mines nothing until it is asked', async () => {
    const options = ['--subject', lau, '--wallet', first, '--valid-until', '2028-12-31', ...evidence]
    const moments: bigint[] = []
    for (const tolerance of ['C4', 'C5']) {
      const { issuedAt } = await data('renew', ...by('attesterHk'), ...options, '--tolerance', tolerance)
      moments.push(BigInt(issuedAt))
    }
    const [former = 0n, later = 0n] = moments
    expect(later > former).to.equal(true)
    expect((await show('--subject', lau)).tolerance).to.equal(5)
  })

  it('behavior: figures that do not meet the class are not signed', async () => {
    const figures = (minor: string) => {
      const amounts = { portfolio: { currency: 'HKD', minor } }
      const text = { schema: 'lingnan-figures/1', holder: 'person', asOf: '2026-04-30', amounts, facts: [] }
      writeFileSync(file('figures.json'), JSON.stringify(text))
      return ['--figures', file('figures.json')]
    }
    const options = [...by('attesterHk'), '--subject', lau, '--wallet', first, ...evidence]
    const until = ['--valid-until', '2028-12-31']
    expect(await failure('renew', ...options, ...until, ...figures('799999999'))).to.deep.equal([
      4,
      'party/class-not-met',
    ])
    await data('renew', ...options, ...until, ...figures('800000000'))
  })

  it('behavior: orders stack until each is lifted', async () => {
    const { party } = await show('--subject', lau)
    const order = ['--party', party, '--order-hash', hashOf('order')]
    const one = await data('restrict', ...by('regulatorHk'), ...order)
    const two = await data('restrict', ...by('regulatorHk'), ...order)
    expect(await show('--party', party)).to.deep.include({ orders: 2, eligible: false })
    const lift = ['--lift-hash', hashOf('lift')]
    await data('lift', ...by('regulatorHk'), '--order', one.order, ...lift)
    expect(await show('--order', one.order)).to.deep.include({ party, lifted: true, jurisdiction: '344' })
    expect(await show('--party', party)).to.deep.include({ orders: 1, eligible: false })
    await data('lift', ...by('regulatorHk'), '--order', two.order, ...lift)
    expect(await show('--party', party)).to.deep.include({ orders: 0, eligible: true })
  })

  it('behavior: recover and confirm bury a wallet', async () => {
    const { party } = await show('--subject', lau)
    const lost = ['--lost', first, '--successor', found, ...evidence]
    const stated = await data('recover', ...by('attesterHk'), ...lost, '--out', file('recovery.json'))
    expect(stated).to.deep.include({ party, lost: first, successor: found, file: file('recovery.json') })
    expect((await show('--wallet', first)).life).to.equal('acting')
    const signed = ['--recovery', file('recovery.json')]
    expect([
      await failure('confirm', ...by('attesterHk'), ...signed),
      await failure('confirm', ...by('regulatorHk'), '--recovery', file('consent.json')),
    ]).to.deep.equal([
      [4, 'access/not-role-holder'],
      [3, 'file/statement-refused'],
    ])
    const recovered = await data('confirm', ...by('regulatorHk'), ...signed)
    expect(recovered).to.deep.include({ party, lost: first, successor: found, attester: stated.attester })
    expect(await show('--wallet', first)).to.deep.include({ party, life: 'lost', successor: found })
    expect((await show('--wallet', found)).life).to.equal('acting')
    expect(await failure('confirm', ...by('regulatorHk'), ...signed)).to.deep.equal([4, 'party/wallet-dead'])
  })

  it('behavior: unbind takes a wallet away; where none can consent, a regulator does', async () => {
    const { party } = await show('--subject', lau)
    await data('unbind', ...by('attesterHk'), '--wallet', second, ...evidence)
    expect(await show('--wallet', second)).to.deep.include({ party, life: 'unbound' })
    const wanted = ['--wallet', second, '--valid-until', '2026-06-30', '--out', file('word.json')]
    await data('consent', ...by('regulatorHk'), '--party', party, ...wanted)
    const until = statement(second).with(5, '2028-12-31')
    await data('bind', ...by('attesterHk'), ...until, '--consent', file('word.json'))
    expect(await show('--wallet', second)).to.deep.include({ party, life: 'acting' })
  })

  it('behavior: revoke ends eligibility, a later statement gives it back', async () => {
    const { party } = await show('--subject', lau)
    await data('revoke', ...by('attesterHk'), '--party', party, ...evidence)
    expect(await show('--party', party)).to.deep.include({ eligible: false, revoked: true })
    const options = ['--subject', lau, '--wallet', found, '--valid-until', '2028-12-31', ...evidence]
    await data('renew', ...by('attesterHk'), ...options)
    expect(await show('--party', party)).to.deep.include({ eligible: true, revoked: false })
  })

  it('behavior: each command says in a sentence what it did', async () => {
    const subject = ['--subject', hashOf('Ho'), '--wallet', walletOf('Ho'), '--valid-until', '2027-04-30']
    const { out } = await run('attest', ...by('attesterHk'), ...subject, ...substance, ...evidence)
    expect(out).to.match(/^Party \d+ is attested: hk-individual of HK, C3, acting through 0x/)
  })

  it('error: 4 with the code of the refusal', async () => {
    const { party } = await show('--subject', lau)
    const ho = [
      '--subject',
      hashOf('Kuan'),
      '--wallet',
      walletOf('Kuan'),
      '--valid-until',
      '2027-04-30',
      ...evidence,
    ]
    const order = ['--party', party, '--order-hash', hashOf('order')]
    const renewal = ['--subject', lau, '--valid-until', '2028-12-31', ...evidence]
    expect([
      await failure('attest', ...by('attesterCn'), ...ho, ...substance),
      await failure('attest', ...by('attesterHk'), ...ho, ...substance.with(3, 'mo-professional')),
      await failure('attest', ...by('attesterHk'), ...ho, ...substance.with(3, 'retail')),
      await failure('attest', ...by('attesterHk'), ...statement(found), ...substance),
      await failure('attest', ...by('attesterHk'), ...statement(first), ...substance),
      await failure('renew', ...by('attesterHk'), ...renewal, '--wallet', walletOf('Kuan')),
      await failure('restrict', ...by('attesterHk'), ...order),
      await failure('lift', ...by('regulatorHk'), '--order', '99', '--lift-hash', hashOf('lift')),
      await failure(
        'recover',
        ...[...by('attesterHk'), '--lost', walletOf('Kuan'), '--successor', first, ...evidence],
        ...['--out', file('none.json')],
      ),
      await failure('show', '--wallet', walletOf('Kuan')),
      await failure('show', '--order', '99'),
    ]).to.deep.equal([
      [4, 'access/not-role-holder'],
      [4, 'party/class-elsewhere'],
      [4, 'law/unknown-class'],
      [4, 'party/attested-before'],
      [4, 'party/known'],
      [4, 'party/not-attested'],
      [4, 'access/not-role-holder'],
      [4, 'party/unknown-order'],
      [4, 'party/wallet-unknown'],
      [4, 'party/unknown'],
      [4, 'party/unknown-order'],
    ])
  })

  it('error: 2 for arguments that are none, 3 for a file without a key', async () => {
    const options = [...by('attesterHk'), ...statement(first)]
    expect([
      await failure('attest', ...options, ...substance.with(1, 'Atlantis')),
      await failure('attest', ...options, ...substance.with(5, 'C6')),
      await failure('show'),
      await failure('show', '--party', '1', '--wallet', first),
      await failure('show', '--party', 'Lau'),
      await failure('revoke', ...by('attesterHk'), '--party', '1', '--evidence', '0x12'),
      await failure('revoke', ...by('authorities.json'), '--party', '1', ...evidence),
    ]).to.deep.equal([
      [2, 'cli/usage'],
      [2, 'cli/usage'],
      [2, 'cli/show-choice'],
      [2, 'cli/show-choice'],
      [2, 'cli/usage'],
      [2, 'cli/usage'],
      [3, 'file/not-a-key'],
    ])
  })

  it('behavior: the help names every command', async () => {
    const { out } = await runCommand(['party', '--help'])
    const wallets = ['consent', 'bind', 'recover', 'confirm', 'unbind']
    for (const name of ['check', 'attest', 'renew', 'revoke', ...wallets, 'restrict', 'lift', 'show'])
      expect(out).to.include(name)
  })
})
