import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { accountPurposes, nameOf } from '../../domain/enumerations.ts'
import { type AccountId, dealId, hash32, partyId } from '../../domain/ids.ts'
import { currency } from '../../domain/money.ts'
import type { Account } from './account.ts'

/** What an account is; one that was never opened is refused. */
export async function accountTermsOf(
  client: Client,
  { account, block }: AtBlock & { readonly account: AccountId },
): Promise<Account> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'termsOf',
    args: [account],
    block,
  })
  return Object.freeze({
    bank: partyId(found.bank),
    accountHash: hash32(found.accountHash),
    currency: currency(found.currency),
    deal: dealId(found.deal),
    purpose: nameOf(accountPurposes, found.purpose),
  })
}
