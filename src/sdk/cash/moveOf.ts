import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type AccountId, accountId, type EntryId } from '../../domain/ids.ts'

/** Where money that was sent goes, and whether it arrived or came back. */
export async function moveOf(
  client: Client,
  { move, block }: AtBlock & { readonly move: EntryId },
): Promise<{ readonly to: AccountId; readonly isDone: boolean }> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'moveOf',
    args: [move],
    block,
  })
  return { to: accountId(found.to), isDone: found.isDone }
}
