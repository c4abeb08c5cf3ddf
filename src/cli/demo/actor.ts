import { id, Wallet } from 'ethers'
import { type Hash32, hash32 } from '../../domain/ids.ts'

export type PlaceCode = 'CN' | 'HK' | 'MO'

/** A desk of a party: whoever acts for it in one office, through a wallet of its own. */
export interface Actor {
  readonly name: string
  readonly place: PlaceCode
  readonly wallet: Wallet
  /** Hash by which the party is named on the ledger; its desks share it. */
  readonly subject: Hash32
}

/** The same party and desk are the same wallet in every run, so that runs can be compared. */
export function actorNamed(
  party: { readonly key: string; readonly name: string; readonly place: PlaceCode },
  desk: string,
): Actor {
  const { key, name, place } = party
  // Warning: anyone can compute these keys. They serve on chains that end with the command.
  const wallet = new Wallet(id(`lingnan demo wallet of ${key}, ${desk}`))
  return { name, place, wallet, subject: hashOf(`party ${key}`) }
}

/** A hash that stands for a document, a reference or a name in the demo. */
export function hashOf(text: string): Hash32 {
  return hash32(id(`lingnan demo ${text}`))
}
