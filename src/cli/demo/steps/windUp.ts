import { cellOf } from '../../../deal/simulate.ts'
import { type Day, formatDay } from '../../../domain/dates.ts'
import { balanceOf } from '../../../sdk/cash/balanceOf.ts'
import { closeDeal } from '../../../sdk/deals/closeDeal.ts'
import { dealOf } from '../../../sdk/deals/dealOf.ts'
import { liquidateDeal } from '../../../sdk/deals/liquidateDeal.ts'
import { retireNotes } from '../../../sdk/settlement/retireNotes.ts'
import { settlePayment } from '../../../sdk/settlement/settlePayment.ts'
import { sweepDust } from '../../../sdk/settlement/sweepDust.ts'
import { stateOf } from '../../../sdk/waterfall/stateOf.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import type { WindUpRecord } from '../record.ts'
import type { LiveRun } from '../run.ts'
import { accountOf } from './openAccounts.ts'

/**
 * Ends a deal: one that is repaid is closed by its manager; of one that is not, the trustee liquidates what is left first. Then
 * the residual holder gets what rounding left.
 */
export async function windUp(run: LiveRun, day: Day): Promise<WindUpRecord> {
  const { ledger, cast, deal, compiled } = run
  const { client } = ledger
  run.say('winding the deal up')
  await ledger.moveTo(day)
  const { stage } = await dealOf(client, { deal })
  const closer = holderOf(cast, stage === 'Redeemed' ? 'Manager' : 'Trustee')
  if (stage !== 'Redeemed') {
    const reason = hashOf(`resolution to liquidate deal ${deal}`)
    await ledger.act([{ actor: closer, call: liquidateDeal(client.rooms, { deal, reason }) }])
  }
  await ledger.act([{ actor: closer, call: closeDeal(client.rooms, { deal }) }])
  const dust = await payDust(run, day)
  const undistributed = await heldBy(run)
  const state = await stateOf(client, { deal })
  const balances = compiled.deal.tranches.map(({ id }) => ({
    tranche: id,
    balance: cellOf(compiled, state, `balance:${id}`),
  }))
  return {
    ...(run.signers === undefined ? {} : { reports: run.signers.accepted() }),
    date: formatDay(day),
    stage: (await dealOf(client, { deal })).stage,
    dust,
    undistributed,
    rightsReleased: compiled.deal.file.pool.assets.length,
    unpaid: balances.filter(({ balance }) => balance > 0n),
  }
}

/** What the accounts of the deal still hold in its currency: what its waterfall divides among nobody. */
async function heldBy({ ledger: { client }, accounts, streams }: LiveRun): Promise<bigint> {
  const [own = 'CNY'] = streams
  const balances = await Promise.all(
    accounts.filter(({ currency }) => currency === own).map(({ account }) => balanceOf(client, { account })),
  )
  return balances.reduce((sum, balance) => sum + balance, 0n)
}

/** The notes are retired; the residual holder gets what is left in the payment account, if anything is. */
async function payDust({ ledger, cast, deal, accounts, streams }: LiveRun, day: Day): Promise<bigint> {
  const { client } = ledger
  const { rooms } = client
  const [own = 'CNY'] = streams
  const manager = holderOf(cast, 'Manager')
  await ledger.act([{ actor: manager, call: retireNotes(rooms, { deal }) }])
  const { account } = accountOf(accounts, 'Payment', own)
  const dust = await balanceOf(client, { account })
  if (dust === 0n) return 0n
  const contentHash = hashOf(`dust of deal ${deal}`)
  await ledger.act([{ actor: manager, call: sweepDust(rooms, { deal, contentHash }) }])
  await ledger.act([
    {
      actor: holderOf(cast, 'AccountBank'),
      call: settlePayment(rooms, {
        deal,
        kind: 'Dust',
        valueDay: day,
        bankReference: hashOf(`dust of deal ${deal} paid`),
      }),
    },
  ])
  return dust
}
