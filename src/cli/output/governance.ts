import type { Language } from '../../domain/languages.ts'
import { headingsIn } from '../texts/headings.ts'

/** What the holders of a deal resolve, in sentences. */
export function renderGovernance(sentences: readonly string[], language: Language): string {
  const lines = sentences.map(sentence => `  ${sentence}`)
  return `${headingsIn(language)('resolutions')}\n${lines.join('\n')}\n`
}
