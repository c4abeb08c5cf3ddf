import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { nameOf, type OfferStage, offerStages } from '../../domain/enumerations.ts'
import type { DealId } from '../../domain/ids.ts'

/**
 * The offer of a deal: what subscriptions own of the subscription account, and what the trustee confirmed.
 */
export type Offer = {
  readonly stage: OfferStage
  readonly cutOffAt: bigint
  readonly owed: bigint
  readonly proceeds: bigint
  readonly confirmed: bigint
}

/** The offer of a deal; its stage is `None` until it is opened. */
export async function offerOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Offer> {
  const to = client.rooms.Offering
  const found = await readContract(client, { contract: 'Offering', to, verb: 'offerOf', args: [deal], block })
  return Object.freeze({
    stage: nameOf(offerStages, found.stage),
    cutOffAt: found.cutOffAt,
    owed: found.owed,
    proceeds: found.proceeds,
    confirmed: found.confirmed,
  })
}
