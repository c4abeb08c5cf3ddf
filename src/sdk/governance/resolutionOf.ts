import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import {
  type Matter,
  matters,
  nameOf,
  type ResolutionStage,
  resolutionStages,
} from '../../domain/enumerations.ts'
import { type DealId, dealId, type Hash32, hash32 } from '../../domain/ids.ts'

/** A resolution of holders. Weights are outstanding principal in minor units; the end is a moment in seconds. */
export type Resolution = {
  readonly deal: DealId
  readonly matter: Matter
  readonly stage: ResolutionStage
  readonly endsAt: bigint
  /** Weight of all who may vote. */
  readonly base: bigint
  readonly cast: bigint
  readonly inFavour: bigint
  readonly payloadHash: Hash32
  readonly documentHash: Hash32
}

/** A resolution by its number, if it was proposed. */
export async function resolutionOf(
  client: Client,
  { resolution, block }: AtBlock & { readonly resolution: bigint },
): Promise<Resolution | undefined> {
  const to = client.rooms.Resolutions
  const found = await readContract(client, {
    contract: 'Resolutions',
    to,
    verb: 'resolutionOf',
    args: [resolution],
    block,
  })
  const stage = nameOf(resolutionStages, found.stage)
  if (stage === 'None') return undefined
  const { endsAt, base, cast, inFavour } = found
  return Object.freeze({
    deal: dealId(found.deal),
    matter: nameOf(matters, found.matter),
    stage,
    endsAt,
    base,
    cast,
    inFavour,
    payloadHash: hash32(found.payloadHash),
    documentHash: hash32(found.documentHash),
  })
}
