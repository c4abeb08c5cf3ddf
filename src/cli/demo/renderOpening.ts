import type { Language } from '../../domain/languages.ts'
import { currencyOf, money } from '../../domain/money.ts'
import { showAmount, showCount, showMoney, showPercent } from '../output/amounts.ts'
import { renderLimits } from '../output/limits.ts'
import { renderPoolTests } from '../output/poolTests.ts'
import { renderTable } from '../output/table.ts'
import { headingsIn } from '../texts/headings.ts'
import { termsIn } from '../texts/terms.ts'
import type { ClosingRecord, OpeningRecord } from './record.ts'

/** Who and what a deal consists of: parties, pool with the firewall test, tranches and series with their limits. */
export function renderOpening(opening: OpeningRecord, language: Language): string {
  const sections = [titleOf, partiesOf, poolOf, firewallOf, poolTestsOf, tranchesOf, limitsOf]
  return sections.map(section => section(opening, language)).join('\n')
}

/** Who subscribed what, and the proceeds. */
export function renderClosing(closing: ClosingRecord, opening: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const rows = closing.subscriptions.map(({ series, placedBy, holder, units, amount }) => [
    series,
    placedBy,
    holder,
    showCount(units),
    amountIn(opening, amount),
  ])
  const table = renderTable(
    [
      { heading: say('series') },
      { heading: say('placedBy') },
      { heading: say('holder') },
      { heading: say('units'), align: 'right' },
      { heading: `${say('amount')} ${opening.currency}`, align: 'right' },
    ],
    rows,
  )
  const amount = (minor: bigint) => showMoney(money(currencyOf(opening.currency), minor))
  const reserve = closing.reserve === 0n ? '' : `${say('openingReserve')} ${amount(closing.reserve)}\n`
  return `${say('closing')} ${closing.date}\n${table}${say('total')} ${amount(closing.proceeds)}\n${reserve}`
}

function titleOf(
  { id, names, ledgerId, currency, total, closingDate, legalFinal, scenario }: OpeningRecord,
  language: Language,
): string {
  const amount = showMoney(money(currencyOf(currency), total))
  const title = `═══ ${id} · ${names[language] ?? id}`
  return `${title}\n#${ledgerId} · ${amount} · ${closingDate} – ${legalFinal} · ${scenario}\n`
}

function partiesOf({ parties }: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const { offices } = termsIn(language)
  const rows = parties.map(({ name, place, offices: held, wallet, isNamed }) => [
    held.map(offices).join(', '),
    `${name}${isNamed ? '' : ' *'}`,
    place,
    wallet,
  ])
  const columns = [say('office'), say('party'), say('place'), say('wallet')].map(heading => ({ heading }))
  const note = parties.every(({ isNamed }) => isNamed) ? '' : `* ${say('standIn')}\n`
  return `${say('parties')}\n${renderTable(columns, rows)}${note}`
}

function poolOf(opening: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const { maturities } = termsIn(language)
  const rights = opening.rights.map(({ asset, right, place, maturity, trl, principal, currency }) => [
    asset,
    `#${right}`,
    place,
    maturities(maturity),
    `TRL ${trl}`,
    currency,
    amountIn(opening, principal),
  ])
  const classes = opening.classes.map(({ maturity, rights: count, principal }) => [
    say('total'),
    `${count}`,
    '',
    maturities(maturity),
    '',
    '',
    amountIn(opening, principal),
  ])
  const columns = [
    { heading: '' },
    { heading: say('right') },
    { heading: say('place') },
    { heading: say('maturity') },
    { heading: '' },
    { heading: say('paidIn') },
    { heading: `${say('principal')} ${opening.currency}`, align: 'right' as const },
  ]
  return `${say('pool')}\n${renderTable(columns, [...rights, ...classes])}`
}

function firewallOf(opening: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const { maturities } = termsIn(language)
  const rows = opening.firewall.map(({ tranche, classes, outstanding, backing, passed }) => [
    tranche,
    classes.map(maturities).join(' + '),
    amountIn(opening, outstanding),
    amountIn(opening, backing),
    say(passed ? 'passed' : 'failed'),
  ])
  const columns = [
    { heading: say('tranche') },
    { heading: say('maturity') },
    { heading: `${say('withSenior')} ${opening.currency}`, align: 'right' as const },
    { heading: `${say('backing')} ${opening.currency}`, align: 'right' as const },
    { heading: say('result') },
  ]
  return `${say('firewall')}\n${renderTable(columns, rows)}`
}

function poolTestsOf(opening: OpeningRecord, language: Language): string {
  return `${headingsIn(language)('poolTests')}\n${renderPoolTests(opening.poolTests, language)}`
}

function tranchesOf(opening: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const { legalModes } = termsIn(language)
  const rows = opening.tranches.flatMap(({ id, grade, coupon, size, series }) =>
    series.map((row, index) => [
      ...(index === 0
        ? [id, grade, coupon === null ? '–' : showPercent(coupon), amountIn(opening, size)]
        : ['', '', '', '']),
      row.id,
      row.place,
      legalModes(row.mode),
      row.currency,
      showCount(row.units),
    ]),
  )
  const columns = [
    { heading: say('tranche') },
    { heading: say('grade') },
    { heading: say('coupon'), align: 'right' as const },
    { heading: `${say('amount')} ${opening.currency}`, align: 'right' as const },
    { heading: say('series') },
    { heading: say('place') },
    { heading: say('mode') },
    { heading: say('currency') },
    { heading: say('units'), align: 'right' as const },
  ]
  return `${say('tranches')}\n${renderTable(columns, rows)}`
}

function limitsOf({ limits }: OpeningRecord, language: Language): string {
  return limits[language].length === 0 ? '' : renderLimits(limits[language], language)
}

function amountIn({ currency }: OpeningRecord, minor: bigint): string {
  return showAmount(money(currencyOf(currency), minor))
}
