import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type AccountPurpose, accountPurposes, ordinalOf } from '../../domain/enumerations.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'

/** The balance of the account that rooms use for a purpose and currency of a deal. */
export async function cashOf(
  client: Client,
  {
    deal,
    purpose,
    currency,
    block,
  }: AtBlock & { readonly deal: DealId; readonly purpose: AccountPurpose; readonly currency: Currency },
): Promise<bigint> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'cashOf',
    args: [deal, ordinalOf(accountPurposes, purpose), currency],
    block,
  })
  return found
}
