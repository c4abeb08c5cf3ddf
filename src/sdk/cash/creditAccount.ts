import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { AccountId, Hash32 } from '../../domain/ids.ts'

/** Books a credit that the bank confirms. */
export function creditAccount(
  { CashLedger: to }: Rooms,
  {
    account,
    amount,
    valueDay,
    bankReference,
  }: {
    readonly account: AccountId
    readonly amount: bigint
    readonly valueDay: Day
    readonly bankReference: Hash32
  },
): Call {
  return encodeCall({
    contract: 'CashLedger',
    to,
    verb: 'credit',
    args: [account, amount, valueDay, bankReference],
  })
}
