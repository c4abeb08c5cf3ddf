import { InvalidArgumentError } from 'commander'
import { hexlify, randomBytes } from 'ethers'
import { type Hash32, hash32 } from '../domain/ids.ts'
import { saltedHash } from '../domain/saltedHash.ts'
import { decodeText, readBytes } from './readTextFile.ts'

const SALT_BYTES = 32

/** A document as the ledger knows it: it stays where it is, and so does its salt. */
export interface HashedDocument {
  readonly salt: Hash32
  readonly hash: Hash32
}

/** Hashes the bytes of a document with the salt that was given, or with a new one. */
export async function hashDocument(path: string, salt: Hash32 | undefined): Promise<HashedDocument> {
  return hashBytes(await readBytes(path), salt)
}

/** The same of a document that is also read. */
export async function hashText(
  path: string,
  salt: Hash32 | undefined,
): Promise<HashedDocument & { readonly text: string }> {
  const bytes = await readBytes(path)
  return { text: decodeText(bytes, path), ...hashBytes(bytes, salt) }
}

/** 32 random bytes. */
export function drawSalt(): Hash32 {
  return hash32(hexlify(randomBytes(SALT_BYTES)))
}

function hashBytes(bytes: Uint8Array, salt: Hash32 | undefined): HashedDocument {
  const used = salt ?? drawSalt()
  return { salt: used, hash: saltedHash(used, bytes) }
}

/** A salt of 32 bytes in hexadecimal. */
export function parseSalt(text: string): Hash32 {
  if (!/^0x[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError('give 0x and 64 hexadecimal digits')
  return hash32(text)
}
