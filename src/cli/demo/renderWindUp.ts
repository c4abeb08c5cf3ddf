import type { Language } from '../../domain/languages.ts'
import { currencyOf, money } from '../../domain/money.ts'
import { showAmount, showCount, showMoney } from '../output/amounts.ts'
import { renderTable } from '../output/table.ts'
import { headingsIn } from '../texts/headings.ts'
import { termsIn } from '../texts/terms.ts'
import type { CheckCount, OpeningRecord, SeriesPayout, WindUpRecord } from './record.ts'

/** What each series was paid over the life of the deal. */
export function renderPayouts(
  payouts: readonly SeriesPayout[],
  { currency }: OpeningRecord,
  language: Language,
): string {
  const say = headingsIn(language)
  const show = (minor: bigint) => showAmount(money(currencyOf(currency), minor))
  const rows = payouts.map(({ paidThrough, series, holders, interest, principal, residual }) => [
    paidThrough,
    series,
    showCount(holders),
    show(interest),
    show(principal),
    show(residual),
    show(interest + principal + residual),
  ])
  const amounts = (['interest', 'principal', 'residual', 'total'] as const).map(heading => ({
    heading: `${say(heading)} ${currency}`,
    align: 'right' as const,
  }))
  const columns = [
    { heading: say('paidThrough') },
    { heading: say('series') },
    { heading: say('holders'), align: 'right' as const },
    ...amounts,
  ]
  return `${say('payouts')}\n${renderTable(columns, rows)}`
}

/** How the deal ended. */
export function renderWindUp(windUp: WindUpRecord, { currency }: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const show = (minor: bigint) => showMoney(money(currencyOf(currency), minor))
  const lines = [
    `${say('windUp')} ${windUp.date} · ${termsIn(language).stages(windUp.stage)}`,
    `  ${say('dust')}: ${show(windUp.dust)}`,
    ...(windUp.undistributed === 0n ? [] : [`  ${say('undistributed')}: ${show(windUp.undistributed)}`]),
    `  ${say('released')}: ${windUp.rightsReleased}`,
    ...(windUp.reports === undefined ? [] : [`  ${say('reportsOfSigners')}: ${windUp.reports}`]),
    ...windUp.unpaid.map(
      ({ tranche, balance }) => `  ${say('unpaidPrincipal')} ${tranche}: ${show(balance)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** The last line: how often each invariant was checked. A broken one ends the run before. */
export function renderChecks(checks: readonly CheckCount[], language: Language): string {
  const say = headingsIn(language)
  const total = checks.reduce((sum, { count }) => sum + count, 0)
  const parts = checks.map(({ check, count }) => `${check} ${showCount(count)}`)
  return `${say('allHeld')}: ${showCount(total)} ${say('checks')} (${parts.join(', ')})\n`
}
