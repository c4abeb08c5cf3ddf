import { headingWords } from '../../deal/explain.ts'
import type { PeriodResult } from '../../deal/simulate.ts'
import type { Language } from '../../domain/languages.ts'
import { type CurrencyCode, currencyOf, money } from '../../domain/money.ts'
import { headingsIn } from '../texts/headings.ts'
import { showAmount } from './amounts.ts'
import { renderTable } from './table.ts'

/** What a step of a distribution was due and paid, in minor units. */
export interface StepRecord {
  readonly step: string
  readonly due: bigint
  readonly paid: bigint
}

type Line = Pick<PeriodResult['lines'][number], 'step' | 'pass' | 'ran' | 'due' | 'paid'>

/** Steps in the order of the program; what a support adds to a step later counts as paid on that step. */
export function stepsOf(lines: readonly Line[]): readonly StepRecord[] {
  const steps = new Map<string, StepRecord>()
  for (const { step, pass, ran, due, paid } of lines) {
    if (!ran) continue
    const known = steps.get(step)
    if (known === undefined) steps.set(step, { step, due, paid })
    else
      steps.set(step, { step, due: pass === 'second' ? known.due : known.due + due, paid: known.paid + paid })
  }
  return [...steps.values()]
}

/** Steps to which nothing was due are left out: the data has them. */
export function renderSteps(
  steps: readonly StepRecord[],
  { currency, language }: { readonly currency: CurrencyCode; readonly language: Language },
): string {
  const say = headingsIn(language)
  const show = (minor: bigint) => showAmount(money(currencyOf(currency), minor))
  const rows = steps
    .filter(({ due, paid }) => due > 0n || paid > 0n)
    .map(({ step, due, paid }) => [
      headingWords(step, language),
      show(due),
      show(paid),
      due > paid ? show(due - paid) : '',
    ])
  return renderTable(
    [
      { heading: say('step') },
      ...(['due', 'paid', 'short'] as const).map(heading => ({
        heading: `${say(heading)} ${currency}`,
        align: 'right' as const,
      })),
    ],
    rows,
  )
}
