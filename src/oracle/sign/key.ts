import { recoverAddress, type TransactionLike } from 'ethers'
import { type Address, parseAddress } from '../../chain/address.ts'
import { digestOfStruct, type Statement } from '../../chain/eip712.ts'
import { LedgerError } from '../../domain/errors.ts'

/** A private key, wherever it lies. */
export type Key = {
  readonly address: Address
  readonly signStatement: (statement: Statement) => Promise<string>
  readonly signTransaction: (transaction: TransactionLike) => Promise<string>
}

/** Signs a statement and returns the signature only if it is that of the key. */
export async function signVerified(key: Key, statement: Statement): Promise<string> {
  const signature = await key.signStatement(statement)
  if (recovered(digestOfStruct(statement), signature) !== key.address)
    throw new WrongSignatureError(key.address)
  return signature
}

/** Whose signature this is, if it is one. */
export function recovered(digest: string, signature: string): Address | undefined {
  try {
    return parseAddress(recoverAddress(digest, signature))
  } catch {
    return undefined
  }
}

/** Whoever signs reports, carries them and approves them are three; one key for two offices would be one thief for both. */
export function requireApart(keys: Readonly<Record<string, readonly string[]>>): void {
  const seen = new Map<string, string>()
  for (const [office, addresses] of Object.entries(keys))
    for (const address of addresses) {
      const other = seen.get(address.toLowerCase())
      if (other !== undefined && other !== office) throw new SharedKeyError(address, [other, office])
      seen.set(address.toLowerCase(), office)
    }
}

export class WrongSignatureError extends LedgerError {
  override readonly code = 'signer/wrong-signature'
  readonly address: string

  constructor(address: string) {
    super(`What the signer returned is no signature of ${address} under the statement`, {
      remedy: 'It was not used; check which key the signer holds under this address, and its version',
    })
    this.address = address
  }
}

export class SharedKeyError extends LedgerError {
  override readonly code = 'signer/shared-key'
  readonly address: string

  constructor(address: string, offices: readonly string[]) {
    super(`${address} is to be ${offices.join(' and ')}`, { remedy: 'Give each of them a key of its own' })
    this.address = address
  }
}
