import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Member } from './answer.ts'
import { seatOf } from './committee.ts'
import type { Envelope } from './envelope.ts'
import { handleMessage, type Reply } from './handle.ts'

export type Seating = {
  readonly member: Member
  readonly deals: readonly DealId[]
  /** Key of a member → its wallet. */
  readonly wallets: ReadonlyMap<string, string>
}

/** Handles the messages of members that have a seat in one of the deals now; the chain says who has. */
export function seatedHandler({ member, deals, wallets }: Seating): (envelope: Envelope) => Promise<Reply> {
  return async envelope => {
    const wallet = parseAddress(wallets.get(envelope.from) ?? envelope.from)
    if (!(await hasSeat(member.signing.client, { deals, wallet }))) throw new NotOnCommitteeError(wallet)
    return handleMessage(member, { envelope, wallet })
  }
}

async function hasSeat(
  client: Client,
  { deals, wallet }: { readonly deals: readonly DealId[]; readonly wallet: Address },
): Promise<boolean> {
  for (const deal of deals) if ((await seatOf(client, { deal, wallet })) !== undefined) return true
  return false
}

export class NotOnCommitteeError extends LedgerError {
  override readonly code = 'peer/not-on-committee'
  readonly wallet: string

  constructor(wallet: string) {
    super(`${wallet} has no seat in the committee of any deal here`, {
      remedy: 'The ledger says who is in office; after a change of office the member list is changed too',
    })
    this.wallet = wallet
  }
}
