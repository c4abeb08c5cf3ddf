import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealEventKind, dealEventKinds } from '../../domain/enumerations.ts'
import { type DealId, type Hash32, hash32, type Period } from '../../domain/ids.ts'

/**
 * The sum of the standing reports of a period: what the waterfall divides, minor units of the deal's
 * currency.
 */
export type Totals = {
  readonly digest: Hash32
  /** Income and principal that receipts carry. */
  readonly income: bigint
  readonly principal: bigint
  /** Performing balance by maturity class, indexed as `maturities`. */
  readonly performing: readonly bigint[]
  readonly defaulted: bigint
  readonly losses: bigint
  readonly refundDue: bigint
  readonly refundExcess: bigint
  readonly fees: readonly bigint[]
  readonly events: readonly DealEventKind[]
  /** Income and principal as reported, received or not. */
  readonly incomeCollected: bigint
  readonly principalCollected: bigint
}

export async function totalsOf(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<Totals> {
  const to = client.rooms.CollectionOracle
  const args: [bigint, bigint] = [deal, period]
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'totalsOf',
    args,
    block,
  })
  return Object.freeze({
    digest: hash32(found.digest),
    income: found.income,
    principal: found.principal,
    performing: [...found.performing],
    defaulted: found.defaulted,
    losses: found.losses,
    refundDue: found.refundDue,
    refundExcess: found.refundExcess,
    fees: [...found.fees],
    events: dealEventKinds.filter((_, kind) => (found.events >> BigInt(kind)) & 1n),
    incomeCollected: found.incomeCollected,
    principalCollected: found.principalCollected,
  })
}
