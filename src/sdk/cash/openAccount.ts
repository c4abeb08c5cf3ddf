import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Account, accountFields } from './account.ts'

/** Opens an account of a deal; the bank, by the office that it holds. */
export function openAccount({ CashLedger: to }: Rooms, { terms }: { readonly terms: Account }): Call {
  return encodeCall({ contract: 'CashLedger', to, verb: 'open', args: [accountFields(terms)] })
}
