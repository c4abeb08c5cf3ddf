import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** The instruction that pays a payee of the program for a period, if any. */
export async function payeeInstructionOf(
  client: Client,
  {
    deal,
    period,
    payee,
    block,
  }: AtBlock & { readonly deal: DealId; readonly period: Period; readonly payee: number },
): Promise<bigint | undefined> {
  const to = client.rooms.PayingAgent
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'payeeInstructionOf',
    args: [deal, period, payee],
    block,
  })
  return found === 0n ? undefined : found
}
