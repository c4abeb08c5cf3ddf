import { getAddress, isAddress, ZeroAddress } from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import type { Brand } from '../domain/ids.ts'

/** An address of the chain, in its checksummed form. */
export type Address = Brand<`0x${string}`, 'Address'>

/**
 * Reads an address; one written in mixed case must carry the right checksum. Zero names nobody and is
 * refused.
 */
export function parseAddress(text: string): Address {
  if (!text.startsWith('0x') || !isAddress(text)) throw new MalformedAddressError(text)
  const checked = getAddress(text)
  if (!isChecked(checked)) throw new MalformedAddressError(text)
  return checked
}

function isChecked(text: string): text is Address {
  return text !== ZeroAddress
}

export class MalformedAddressError extends LedgerError {
  override readonly code = 'chain/malformed-address'
  readonly text: string

  constructor(text: string) {
    super(`"${text}" is not the address of anyone`, {
      remedy: 'Give 0x and 40 hexadecimal digits, in lower case or with the right checksum, not all zero',
    })
    this.text = text
  }
}
