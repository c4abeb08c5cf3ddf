import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { AccountId } from '../../domain/ids.ts'

/** The balance of an account, minor units. */
export async function balanceOf(
  client: Client,
  { account, block }: AtBlock & { readonly account: AccountId },
): Promise<bigint> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'balanceOf',
    args: [account],
    block,
  })
  return found
}
