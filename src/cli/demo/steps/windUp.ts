import { decodeEvents } from '../../../chain/events.ts'
import { cellOf } from '../../../deal/simulate.ts'
import { type Day, formatDay } from '../../../domain/dates.ts'
import { closeDeal } from '../../../sdk/deals/closeDeal.ts'
import { dealOf } from '../../../sdk/deals/dealOf.ts'
import { liquidateDeal } from '../../../sdk/deals/liquidateDeal.ts'
import { settleInstruction } from '../../../sdk/settlement/settleInstruction.ts'
import { sweepDust } from '../../../sdk/settlement/sweepDust.ts'
import { stateOf } from '../../../sdk/waterfall/stateOf.ts'
import { hashOf } from '../actor.ts'
import { holderOf } from '../cast.ts'
import { actAlone } from '../ledger.ts'
import type { WindUpRecord } from '../record.ts'
import type { LiveRun } from '../run.ts'

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
  if (stage !== 'Redeemed') {
    const reason = hashOf(`resolution to liquidate deal ${deal}`)
    await ledger.act([
      { actor: holderOf(cast, 'Trustee'), call: liquidateDeal(client.rooms, { deal, reason }) },
    ])
  }
  await ledger.act([{ actor: holderOf(cast, 'Manager'), call: closeDeal(client.rooms, { deal }) }])
  const dust = await payDust(run, day)
  const state = await stateOf(client, { deal })
  const balances = compiled.deal.tranches.map(({ id }) => ({
    tranche: id,
    balance: cellOf(compiled, state, `balance:${id}`),
  }))
  return {
    date: formatDay(day),
    stage: (await dealOf(client, { deal })).stage,
    dust,
    rightsReleased: compiled.deal.file.pool.assets.length,
    unpaid: balances.filter(({ balance }) => balance > 0n),
  }
}

async function payDust({ ledger, cast, deal }: LiveRun, day: Day): Promise<bigint> {
  const { rooms } = ledger.client
  const receipt = await actAlone(ledger, {
    actor: holderOf(cast, 'Manager'),
    call: sweepDust(rooms, { deal, contentHash: hashOf(`dust of deal ${deal}`) }),
  })
  const query = { contract: 'PayingAgent', at: rooms.PayingAgent, event: 'Instructed' } as const
  const instructed = decodeEvents(receipt.logs, query).map(({ args }) => args)
  await ledger.act(
    instructed.map(({ instruction }) => ({
      actor: holderOf(cast, 'AccountBank'),
      call: settleInstruction(rooms, {
        instruction,
        valueDay: day,
        bankReference: hashOf(`dust of deal ${deal} paid`),
      }),
    })),
  )
  return instructed.reduce((sum, { amount }) => sum + amount, 0n)
}
