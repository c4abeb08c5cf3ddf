import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { type Operation, operationSetOf } from './operation.ts'

/** Schedules the end of pauses of a place; a regulator of it. It takes effect after the delay of the deployment. */
export function unpausePlace(
  { PartyRegistry: to }: Rooms,
  {
    jurisdiction,
    operations,
    liftHash,
  }: {
    readonly jurisdiction: Jurisdiction
    readonly operations: readonly Operation[]
    readonly liftHash: Hash32
  },
): Call {
  const set = operationSetOf(operations)
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'unpause', args: [jurisdiction, set, liftHash] })
}
