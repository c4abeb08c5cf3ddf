import { codeOf, decimalsOf, type Money } from '../../domain/money.ts'

/** An amount for readers: "CNY 1,234.56". */
export function showMoney({ currency, minor }: Money): string {
  return `${codeOf(currency)} ${showMinor(minor, decimalsOf(currency))}`
}

/** The same without its currency, for columns whose heading names it. */
export function showAmount({ currency, minor }: Money): string {
  return showMinor(minor, decimalsOf(currency))
}

export function showCount(count: bigint | number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A share such as 0.026 as "2.6 %", from its decimal text. */
export function showPercent(share: string): string {
  const [whole = '0', decimals = ''] = share.split('.')
  const digits = `${whole}${decimals.padEnd(2, '0')}`
  const point = whole.length + 2
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const fraction = digits.slice(point).replace(/0+$/, '')
  return `${integer}${fraction === '' ? '' : `.${fraction}`} %`
}

function showMinor(minor: bigint, decimals: number): string {
  const sign = minor < 0n ? '-' : ''
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${sign}${showCount(BigInt(whole))}.${digits.slice(digits.length - decimals)}`
}
