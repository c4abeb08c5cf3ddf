import { computeAddress, isHexString, Signature, Transaction, type TransactionLike } from 'ethers'
import type { Address } from '../../chain/address.ts'
import { encodeStruct, type Statement } from '../../chain/eip712.ts'
import { LedgerError } from '../../domain/errors.ts'
import { type Key, recovered, WrongSignatureError } from './key.ts'

const MOST_ANSWER_BYTES = 100_000
const SIGNATURE_BYTES = 65
const PUBLIC_KEY_BYTES = 64

/**
 * The key of an address in a Web3Signer, by its eth1 API: it lists public keys, and signs the Keccak hash of the bytes that it
 * is sent. So a statement goes there as 0x1901 ‖ domain ‖ struct and a transaction as its unsigned form, and what comes
 * back is checked before it is used.
 */
export async function web3SignerKey({
  url,
  address,
  timeoutMs,
}: {
  readonly url: string
  readonly address: Address
  readonly timeoutMs: number
}): Promise<Key> {
  const base = url.endsWith('/') ? url : `${url}/`
  const ask = (path: string, data?: string): Promise<string> =>
    request(new URL(path, base), { data, timeoutMs })
  const identifier = identifierOf(await ask('api/v1/eth1/publicKeys'), { url, address })
  const sign = async (data: string): Promise<Signature> =>
    signatureIn(await ask(`api/v1/eth1/sign/${identifier}`, data), address)
  return Object.freeze({
    address,
    signStatement: async (statement: Statement) => (await sign(encodeStruct(statement))).serialized,
    async signTransaction(draft: TransactionLike) {
      const transaction = Transaction.from(draft)
      transaction.signature = await sign(transaction.unsignedSerialized)
      if (recovered(transaction.unsignedHash, transaction.signature.serialized) !== address)
        throw new WrongSignatureError(address)
      return transaction.serialized
    },
  })
}

async function request(
  url: URL,
  { data, timeoutMs }: { readonly data: string | undefined; readonly timeoutMs: number },
): Promise<string> {
  const post = {
    method: 'POST',
    body: JSON.stringify({ data }),
    headers: { 'content-type': 'application/json' },
  }
  const options = { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) } as const
  try {
    const answer = await fetch(url, data === undefined ? options : { ...options, ...post })
    const text = await answer.text()
    if (answer.ok && text.length <= MOST_ANSWER_BYTES) return text
    throw new SignerUnreachableError(url, `it answered ${answer.status}`)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    throw new SignerUnreachableError(url, 'it gave no answer', error)
  }
}

/** The public key that belongs to an address, as the signer names it. */
function identifierOf(
  text: string,
  { url, address }: { readonly url: string; readonly address: Address },
): string {
  const listed = publicKeysIn(text)
  const found = listed.find(key => computeAddress(`0x04${key.slice(2)}`) === address)
  if (found === undefined) throw new KeyAbsentError(url, address)
  return found
}

function publicKeysIn(text: string): readonly string[] {
  try {
    const data: unknown = JSON.parse(text)
    if (!Array.isArray(data)) return []
    const texts = data.map(key => (String(key).startsWith('0x') ? String(key) : `0x${key}`))
    return texts.filter(key => isHexString(key, PUBLIC_KEY_BYTES))
  } catch {
    return []
  }
}

/** The signature in an answer, which is its text, with or without quotes. */
function signatureIn(text: string, address: Address): Signature {
  const hex = text.trim().replaceAll('"', '')
  if (!isHexString(hex, SIGNATURE_BYTES)) throw new WrongSignatureError(address)
  try {
    const signature = Signature.from(hex)
    // Writing it checks it: the upper half of its numbers is refused by contracts.
    return Signature.from(signature.serialized)
  } catch {
    throw new WrongSignatureError(address)
  }
}

export class SignerUnreachableError extends LedgerError {
  override readonly code = 'signer/unreachable'
  readonly url: string

  constructor(url: URL, fact: string, cause?: unknown) {
    super(`The signer at ${url.origin} did not sign: ${fact}`, {
      remedy: 'Check that it runs and holds the key; the step is repeated',
      cause,
    })
    this.url = url.origin
  }
}

export class KeyAbsentError extends LedgerError {
  override readonly code = 'signer/key-absent'
  readonly address: string

  constructor(url: string, address: string) {
    super(`The signer at ${url} lists no key of ${address}`, {
      remedy: 'Load the key there, or correct the address in the configuration',
    })
    this.address = address
  }
}
