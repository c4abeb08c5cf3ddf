import type { Wording } from '../../domain/errors.ts'
import type { Language } from '../../domain/languages.ts'
import type { RevertEntry } from './entry.ts'
import { revertTexts } from './texts/table.ts'

/** The fact and the remedy of a custom error in one language, with the placeholders of its arguments. */
export function wordingIn({ code, fact, remedy }: RevertEntry, language: Language): Wording {
  const english = { fact, remedy }
  return language === 'en' ? english : (revertTexts.get(code)?.[language] ?? english)
}
