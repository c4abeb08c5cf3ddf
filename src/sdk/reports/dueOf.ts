import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** When the final report of a stream is due. */
export type Due = {
  /** Moment after which it is missing, seconds; a period beyond the terms has none. */
  readonly dueAt: bigint | undefined
  /** By the clock of the chain: the moment is over, and no final report stands in the open period. */
  readonly isOverdue: boolean
}

/** When the final report of a stream is due by the terms of its deal, and whether it is overdue. */
export async function dueOf(
  client: Client,
  {
    deal,
    period,
    stream,
    block,
  }: AtBlock & { readonly deal: DealId; readonly period: Period; readonly stream: number },
): Promise<Due> {
  const to = client.rooms.CollectionOracle
  const args: [bigint, bigint, number] = [deal, period, stream]
  const [dueAt, isOverdue] = await Promise.all([
    readContract(client, { contract: 'CollectionOracle', to, verb: 'dueAtOf', args, block }),
    readContract(client, { contract: 'CollectionOracle', to, verb: 'isOverdue', args, block }),
  ])
  return Object.freeze({ dueAt: dueAt === 0n ? undefined : dueAt, isOverdue })
}
