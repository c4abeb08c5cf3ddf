import { InvalidArgumentError } from 'commander'

const LONGEST_BLOCK_SECONDS = 60

/** Seconds between blocks, such as 0.2. */
export function parseSeconds(text: string): number {
  const seconds = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || seconds > LONGEST_BLOCK_SECONDS)
    throw new InvalidArgumentError(`give seconds from 0 to ${LONGEST_BLOCK_SECONDS}`)
  return seconds
}

export function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError('give an http:// or https:// address')
  return text
}

export function parseId(text: string): bigint {
  if (!/^[1-9]\d{0,18}$/.test(text))
    throw new InvalidArgumentError('give the number of the deal on the ledger')
  return BigInt(text)
}
