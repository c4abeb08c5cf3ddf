import { InvalidArgumentError } from 'commander'
import { hexlify, randomBytes } from 'ethers'
import { type Hash32, hash32 } from '../../../domain/ids.ts'
import { saltedHash } from '../../../domain/saltedHash.ts'
import { readTextFile } from '../../readTextFile.ts'

const SALT_BYTES = 32

/** A document as the ledger knows it: its text stays where it is, and so does its salt. */
export interface HashedDocument {
  readonly text: string
  readonly salt: Hash32
  readonly hash: Hash32
}

/** Reads a document and hashes it with the salt that was given, or with a new one. */
export async function hashDocument(path: string, salt: Hash32 | undefined): Promise<HashedDocument> {
  const text = await readTextFile(path)
  const used = salt ?? hash32(hexlify(randomBytes(SALT_BYTES)))
  return { text, salt: used, hash: saltedHash(used, text) }
}

/** A salt of 32 bytes in hexadecimal. */
export function parseSalt(text: string): Hash32 {
  if (!/^0x[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError('give 0x and 64 hexadecimal digits')
  return hash32(text)
}
