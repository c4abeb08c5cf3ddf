import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type PartyId, partyId } from '../../domain/ids.ts'

/** A wallet that was once bound to a party. */
export type Wallet = {
  /** Party to which belongs what is recorded under the wallet, whether it still acts or not. */
  readonly party: PartyId
  /** acting: for its party. unbound: until it is bound again, as a further wallet. lost: for good. */
  readonly life: 'acting' | 'unbound' | 'lost'
  /** Wallet that took the place of a lost one. */
  readonly successor: Address | undefined
}

const ZERO = `0x${'0'.repeat(40)}`

/** What became of a wallet, if it was ever bound to a party. */
export async function walletOf(
  client: Client,
  { wallet, block }: AtBlock & { readonly wallet: Address },
): Promise<Wallet | undefined> {
  const args: [Address] = [wallet]
  const query = { contract: 'PartyRegistry' as const, to: client.rooms.PartyRegistry, args, block }
  const [behind, successor, isUnbound] = await Promise.all([
    readContract(client, { ...query, verb: 'partyBehind' }),
    readContract(client, { ...query, verb: 'successorOf' }),
    readContract(client, { ...query, verb: 'isUnbound' }),
  ])
  if (behind === 0n) return undefined
  const party = partyId(behind)
  if (successor !== ZERO)
    return Object.freeze({ party, life: 'lost', successor: parseAddress(successor) } as const)
  return Object.freeze({ party, life: isUnbound ? 'unbound' : 'acting', successor: undefined } as const)
}
