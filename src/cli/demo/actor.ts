import { id, Wallet } from 'ethers'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import type { PlaceCode } from './cast.ts'

/** Somebody who acts in the demo, through one wallet. */
export interface Actor {
  readonly name: string
  readonly place: PlaceCode
  readonly wallet: Wallet
  /** Hash by which the party is named on the ledger. */
  readonly subject: Hash32
}

/** The same name is the same wallet in every run, so that runs can be compared. */
export function actorNamed(name: string, place: PlaceCode): Actor {
  // Warning: anyone can compute these keys. They exist for chains that end with the command.
  return { name, place, wallet: new Wallet(id(`lingnan demo wallet of ${name}`)), subject: hashOf(`party ${name}`) }
}

/** A hash that stands for a document, reference or name of the demo. */
export function hashOf(text: string): Hash32 {
  return hash32(id(`lingnan demo ${text}`))
}
