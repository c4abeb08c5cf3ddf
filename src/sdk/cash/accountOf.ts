import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type AccountPurpose, accountPurposes, ordinalOf } from '../../domain/enumerations.ts'
import { type AccountId, accountId, type DealId } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'

/** The account that rooms use for a purpose and currency of a deal, if one was opened. */
export async function accountOf(
  client: Client,
  {
    deal,
    purpose,
    currency,
    block,
  }: AtBlock & { readonly deal: DealId; readonly purpose: AccountPurpose; readonly currency: Currency },
): Promise<AccountId | undefined> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'accountOf',
    args: [deal, ordinalOf(accountPurposes, purpose), currency],
    block,
  })
  return /[1-9a-f]/.test(found.slice(2)) ? accountId(found) : undefined
}
