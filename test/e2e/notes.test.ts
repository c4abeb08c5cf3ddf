import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { id, Wallet } from 'ethers'
import { holderOf } from '../../src/cli/demo/cast.ts'
import { placeAuthorities } from '../../src/cli/demo/governance.ts'
import type { LiveRun } from '../../src/cli/demo/run.ts'
import { votingTermsOf } from '../../src/sdk/governance/votingTermsOf.ts'
import { deals, failureOf, printed, printedData, runCommand } from './runCommand.ts'
import { soldDeal } from './soldDeal.ts'

const hashOf = (text: string) => id(`salt of this test: ${text}`)
const found = new Wallet(hashOf('found wallet')).address
const TWO_DAYS = 172_800n

describe('lingnan note and place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-note-'))
  const file = (name: string) => join(folder, name)
  let url: string
  let live: LiveRun
  let close: () => Promise<void>
  let holders: string[]

  before(async function () {
    this.timeout(300_000)
    const sold = await soldDeal(file('deployment.json'))
    url = sold.url
    live = sold.live
    close = sold.close
    const { HK, CN } = placeAuthorities
    const keys = {
      trustee: holderOf(live.cast, 'Trustee'),
      registrar: holderOf(live.cast, 'Registrar'),
      custodianCn: holderOf(live.cast, 'Custodian', 'CN'),
      custodianHk: holderOf(live.cast, 'Custodian', 'HK'),
      regulatorHk: HK.regulator,
      regulatorCn: CN.regulator,
      attesterHk: HK.attester,
    }
    for (const [name, { wallet }] of Object.entries(keys)) writeFileSync(file(name), wallet.privateKey)
    holders = live.commitments
      .filter(({ series }) => series === 'B-HK')
      .map(({ investor }) => investor.wallet.address)
  })

  after(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })

  const run = (words: string, ...options: readonly string[]) => {
    const ledger = ['--rpc', url, '--deployment', file('deployment.json')]
    return runCommand([...words.split(' '), ...ledger, ...options])
  }
  /** What the command printed as data; its failure fails the test. */
  const data = (words: string, ...options: readonly string[]) => printedData(run(words, ...options, '--json'))
  const text = (words: string, ...options: readonly string[]) => printed(run(words, ...options))
  const failure = (words: string, ...options: readonly string[]) =>
    failureOf(run(words, ...options, '--json'))
  const by = (name: string) => ['--key-file', file(name)]
  const deal = () => ['--deal', `${live.deal}`]
  const ofB = () => [...deal(), '--series', 'B-HK']
  const basis = ['--basis-hash', hashOf('judgment')]
  const holder = (at: number) => holders[at] ?? expect.fail('the series has three holders')
  const noteB = () =>
    live.series.find(({ name }) => name === 'B-HK')?.note ?? expect.fail('the series has a note')
  /** A proposal by the trustee, its terms in a file of that name. */
  const propose = async (name: string, ...options: readonly string[]) => {
    const made = await data(
      'note order propose',
      ...by('trustee'),
      ...ofB(),
      ...basis,
      '--out',
      file(name),
      ...options,
    )
    return made.order as string
  }
  const confirm = (order: string, name: string) =>
    data('note order confirm', ...by('regulatorHk'), '--order', order, '--terms', file(name))
  const transfer = async (units: number) => {
    const options = [
      '--note',
      noteB(),
      '--from',
      holder(0),
      '--to',
      holder(2),
      '--units',
      `${units}`,
      '--json',
    ]
    return JSON.parse((await run('note can-transfer', ...options)).out).code
  }

  it('default: how holders vote stands on the ledger as the deal file says it', async () => {
    const path = join(deals, 'DEMO-GBA-2026-1.json')
    const { governance } = JSON.parse(readFileSync(path, 'utf8'))
    const found = await votingTermsOf(live.ledger.client, { deal: live.deal })
    const shares = (text: string) => BigInt(Math.round(Number(text) * 1e9))
    const matters = Object.entries<Record<string, string>>(governance.matters).map(([name, rule]) => [
      `${name[0]?.toUpperCase()}${name.slice(1)}`,
      {
        class: rule['voters'] === 'all' ? 'All' : 'Controlling',
        quorumPpb: shares(rule['quorum'] ?? ''),
        thresholdPpb: shares(rule['threshold'] ?? ''),
        votingSeconds: BigInt(rule['votingDays'] ?? '') * 86_400n,
      },
    ])
    expect(matters).to.have.length(6)
    expect(found?.matters).to.deep.equal(Object.fromEntries(matters))
    expect(found?.proposerPpb).to.equal(shares(governance.mayPropose))
    expect(found?.executeSeconds).to.equal(BigInt(governance.executionDays) * 86_400n)
    const guarantor = holderOf(live.cast, 'Guarantor').wallet.address
    expect(governance.excluded).to.deep.equal(['guarantor'])
    expect(found?.excluded.map(String)).to.deep.equal([
      (await data('party show', '--wallet', guarantor)).party,
    ])
  })

  describe('note limits', () => {
    it('default: what the deal file states stands on the ledger, with who holds and what is left', async () => {
      const shown = await data('note limits', ...deal())
      expect(shown.series.map(({ name }: { name: string }) => name)).to.deep.equal([
        'A-CN',
        'A-HK',
        'A-MO',
        'B-CN',
        'B-HK',
        'C-CN',
      ])
      expect(shown.series[1].limits.admitted).to.deep.equal({ CN: [], HK: [11, 12], MO: [21] })
      expect(shown.series[4].limits).to.deep.include({ minimum: '1000', holdingCap: '60000', channel: 1 })
      expect(shown.places[0]).to.deep.include({ place: 'CN', holders: 4, holderCap: 200, offereeCap: 0 })
      expect(shown.places[1]).to.deep.include({ place: 'HK', holders: 3, offerees: 3, offereeCap: 50 })
      expect(shown.quotas).to.have.length(2)
      expect(shown.quotas[0]).to.deep.include({ amount: '500000000', left: '500000000', windowDays: 1 })
    })

    it('default: what a party holds over all its wallets', async () => {
      const { party } = await data('party show', '--wallet', holder(0))
      const shown = await data('note limits', ...ofB(), '--party', party)
      expect(shown.series).to.have.length(1)
      expect(shown.series[0].held).to.equal('50000')
      expect(shown.places[1].presence).to.deep.equal({ series: 2, declared: 0, wasOffered: true })
    })

    for (const [lang, words] of [
      [
        'en',
        ['institutional professional investor (Hong Kong)', 'at most 60,000 units a party', 'any number'],
      ],
      ['zh-Hans', ['机构专业投资者(香港)', '每个主体最多 60,000 份', '不限']],
      ['zh-Hant', ['機構專業投資者(香港)', '每個主體最多 60,000 份', '不限']],
      ['pt', ['investidor profissional institucional (Hong Kong)', 'no máximo 60,000 unidades por parte']],
    ] as const)
      it(`behavior: in ${lang}`, async () => {
        const out = await text('note limits', ...ofB(), '--lang', lang)
        for (const word of words) expect(out).to.include(word)
      })

    it('error: a series that the deal does not have', async () => {
      expect(await failure('note limits', ...deal(), '--series', 'Z')).to.deep.equal([
        4,
        'note/unknown-series',
      ])
    })
  })

  describe('note order', () => {
    it('default: a freeze of two authorities, and its release', async () => {
      const order = await propose('freeze', '--kind', 'freeze', '--from', holder(0), '--units', '49000')
      expect(statSync(file('freeze')).mode & 0o077).to.equal(0)
      const proposed = await data('note order show', '--order', order)
      expect(proposed).to.deep.include({ stage: 'Proposed', office: 'Trustee', freeze: null })
      expect(await confirm(order, 'freeze')).to.deep.include({
        kind: 'Freeze',
        from: holder(0),
        units: '49000',
      })
      const executed = await data('note order show', '--order', order)
      expect(executed).to.deep.include({ stage: 'Executed' })
      expect(executed.freeze).to.deep.include({ holder: holder(0), units: '49000' })
      expect(await transfer(1001)).to.equal(42)
      const release = await propose('release', '--kind', 'release', '--freeze', order)
      await confirm(release, 'release')
      expect((await data('note order show', '--order', order)).freeze.units).to.equal('0')
      expect(await transfer(1001)).to.equal(0)
      const again = ['--kind', 'release', '--freeze', order, '--out', file('again')]
      expect(
        await failure('note order propose', ...by('trustee'), ...ofB(), ...basis, ...again),
      ).to.deep.equal([4, 'note/no-freeze'])
    })

    it('default: a transfer, with what is booked staying', async () => {
      const options = ['--kind', 'transfer', '--from', holder(0), '--to', holder(2), '--units', '1000']
      const order = await propose('transfer', ...options, '--entitlements', 'stay')
      expect(await confirm(order, 'transfer')).to.deep.include({ entitlements: 'Stay', to: holder(2) })
      const { party } = await data('party show', '--wallet', holder(2))
      const shown = await data('note limits', ...ofB(), '--party', party)
      expect(shown.series[0].held).to.equal('21000')
    })

    it('default: a recovery takes successor and units from the ledger', async () => {
      const lost = holder(1)
      const without = ['--kind', 'recovery', '--from', lost, '--out', file('early')]
      expect(
        await failure('note order propose', ...by('trustee'), ...ofB(), ...basis, ...without),
      ).to.deep.equal([4, 'note/wallet-lives'])
      const statement = ['--lost', lost, '--successor', found, '--evidence', hashOf('file')]
      await data('party recover', ...by('attesterHk'), ...statement, '--out', file('lost'))
      await data('party confirm', ...by('regulatorHk'), '--recovery', file('lost'))
      const order = await propose('recovery', '--kind', 'recovery', '--from', lost)
      expect(await confirm(order, 'recovery')).to.deep.include({ to: found, units: '30000' })
    })

    it('default: an order is withdrawn, and then never confirmed', async () => {
      const order = await propose('withdrawn', '--kind', 'freeze', '--from', holder(0), '--units', '1')
      await data('note order withdraw', ...by('trustee'), '--order', order)
      expect((await data('note order show', '--order', order)).stage).to.equal('Withdrawn')
      const options = ['--order', order, '--terms', file('withdrawn')]
      expect(await failure('note order confirm', ...by('regulatorHk'), ...options)).to.deep.equal([
        4,
        'note/order-stage-forbids',
      ])
    })

    for (const [lang, words] of [
      ['en', 'executed; proposed by the trustee'],
      ['zh-Hans', '由受托人'],
      ['zh-Hant', '由受託人'],
      ['pt', 'Ordem 1'],
    ] as const)
      it(`behavior: shown in ${lang}`, async () => {
        expect(await text('note order show', '--order', '1', '--lang', lang)).to.include(words)
      })

    it('error: another authority than that of the holder, other terms, and terms of another form', async () => {
      const order = await propose('wrong', '--kind', 'freeze', '--from', holder(0), '--units', '5')
      const options = ['--order', order, '--terms', file('wrong')]
      expect((await failure('note order confirm', ...by('regulatorCn'), ...options))[0]).to.equal(4)
      const terms = JSON.parse(readFileSync(file('wrong'), 'utf8'))
      writeFileSync(file('other'), JSON.stringify({ ...terms, units: '6' }))
      const differing = ['--order', order, '--terms', file('other')]
      expect(await failure('note order confirm', ...by('regulatorHk'), ...differing)).to.deep.equal([
        4,
        'note/order-terms-differ',
      ])
      writeFileSync(file('broken'), JSON.stringify({ ...terms, units: 6 }))
      const broken = ['--order', order, '--terms', file('broken')]
      expect(await failure('note order confirm', ...by('regulatorHk'), ...broken)).to.deep.equal([
        3,
        'file/order-refused',
      ])
    })

    it('error: an order that says too little or too much, or whose file is there already', async () => {
      const propose = async (...options: readonly string[]) =>
        failure('note order propose', ...by('trustee'), ...ofB(), ...basis, '--out', file('none'), ...options)
      const incomplete = [2, 'cli/order-incomplete']
      expect(await propose('--kind', 'freeze', '--from', holder(0))).to.deep.equal(incomplete)
      expect(await propose('--kind', 'transfer', '--from', holder(0), '--units', '1')).to.deep.equal(
        incomplete,
      )
      expect(await propose('--kind', 'recovery')).to.deep.equal(incomplete)
      expect(await propose('--kind', 'release', '--freeze', '1', '--units', '1')).to.deep.equal(incomplete)
      const whole = ['--kind', 'freeze', '--from', holder(0), '--units', '1']
      const kept = ['--out', file('freeze')]
      expect(
        await failure('note order propose', ...by('trustee'), ...ofB(), ...basis, ...kept, ...whole),
      ).to.deep.equal([3, 'file/not-written'])
      expect(await failure('note order show', '--order', '99')).to.deep.equal([4, 'note/unknown-order'])
    })
  })

  describe('note register', () => {
    const mirror = () => [...deal(), '--series', 'B-CN']
    type Held = { readonly holder: string; readonly units: string }
    const held = async (): Promise<readonly Held[]> => (await data('note register show', ...mirror())).holders
    /** A holder list in which the first of the holders gave units to the second. */
    const listOf = async (name: string, units: number, heading = 'holder,units') => {
      const rows = (await held()).map(({ holder: wallet, units: has }, index) => {
        const change = [-units, units][index] ?? 0
        return `${wallet},${Number(has) + change}`
      })
      writeFileSync(file(name), [heading, ...rows].join('\n'))
      return ['--list', file(name)]
    }
    const propose = (list: readonly string[]) =>
      data('note register propose', ...by('registrar'), ...mirror(), ...list)

    it('default: the registrar proposes what its list changes, a checker sees the same and applies it', async () => {
      const before = await held()
      const [first, second] = before
      if (first === undefined || second === undefined) expect.fail('the mirror has three holders')
      const list = await listOf('list.csv', 2000)
      const changes = [
        { holder: first.holder, before: first.units, after: `${Number(first.units) - 2000}` },
        { holder: second.holder, before: second.units, after: `${Number(second.units) + 2000}` },
      ]
      const lines = [{ from: first.holder, to: second.holder, units: '2000' }]
      const foreseen = await data('note register show', ...mirror(), ...list)
      expect(foreseen).to.deep.include({ proposal: null, difference: { changes, lines } })
      const { proposal, salt, fileHash } = await propose(list)
      const shown = await data('note register show', ...mirror())
      expect(shown.proposal).to.deep.include({ number: proposal, fileHash, changes, lines })
      expect(await held()).to.deep.equal(before)
      const check = ['--proposal', proposal, ...list, '--salt', salt]
      const applied = await data('note register apply', ...by('custodianCn'), ...mirror(), ...check)
      expect(applied).to.deep.include({ proposal, changes })
      expect(await held()).to.deep.include({ holder: second.holder, units: `${Number(second.units) + 2000}` })
      expect((await data('note register show', ...mirror())).proposal).to.equal(null)
      expect(await failure('note register apply', ...by('custodianCn'), ...mirror(), ...check)).to.deep.equal(
        [4, 'note/import-gone'],
      )
    })

    it('error: 4 for a list, a salt or a person that is not that of the import', async () => {
      const list = await listOf('list.csv', 1000)
      expect(await failure('note register propose', ...by('trustee'), ...mirror(), ...list)).to.deep.equal([
        4,
        'note/not-registrar',
      ])
      const { proposal, salt } = await propose(list)
      const other = await listOf('other.csv', 3000)
      const apply = (name: string, of: readonly string[], by32 = salt) =>
        failure(
          'note register apply',
          ...[...by(name), ...mirror(), '--proposal', proposal, ...of, '--salt', by32],
        )
      expect([
        await apply('custodianCn', other),
        await apply('custodianCn', list, hashOf('another salt')),
        await apply('custodianHk', list),
      ]).to.deep.equal([
        [4, 'note/import-differs'],
        [4, 'note/import-differs'],
        [4, 'note/not-register-checker'],
      ])
      await propose(other)
      expect(await apply('custodianCn', list)).to.deep.equal([4, 'note/import-gone'])
    })

    it('error: 4 for a list of another sum, and for one that changes nothing', async () => {
      const [first] = await held()
      writeFileSync(file('short.csv'), `holder,units\n${first?.holder},1`)
      expect([
        await failure('note register show', ...mirror(), '--list', file('short.csv')),
        await failure('note register propose', ...by('registrar'), ...mirror(), ...(await listOf('same', 0))),
      ]).to.deep.equal([
        [4, 'note/register-sum'],
        [4, 'note/register-agrees'],
      ])
    })

    it('error: 3 for a list with faults, all named by row and column', async () => {
      const [first] = await held()
      const rows = [`${first?.holder},1.5`, 'Lau,10', `${first?.holder},10`, '', `${first?.holder},10`]
      writeFileSync(file('wrong.csv'), ['持有人,份额', ...rows].join('\n'))
      const { code, err } = await run(
        'note register show',
        ...mirror(),
        '--list',
        file('wrong.csv'),
        '--json',
      )
      const { error } = JSON.parse(err)
      expect([code, error.code]).to.deep.equal([3, 'file/holders-refused'])
      expect(error.problems.map(({ path }: { path: string }) => path)).to.deep.equal([
        'row 2, units',
        'row 3, holder',
        'row 6, holder',
      ])
      for (const [name, rows3] of [
        ['names.csv', 'name,count\nLau,1'],
        ['empty.csv', 'holder,units\n'],
      ] as const) {
        writeFileSync(file(name), rows3)
        const wrong = await failure('note register show', ...mirror(), '--list', file(name))
        expect(wrong).to.deep.equal([3, 'file/holders-refused'])
      }
    })

    for (const [lang, words] of [
      ['en', ['What the list would change', 'before', '+500']],
      ['zh-Hans', ['该名册将引起的变更', '变更前', '+500']],
      ['zh-Hant', ['該名冊將引起的變更', '變更前', '+500']],
      ['pt', ['O que a lista mudaria', 'variação', '+500']],
    ] as const)
      it(`behavior: the difference in ${lang}`, async () => {
        const list = await listOf('list.csv', 500)
        const out = await text('note register show', ...mirror(), ...list, '--lang', lang)
        for (const word of words) expect(out).to.include(word)
      })

    it('error: a series without a mirror has no import', async () => {
      const rows = holders.map(wallet => `${wallet},1`).join('\n')
      writeFileSync(file('hk.csv'), `holder,units\n${rows}`)
      const of = [...ofB(), '--list', file('hk.csv')]
      expect((await failure('note register propose', ...by('registrar'), ...of))[1]).to.equal(
        'note/register-sum',
      )
    })
  })

  describe('note pause, unpause, resume', () => {
    it('default: a regulator pauses a series at once and ends it slowly', async () => {
      const scope = [...ofB(), '--place', 'HK']
      await data('note pause', ...by('regulatorHk'), ...scope, ...basis)
      expect(await transfer(1000)).to.equal(5)
      const { resumesAt } = await data('note unpause', ...by('regulatorHk'), ...scope, ...basis)
      expect(resumesAt).to.match(/^\d+$/)
      expect(await failure('note resume', ...by('trustee'), ...scope)).to.deep.equal([
        4,
        'note/resumes-later',
      ])
      await live.ledger.pass(TWO_DAYS)
      expect(await data('note resume', ...by('trustee'), ...scope)).to.deep.include({ holds: 0 })
      expect(await transfer(1000)).to.equal(0)
    })

    it('default: the trustee pauses a whole deal', async () => {
      const out = await text('note pause', ...by('trustee'), ...deal(), ...basis, '--lang', 'pt')
      expect(out).to.include(`operação ${live.deal}`)
      expect(await transfer(1000)).to.equal(6)
      const ended = await text('note unpause', ...by('trustee'), ...deal(), ...basis, '--lang', 'zh-Hant')
      expect(ended).to.include('UTC+8').and.to.include('lingnan note resume')
      await live.ledger.pass(TWO_DAYS)
      expect(await text('note resume', ...by('trustee'), ...deal(), '--lang', 'zh-Hans')).to.include('已结束')
    })

    it('error: a regulator of another place', async () => {
      const scope = [...ofB(), '--place', 'CN']
      expect(await failure('note pause', ...by('regulatorCn'), ...scope, ...basis)).to.deep.equal([
        4,
        'note/not-pauser',
      ])
    })
  })

  describe('place', () => {
    const order = ['--order-hash', hashOf('order')]
    const lift = ['--lift-hash', hashOf('lift')]

    it('default: transfers and payouts of a place are paused at once and end by themselves', async () => {
      const what = ['--place', 'HK', '--operations', 'secondary, Payout']
      await data('place pause', ...by('regulatorHk'), ...what, ...order)
      expect(await data('place show', '--place', 'HK')).to.deep.include({
        inForce: ['Secondary', 'Payout'],
        liftAt: null,
      })
      expect((await data('place show', '--place', 'MO')).inForce).to.deep.equal([])
      expect(await transfer(1000)).to.equal(4)
      const ended = await text('place unpause', ...by('regulatorHk'), ...what, ...lift)
      expect(ended).to.match(
        /^In Hong Kong the pause ends at \d{4}-\d{2}-\d{2} .* UTC\+8 by itself: transfer, payouts/,
      )
      expect(await text('place show', '--place', 'HK')).to.include(
        'Paused in Hong Kong: transfer, payouts\nIn Hong',
      )
      await live.ledger.pass(TWO_DAYS)
      expect(await transfer(1000)).to.equal(0)
      expect(await text('place show', '--place', 'HK')).to.equal('Paused in Hong Kong: nothing\n')
    })

    for (const [lang, words] of [
      ['zh-Hans', '香港暂停中：无'],
      ['zh-Hant', '香港暫停中：無'],
      ['pt', 'Suspenso em Hong Kong: nada'],
    ] as const)
      it(`behavior: shown in ${lang}`, async () => {
        expect(await text('place show', '--place', 'HK', '--lang', lang)).to.include(words)
      })

    it('error: a regulator of another place, and an operation that does not exist', async () => {
      const what = ['--place', 'HK', '--operations', 'Payout', ...order]
      expect((await failure('place pause', ...by('regulatorCn'), ...what))[0]).to.equal(4)
      const unknown = ['--place', 'HK', '--operations', 'Everything', ...order]
      expect((await run('place pause', ...by('regulatorHk'), ...unknown)).code).to.equal(2)
    })
  })
})
