import { parseAddress } from '../../../chain/address.ts'
import { requireEvent } from '../../../chain/events.ts'
import { addDays, formatDay, startOfDay } from '../../../domain/dates.ts'
import { creditAccount } from '../../../sdk/cash/creditAccount.ts'
import { offerDeal } from '../../../sdk/deals/offerDeal.ts'
import { allotSubscriptions } from '../../../sdk/settlement/allotSubscriptions.ts'
import { closeOffer } from '../../../sdk/settlement/closeOffer.ts'
import { confirmOffer } from '../../../sdk/settlement/confirmOffer.ts'
import { instructProceeds } from '../../../sdk/settlement/instructProceeds.ts'
import { openOffer } from '../../../sdk/settlement/openOffer.ts'
import { placeSubscription } from '../../../sdk/settlement/placeSubscription.ts'
import { settlePayment } from '../../../sdk/settlement/settlePayment.ts'
import { settleSubscriptions } from '../../../sdk/settlement/settleSubscriptions.ts'
import { openingReserveOf } from '../../../sdk/waterfall/openingReserveOf.ts'
import { type Actor, hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { Commitment } from '../investors.ts'
import type { ClosingRecord } from '../record.ts'
import type { IssuedSeries, LiveRun } from '../run.ts'
import { accountOf } from './openAccounts.ts'

/** Days before closing on which the offer opens, and on which the last subscription is taken. */
const OPEN_DAYS = -10n
const CUT_OFF_DAYS = -1n

interface Placed extends Commitment {
  readonly subscription: bigint
  readonly placer: Actor
  readonly amount: bigint
}

/** Money arrives, custodians and the registrar subscribe, the manager allots, the bank settles, and the deal closes. */
export async function sellNotes(run: LiveRun): Promise<ClosingRecord> {
  const { ledger, cast, deal, compiled } = run
  const { rooms } = ledger.client
  const { closing } = compiled.deal
  const [manager, bank] = [holderOf(cast, 'Manager'), holderOf(cast, 'AccountBank')]
  run.say('offering the notes')
  await ledger.moveTo(addDays(closing, OPEN_DAYS))
  await ledger.act([{ actor: manager, call: offerDeal(rooms, { deal }) }])
  const cutOffAt = startOfDay(addDays(closing, CUT_OFF_DAYS))
  await ledger.act([{ actor: manager, call: openOffer(rooms, { deal, cutOffAt }) }])
  const placed = await subscribe(run)

  run.say('closing the deal')
  await ledger.moveTo(closing)
  const allotments = placed.map(({ subscription, units }) => ({ subscription, units }))
  await ledger.act([{ actor: manager, call: allotSubscriptions(rooms, { deal, allotments }) }])
  const subscriptions = placed.map(({ subscription }) => subscription)
  await ledger.act([{ actor: bank, call: settleSubscriptions(rooms, { deal, subscriptions }) }])
  const proceeds = placed.reduce((sum, { amount }) => sum + amount, 0n)
  await ledger.act([{ actor: holderOf(cast, 'Trustee'), call: confirmOffer(rooms, { deal, proceeds }) }])
  await ledger.act([{ actor: manager, call: closeOffer(rooms, { deal }) }])
  await payProceeds(run)
  return {
    date: formatDay(closing),
    proceeds,
    reserve: await openingReserveOf(ledger.client, { deal }),
    subscriptions: placed.map(({ series, placer, investor, units, amount }) => ({
      series,
      placedBy: placer.name,
      holder: investor.name,
      units,
      amount,
    })),
  }
}

async function subscribe(run: LiveRun): Promise<readonly Placed[]> {
  const { ledger, commitments, compiled, deal } = run
  const { rooms } = ledger.client
  const face = BigInt(compiled.deal.file.face)
  const [own = 'CNY'] = run.streams
  const { account, bank } = accountOf(run.accounts, 'Subscription', own)
  const day = addDays(compiled.deal.closing, OPEN_DAYS)
  await ledger.act(
    commitments.map(({ series, investor, units }) => ({
      actor: bank,
      call: creditAccount(rooms, {
        account,
        amount: units * face,
        valueDay: day,
        bankReference: hashOf(`${investor.name} pays for ${series} of deal ${deal}`),
      }),
    })),
  )
  const orders = commitments.flatMap(commitment => {
    const issued = run.series.find(({ name }) => name === commitment.series)
    return issued === undefined ? [] : [{ ...commitment, issued, placer: payerOf(issued, run) }]
  })
  const receipts = await ledger.act(
    orders.map(({ issued, investor, units, placer }) => ({
      actor: placer,
      call: placeSubscription(rooms, {
        series: issued.series,
        holder: parseAddress(investor.wallet.address),
        units,
      }),
    })),
  )
  const query = { contract: 'Offering', at: rooms.Offering, event: 'Subscribed' } as const
  return receipts.flatMap((receipt, index) => {
    const order = orders[index]
    if (order === undefined) return []
    return [{ ...order, subscription: requireEvent(receipt, query).subscription, amount: order.units * face }]
  })
}

/** Who places subscriptions and pays holders of a series: its custodian, for a mirror the registrar. */
export function payerOf({ isMirror, place }: IssuedSeries, { cast }: Pick<LiveRun, 'cast'>): Actor {
  return isMirror ? holderOf(cast, 'Registrar') : holderOf(cast, 'Custodian', place)
}

async function payProceeds({ ledger, cast, deal, compiled }: LiveRun): Promise<void> {
  const { rooms } = ledger.client
  const contentHash = hashOf(`proceeds of deal ${deal}`)
  await ledger.act([
    { actor: holderOf(cast, 'Manager'), call: instructProceeds(rooms, { deal, contentHash }) },
  ])
  await ledger.act([
    {
      actor: holderOf(cast, 'AccountBank'),
      call: settlePayment(rooms, {
        deal,
        kind: 'Proceeds',
        valueDay: compiled.deal.closing,
        bankReference: hashOf(`proceeds of deal ${deal} paid`),
      }),
    },
  ])
}
