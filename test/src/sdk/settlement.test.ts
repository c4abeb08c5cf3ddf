import { expect } from 'chai'
import type { Address } from '../../../src/chain/address.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { accountId, type DealId, dealId, type SeriesId } from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { cashOf } from '../../../src/sdk/cash/cashOf.ts'
import { creditAccount } from '../../../src/sdk/cash/creditAccount.ts'
import { openAccount } from '../../../src/sdk/cash/openAccount.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { stageOf } from '../../../src/sdk/deals/stageOf.ts'
import { canTransfer } from '../../../src/sdk/notes/canTransfer.ts'
import { importRegister } from '../../../src/sdk/notes/importRegister.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { proposeRegister } from '../../../src/sdk/notes/proposeRegister.ts'
import { transferNotes } from '../../../src/sdk/notes/transferNotes.ts'
import { unitsOf } from '../../../src/sdk/notes/unitsOf.ts'
import { abortOffer } from '../../../src/sdk/settlement/abortOffer.ts'
import { allotSubscriptions } from '../../../src/sdk/settlement/allotSubscriptions.ts'
import { cancelSubscription } from '../../../src/sdk/settlement/cancelSubscription.ts'
import { closeOffer } from '../../../src/sdk/settlement/closeOffer.ts'
import { confirmOffer } from '../../../src/sdk/settlement/confirmOffer.ts'
import { instructRefunds } from '../../../src/sdk/settlement/instructRefunds.ts'
import { offerOf } from '../../../src/sdk/settlement/offerOf.ts'
import { openOffer } from '../../../src/sdk/settlement/openOffer.ts'
import { placeSubscription } from '../../../src/sdk/settlement/placeSubscription.ts'
import { previewProRata } from '../../../src/sdk/settlement/previewProRata.ts'
import { proceedsOf } from '../../../src/sdk/settlement/proceedsOf.ts'
import { refundableOf } from '../../../src/sdk/settlement/refundableOf.ts'
import { returnRefund } from '../../../src/sdk/settlement/returnRefund.ts'
import { settleRefund } from '../../../src/sdk/settlement/settleRefund.ts'
import { settleSubscriptions } from '../../../src/sdk/settlement/settleSubscriptions.ts'
import { soldOf } from '../../../src/sdk/settlement/soldOf.ts'
import { subscriptionOf } from '../../../src/sdk/settlement/subscriptionOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, type Person, START, startLedger } from './ledger.ts'
import { dealTerms, meetOffices, registeredRight } from './sampleDeal.ts'

const DAY = parseDay('2026-06-22')
const CUT_OFF = START + 3600n
const FACE = 10_000n
const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

/** A deal in the stage Offering, its money, its two series and their notes. */
type Sale = {
  readonly deal: DealId
  readonly filed: { readonly series: SeriesId; readonly note: Address }
  readonly mirror: { readonly series: SeriesId; readonly note: Address }
}

describe('settlement', () => {
  let ledger: Ledger
  beforeEach(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    for (const name of ['investorHk', 'secondInvestorHk'] as const) await ledger.meet(name)
    await ledger.standIn('stranger', roomRoles.ROOM_WATERFALL)
    await ledger.standIn('stranger', roomRoles.ROOM_REPORTS)
  })
  afterEach(() => ledger.close())

  /** The deal with 1,000 units at 100.00 yuan, and as much money in its subscription account. */
  async function offered(money: bigint): Promise<Sale> {
    const { client, rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const drafted = requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' })
    const deal = dealId(drafted.deal)
    const rights = [await registeredRight(ledger, 'patent of battery cells')]
    await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
    await ledger.act('manager', limitPool(rooms, { deal, limits: [] }))
    await ledger.act(
      'manager',
      fileDocument(rooms, { deal, kind: 'csrc.filing', documentHash: hashOf('filing') }),
    )
    await ledger.act('manager', issueNotes(rooms, { deal }))
    await ledger.room('DealBook', 'fixProgram', [deal, hashOf('program')])
    await ledger.room('DealBook', 'fixReporting', [deal])
    await ledger.act('manager', offerDeal(rooms, { deal }))
    await fund(deal, money)
    await ledger.act('manager', openOffer(rooms, { deal, cutOffAt: CUT_OFF }))
    const [filed, mirror] = (await seriesOf(client, { deal })).map(({ series, note }) => ({
      series,
      note: note ?? fail(),
    }))
    return { deal, filed: filed ?? fail(), mirror: mirror ?? fail() }
  }

  async function fund(deal: DealId, amount: bigint): Promise<void> {
    const { rooms } = ledger
    const bank = await ledger.party('accountBank')
    for (const purpose of ['Subscription', 'Payment'] as const) {
      const terms = { bank, accountHash: hashOf('plan'), currency: CNY, deal, purpose }
      const opened = await ledger.act('accountBank', openAccount(rooms, { terms }))
      const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'AccountOpened' } as const
      const account = accountId(requireEvent(opened, query).account)
      const bankReference = hashOf('money of subscribers')
      if (purpose === 'Subscription')
        await ledger.act(
          'accountBank',
          creditAccount(rooms, { account, amount, valueDay: DAY, bankReference }),
        )
    }
  }

  async function placed(name: Person, series: SeriesId, holder: Address, units: bigint): Promise<bigint> {
    const { rooms } = ledger
    const receipt = await ledger.act(name, placeSubscription(rooms, { series, holder, units }))
    const query = { contract: 'Offering', at: rooms.Offering, event: 'Subscribed' } as const
    return requireEvent(receipt, query).subscription
  }

  /** Both series subscribed whole, allotted and settled, and the deal closed. */
  async function sold(): Promise<Sale> {
    const { rooms } = ledger
    const sale = await offered(1000n * FACE)
    const subscriptions = [
      await placed('custodianHk', sale.filed.series, ledger.wallet('investorHk'), 600n),
      await placed('registrar', sale.mirror.series, ledger.wallet('registrar'), 400n),
    ]
    await ledger.pass(7200n)
    const allotments = subscriptions.map((subscription, index) => ({
      subscription,
      units: index === 0 ? 600n : 400n,
    }))
    const { deal } = sale
    await ledger.act('manager', allotSubscriptions(rooms, { deal, allotments }))
    await ledger.act('accountBank', settleSubscriptions(rooms, { deal, subscriptions }))
    await ledger.act('trustee', confirmOffer(rooms, { deal, proceeds: 1000n * FACE }))
    await ledger.act('manager', closeOffer(rooms, { deal }))
    return sale
  }

  it('default: subscriptions become notes when the offer closes', async () => {
    const { client } = ledger
    const { deal, filed, mirror } = await sold()
    expect(await stageOf(client, { deal })).to.equal('Active')
    expect(await offerOf(client, { deal })).to.deep.equal({
      stage: 'Closed',
      cutOffAt: CUT_OFF,
      owed: 0n,
      proceeds: 1000n * FACE,
      confirmed: 1000n * FACE,
    })
    expect(await proceedsOf(client, { deal })).to.equal(1000n * FACE)
    expect(await cashOf(client, { deal, purpose: 'Payment', currency: CNY })).to.equal(1000n * FACE)
    expect(await soldOf(client, { series: filed.series })).to.deep.equal({ allotted: 600n, settled: 600n })
    expect(await unitsOf(client, { note: filed.note, holder: ledger.wallet('investorHk') })).to.equal(600n)
    expect(await unitsOf(client, { note: mirror.note, holder: ledger.wallet('registrar') })).to.equal(400n)
  })

  it('behavior: notes move among eligible holders of their place; a mirror moves by its register', async () => {
    const { client } = ledger
    const { filed, mirror } = await sold()
    const [from, to] = [ledger.wallet('investorHk'), ledger.wallet('secondInvestorHk')]
    expect(await canTransfer(client, { note: filed.note, from, to, units: 10n })).to.equal(true)
    await ledger.act('investorHk', transferNotes({ note: filed.note, to, units: 10n }))
    expect(await unitsOf(client, { note: filed.note, holder: to })).to.equal(10n)
    const stranger = transferNotes({ note: filed.note, to: ledger.wallet('stranger'), units: 1n })
    const error = await refusalOf(simulate(client, { call: stranger, from }))
    expect(codeOf(error)).to.equal('note/transfer-refused')

    const lines = [{ from: ledger.wallet('registrar'), to: ledger.wallet('originator'), units: 25n }]
    const fileHash = hashOf('holder list of the registrar')
    const proposal = proposeRegister({ note: mirror.note, lines, fileHash })
    const receipt = await ledger.act('registrar', proposal)
    const query = { contract: 'SeriesNote', at: mirror.note, event: 'RegisterProposed' } as const
    const { number } = requireEvent(receipt, query)
    await ledger.act('trustee', importRegister({ note: mirror.note, proposal: number, lines, fileHash }))
    expect(await unitsOf(client, { note: mirror.note, holder: ledger.wallet('originator') })).to.equal(25n)
  })

  it('behavior: too much demand is allotted pro rata', async () => {
    const { client } = ledger
    const { filed } = await offered(1000n * FACE)
    const subscriptions = [
      await placed('custodianHk', filed.series, ledger.wallet('investorHk'), 500n),
      await placed('custodianHk', filed.series, ledger.wallet('secondInvestorHk'), 400n),
    ]
    const allotments = await previewProRata(client, { series: filed.series, subscriptions })
    expect(allotments.map(({ units }) => units)).to.deep.equal([333n, 267n])
  })

  it('behavior: an aborted offer pays everybody back', async () => {
    const { client, rooms } = ledger
    const { deal, filed } = await offered(700n * FACE)
    const second = await placed('custodianHk', filed.series, ledger.wallet('secondInvestorHk'), 100n)
    await ledger.act('custodianHk', cancelSubscription(rooms, { subscription: second }))
    expect((await subscriptionOf(client, { subscription: second }))?.isCancelled).to.equal(true)
    const subscription = await placed('custodianHk', filed.series, ledger.wallet('investorHk'), 600n)
    expect(await subscriptionOf(client, { subscription })).to.deep.equal({
      holder: ledger.wallet('investorHk'),
      series: filed.series,
      placer: await ledger.party('custodianHk'),
      units: 600n,
      allotted: 0n,
      isSettled: false,
      isCancelled: false,
      isRefunded: false,
    })
    expect(await subscriptionOf(client, { subscription: 99n })).to.equal(undefined)
    await ledger.act('trustee', abortOffer(rooms, { deal, reason: hashOf('no demand') }))
    expect(await stageOf(client, { deal })).to.equal('Cancelled')
    expect(await refundableOf(client, { subscription })).to.equal(600n * FACE)
    const contentHash = hashOf('payment file')
    const instruct = (subscriptions: readonly bigint[]) =>
      ledger.act(
        'custodianHk',
        instructRefunds(rooms, { deal, subscriptions: [...subscriptions], contentHash }),
      )
    const refund = (of: bigint, text: string) =>
      ledger.act(
        'accountBank',
        settleRefund(rooms, { subscription: of, valueDay: DAY, bankReference: hashOf(text) }),
      )
    await instruct([subscription, second])
    await refund(second, 'refund of the cancelled one')
    await refund(subscription, 'refund')
    const back = { subscription, valueDay: DAY, bankReference: hashOf('came back'), reason: hashOf('closed') }
    await ledger.act('accountBank', returnRefund(rooms, back))
    expect((await subscriptionOf(client, { subscription }))?.isRefunded).to.equal(false)
    await instruct([subscription])
    await refund(subscription, 'refund again')
    expect((await subscriptionOf(client, { subscription }))?.isRefunded).to.equal(true)
    expect(await cashOf(client, { deal, purpose: 'Subscription', currency: CNY })).to.equal(0n)
  })

  it('error: ContractRefusedError with the code of the contract', async () => {
    const { client, rooms } = ledger
    const { deal, filed, mirror } = await offered(100n * FACE)
    const holder = ledger.wallet('investorHk')
    const refuse = async (name: Person, call: Parameters<typeof simulate>[1]['call']) =>
      codeOf(await refusalOf(simulate(client, { call, from: ledger.wallet(name) })))
    const subscription = await placed('custodianHk', filed.series, holder, 50n)
    const own = { series: filed.series, holder, units: 1n }
    expect([
      await refuse('custodianCn', placeSubscription(rooms, own)),
      await refuse('custodianHk', placeSubscription(rooms, { ...own, units: 0n })),
      await refuse('custodianHk', placeSubscription(rooms, { ...own, units: 51n })),
      await refuse('custodianHk', placeSubscription(rooms, { ...own, holder: ledger.wallet('originator') })),
      await refuse('custodianHk', placeSubscription(rooms, { ...own, series: mirror.series })),
      await refuse(
        'manager',
        allotSubscriptions(rooms, { deal, allotments: [{ subscription, units: 50n }] }),
      ),
      await refuse('manager', closeOffer(rooms, { deal })),
      await refuse('trustee', confirmOffer(rooms, { deal, proceeds: 1n })),
      await refuse('custodianCn', cancelSubscription(rooms, { subscription })),
    ]).to.deep.equal([
      'offer/not-placer',
      'offer/units-missing',
      'offer/money-missing',
      'offer/subscription-refused',
      'offer/not-placer',
      'offer/cut-off-ahead',
      'offer/proceeds-unconfirmed',
      'offer/proceeds-differ',
      'offer/not-placer',
    ])
  })
})

function fail(): never {
  return expect.fail('the deal has two series with their notes')
}
