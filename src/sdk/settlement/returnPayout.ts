import { ZeroAddress } from 'ethers'
import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** A payment that came back; the holder is named where the instruction pays holders. */
export type ReturnedPayout = {
  readonly instruction: bigint
  readonly holder?: Address | undefined
  readonly valueDay: Day
  readonly bankReference: Hash32
  readonly reason: Hash32
}

/** Records that a payment came back; the account bank. It becomes payable again. */
export function returnPayout({ PayingAgent: to }: Rooms, returned: ReturnedPayout): Call {
  const { instruction, holder, valueDay, bankReference, reason } = returned
  return encodeCall({
    contract: 'PayingAgent',
    to,
    verb: 'returnPayout',
    args: [instruction, holder ?? ZeroAddress, valueDay, bankReference, reason],
  })
}
