import { decodeBytes32String, encodeBytes32String } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import { type Hash32, hash32 } from '../domain/ids.ts'

const MOST_BYTES = 31

/** A short text as 32 bytes, as the contracts keep names and kinds of documents. */
export function encodeText(text: string): Hash32 {
  if (text === '' || new TextEncoder().encode(text).length > MOST_BYTES) throw new TextTooLongError(text)
  return hash32(encodeBytes32String(text))
}

export function decodeText(bytes: string): string {
  return decodeBytes32String(bytes)
}

export class TextTooLongError extends LedgerError {
  override readonly code = 'chain/text-too-long'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" does not fit the chain's short texts`, {
      remedy: `Use 1 to ${MOST_BYTES} bytes; a Chinese character takes three`,
    })
    this.text = text
  }
}
