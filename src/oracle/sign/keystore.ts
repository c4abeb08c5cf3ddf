import { readFile } from 'node:fs/promises'
import { isKeystoreJson, Wallet } from 'ethers'
import { parseAddress } from '../../chain/address.ts'
import { signStruct } from '../../chain/eip712.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Key } from './key.ts'

/** The key of an encrypted keystore file (version 3 as wallets write it). */
export async function openKeystore({
  path,
  password,
}: {
  readonly path: string
  readonly password: string
}): Promise<Key> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new KeystoreUnreadableError(path, cause)
  })
  if (!isKeystoreJson(text)) throw new KeystoreUnreadableError(path, undefined)
  const wallet = await Wallet.fromEncryptedJson(text, password).catch((cause: unknown) => {
    throw new KeystoreLockedError(path, cause)
  })
  return walletKey(new Wallet(wallet.privateKey))
}

/** A key in this process. */
export function walletKey(wallet: Wallet): Key {
  return Object.freeze({
    address: parseAddress(wallet.address),
    signStatement: (statement: Parameters<Key['signStatement']>[0]) => signStruct(wallet, statement),
    signTransaction: (transaction: Parameters<Key['signTransaction']>[0]) =>
      wallet.signTransaction(transaction),
  })
}

export class KeystoreUnreadableError extends LedgerError {
  override readonly code = 'file/not-a-keystore'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`${path} is no encrypted keystore`, {
      remedy: 'Name a keystore file of version 3, and check that this process may read it',
      cause,
    })
    this.path = path
  }
}

export class KeystoreLockedError extends LedgerError {
  override readonly code = 'signer/wrong-password'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`The password does not open ${path}`, { remedy: 'Give the password of this keystore', cause })
    this.path = path
  }
}
