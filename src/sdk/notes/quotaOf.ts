import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/** A quota of a channel in one direction, and what of it was used in the window in which it was used last. */
export type Quota = {
  readonly amount: bigint
  readonly used: bigint
  readonly window: number
  readonly windowDays: number
}

/** The quota of a deal for a channel and direction, if there is one. */
export async function quotaOf(
  client: Client,
  {
    deal,
    channel,
    payer,
    payee,
    block,
  }: AtBlock & {
    readonly deal: DealId
    readonly channel: number
    readonly payer: Jurisdiction
    readonly payee: Jurisdiction
  },
): Promise<Quota | undefined> {
  const to = client.rooms.LimitBook
  const { amount, used, window, windowDays } = await readContract(client, {
    contract: 'LimitBook',
    to,
    verb: 'quotaOf',
    args: [deal, channel, payer, payee],
    block,
  })
  if (windowDays === 0n) return undefined
  return Object.freeze({ amount, used, window: Number(window), windowDays: Number(windowDays) })
}
