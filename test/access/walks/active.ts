import { ZeroAddress, ZeroHash } from 'ethers'
import { seriesId } from '../../../src/domain/ids.ts'
import { CNY, HKD } from '../../../src/domain/money.ts'
import { type OrderTerms, orderDigestOf, orderFields } from '../../../src/sdk/notes/orderTerms.ts'
import { type Draft, TOKEN } from './draft.ts'
import { type Accounts, credited, opened } from './offering.ts'
import { recoveryBy } from './parties.ts'
import { DAY, givenIn, hash, onMirror, partyOf, type Scene } from './scene.ts'

const HK = 344n
const NOWHERE = 0n
const CUSTODIAN = 7n
const TRUSTEE = 8n
const PROCEEDS = 1n
const SERIES_SCOPE = 0n
const SECONDARY_KIND = 1n << 4n
const RATE = 910_000_000n
const OTHER_BANK_ACCOUNT = hash('an account elsewhere')
const UNPAUSE = 172_801

/** Proceeds are paid out. */
export async function walkProceeds({ exam, at }: Scene, { deal }: Draft): Promise<void> {
  const settle = at('Treasury', 'settle', [deal, PROCEEDS, DAY, hash('proceeds paid')])
  await exam.early(settle)
  await exam.step('manager', at('Treasury', 'instructProceeds', [deal, hash('proceeds')]))
  await exam.probe(at('Treasury', 'reject', [deal, PROCEEDS, hash('wrong file')]))
  await exam.step('accountBank', settle)
  const back = [deal, PROCEEDS, DAY, hash('proceeds came back'), hash('account closed')]
  await exam.probe(at('Treasury', 'returnPayment', back))
}

/** Units pass by their holder, its agent, the registrar and by orders of two authorities. */
export async function walkNotes(scene: Scene, draft: Draft): Promise<void> {
  const { world, exam, at } = scene
  const [from, agent, to] = (['investorHk', 'secondInvestorHk', 'successor'] as const).map(world.addressOf)
  await exam.probe(at('SeriesNote', 'transfer', [to, 200n]))
  await exam.branch(() => walkLimits(scene, draft))
  const spent = at('SeriesNote', 'transferFrom', [from, to, 50n])
  await exam.early(spent)
  await exam.branch(async () => {
    await exam.step('investorHk', at('SeriesNote', 'approve', [agent, 50n]))
    await exam.probe(spent)
  })
  await exam.probe(at('SeriesNote', 'forcedTransfer', [from, agent, 10n]))
  const frozen = at('SeriesNote', 'setFrozenTokens', [from, 10n])
  await exam.probe(frozen)
  await exam.branch(async () => {
    await exam.send('Enforcement', frozen)
  })
  await exam.probe(at('SeriesNote', 'pause', [SERIES_SCOPE]))
  await exam.probe(at('SeriesNote', 'resume', [SERIES_SCOPE]))
  await walkRegister(scene)
  await walkOrders(scene, draft)
  await exam.branch(() => walkPauses(scene, draft))
  await exam.probe(at('LimitBook', 'declare', [draft.deal, HK, await partyOf(scene, 'custodianHk'), 12n]))
  await exam.probe(
    at('LimitBook', 'record', [
      { kind: SECONDARY_KIND, from: ZeroAddress, sender: 0n, receiver: 0n, units: 0n },
    ]),
  )
}

/** Units cross a border, all of a holder change hands, and a custodian tells who stands behind an account. */
async function walkLimits(scene: Scene, { deal }: Draft): Promise<void> {
  const { world, exam, at } = scene
  const abroad = world.addressOf('investorMo')
  await exam.send('investorHk', at('SeriesNote', 'transfer', [abroad, 200n]))
  await exam.send('secondInvestorHk', at('SeriesNote', 'transfer', [abroad, 100n]))
  const declared = [deal, HK, await partyOf(scene, 'investorMo'), 12n]
  await exam.send('custodianHk', at('LimitBook', 'declare', declared))
}

async function walkRegister(scene: Scene): Promise<void> {
  const { world, exam } = scene
  const [from, to] = [world.addressOf('registrar'), world.addressOf('originator')]
  const lines = [{ from, to, units: 40n }]
  const register = onMirror(scene, 'register', [1n, lines, hash('register')])
  await exam.early(register)
  await exam.step('registrar', onMirror(scene, 'proposeRegister', [lines, hash('register')]))
  await exam.branch(async () => {
    await exam.step('custodianCn', register)
  })
}

async function walkOrders(scene: Scene, { deal }: Draft): Promise<void> {
  const { world, exam, at } = scene
  const order = (kind: OrderTerms['kind'], changes: Partial<OrderTerms>): OrderTerms => ({
    series: seriesId(TOKEN),
    kind,
    from: world.addressOf('investorHk'),
    units: 40n,
    basisHash: hash('judgment'),
    salt: hash('salt'),
    ...changes,
  })
  const confirm = (number: bigint, terms: OrderTerms) =>
    at('Enforcement', 'confirm', [number, orderFields(terms)])
  const propose = (terms: OrderTerms) => at('Enforcement', 'propose', [deal, orderDigestOf(terms)])
  const transfer = order('Transfer', { entitlements: 'Stay', to: world.addressOf('secondInvestorHk') })
  const recovery = order('Recovery', { to: world.addressOf('stranger'), units: 500n })
  await exam.branch(async () => {
    await exam.early(confirm(1n, transfer), 'transfer')
    await exam.step('trustee', propose(transfer))
    await exam.probe(at('Enforcement', 'withdraw', [1n]))
    await exam.probe(confirm(1n, transfer), 'transfer')
    await exam.send('trustee', propose(order('Freeze', {})))
    await exam.probe(confirm(2n, order('Freeze', {})), 'freeze')
    await exam.early(confirm(3n, recovery), 'recovery')
    await exam.send('trustee', propose(recovery))
    await exam.early(confirm(3n, recovery), 'recovery')
    await exam.send('regulatorHk', await recoveryBy(scene, 'attesterHk'))
    const units = [world.addressOf('investorHk'), world.addressOf('stranger'), 500n]
    await exam.probe(at('SeriesNote', 'recover', units))
    await exam.step('regulatorHk', confirm(3n, recovery), 'recovery')
  })
}

async function walkPauses({ world, exam, at }: Scene, { deal }: Draft): Promise<void> {
  const scopes = [
    ['trustee', 'a deal', [deal, 0n, NOWHERE]],
    ['regulatorHk', 'a series of Hong Kong', [deal, TOKEN, HK]],
  ] as const
  for (const [key, situation, scope] of scopes) {
    await exam.step(key, at('Enforcement', 'pause', [...scope, hash('basis')]), situation)
    await exam.step(key, at('Enforcement', 'unpause', [...scope, hash('basis')]), situation)
  }
  await world.pass(UNPAUSE)
  await exam.probe(at('Enforcement', 'resume', [deal, TOKEN, HK]))
}

/** The bank writes its accounts; rooms divide them. */
export async function walkCash(scene: Scene, { deal }: Draft, accounts: Accounts): Promise<void> {
  const { exam, at } = scene
  const collection = await opened(scene, deal, 'collection', { accountHash: hash('collection account') })
  const foreign = await opened(scene, deal, 'plan', { currency: HKD, accountHash: hash('dollar account') })
  const supervised = await opened(scene, deal, 'supervised', { accountHash: OTHER_BANK_ACCOUNT })
  const entry = await credited(scene, collection, 5_000n)
  await credited(scene, foreign, 5_000n)
  await exam.probe(at('CashLedger', 'debit', [collection, 100n, DAY, hash('debit')]))
  await exam.probe(at('CashLedger', 'reverse', [entry, DAY, hash('reversal')]))
  const sale = {
    from: foreign,
    to: accounts.get('plan'),
    amount: 1_000n,
    rate: RATE,
    fixingHash: hash('fixing'),
    valueDay: DAY,
    debitReference: hash('sold'),
    creditReference: hash('bought'),
  }
  await exam.probe(at('CashLedger', 'sell', [sale]))
  const send = at('CashLedger', 'send', [collection, supervised, 500n, DAY, hash('sent')])
  const move = givenIn(await exam.step('accountBank', send), 'MoveSent', 'move')
  const confirm = at('CashLedger', 'confirm', [move, DAY, hash('arrived')])
  await exam.probe(confirm)
  await exam.branch(async () => {
    await exam.send('accountBank', confirm)
  })
  await exam.branch(() => walkDivision(scene, deal, accounts))
}

async function walkDivision(scene: Scene, deal: Draft['deal'], accounts: Accounts): Promise<void> {
  const { world, exam, at } = scene
  const receipt = await credited(scene, accounts.get('plan'), 7_000n)
  const [plan, payment] = [accounts.get('plan'), accounts.get('payment')]
  const bank = world.addressOf('accountBank')
  await exam.step('Treasury', at('CashLedger', 'shift', [plan, payment, 7_000n, hash('key')]))
  await exam.probe(at('CashLedger', 'pay', [payment, 1n, DAY, hash('paid'), bank]))
  await exam.probe(at('CashLedger', 'takeBack', [payment, 1n, DAY, hash('taken back'), bank]))
  await exam.step('CollectionOracle', at('CashLedger', 'spend', [deal, CNY, [receipt], hash('report')]))
  await exam.probe(at('CashLedger', 'release', [deal, CNY, [receipt], hash('report')]))
}

/** Officers follow each other, rights are substituted, facts reported, an acceleration waived. */
export async function walkOffices(scene: Scene, { deal, backing, free }: Draft): Promise<void> {
  const { exam, at } = scene
  const successor = await partyOf(scene, 'successor')
  const deed = hash('deed')
  const custody = [deal, CUSTODIAN, HK, successor, deed]
  await exam.probe(at('Succession', 'propose', [deal, TRUSTEE, NOWHERE, successor, deed]), 'the trustee')
  await exam.probe(at('DealBook', 'appoint', custody))
  await exam.branch(async () => {
    await exam.step('trustee', at('Succession', 'propose', custody), 'any office but the trustee')
    await exam.probe(at('Succession', 'withdraw', [1n]))
    await exam.step('successor', at('Succession', 'accept', [1n]))
    await exam.probe(at('Succession', 'clear', [1n]))
  })
  await exam.branch(async () => {
    await exam.step('Resolutions', at('Replacements', 'permit', [deal, backing, free, deed]))
  })
  const agree = at('Replacements', 'agree', [deal, deed])
  await exam.early(agree)
  await exam.branch(async () => {
    await exam.step('originator', at('Replacements', 'propose', [deal, backing, free, deed]))
    await exam.probe(at('Replacements', 'withdraw', [deal]))
    await exam.probe(agree)
  })
  const fact = { title: ZeroHash, kind: 5n, day: DAY, documentHash: hash('notice') }
  await exam.probe(at('RightsDesk', 'report', [deal, backing, fact]))
  await exam.probe(at('RightsRegistry', 'recordFact', [backing, fact]), 'backing a deal')
  await exam.branch(async () => {
    await exam.step('trustee', at('RightsDesk', 'acceptShared', [deal, hash('battery cells'), 2n, deed]))
  })
  await exam.branch(() => walkStages(scene, deal))
  await exam.probe(at('DealBook', 'movePeriod', [deal, 1n, 2n]))
  await exam.probe(at('Waterfall', 'extend', [deal, ZeroAddress]))
}

async function walkStages({ exam, at }: Scene, deal: Draft['deal']): Promise<void> {
  const minutes = hash('minutes')
  await exam.probe(at('DealBook', 'redeem', [deal]))
  await exam.branch(async () => {
    await exam.step('Waterfall', at('DealBook', 'accelerate', [deal, hash('trigger')]))
    await exam.probe(at('DealBook', 'waive', [deal, minutes]))
    await exam.step('trustee', at('Waivers', 'propose', [deal, minutes]))
    await exam.probe(at('Waivers', 'withdraw', [deal]))
    await exam.probe(at('Waivers', 'agree', [deal, minutes]))
  })
  await exam.step('Waterfall', at('DealBook', 'declareDefault', [deal, hash('trigger')]))
  await exam.step('trustee', at('DealBook', 'liquidate', [deal, hash('reason')]))
  await exam.probe(at('DealBook', 'close', [deal]), 'in Liquidation')
}

/** Rows of the schedule that two parties agree on. */
export async function walkSchedule(
  { exam, at }: Scene,
  { deal }: Draft,
  rows: readonly bigint[],
): Promise<void> {
  const confirm = at('ScheduleBook', 'confirm', [deal, rows, hash('longer deal file')])
  await exam.step('manager', at('ScheduleBook', 'propose', [deal, rows, hash('longer deal file')]))
  await exam.step('trustee', confirm)
  const raise = at('CollectionOracle', 'raise', [deal, 1n, hash('letter')])
  await exam.probe(raise)
  await exam.branch(async () => {
    await exam.send('trustee', raise)
  })
  const declare = at('CollectionOracle', 'declareMissing', [deal, 1n, 1n])
  await exam.probe(declare)
  await exam.branch(async () => {
    await exam.send('stranger', declare)
  })
}
