import type { RevertEntry } from './entry.ts'

/** Errors of access and identity. */
export const identityReverts: readonly RevertEntry[] = [
  {
    signature: 'NotRoleHolder(uint64 role, address account)',
    code: 'access/not-role-holder',
    fact: '{account} is not {role:Role}',
    remedy: 'Use a wallet that holds the role, or ask the council to grant it',
  },
  {
    signature: 'UnknownParty(PartyId party)',
    code: 'party/unknown',
    fact: 'There is no party {party}',
    remedy: 'Check the id, or have the party attested first',
  },
  {
    signature: 'UnknownWallet(address wallet)',
    code: 'party/unknown-wallet',
    fact: '{wallet} acts for no party',
    remedy: 'Have an attester of its place attest a party with this wallet',
  },
  {
    signature: 'AttestationEarly(uint48 issuedAt)',
    code: 'party/attestation-early',
    fact: 'The attestation is dated {issuedAt:Moment}, which has not come yet',
    remedy: 'Correct the date of issue or wait for it',
  },
  {
    signature: 'AttestationExpired(uint48 validUntil)',
    code: 'party/attestation-expired',
    fact: 'The attestation was valid until {validUntil:Moment}',
    remedy: 'Ask the attester for a new one',
  },
  {
    signature: 'AttestationStale(PartyId party, uint48 issuedAt)',
    code: 'party/attestation-stale',
    fact: 'Party {party} has a newer attestation than the one of {issuedAt:Moment}',
    remedy: 'Submit only the newest attestation',
  },
  {
    signature: 'EvidenceMissing()',
    code: 'party/evidence-missing',
    fact: 'The act names no evidence',
    remedy: 'Give the salted hash of the file that justifies it',
  },
  {
    signature: 'NonceUsed(address attester, uint64 nonce)',
    code: 'party/nonce-used',
    fact: '{attester} has used the number {nonce} before',
    remedy: 'Sign a new attestation with a fresh number; each counts once',
  },
  {
    signature: 'NotOrderAuthority(uint64 orderId, address account)',
    code: 'party/not-order-authority',
    fact: '{account} is not the authority that gave order {orderId}',
    remedy: 'Only that authority, or its successor in office, lifts the order',
  },
  {
    signature: 'OrderAlreadyLifted(uint64 orderId)',
    code: 'party/order-lifted',
    fact: 'Order {orderId} was lifted before',
    remedy: 'Nothing is left to lift',
  },
  {
    signature: 'PartyAlreadyRevoked(PartyId party)',
    code: 'party/already-revoked',
    fact: 'Party {party} was revoked before',
    remedy: 'A new attestation makes it eligible again',
  },
  {
    signature: 'PartyElsewhere(PartyId party, Place place)',
    code: 'party/elsewhere',
    fact: 'Party {party} belongs to another place than {place}',
    remedy: 'An authority acts only in its own jurisdiction',
  },
  {
    signature: 'SubjectCollision(PartyId party, bytes32 subject)',
    code: 'party/subject-collision',
    fact: 'Another subject already has the number of party {party}',
    remedy: 'Salt the subject anew and attest it again',
  },
  {
    signature: 'ToleranceOutOfRange(uint8 tolerance)',
    code: 'party/tolerance-out-of-range',
    fact: 'A risk tolerance of {tolerance} does not exist',
    remedy: 'Use 1 to 5 for C1 to C5, or 0 for none',
  },
  {
    signature: 'UnknownOrder(uint64 orderId)',
    code: 'party/unknown-order',
    fact: 'There is no order {orderId}',
    remedy: 'Check the id against the events of the party',
  },
  {
    signature: 'WalletBound(address wallet, PartyId party)',
    code: 'party/wallet-bound',
    fact: '{wallet} already acts for party {party}',
    remedy: 'Use another wallet; one wallet acts for one party',
  },
  {
    signature: 'WalletMissing(bytes32 subject)',
    code: 'party/wallet-missing',
    fact: 'The attestation of {subject} names no wallet',
    remedy: 'Name the wallet that acts for the party',
  },
]
