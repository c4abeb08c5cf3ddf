import { ONE_PPB_SCALE } from '../domain/rates.ts'

/** A share or multiple in parts per billion, without the bound of a rate; the schema admits at most nine decimals. */
export function fraction(text: string): bigint {
  const [whole = '0', decimals = ''] = text.split('.')
  return BigInt(whole) * ONE_PPB_SCALE + BigInt(decimals.padEnd(9, '0'))
}
