import { ZeroAddress } from 'ethers'
import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type EntitlementKind, entitlementKinds, ordinalOf } from '../../domain/enumerations.ts'
import type { Period, SeriesId } from '../../domain/ids.ts'

export type EntitlementQuery = {
  readonly series: SeriesId
  readonly period: Period
  /** The whole series, as a mirror's registrar is paid it, where no holder is named. */
  readonly holder?: Address | undefined
  readonly kind: EntitlementKind
}

/** What a holder is owed for one period, rounded down. */
export async function entitlementOf(
  client: Client,
  { series, period, holder, kind, block }: AtBlock & EntitlementQuery,
): Promise<bigint> {
  return readContract(client, {
    contract: 'PayingAgent',
    to: client.rooms.PayingAgent,
    verb: 'entitlementOf',
    args: [series, period, holder ?? ZeroAddress, ordinalOf(entitlementKinds, kind)],
    block,
  })
}
