import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import type { PoolLimit } from '../../domain/pool/poolTest.ts'
import { limitFields } from './poolLimits.ts'

/** Says what the pool of a draft must satisfy besides the firewall, in place of what was said before; the manager. */
export function limitPool(
  { PoolDesk: to }: Rooms,
  { deal, limits }: { readonly deal: DealId; readonly limits: readonly PoolLimit[] },
): Call {
  return encodeCall({ contract: 'PoolDesk', to, verb: 'limit', args: [deal, limits.map(limitFields)] })
}
