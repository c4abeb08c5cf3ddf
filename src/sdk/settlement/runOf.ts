import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** What is still owed of a period: how many series, and which payees of the program. */
export type Run = {
  readonly isBooked: boolean
  readonly openSeries: number
  readonly openPayees: readonly number[]
}

/** How far a period is on its way to the payees. */
export async function runOf(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<Run> {
  const to = client.rooms.PayingAgent
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'runOf',
    args: [deal, period],
    block,
  })
  return {
    isBooked: found.isBooked,
    openSeries: Number(found.openSeries),
    openPayees: bitsIn(found.openPayees),
  }
}

function bitsIn(bitmap: bigint): readonly number[] {
  return Array.from({ length: bitmap.toString(2).length }, (_, bit) => bit).filter(
    bit => (bitmap >> BigInt(bit)) & 1n,
  )
}
