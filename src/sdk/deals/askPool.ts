import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Asks the tests of a pool and keeps how they ended, whatever comes of it; anyone, until the deal ends. */
export function askPool({ PoolDesk: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'PoolDesk', to, verb: 'ask', args: [deal] })
}
