import type { Language } from '../../domain/languages.ts'
import { currencyOf, money } from '../../domain/money.ts'
import { showMoney } from '../output/amounts.ts'
import { renderSteps } from '../output/steps.ts'
import { headingsIn } from '../texts/headings.ts'
import { termsIn } from '../texts/terms.ts'
import type { CallRecord, OpeningRecord, PeriodRecord, SaleRecord } from './record.ts'

const DOT = ' · '

/** One period: what came in, what each step was due and paid, and where the deal stands afterwards. */
export function renderPeriod(period: PeriodRecord, { currency }: OpeningRecord, language: Language): string {
  const say = headingsIn(language)
  const { modes, stages } = termsIn(language)
  const show = (minor: bigint) => showMoney(money(currencyOf(currency), minor))
  const head = [
    `${say('period')} ${period.period}`,
    `${say('payment')} ${period.paymentDate}`,
    modes(period.mode),
    stages(period.stage),
  ]
  const collected = [
    `${say('income')} ${show(period.income)}`,
    `${say('principal')} ${show(period.principal)}`,
    `${say('carriedIn')} ${show(period.carriedIn)}`,
  ]
  const left = [
    ...period.balances.map(({ tranche, balance }) => `${tranche} ${show(balance)}`),
    `${say('carriedOut')} ${show(period.carriedOut)}`,
  ]
  const lines = [
    head.join(DOT),
    `  ${say('collections')}: ${collected.join(DOT)}`,
    ...period.sales.map(sale => `  ${soldLine(sale, show, say('sold'))}`),
    ...period.calls.map(call => `  ${callLine(call, show, language)}`),
    indent(renderSteps(period.steps, { currency, language })),
    `  ${say('balances')}: ${left.join(DOT)}`,
    ...(period.triggers.length === 0 ? [] : [`  ${say('triggers')}: ${period.triggers.join(', ')}`]),
  ]
  return `${lines.join('\n')}\n`
}

function soldLine(
  { currency, amount, fixing, bought }: SaleRecord,
  show: (minor: bigint) => string,
  sold: string,
): string {
  return `${sold} ${showMoney(money(currencyOf(currency), amount))} × ${fixing} = ${show(bought)}`
}

function callLine(
  { support, need, called, received }: CallRecord,
  show: (minor: bigint) => string,
  language: Language,
): string {
  const say = headingsIn(language)
  const parts = [
    `${say('need')} ${show(need)}`,
    `${say('called')} ${show(called)}`,
    `${say('received')} ${show(received)}`,
  ]
  return `${say('call')} ${support}: ${parts.join(DOT)}`
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n')
}
