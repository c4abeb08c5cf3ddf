import { expect } from 'chai'
import type { Address } from '../../../src/chain/address.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import type { AccountPurpose } from '../../../src/domain/enumerations.ts'
import {
  type AccountId,
  accountId,
  type DealId,
  dealId,
  entryId,
  hash32,
  period,
  type SeriesId,
  trancheId,
} from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { cashOf } from '../../../src/sdk/cash/cashOf.ts'
import { creditAccount } from '../../../src/sdk/cash/creditAccount.ts'
import { openAccount } from '../../../src/sdk/cash/openAccount.ts'
import { closeDeal } from '../../../src/sdk/deals/closeDeal.ts'
import { dealOf } from '../../../src/sdk/deals/dealOf.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { periodStageOf } from '../../../src/sdk/deals/periodStageOf.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { stageOf } from '../../../src/sdk/deals/stageOf.ts'
import { walkDeal } from '../../../src/sdk/deals/walkDeal.ts'
import { liftRestriction } from '../../../src/sdk/identity/liftRestriction.ts'
import { restrictParty } from '../../../src/sdk/identity/restrictParty.ts'
import { approveSpender } from '../../../src/sdk/notes/approveSpender.ts'
import { bookOf } from '../../../src/sdk/notes/bookOf.ts'
import { holdingsAt } from '../../../src/sdk/notes/holdingsAt.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { supplyAt } from '../../../src/sdk/notes/supplyAt.ts'
import { unitsAt } from '../../../src/sdk/notes/unitsAt.ts'
import { configDigestOf } from '../../../src/sdk/reports/configDigestOf.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import { isPeriodComplete } from '../../../src/sdk/reports/isPeriodComplete.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { allotSubscriptions } from '../../../src/sdk/settlement/allotSubscriptions.ts'
import { areNotesRetired } from '../../../src/sdk/settlement/areNotesRetired.ts'
import { basisOf } from '../../../src/sdk/settlement/basisOf.ts'
import { bookDistribution } from '../../../src/sdk/settlement/bookDistribution.ts'
import { closeBook } from '../../../src/sdk/settlement/closeBook.ts'
import { closeOffer } from '../../../src/sdk/settlement/closeOffer.ts'
import { confirmOffer } from '../../../src/sdk/settlement/confirmOffer.ts'
import { entitlementOf } from '../../../src/sdk/settlement/entitlementOf.ts'
import { instructionOf } from '../../../src/sdk/settlement/instructionOf.ts'
import { instructPayees } from '../../../src/sdk/settlement/instructPayees.ts'
import { instructPayouts } from '../../../src/sdk/settlement/instructPayouts.ts'
import { instructProceeds } from '../../../src/sdk/settlement/instructProceeds.ts'
import { openBook } from '../../../src/sdk/settlement/openBook.ts'
import { openOffer } from '../../../src/sdk/settlement/openOffer.ts'
import { openRunsOf } from '../../../src/sdk/settlement/openRunsOf.ts'
import { payeeInstructionOf } from '../../../src/sdk/settlement/payeeInstructionOf.ts'
import { paymentOf } from '../../../src/sdk/settlement/paymentOf.ts'
import { payoutOf } from '../../../src/sdk/settlement/payoutOf.ts'
import { placeSubscription } from '../../../src/sdk/settlement/placeSubscription.ts'
import { rejectInstruction } from '../../../src/sdk/settlement/rejectInstruction.ts'
import { rejectPayment } from '../../../src/sdk/settlement/rejectPayment.ts'
import { releaseWithheld } from '../../../src/sdk/settlement/releaseWithheld.ts'
import { retireNotes } from '../../../src/sdk/settlement/retireNotes.ts'
import { returnPayment } from '../../../src/sdk/settlement/returnPayment.ts'
import { returnPayout } from '../../../src/sdk/settlement/returnPayout.ts'
import { runOf } from '../../../src/sdk/settlement/runOf.ts'
import { seriesRunOf } from '../../../src/sdk/settlement/seriesRunOf.ts'
import { settleInstruction } from '../../../src/sdk/settlement/settleInstruction.ts'
import { settlePayment } from '../../../src/sdk/settlement/settlePayment.ts'
import { settleSubscriptions } from '../../../src/sdk/settlement/settleSubscriptions.ts'
import { sweepDust } from '../../../src/sdk/settlement/sweepDust.ts'
import { approveDistribution } from '../../../src/sdk/waterfall/approveDistribution.ts'
import { calculateDistribution } from '../../../src/sdk/waterfall/calculateDistribution.ts'
import { callOf } from '../../../src/sdk/waterfall/callOf.ts'
import { callSupports } from '../../../src/sdk/waterfall/callSupports.ts'
import { confirmExtension } from '../../../src/sdk/waterfall/confirmExtension.ts'
import { type Distribution, distributionFrom } from '../../../src/sdk/waterfall/distribution.ts'
import { distributionHashOf } from '../../../src/sdk/waterfall/distributionHashOf.ts'
import { extensionOf } from '../../../src/sdk/waterfall/extensionOf.ts'
import { needOf } from '../../../src/sdk/waterfall/needOf.ts'
import { openingReserveOf } from '../../../src/sdk/waterfall/openingReserveOf.ts'
import { outstandingOf } from '../../../src/sdk/waterfall/outstandingOf.ts'
import { perUnitOf } from '../../../src/sdk/waterfall/perUnitOf.ts'
import { previewDistribution } from '../../../src/sdk/waterfall/previewDistribution.ts'
import { programOf } from '../../../src/sdk/waterfall/programOf.ts'
import { proposeExtension } from '../../../src/sdk/waterfall/proposeExtension.ts'
import { stateOf } from '../../../src/sdk/waterfall/stateOf.ts'
import { storeProgram } from '../../../src/sdk/waterfall/storeProgram.ts'
import { withdrawApproval } from '../../../src/sdk/waterfall/withdrawApproval.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, type Person, START, startLedger, YEAR } from './ledger.ts'
import { dealTerms, meetOffices, registeredRight } from './sampleDeal.ts'
import { PROGRAM_WORDS } from './sampleProgram.ts'

const DAY = parseDay('2026-09-22')
const FIRST = period(1n)
const FACE = 10_000n
const COMMITMENT = 1_000_000n
/** One fen more than the 600 notes of A can share. */
const INTEREST = 90_001n
const ENTITLED = 90_000n
/** The guarantor sends more than it was called for. */
const RETURNED = 1_000n

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('a deal by the SDK', () => {
  let ledger: Ledger
  let deal: DealId
  let filed: SeriesId
  let mirror: SeriesId
  let note: Address
  let accounts: ReadonlyMap<string, AccountId>
  let distribution: Distribution
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    await ledger.meet('investorHk')
  })
  after(() => ledger.close())

  const at = () => ({ deal, period: FIRST })

  async function opened(purpose: AccountPurpose): Promise<[string, AccountId]> {
    const { rooms } = ledger
    const bank = await ledger.party('accountBank')
    const terms = { bank, accountHash: hashOf('plan'), currency: CNY, deal, purpose }
    const receipt = await ledger.act('accountBank', openAccount(rooms, { terms }))
    const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'AccountOpened' } as const
    return [purpose, accountId(requireEvent(receipt, query).account)]
  }

  async function credited(purpose: string, amount: bigint, reference: string) {
    const { rooms } = ledger
    const account = accounts.get(purpose) ?? expect.fail('the account is open')
    const booking = { account, amount, valueDay: DAY, bankReference: hashOf(reference) }
    const receipt = await ledger.act('accountBank', creditAccount(rooms, booking))
    const query = { contract: 'CashLedger', at: rooms.CashLedger, event: 'EntryBooked' } as const
    return entryId(requireEvent(receipt, query).entry)
  }

  it('behavior: is structured, sold and activated', async () => {
    const { client, rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const drafted = requireEvent(receipt, { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' })
    deal = dealId(drafted.deal)
    const rights = [await registeredRight(ledger, 'patent of battery cells')]
    await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
    await ledger.act('manager', limitPool(rooms, { deal, limits: [] }))
    await ledger.act(
      'manager',
      fileDocument(rooms, { deal, kind: 'csrc.filing', documentHash: hashOf('filing') }),
    )
    await ledger.act('manager', issueNotes(rooms, { deal }))
    const terms = {
      streams: 1,
      challengeSeconds: 0n,
      disputeSeconds: 86_400n,
      bandPpb: 100_000_000n,
      refundCap: 0n,
      feeCaps: [],
      baselines: [10_060_000n],
      dueAt: [[START + 1000n]],
    }
    await ledger.act('manager', configureReports(rooms, { deal, terms }))
    const opening = [0n, 0n, 0n, 0n, COMMITMENT, 600n * FACE, 400n * FACE]
    const schedule = [INTEREST << 128n]
    const program = { words: PROGRAM_WORDS, schedule, opening, flags: 0, callSeconds: 3600n }
    await ledger.act('manager', storeProgram(rooms, { deal, program }))
    expect(await programOf(client, { deal })).to.deep.equal({ words: PROGRAM_WORDS, schedule })
    await ledger.act('manager', offerDeal(rooms, { deal }))
    accounts = new Map([
      await opened('Plan'),
      await opened('Guarantee'),
      await opened('Payment'),
      await opened('Subscription'),
      await opened('Restricted'),
    ])
    await sell()
    expect(await stateOf(client, { deal })).to.deep.equal({ cells: opening, flags: 0 })
    expect(await stageOf(client, { deal })).to.equal('Active')
  })

  async function sell(): Promise<void> {
    const { client, rooms } = ledger
    const [first, second] = await seriesOf(client, { deal })
    filed = first?.series ?? expect.fail('the first series is there')
    mirror = second?.series ?? expect.fail('the second series is there')
    note = first?.note ?? expect.fail('its note is issued')
    await credited('Subscription', 1000n * FACE, 'money of subscribers')
    await ledger.act('manager', openOffer(rooms, { deal, cutOffAt: START + 3600n }))
    const placed = async (name: Person, series: SeriesId, holder: Person, units: bigint) => {
      const call = placeSubscription(rooms, { series, holder: ledger.wallet(holder), units })
      const query = { contract: 'Offering', at: rooms.Offering, event: 'Subscribed' } as const
      return requireEvent(await ledger.act(name, call), query).subscription
    }
    const subscriptions = [
      await placed('custodianHk', filed, 'investorHk', 600n),
      await placed('registrar', mirror, 'registrar', 400n),
    ]
    await ledger.pass(7200n)
    const allotments = subscriptions.map((subscription, index) => ({
      subscription,
      units: [600n, 400n][index] ?? 0n,
    }))
    await ledger.act('manager', allotSubscriptions(rooms, { deal, allotments }))
    await ledger.act('accountBank', settleSubscriptions(rooms, { deal, subscriptions }))
    await ledger.act('trustee', confirmOffer(rooms, { deal, proceeds: 1000n * FACE }))
    await ledger.act('manager', closeOffer(rooms, { deal }))
  }

  it('behavior: pays the proceeds to the originator', async () => {
    const { client, rooms } = ledger
    const proceeds = { deal, kind: 'Proceeds' } as const
    expect(await paymentOf(client, proceeds)).to.equal(undefined)
    await ledger.act('manager', instructProceeds(rooms, { deal, contentHash: hashOf('proceeds') }))
    expect(await paymentOf(client, proceeds)).to.deep.equal({
      amount: 1000n * FACE,
      stage: 'Instructed',
      maker: ledger.wallet('manager'),
      contentHash: hashOf('proceeds'),
    })
    const stageOfProceeds = async () => (await paymentOf(client, proceeds))?.stage
    const again = instructProceeds(rooms, { deal, contentHash: hashOf('proceeds again') })
    await ledger.act('accountBank', rejectPayment(rooms, { ...proceeds, reason: hashOf('wrong file') }))
    expect(await stageOfProceeds()).to.equal('Returned')
    await ledger.act('manager', again)
    const paid = { ...proceeds, valueDay: DAY }
    await ledger.act('accountBank', settlePayment(rooms, { ...paid, bankReference: hashOf('paid') }))
    const back = { ...paid, bankReference: hashOf('proceeds came back'), reason: hashOf('account closed') }
    await ledger.act('accountBank', returnPayment(rooms, back))
    expect(await stageOfProceeds()).to.equal('Returned')
    await ledger.act('manager', again)
    await ledger.act('accountBank', settlePayment(rooms, { ...paid, bankReference: hashOf('paid again') }))
    expect(await stageOfProceeds()).to.equal('Settled')
    expect(await cashOf(client, { deal, purpose: 'Payment', currency: CNY })).to.equal(0n)
  })

  it('behavior: extends the schedule by rows that two parties agreed on', async () => {
    const { client, rooms } = ledger
    const extension = { deal, rows: [2n * (INTEREST << 128n)], documentHash: hashOf('longer deal file') }
    expect(await openingReserveOf(client, { deal })).to.equal(0n)
    expect(await extensionOf(client, { deal })).to.equal(undefined)
    const receipt = await ledger.act('manager', proposeExtension(rooms, extension))
    const query = { contract: 'ScheduleBook', at: rooms.ScheduleBook, event: 'ExtensionProposed' } as const
    const proposed = requireEvent(receipt, query)
    expect(await extensionOf(client, { deal })).to.equal(proposed.proposalHash)
    const other = confirmExtension(rooms, { ...extension, rows: [1n] })
    const changed = await refusalOf(simulate(client, { call: other, from: ledger.wallet('trustee') }))
    expect(codeOf(changed)).to.equal('waterfall/extension-changed')
    await ledger.act('trustee', confirmExtension(rooms, extension))
    const { schedule } = await programOf(client, { deal })
    expect(schedule).to.deep.equal([INTEREST << 128n, ...extension.rows])
    expect(await extensionOf(client, { deal })).to.equal(undefined)
  })

  it('behavior: reports a period and calls the guarantor for what is short', async () => {
    const { client, rooms } = ledger
    const receipt = await credited('Plan', 10_060_000n, 'collections')
    const report = {
      ...at(),
      stream: 1,
      sequence: 1,
      kind: 'Initial',
      isFinal: true,
      currency: CNY,
      income: 60_000n,
      principal: 10_000_000n,
      deductions: 0n,
      receipts: [receipt],
      withServicer: 0n,
      performing: [0n, 0n, 0n, 0n],
      defaulted: 0n,
      losses: 0n,
      refundDue: 0n,
      feesDue: [],
      statementHash: hashOf('statement'),
      evidenceRoot: hashOf('evidence'),
      observedAt: START,
      validUntil: START + YEAR,
      configDigest: await configDigestOf(client, { deal }),
    } as const
    const committee = ['servicer', 'accountBank', 'verificationAgent'] as const
    const signatures = await Promise.all(
      committee.map(name => signReport(client, { report, signer: ledger.person(name) })),
    )
    await ledger.act('servicer', submitReport(rooms, { report, signatures }))
    expect(await isPeriodComplete(client, at())).to.equal(true)
    expect(await needOf(client, at())).to.deep.equal([30_001n])
    expect(await callOf(client, { ...at(), support: 0 })).to.equal(undefined)
    await ledger.act('manager', callSupports(rooms, at()))
    expect((await callOf(client, { ...at(), support: 0 }))?.amount).to.equal(30_001n)
    expect(await periodStageOf(client, at())).to.equal('Called')
    const early = await refusalOf(
      simulate(client, { call: calculateDistribution(rooms, at()), from: ledger.wallet('manager') }),
    )
    expect(codeOf(early)).to.equal('waterfall/call-pending')
    await credited('Guarantee', 30_001n + RETURNED, 'the guarantor pays')
  })

  it('behavior: calculates, approves exactly that, withdraws and approves again', async () => {
    const { client, rooms } = ledger
    expect(await distributionHashOf(client, at())).to.equal(undefined)
    const preview = await previewDistribution(client, at())
    const receipt = await ledger.act('manager', calculateDistribution(rooms, at()))
    const query = { contract: 'Waterfall', at: rooms.Waterfall, event: 'DistributionCalculated' } as const
    const calculated = requireEvent(receipt, query)
    distribution = distributionFrom(calculated.distribution)
    expect(distribution).to.deep.equal(preview)
    expect(distribution.payees).to.deep.equal([INTEREST, 600n * FACE, 400n * FACE, 0n, RETURNED])
    expect(distribution.flows).to.deep.equal([10_060_000n, 0n, 30_001n + RETURNED])
    const distributionHash = hash32(calculated.distributionHash)
    expect(await distributionHashOf(client, at())).to.equal(distributionHash)
    const approve = (hash: typeof distributionHash) =>
      approveDistribution(rooms, { ...at(), distributionHash: hash })
    const from = ledger.wallet('trustee')
    const changed = await refusalOf(simulate(client, { call: approve(hashOf('another')), from }))
    expect(codeOf(changed)).to.equal('waterfall/distribution-changed')
    const maker = await refusalOf(
      simulate(client, { call: approve(distributionHash), from: ledger.wallet('manager') }),
    )
    expect(codeOf(maker)).to.equal('waterfall/not-checker')
    await ledger.act('trustee', approve(distributionHash))
    await ledger.act('trustee', withdrawApproval(rooms, at()))
    expect(await periodStageOf(client, at())).to.equal('Calculated')
    await ledger.act('trustee', approve(distributionHash))
    expect(await perUnitOf(client, { ...at(), tranche: trancheId(0n) })).to.deep.equal({
      interest: (INTEREST * 10n ** 18n) / 600n,
      principal: FACE * 10n ** 18n,
      residual: 0n,
    })
    expect(await outstandingOf(client, { deal, tranche: trancheId(0n) })).to.equal(0n)
  })

  it('behavior: closes the books, books the distribution and pays every holder', async () => {
    const { client, rooms } = ledger
    const holder = ledger.wallet('investorHk')
    const spender = ledger.wallet('custodianHk')
    const approval = await ledger.act('investorHk', approveSpender({ note, spender, units: 5n }))
    const query = { contract: 'SeriesNote', at: note, event: 'Approval' } as const
    expect(requireEvent(approval, query)).to.deep.equal({ owner: holder, spender, value: 5n })

    const payouts = { series: filed, period: FIRST, holders: [holder], contentHash: hashOf('payment file') }
    const whole = { ...payouts, series: mirror, holders: [] }
    const second = await instructed('registrar', instructPayouts(rooms, whole))
    expect(await basisOf(client, { instruction: second })).to.equal(await distributionHashOf(client, at()))
    expect(await periodStageOf(client, at())).to.equal('Approved')
    await ledger.act('custodianHk', closeBook(rooms, { series: filed, period: FIRST }))
    await ledger.act('registrar', closeBook(rooms, { series: mirror, period: FIRST }))
    expect(await bookOf(client, { note })).to.deep.equal({ taken: 0n, isClosed: true })
    await ledger.act('stranger', bookDistribution(rooms, { distribution }))
    expect(await periodStageOf(client, at())).to.equal('Booked')
    await ledger.act('custodianHk', openBook(rooms, { series: filed, period: FIRST }))
    expect(await unitsAt(client, { note, holder, book: 1n })).to.equal(600n)
    expect(await holdingsAt(client, { note, holders: [holder], book: 1n })).to.deep.equal([600n])
    expect(await supplyAt(client, { note, book: 1n })).to.equal(600n)
    expect(await runOf(client, at())).to.deep.equal({ isBooked: true, openSeries: 2, openPayees: [4] })
    const owed = { series: filed, period: FIRST, holder }
    expect(await entitlementOf(client, { ...owed, kind: 'Interest' })).to.equal(ENTITLED)
    expect(await entitlementOf(client, { series: mirror, period: FIRST, kind: 'Principal' })).to.equal(
      400n * FACE,
    )
    expect(await payoutOf(client, owed)).to.deep.equal({ instruction: undefined, isWithheld: false })

    await withheldAndReleased(instructPayouts(rooms, payouts))
    const first = await instructed('custodianHk', instructPayouts(rooms, payouts))
    await ledger.act(
      'accountBank',
      rejectInstruction(rooms, { instruction: first, reason: hashOf('wrong file') }),
    )
    expect((await instructionOf(client, { instruction: first }))?.stage).to.equal('Returned')
    const again = await instructed('custodianHk', instructPayouts(rooms, payouts))
    expect(await instructionOf(client, { instruction: again })).to.deep.equal({
      ...at(),
      kind: 'Holders',
      stage: 'Instructed',
      series: filed,
      payee: 0,
      holders: 1,
      units: 600n,
      amount: ENTITLED + 600n * FACE,
      maker: ledger.wallet('custodianHk'),
      contentHash: hashOf('payment file'),
    })
    expect((await payoutOf(client, owed)).instruction).to.equal(again)
    expect(await basisOf(client, { instruction: again })).to.equal(undefined)
    const toGuarantor = { distribution, payees: [4], contentHash: hashOf('return') }
    const third = await instructed('manager', instructPayees(rooms, toGuarantor))
    expect(await payeeInstructionOf(client, { ...at(), payee: 4 })).to.equal(third)
    for (const instruction of [again, second, third]) await settled(instruction)
    expect(await periodStageOf(client, at())).to.equal('Settled')
    const back = { valueDay: DAY, bankReference: hashOf('came back'), reason: hashOf('account closed') }
    await ledger.act('accountBank', returnPayout(rooms, { ...back, instruction: again, holder }))
    expect(await openRunsOf(client, { deal })).to.equal(1)
    await settled(await instructed('custodianHk', instructPayouts(rooms, payouts)))
    expect(await seriesRunOf(client, { series: filed, period: FIRST })).to.deep.equal({
      book: 1n,
      supply: 600n,
      settled: 600n,
    })
    expect(await periodStageOf(client, at())).to.equal('Settled')
    expect(await openRunsOf(client, { deal })).to.equal(0)
    expect(await payeeInstructionOf(client, { ...at(), payee: 3 })).to.equal(undefined)
    expect(await instructionOf(client, { instruction: 99n })).to.equal(undefined)
  })

  /** The holder's party is under an order while its custodian instructs, and no longer afterwards. */
  async function withheldAndReleased(instruct: Parameters<Ledger['act']>[1]): Promise<void> {
    const { client, rooms } = ledger
    const owed = { series: filed, period: FIRST, holder: ledger.wallet('investorHk') }
    const party = await ledger.party('investorHk')
    const order = restrictParty(rooms, { party, orderHash: hashOf('order') })
    const query = { contract: 'PartyRegistry', at: rooms.PartyRegistry, event: 'PartyRestricted' } as const
    const { orderId } = requireEvent(await ledger.act('regulatorHk', order), query)
    await ledger.act('custodianHk', instruct)
    expect(await payoutOf(client, owed)).to.deep.equal({ instruction: undefined, isWithheld: true })
    await ledger.act('regulatorHk', liftRestriction(rooms, { orderId, liftHash: hashOf('lift') }))
    await ledger.act('custodianHk', releaseWithheld(rooms, { ...owed, holders: [owed.holder] }))
    expect(await payoutOf(client, owed)).to.deep.equal({ instruction: undefined, isWithheld: false })
  }

  async function settled(instruction: bigint): Promise<void> {
    const paid = { instruction, valueDay: DAY, bankReference: hashOf(`instruction ${instruction} paid`) }
    await ledger.act('accountBank', settleInstruction(ledger.rooms, paid))
  }

  async function instructed(name: Person, call: Parameters<Ledger['act']>[1]): Promise<bigint> {
    const query = { contract: 'PayingAgent', at: ledger.rooms.PayingAgent, event: 'Instructed' } as const
    return requireEvent(await ledger.act(name, call), query).instruction
  }

  it('behavior: ends with nothing left in any account', async () => {
    const { client, rooms } = ledger
    expect(await stageOf(client, { deal })).to.equal('Redeemed')
    const from = ledger.wallet('manager')
    const sweep = sweepDust(rooms, { deal, contentHash: hashOf('dust') })
    await ledger.act('manager', sweep)
    const dust = { deal, kind: 'Dust' } as const
    expect((await paymentOf(client, dust))?.amount).to.equal(INTEREST - ENTITLED)
    const paid = { ...dust, valueDay: DAY, bankReference: hashOf('dust paid') }
    await ledger.act('accountBank', settlePayment(rooms, paid))
    const nobody = instructPayees(rooms, { distribution, payees: [4], contentHash: hashOf('return') })
    expect(codeOf(await refusalOf(simulate(client, { call: nobody, from })))).to.equal(
      'payout/payee-not-open',
    )
    await ledger.act('manager', retireNotes(rooms, { deal }))
    expect(await areNotesRetired(client, { deal })).to.equal(true)
    await ledger.act('manager', closeDeal(rooms, { deal }))
    expect((await dealOf(client, { deal })).stage).to.equal('Closed')
    for (const purpose of ['Plan', 'Guarantee', 'Payment', 'Subscription'] as const) {
      expect(await cashOf(client, { deal, purpose, currency: CNY })).to.equal(0n)
    }
  })

  it('behavior: every room can be walked back to its first action', async () => {
    const { client } = ledger
    for (const room of [
      'DealBook',
      'CashLedger',
      'CollectionOracle',
      'Waterfall',
      'ScheduleBook',
      'Offering',
      'PayingAgent',
      'DistributionDesk',
      'Treasury',
    ] as const) {
      let [last, found] = [0n, 0]
      for await (const { count, events } of walkDeal(client, { deal, room })) {
        found += events.length
        last = count
      }
      expect(last).to.equal(1n)
      expect(found).to.be.greaterThan(0)
    }
    let moved = 0
    for await (const { events } of walkDeal(client, { deal, note })) moved += events.length
    expect(moved).to.be.greaterThan(3)
  })
})
