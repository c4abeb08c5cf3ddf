import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { Period, SeriesId } from '../../domain/ids.ts'

/** The instruction that pays a holder for a period, if any, and whether the payout is withheld. */
export async function payoutOf(
  client: Client,
  {
    series,
    period,
    holder,
    block,
  }: AtBlock & { readonly series: SeriesId; readonly period: Period; readonly holder: Address },
): Promise<{ readonly instruction: bigint | undefined; readonly isWithheld: boolean }> {
  const to = client.rooms.PayingAgent
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'payoutOf',
    args: [series, period, holder],
    block,
  })
  return {
    instruction: found.instruction === 0n ? undefined : found.instruction,
    isWithheld: found.isWithheld,
  }
}
