import type { Address } from '../../chain/address.ts'
import type { IPartyRegistry } from '../../chain/contracts/index.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { Place } from '../../domain/places.ts'

/**
 * What an attester states about a party. Moments are seconds; the subject and the evidence are salted hashes.
 */
export type Attestation = {
  readonly subject: Hash32
  readonly wallet: Address
  readonly place: Place
  /** Code of the class of investor, 0 for a party that only holds an office. */
  readonly investorClass: number
  /** Risk tolerance C1 to C5 as 1 to 5, 0 for none. */
  readonly tolerance: number
  /** Later than the statement before it about this party, and not in the future. */
  readonly issuedAt: bigint
  readonly validUntil: bigint
  readonly evidence: Hash32
}

/** The statement as the chain hashes it and takes it. */
export function attestationFields({ investorClass, ...rest }: Attestation): IPartyRegistry.AttestationStruct {
  return { ...rest, class: investorClass }
}
