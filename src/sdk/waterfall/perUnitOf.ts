import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period, TrancheId } from '../../domain/ids.ts'

/** Amounts of one unit, scaled 1e18. */
export type PerUnit = { readonly interest: bigint; readonly principal: bigint; readonly residual: bigint }

/** What one unit of a tranche gets in a period, scaled 1e18. */
export async function perUnitOf(
  client: Client,
  {
    deal,
    period,
    tranche,
    block,
  }: AtBlock & { readonly deal: DealId; readonly period: Period; readonly tranche: TrancheId },
): Promise<PerUnit> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'perUnitOf',
    args: [deal, period, tranche],
    block,
  })
  return { interest: found.interest, principal: found.principal, residual: found.residual }
}
