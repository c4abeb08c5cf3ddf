import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Sale, saleFields } from './sale.ts'

/** Sells currency inside one bank: debit, credit and fixing in one act. */
export function sellCurrency({ CashLedger: to }: Rooms, { sale }: { readonly sale: Sale }): Call {
  return encodeCall({ contract: 'CashLedger', to, verb: 'sell', args: [saleFields(sale)] })
}
