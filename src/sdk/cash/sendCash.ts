import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { AccountId, Hash32 } from '../../domain/ids.ts'

/** Money on its way from one account of a deal to another. */
export type Remittance = {
  readonly from: AccountId
  readonly to: AccountId
  readonly amount: bigint
  readonly valueDay: Day
  readonly bankReference: Hash32
}

/** Sends money towards another account of the deal: it leaves now, the receiving bank confirms it. */
export function sendCash({ CashLedger }: Rooms, remittance: Remittance): Call {
  const { from, to, amount, valueDay, bankReference } = remittance
  return encodeCall({
    contract: 'CashLedger',
    to: CashLedger,
    verb: 'send',
    args: [from, to, amount, valueDay, bankReference],
  })
}
