import { type Day, dayAt, parseDay } from '../../domain/dates.ts'
import { type FilePlace, readAt } from '../../domain/fileFault.ts'
import { type Currency, type CurrencyCode, currencyOf, type Money, parseMoney } from '../../domain/money.ts'
import { EntryRefusedError } from '../errors.ts'
import { childOf, textAt, type XmlElement } from '../xml/element.ts'
import type { Sign } from './entry.ts'

/** Which currency an account is kept in, where ISO 4217 does not tell: yuan in Hong Kong or Macao are CNH here. */
export type AccountCurrencies = Readonly<Record<string, CurrencyCode>>

/** The currency that a code means on an account. ISO 20022 knows CNY only, onshore and offshore. */
export function accountCurrency(
  code: string,
  { account, currencies, place }: { account: string; currencies: AccountCurrencies; place: FilePlace },
): Currency {
  return readAt(place, () => {
    const own = currencies[account]
    if (own === undefined || own === code) return currencyOf(code)
    if (own === 'CNH' && code === 'CNY') return currencyOf(own)
    const reason = `The account is kept in ${own} and this is in ${code}`
    throw new EntryRefusedError(place, reason, 'Correct the currency of the account in the configuration')
  })
}

/**
 * An amount as xs:decimal writes it: a plus, leading zeros and a bare point are allowed there. More decimals than the
 * currency has are refused, as ISO 20022 has it for amounts with a currency.
 */
export function readAmount(element: XmlElement, currency: Currency): Money {
  const plain = element.text
    .trim()
    .replace(/^\+/, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '')
  return readAt(element.place, () => parseMoney(currency, plain))
}

/** An amount in the currency that it states itself. */
export function readStatedAmount(element: XmlElement | undefined): Money | undefined {
  if (element === undefined) return undefined
  const code = element.attributes['Ccy'] ?? ''
  return readAt(element.place, () => readAmount(element, currencyOf(code)))
}

/**
 * The date of a choice between a date and a moment. A date is taken as it is written; a moment with an offset is
 * counted in UTC+8, where all three places are.
 */
export function readDate(element: XmlElement | undefined): Day | undefined {
  const chosen = childOf(element, 'Dt') ?? childOf(element, 'DtTm')
  if (chosen === undefined) return undefined
  const text = chosen.text.trim()
  return readAt(chosen.place, () => {
    const hasOffset = text.includes('T') && /(Z|[+-]\d{2}:\d{2})$/.test(text)
    return hasOffset ? dayAt(BigInt(Math.floor(Date.parse(text) / 1000))) : parseDay(text.slice(0, 10))
  })
}

export function readSign(element: XmlElement): Sign {
  return textAt(element, 'CdtDbtInd') === 'CRDT' ? 'credit' : 'debit'
}

/** Whether an optional indicator is set; xs:boolean also writes 1. */
export function isSet(element: XmlElement, name: string): boolean {
  return ['true', '1'].includes(textAt(element, name) ?? '')
}
