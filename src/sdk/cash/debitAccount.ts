import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { AccountId, Hash32 } from '../../domain/ids.ts'

/** Books a debit that the bank confirms; accounts that rooms divide are paid from by rooms. */
export function debitAccount(
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
    verb: 'debit',
    args: [account, amount, valueDay, bankReference],
  })
}
