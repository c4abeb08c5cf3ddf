import type { Address } from '../../chain/address.ts'
import type { PartyId } from '../../domain/ids.ts'

/** Word for a further wallet of a party. Moments are seconds. */
export type Consent = {
  readonly party: PartyId
  /** Wallet that is to act for the party. */
  readonly wallet: Address
  /** Wallet that acts for the party or, where none can, a regulator of its place. */
  readonly granter: Address
  /** Later than the statement that stands for the party, and not later than the attestation that uses it. */
  readonly issuedAt: bigint
  readonly validUntil: bigint
}
