import { expect } from 'chai'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import type { AccountPurpose } from '../../../src/domain/enumerations.ts'
import { type AccountId, accountId, type DealId, dealId, entryId } from '../../../src/domain/ids.ts'
import { CNY, type Currency, HKD } from '../../../src/domain/money.ts'
import { parseFixing } from '../../../src/domain/rates.ts'
import { accountOf } from '../../../src/sdk/cash/accountOf.ts'
import { accountTermsOf } from '../../../src/sdk/cash/accountTermsOf.ts'
import { balanceOf } from '../../../src/sdk/cash/balanceOf.ts'
import { cashOf } from '../../../src/sdk/cash/cashOf.ts'
import { confirmMove } from '../../../src/sdk/cash/confirmMove.ts'
import { creditAccount } from '../../../src/sdk/cash/creditAccount.ts'
import { debitAccount } from '../../../src/sdk/cash/debitAccount.ts'
import { entryByReference } from '../../../src/sdk/cash/entryByReference.ts'
import { entryOf } from '../../../src/sdk/cash/entryOf.ts'
import { moveOf } from '../../../src/sdk/cash/moveOf.ts'
import { openAccount } from '../../../src/sdk/cash/openAccount.ts'
import { reverseEntry } from '../../../src/sdk/cash/reverseEntry.ts'
import { sellCurrency } from '../../../src/sdk/cash/sellCurrency.ts'
import { sendCash } from '../../../src/sdk/cash/sendCash.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, startLedger } from './ledger.ts'
import { dealTerms, meetOffices } from './sampleDeal.ts'

const DAY = parseDay('2026-06-22')
const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('cash', () => {
  let ledger: Ledger
  let deal: DealId
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    const { rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    deal = dealId(
      requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' }).deal,
    )
  })
  after(() => ledger.close())

  async function opened(purpose: AccountPurpose, currency: Currency, number: string): Promise<AccountId> {
    const { rooms } = ledger
    const bank = await ledger.party('accountBank')
    const terms = { bank, accountHash: hashOf(number), currency, deal, purpose }
    const receipt = await ledger.act('accountBank', openAccount(rooms, { terms }))
    const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'AccountOpened' } as const
    return accountId(requireEvent(receipt, query).account)
  }

  it('default: an account reads back as it was opened, and takes credits', async () => {
    const { client, rooms } = ledger
    const account = await opened('Plan', CNY, 'plan')
    expect(await accountOf(client, { deal, purpose: 'Plan', currency: CNY })).to.equal(account)
    expect(await accountOf(client, { deal, purpose: 'Tax', currency: CNY })).to.equal(undefined)
    expect(await accountTermsOf(client, { account })).to.deep.equal({
      bank: await ledger.party('accountBank'),
      accountHash: hashOf('plan'),
      currency: CNY,
      deal,
      purpose: 'Plan',
    })
    const booking = { account, amount: 10_000n, valueDay: DAY, bankReference: hashOf('first credit') }
    await ledger.act('accountBank', creditAccount(rooms, booking))
    expect(await balanceOf(client, { account })).to.equal(10_000n)
    expect(await cashOf(client, { deal, purpose: 'Plan', currency: CNY })).to.equal(10_000n)
    const bank = await ledger.party('accountBank')
    const entry = await entryByReference(client, { bank, bankReference: booking.bankReference })
    if (entry === undefined) expect.fail('the bank booked the reference')
    expect(await entryOf(client, { entry })).to.deep.equal({
      account,
      amount: 10_000n,
      valueDay: DAY,
      counter: undefined,
      kind: 'Bank',
      isCredit: true,
      isSpent: false,
      isReversed: false,
      bankReference: booking.bankReference,
    })
    const reversal = { entry, valueDay: DAY, bankReference: hashOf('reversal') }
    await ledger.act('accountBank', reverseEntry(rooms, reversal))
    expect((await entryOf(client, { entry })).isReversed).to.equal(true)
    expect(await balanceOf(client, { account })).to.equal(0n)
    expect(await entryByReference(client, { bank, bankReference: hashOf('unknown') })).to.equal(undefined)
  })

  it('behavior: money is sent, on its way, and confirmed', async () => {
    const { client, rooms } = ledger
    const [from, to] = [
      await opened('Collection', CNY, 'collection'),
      await opened('Supervised', CNY, 'supervised'),
    ]
    await ledger.act(
      'accountBank',
      creditAccount(rooms, { account: from, amount: 700n, valueDay: DAY, bankReference: hashOf('rent') }),
    )
    const receipt = await ledger.act(
      'accountBank',
      sendCash(rooms, { from, to, amount: 500n, valueDay: DAY, bankReference: hashOf('sweep') }),
    )
    const move = entryId(
      requireEvent(receipt, { contract: 'CashLedger', at: rooms.CashLedger, event: 'MoveSent' }).move,
    )
    expect(await moveOf(client, { move })).to.deep.equal({ to, isDone: false })
    expect([
      await balanceOf(client, { account: from }),
      await balanceOf(client, { account: to }),
    ]).to.deep.equal([200n, 0n])
    await ledger.act(
      'accountBank',
      confirmMove(rooms, { move, valueDay: DAY, bankReference: hashOf('arrival') }),
    )
    expect(await moveOf(client, { move })).to.deep.equal({ to, isDone: true })
    expect(await balanceOf(client, { account: to })).to.equal(500n)
    await ledger.act(
      'accountBank',
      debitAccount(rooms, { account: to, amount: 1n, valueDay: DAY, bankReference: hashOf('charge') }),
    )
    expect(await balanceOf(client, { account: to })).to.equal(499n)
  })

  it('behavior: currency is sold at its fixing, rounded down', async () => {
    const { client, rooms } = ledger
    const plan = await accountOf(client, { deal, purpose: 'Plan', currency: CNY })
    if (plan === undefined) expect.fail('the plan account is open')
    const from = await opened('Plan', HKD, 'plan in Hong Kong dollars')
    await ledger.act(
      'accountBank',
      creditAccount(rooms, { account: from, amount: 101n, valueDay: DAY, bankReference: hashOf('dollars') }),
    )
    const sale = {
      from,
      to: plan,
      amount: 101n,
      fixing: parseFixing({ from: HKD, to: CNY, rate: '0.92' }),
      fixingHash: hashOf('fixing'),
      valueDay: DAY,
      debitReference: hashOf('sold'),
      creditReference: hashOf('bought'),
    }
    await ledger.act('accountBank', sellCurrency(rooms, { sale }))
    expect([
      await balanceOf(client, { account: from }),
      await balanceOf(client, { account: plan }),
    ]).to.deep.equal([0n, 92n])
  })

  it('error: ContractRefusedError with the code of the contract', async () => {
    const { client, rooms } = ledger
    const account = await accountOf(client, { deal, purpose: 'Collection', currency: CNY })
    if (account === undefined) expect.fail('the collection account is open')
    const booking = { account, amount: 1n, valueDay: DAY, bankReference: hashOf('rent') }
    const refuse = (name: 'accountBank' | 'manager', changes: Partial<typeof booking>) =>
      refusalOf(
        simulate(client, {
          call: creditAccount(rooms, { ...booking, ...changes }),
          from: ledger.wallet(name),
        }),
      )
    const errors = [
      await refuse('accountBank', {}),
      await refuse('manager', { bankReference: hashOf('new') }),
      await refuse('accountBank', { bankReference: hashOf('new'), amount: 0n }),
      await refusalOf(entryOf(client, { entry: entryId(99n) })),
      await refusalOf(accountTermsOf(client, { account: accountId(hashOf('no account')) })),
    ]
    expect(errors.map(codeOf)).to.deep.equal([
      'cash/bank-reference-used',
      'cash/not-account-bank',
      'cash/amount-missing',
      'cash/unknown-entry',
      'cash/unknown-account',
    ])
  })
})
