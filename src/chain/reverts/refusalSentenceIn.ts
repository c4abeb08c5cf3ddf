import type { Language } from '../../domain/languages.ts'
import { refusalSentences } from './refusals.ts'
import { refusalTexts } from './texts/refusals.ts'

/**
 * What a rule of the notes says when it refuses a movement, in one language; `undefined` for a number that
 * no rule has.
 */
export function refusalSentenceIn(code: bigint, language: Language): string | undefined {
  const english = refusalSentences.get(code)
  return language === 'en' ? english : (refusalTexts.get(code)?.[language] ?? english)
}
