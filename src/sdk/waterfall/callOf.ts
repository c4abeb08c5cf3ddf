import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** What a support was called for in a period, and until when, if it was. */
export async function callOf(
  client: Client,
  {
    deal,
    period,
    support,
    block,
  }: AtBlock & { readonly deal: DealId; readonly period: Period; readonly support: number },
): Promise<{ readonly amount: bigint; readonly deadlineAt: bigint } | undefined> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'callOf',
    args: [deal, period, support],
    block,
  })
  return found.deadlineAt === 0n ? undefined : { amount: found.amount, deadlineAt: found.deadlineAt }
}
