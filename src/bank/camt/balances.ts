import type { Day } from '../../domain/dates.ts'
import { type Currency, formatMoney, type Money, money } from '../../domain/money.ts'
import { StatementUnbalancedError } from '../errors.ts'
import { childOf, childrenOf, textAt, type XmlElement } from '../xml/element.ts'
import { readAmount, readDate, readSign } from './readValues.ts'

/** `until`: the day of the closing balance, where the bank names it. */
export type Balances = { readonly opening: Money; readonly closing: Money; readonly until?: Day }

/**
 * Opening and closing booked balance of a statement. Codes of ISO 20022 (external code set BalanceType): OPBD opening,
 * PRCD previously closed (the opening where OPBD is missing), CLBD closing, ITBD interim: a page of a longer statement
 * opens and closes with these.
 */
export function balancesOf(report: XmlElement, currencyAt: (amount: XmlElement) => Currency): Balances {
  const all = childrenOf(report, 'Bal')
  const of = (code: string) => all.filter(balance => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') === code)
  const interim = of('ITBD')
  const opening = of('OPBD')[0] ?? of('PRCD')[0] ?? interim[0]
  const closing = of('CLBD')[0] ?? interim.at(-1)
  if (opening === undefined || closing === undefined || opening === closing)
    throw new StatementUnbalancedError(
      report.place,
      'The statement lacks its opening or closing booked balance',
    )
  const until = readDate(childOf(closing, 'Dt'))
  return {
    opening: signed(opening, currencyAt),
    closing: signed(closing, currencyAt),
    ...(until === undefined ? {} : { until }),
  }
}

/** Throws unless the booked entries lead from the opening to the closing balance, to the last minor unit. */
export function requireBalance(
  report: XmlElement,
  { opening, closing, moved }: Balances & { readonly moved: bigint },
): void {
  const reached = opening.minor + moved
  if (opening.currency === closing.currency && reached === closing.minor) return
  const shown = (minor: bigint) => formatMoney(money(closing.currency, minor))
  const reason = `Opening and entries give ${shown(reached)}, the closing balance is ${shown(closing.minor)}`
  throw new StatementUnbalancedError(report.place, reason, closing.minor - reached)
}

function signed(balance: XmlElement, currencyAt: (amount: XmlElement) => Currency): Money {
  const element = childOf(balance, 'Amt') ?? balance
  const amount = readAmount(element, currencyAt(element))
  return readSign(balance) === 'credit' ? amount : money(amount.currency, -amount.minor)
}
