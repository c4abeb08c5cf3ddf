import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { type Operation, operationSetOf } from './operation.ts'

/** Pauses operations of a place at once; a regulator of it. */
export function pausePlace(
  { PartyRegistry: to }: Rooms,
  {
    jurisdiction,
    operations,
    orderHash,
  }: {
    readonly jurisdiction: Jurisdiction
    readonly operations: readonly Operation[]
    readonly orderHash: Hash32
  },
): Call {
  const set = operationSetOf(operations)
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'pause', args: [jurisdiction, set, orderHash] })
}
