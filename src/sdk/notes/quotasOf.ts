import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import { jurisdiction } from '../../domain/places.ts'
import type { QuotaLimits } from './limits.ts'

/** All quotas of a deal, by channel and direction. */
export async function quotasOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly QuotaLimits[]> {
  const to = client.rooms.LimitBook
  const found = await readContract(client, {
    contract: 'LimitBook',
    to,
    verb: 'quotasOf',
    args: [deal],
    block,
  })
  return found.map(({ channel, payer, payee, windowDays, amount }) =>
    Object.freeze({
      channel: Number(channel),
      payer: jurisdiction(payer),
      payee: jurisdiction(payee),
      windowDays: Number(windowDays),
      amount,
    }),
  )
}
