import type { Day } from '../../../domain/dates.ts'
import { period as periodId } from '../../../domain/ids.ts'
import { creditAccount } from '../../../sdk/cash/creditAccount.ts'
import { callSupports as callOf } from '../../../sdk/waterfall/callSupports.ts'
import { needOf } from '../../../sdk/waterfall/needOf.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { CallRecord } from '../record.ts'
import type { LiveRun } from '../run.ts'
import { accountOf } from './openAccounts.ts'
import { callSeconds } from './prepareDeal.ts'

interface Calling {
  readonly period: number
  readonly noticeDay: Day
  readonly paymentDay: Day
}

/**
 * The dry run shows what is short; the manager calls the supports, and what they pay arrives at the account bank.
 * A call that is not paid in full stands until its deadline.
 */
export async function callSupports(
  run: LiveRun,
  { period, noticeDay, paymentDay }: Calling,
): Promise<readonly CallRecord[]> {
  const { ledger, cast, deal, compiled, expected } = run
  const { rooms } = ledger.client
  await ledger.moveTo(noticeDay)
  const needs = await needOf(ledger.client, { deal, period: periodId(BigInt(period)) })
  const planned = expected.periods[period - 1]?.calls ?? []
  const calls = compiled.deal.supports.map(({ id }, index) => {
    const { call = 0n, paid = 0n } = planned.find(({ support }) => support === id) ?? {}
    return { support: id, need: needs[index] ?? 0n, called: call, received: paid }
  })
  if (calls.some(({ called }) => called > 0n)) {
    const at = { deal, period: periodId(BigInt(period)) }
    await ledger.act([{ actor: holderOf(cast, 'Manager'), call: callOf(rooms, at) }])
    await ledger.moveTo(paymentDay)
    await payIn(calls, run, { period, day: paymentDay })
    if (calls.some(({ called, received }) => received < called)) await ledger.pass(callSeconds)
  }
  return calls.filter(({ need }) => need > 0n)
}

async function payIn(
  calls: readonly CallRecord[],
  { ledger, accounts, streams, deal }: LiveRun,
  { period, day }: { readonly period: number; readonly day: Day },
): Promise<void> {
  const [own = 'CNY'] = streams
  const { account, bank } = accountOf(accounts, 'Guarantee', own)
  await ledger.act(
    calls
      .filter(({ received }) => received > 0n)
      .map(({ support, received }) => ({
        actor: bank,
        call: creditAccount(ledger.client.rooms, {
          account,
          amount: received,
          valueDay: day,
          bankReference: hashOf(`${support} pays the call of period ${period} of deal ${deal}`),
        }),
      })),
  )
}
