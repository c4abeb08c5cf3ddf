import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Day, dayFrom } from '../../domain/dates.ts'
import { type DealId, dealId, type RightId } from '../../domain/ids.ts'

/** What time and facts left of a right. */
export type Soundness = {
  readonly isLicenceEnded: boolean
  /** Titles that were invalidated or lapsed. */
  readonly lost: number
  /** Titles with a missed fee, in litigation or substituted. */
  readonly watched: number
  /** First day on which a title ends; nothing while one is not described. */
  readonly lifeEndDay: Day | undefined
  /** The one deal that it may back while it shares a title. */
  readonly boundTo: DealId | undefined
}

/** What time and facts left of a right. */
export async function soundnessOf(
  client: Client,
  { right, block }: AtBlock & { readonly right: RightId },
): Promise<Soundness> {
  const to = client.rooms.RightsRegistry
  const found = await readContract(client, {
    contract: 'RightsRegistry',
    to,
    verb: 'soundnessOf',
    args: [right],
    block,
  })
  return Object.freeze({
    isLicenceEnded: found.licenceEnded,
    lost: Number(found.lost),
    watched: Number(found.watched),
    lifeEndDay: found.lifeEndDay === 0n ? undefined : dayFrom(found.lifeEndDay),
    boundTo: found.boundTo === 0n ? undefined : dealId(found.boundTo),
  })
}
