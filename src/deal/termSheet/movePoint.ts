import { formatDecimal, parseDecimal } from '../../domain/decimals.ts'

/** The decimal text of a number divided by 10^places: "7.5" and 4 → "0.00075". */
export function movePoint(text: string, places: number): string {
  const [whole = '', decimals = ''] = text.split('.')
  const digits = whole.padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}${decimals}`
}

/** What is left of one: "0.20" → "0.80". */
export function lessThanOne(share: string): string {
  const [, decimals = ''] = share.split('.')
  return formatDecimal(
    parseDecimal('1', decimals.length) - parseDecimal(share, decimals.length),
    decimals.length,
  )
}
