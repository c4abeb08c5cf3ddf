import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { requireEvent } from '../../src/chain/events.ts'
import { accountId, type DealId } from '../../src/domain/ids.ts'
import { CNY } from '../../src/domain/money.ts'
import { creditAccount } from '../../src/sdk/cash/creditAccount.ts'
import { openAccount } from '../../src/sdk/cash/openAccount.ts'
import { offerOf } from '../../src/sdk/settlement/offerOf.ts'
import { openOffer } from '../../src/sdk/settlement/openOffer.ts'
import { chainGround } from '../processes/ledgerChain.ts'
import { hashOf, type Ledger, type Person, START, startLedger } from '../src/sdk/ledger.ts'
import { offeredDeal } from '../src/sdk/offeredDeal.ts'
import { CLOSING, meetOffices } from '../src/sdk/sampleDeal.ts'
import { keyOf, saveRecord } from './ledgerFiles.ts'
import { failureOf, printed, printedData, runCommand } from './runCommand.ts'

const FACE = 10_000n
const UNITS = 600n
const HOUR = 3600n

describe('lingnan subscription', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-subscription-'))
  let ledger: Ledger
  let onLedger: readonly string[]
  let deal: DealId

  before(async function () {
    this.timeout(120_000)
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    await ledger.meet('investorHk')
    deal = (await offeredDeal(ledger)).deal
    await fund(UNITS * FACE)
    saveRecord(join(folder, 'deployment.json'), ledger)
    onLedger = ['--rpc', chain.url, '--deployment', join(folder, 'deployment.json')]
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  /** Money for subscriptions has arrived, and the offer is open for an hour. */
  async function fund(amount: bigint): Promise<void> {
    const { rooms } = ledger
    const bank = await ledger.party('accountBank')
    const terms = { bank, accountHash: hashOf('plan'), currency: CNY, deal, purpose: 'Subscription' } as const
    const opened = await ledger.act('accountBank', openAccount(rooms, { terms }))
    const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'AccountOpened' } as const
    const account = accountId(requireEvent(opened, query).account)
    const booking = { account, amount, valueDay: CLOSING, bankReference: hashOf('money of subscribers') }
    await ledger.act('accountBank', creditAccount(rooms, booking))
    await ledger.act('manager', openOffer(rooms, { deal, cutOffAt: START + HOUR }))
  }

  const by = (name: Person) => keyOf(folder, name)
  const run = (words: string, ...options: readonly string[]) =>
    runCommand([...words.split(' '), ...onLedger, ...options])
  const data = (words: string, ...options: readonly string[]) => printedData(run(words, ...options, '--json'))
  const failure = (words: string, ...options: readonly string[]) =>
    failureOf(run(words, ...options, '--json'))
  const order = (units: bigint, series = 'A-HK') => [
    ...['--deal', `${deal}`, '--series', series],
    ...['--holder', ledger.wallet('investorHk'), '--units', `${units}`],
  ]

  it('default: the custodian of the place subscribes, shows and cancels', async () => {
    const placed = await data('subscription place', ...by('custodianHk'), ...order(200n))
    expect(placed).to.include({
      holder: ledger.wallet('investorHk'),
      placer: `${await ledger.party('custodianHk')}`,
      units: '200',
      allotted: '0',
      isCancelled: false,
    })
    expect((await offerOf(ledger.client, { deal })).owed).to.equal(200n * FACE)
    const of = ['--subscription', placed.subscription]
    expect(await data('subscription show', ...of)).to.deep.equal(placed)
    expect(await failure('subscription cancel', ...by('custodianCn'), ...of)).to.deep.equal([
      4,
      'offer/not-placer',
    ])
    const cancelled = await data('subscription cancel', ...by('custodianHk'), ...of)
    expect(cancelled).to.deep.equal({ ...placed, isCancelled: true })
    expect(await failure('subscription cancel', ...by('custodianHk'), ...of)).to.deep.equal([
      4,
      'offer/subscription-done',
    ])
    const text = await printed(run('subscription show', ...of, '--lang', 'zh-Hant'))
    expect(text).to.match(/已撤銷 +是/)
  })

  it('error: 4 for another custodian, for money that has not come, and after the cut-off', async () => {
    expect([
      await failure('subscription place', ...by('custodianCn'), ...order(1n)),
      await failure('subscription place', ...by('custodianHk'), ...order(1n, 'A-MO')),
      await failure('subscription place', ...by('custodianHk'), ...order(UNITS + 1n)),
      await failure('subscription show', '--subscription', '99'),
    ]).to.deep.equal([
      [4, 'offer/not-placer'],
      [4, 'note/unknown-series'],
      [4, 'offer/money-missing'],
      [4, 'offer/no-subscription'],
    ])
    await ledger.pass(2n * HOUR)
    expect(await failure('subscription place', ...by('custodianHk'), ...order(1n))).to.deep.equal([
      4,
      'offer/cut-off-passed',
    ])
  })
})
