import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Day, dayFrom } from '../../domain/dates.ts'
import { type EntryKind, entryKinds, nameOf } from '../../domain/enumerations.ts'
import { type AccountId, accountId, type EntryId, entryId, type Hash32, hash32 } from '../../domain/ids.ts'

/**
 * One entry of an account. `counter` is the entry that it answers: the reversed one, the debit of a move or
 * sale.
 */
export type Entry = {
  readonly account: AccountId
  readonly amount: bigint
  readonly valueDay: Day
  readonly counter: EntryId | undefined
  readonly kind: EntryKind
  readonly isCredit: boolean
  readonly isSpent: boolean
  readonly isReversed: boolean
  readonly bankReference: Hash32
}

/** An entry by its number; one that does not exist is refused. */
export async function entryOf(
  client: Client,
  { entry, block }: AtBlock & { readonly entry: EntryId },
): Promise<Entry> {
  const to = client.rooms.CashLedger
  const found = await readContract(client, {
    contract: 'CashLedger',
    to,
    verb: 'entryOf',
    args: [entry],
    block,
  })
  return Object.freeze({
    account: accountId(found.account),
    amount: found.amount,
    valueDay: dayFrom(found.valueDay),
    counter: found.counter === 0n ? undefined : entryId(found.counter),
    kind: nameOf(entryKinds, found.kind),
    isCredit: found.isCredit,
    isSpent: found.isSpent,
    isReversed: found.isReversed,
    bankReference: hash32(found.bankReference),
  })
}
