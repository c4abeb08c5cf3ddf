import type { ExplainedLimits } from '../../deal/explainLimits.ts'
import type { Language } from '../../domain/languages.ts'
import { headingsIn } from '../texts/headings.ts'

/** Limits of a deal in sentences: one series after the other, then what counts over several. */
export function renderLimits(limits: readonly ExplainedLimits[], language: Language): string {
  const say = headingsIn(language)
  const lines = limits.flatMap(({ series, sentences }) => [
    `  ${series ?? say('allSeries')}`,
    ...sentences.map(sentence => `    ${sentence}`),
  ])
  return `${say('limits')}\n${lines.join('\n')}\n`
}
