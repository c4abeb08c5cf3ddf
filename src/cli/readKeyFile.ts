import { isHexString, Wallet } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import { readTextFile } from './readTextFile.ts'

const KEY_BYTES = 32

/** The wallet whose private key a file holds. */
export async function readKeyFile(path: string): Promise<Wallet> {
  const text = (await readTextFile(path)).trim()
  const key = text.startsWith('0x') ? text : `0x${text}`
  if (!isHexString(key, KEY_BYTES)) throw new KeyFileError(path)
  return new Wallet(key)
}

export class KeyFileError extends LedgerError {
  override readonly code = 'file/not-a-key'
  readonly path: string

  constructor(path: string) {
    super(`${path} holds no private key`, { remedy: 'Put 64 hexadecimal digits into it and nothing else' })
    this.path = path
  }
}
