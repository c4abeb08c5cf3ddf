import type { Address } from '../../chain/address.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** What an attester states about a lost wallet. Moments are seconds; the evidence is a salted hash. */
export type Recovery = {
  readonly lost: Address
  /** Wallet that acts for the party in its stead. */
  readonly successor: Address
  /** Later than the statement before it about this party, and not in the future. */
  readonly issuedAt: bigint
  readonly evidence: Hash32
}
