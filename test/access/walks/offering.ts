import type { DealId } from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { START } from '../world.ts'
import { FACE, MIRROR, TOKEN } from './draft.ts'
import { DAY, givenIn, hash, partyOf, type Scene } from './scene.ts'

/** Numbers of `AccountPurpose`. */
export const purposes = {
  collection: 1n,
  supervised: 2n,
  plan: 3n,
  reserve: 4n,
  guarantee: 5n,
  payment: 6n,
  subscription: 7n,
  restricted: 11n,
} as const
export type Accounts = ReadonlyMap<keyof typeof purposes, string>

const FIRST = 1n
const CANCELLED = 4n

/** The notes are sold: 500 and 100 of the token, the mirror whole to the registrar. */
export async function walkOffering(scene: Scene, deal: DealId): Promise<Accounts> {
  const { world, exam, at } = scene
  const accounts = new Map<keyof typeof purposes, string>()
  for (const purpose of ['plan', 'reserve', 'guarantee', 'payment', 'subscription', 'restricted'] as const)
    accounts.set(purpose, await opened(scene, deal, purpose))
  await exam.probe(at('DealBook', 'cancel', [deal, hash('reason')]), 'in Offering')
  await exam.probe(at('DealBook', 'activate', [deal]))
  await exam.step('manager', at('Offering', 'open', [deal, START + 864_000n]))
  await credited(scene, accounts.get('subscription'), 2000n * FACE)

  await exam.early(at('Offering', 'settle', [deal, [FIRST, 2n, 3n]]))
  await exam.step('custodianHk', placed(scene, TOKEN, 'investorHk', 500n))
  await exam.send('custodianHk', placed(scene, TOKEN, 'secondInvestorHk', 100n))
  await exam.send('registrar', placed(scene, MIRROR, 'registrar', 400n))
  await exam.send('custodianHk', placed(scene, TOKEN, 'investorHk', 10n))
  await exam.step('custodianHk', at('Offering', 'cancel', [CANCELLED]))
  await exam.early(at('Offering', 'settle', [deal, [FIRST, 2n, 3n]]))
  await world.pass(864_001)
  const allotments = [500n, 100n, 400n].map((units, index) => ({ subscription: BigInt(index + 1), units }))
  await exam.step('manager', at('Offering', 'allot', [deal, allotments]))
  await exam.probe(at('SeriesNote', 'mint', [[{ holder: world.addressOf('investorHk'), units: 1n }]]))
  await exam.step('accountBank', at('Offering', 'settle', [deal, [FIRST, 2n, 3n]]))
  await exam.probe(at('SeriesNote', 'annul', []))
  await exam.probe(at('SeriesNote', 'release', []))
  await exam.branch(() => walkAbort(scene, deal))
  await walkRefund(scene, deal)

  await exam.early(at('Offering', 'close', [deal]))
  await exam.early(at('Treasury', 'instructProceeds', [deal, hash('proceeds')]))
  await exam.step('trustee', at('Offering', 'confirm', [deal, 1000n * FACE]))
  await exam.step('manager', at('Offering', 'close', [deal]))
  return accounts
}

function placed(
  { world, at }: Scene,
  series: bigint,
  holder: Parameters<typeof world.addressOf>[0],
  units: bigint,
) {
  return at('Offering', 'subscribe', [series, world.addressOf(holder), units])
}

export async function opened(
  scene: Scene,
  deal: DealId,
  purpose: keyof typeof purposes,
  changes: { readonly currency?: bigint; readonly accountHash?: string } = {},
): Promise<string> {
  const { exam, at } = scene
  const terms = {
    bank: await partyOf(scene, 'accountBank'),
    accountHash: hash('plan'),
    currency: CNY,
    deal,
    purpose: purposes[purpose],
    ...changes,
  }
  return givenIn(
    await exam.step('accountBank', at('CashLedger', 'open', [terms])),
    'AccountOpened',
    'account',
  )
}

export async function credited(scene: Scene, account: string | undefined, amount: bigint): Promise<bigint> {
  const { exam, at } = scene
  const call = at('CashLedger', 'credit', [account, amount, DAY, hash(`credit of ${amount} to ${account}`)])
  return BigInt(givenIn(await exam.step('accountBank', call), 'EntryBooked', 'entry'))
}

async function walkRefund({ exam, at }: Scene, deal: DealId): Promise<void> {
  const paid = at('Offering', 'refund', [CANCELLED, DAY, hash('refund of the cancelled')])
  await exam.early(paid)
  await exam.step('custodianHk', at('Offering', 'instructRefunds', [deal, [CANCELLED], hash('refunds')]))
  await exam.step('accountBank', paid)
  const back = at('Offering', 'returnRefund', [CANCELLED, DAY, hash('came back'), hash('reason')])
  await exam.probe(back)
  await exam.branch(async () => {
    await exam.send('accountBank', back)
  })
}

/** The offer is given up: notes are void, money goes back. */
async function walkAbort({ world, exam, at }: Scene, deal: DealId): Promise<void> {
  await exam.step('trustee', at('Offering', 'abort', [deal, hash('reason')]))
  await exam.probe(at('SeriesNote', 'burn', [world.addressOf('investorHk'), 500n]))
  await exam.send('custodianHk', at('Offering', 'instructRefunds', [deal, [FIRST], hash('refunds')]))
  await exam.probe(at('Offering', 'refund', [FIRST, DAY, hash('refund of the first')]))
}
