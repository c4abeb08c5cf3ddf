import type { Address } from '../../../chain/address.ts'
import type { Client } from '../../../chain/client.ts'
import { requireEvent } from '../../../chain/events.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId } from '../../../domain/ids.ts'
import { cancelSubscription } from '../../../sdk/settlement/cancelSubscription.ts'
import { placeSubscription } from '../../../sdk/settlement/placeSubscription.ts'
import { subscriptionOf } from '../../../sdk/settlement/subscriptionOf.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { seriesNamed } from '../../ledger/seriesNamed.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import type { Facts } from '../../output/facts.ts'
import type { CommandContext } from '../../streams.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

interface OfSubscription {
  readonly subscription: bigint
}

export interface PlaceOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly series: string
  readonly holder: Address
  readonly units: bigint
}

export interface CancelOptions extends ActOptions, OfSubscription, Spoken {}
export interface ShowOptions extends LedgerOptions, OfSubscription, Spoken {}

/** Places a subscription, and tells its number. */
export async function runPlace(options: PlaceOptions, context: CommandContext): Promise<void> {
  const { deal, series: name, holder, units } = options
  const told = await atDesk(options, async ({ client, act }) => {
    const { series } = await seriesNamed(client, { deal, name })
    const receipt = await act(placeSubscription(client.rooms, { series, holder, units }))
    const query = { contract: 'Offering', at: client.rooms.Offering, event: 'Subscribed' } as const
    return found(client, { subscription: requireEvent(receipt, query).subscription })
  })
  tell(told, options, context)
}

/** Cancels, and tells what was subscribed. */
export async function runCancel(options: CancelOptions, context: CommandContext): Promise<void> {
  const { subscription } = options
  const told = await atDesk(options, async ({ client, act }) => {
    await act(cancelSubscription(client.rooms, { subscription }))
    return found(client, { subscription })
  })
  tell(told, options, context)
}

/** Prints a subscription as it stands. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  tell(await withLedger(options, client => found(client, options)), options, context)
}

async function found(client: Client, { subscription }: OfSubscription): Promise<Facts> {
  const stands = await subscriptionOf(client, { subscription })
  if (stands === undefined) throw new SubscriptionUnknownError(subscription)
  const { series, holder, placer, units, allotted, isSettled, isCancelled, isRefunded } = stands
  return { subscription, series, holder, placer, units, allotted, isSettled, isCancelled, isRefunded }
}

export class SubscriptionUnknownError extends LedgerError {
  override readonly code = 'offer/no-subscription'
  readonly subscription: bigint

  constructor(subscription: bigint) {
    super(`There is no subscription ${subscription}`, {
      remedy: 'Check the number; `lingnan subscription place` tells it',
    })
    this.subscription = subscription
  }
}
