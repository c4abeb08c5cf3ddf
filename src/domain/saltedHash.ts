import { concat, getBytes, keccak256, toUtf8Bytes } from 'ethers'
import { LedgerError } from './errors.ts'
import { type Hash32, hash32 } from './ids.ts'

/**
 * The hash under which a document or a number stands on the ledger: keccak-256 of 32 random bytes and then the
 * bytes of the document. Without its salt a short text, such as a number of an identity card, could be found by
 * trying all of them; destroying the salt takes the document off the ledger.
 */
export function saltedHash(salt: Hash32, document: string | Uint8Array): Hash32 {
  if (/^0x0+$/.test(salt)) throw new SaltMissingError()
  const bytes = typeof document === 'string' ? toUtf8Bytes(document) : document
  return hash32(keccak256(concat([getBytes(salt), bytes])))
}

export class SaltMissingError extends LedgerError {
  override readonly code = 'hash/salt-missing'

  constructor() {
    super('A hash with the salt zero hides nothing', { remedy: 'Draw 32 random bytes and keep them' })
  }
}
