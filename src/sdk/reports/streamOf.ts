import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Where a stream of a period stands. */
export type Stream = {
  readonly lastSequence: number
  readonly isFinal: boolean
  /** The report under dispute, and when its dispute lapses. */
  readonly disputed: { readonly sequence: number; readonly endsAt: bigint } | undefined
  /** Its final report was declared missing after its due date. */
  readonly isMissed: boolean
}

export async function streamOf(
  client: Client,
  {
    deal,
    period,
    stream,
    block,
  }: AtBlock & { readonly deal: DealId; readonly period: Period; readonly stream: number },
): Promise<Stream> {
  const to = client.rooms.CollectionOracle
  const args: [bigint, bigint, number] = [deal, period, stream]
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'streamOf',
    args,
    block,
  })
  const disputed = { sequence: Number(found.disputedSeq), endsAt: found.disputeEndsAt }
  return Object.freeze({
    lastSequence: Number(found.lastSeq),
    isFinal: found.isFinal,
    disputed: disputed.sequence === 0 ? undefined : disputed,
    isMissed: found.isMissed,
  })
}
