import { type LedgerError, ProblemsError, type Wording } from '../../domain/errors.ts'
import type { Language } from '../../domain/languages.ts'
import { failureTexts } from '../../sdk/language/failures/table.ts'
import { commandTexts } from './failures/table.ts'

/** What a failure says to a person: the wording, and what the general text leaves out, in English. */
export type Spoken = Wording & { readonly detail: string | undefined }

/** What a code of a failure means in general, if it is one that this program knows. */
export function failureMeaning(code: string, language: Language): Wording | undefined {
  return (commandTexts[code] ?? failureTexts.get(code))?.[language]
}

/**
 * A failure in a language. A refusal of a contract has a text of its own; another has the general text of its code, with the
 * fields of the error in their places. What the English sentence says besides, such as the lines of a file, follows it.
 */
export function failureWording(error: LedgerError, language: Language): Spoken {
  const english = { fact: error.fact, remedy: error.remedy }
  if (language === 'en') return { ...english, detail: undefined }
  const own = error.wordingIn(language)
  if (own.fact !== error.fact) return { ...own, detail: undefined }
  const text = failureMeaning(error.code, language)
  const general = failureMeaning(error.code, 'en')
  if (text === undefined || general === undefined) return { ...english, detail: undefined }
  const isWhole = filled(general.fact, error) === error.fact && !(error instanceof ProblemsError)
  return {
    fact: filled(text.fact, error),
    remedy: filled(text.remedy, error),
    detail: isWhole ? undefined : error.message,
  }
}

function filled(text: string, error: LedgerError): string {
  return text.replaceAll(/\{(\w+)\}/g, (all, name: string) => {
    const value: unknown = Reflect.get(error, name)
    return value === undefined ? all : String(value)
  })
}
