import type { Wording } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/languages.ts'

/** One thing in every language but English, which stands with the error itself. */
export type Translated<T> = Readonly<Record<Exclude<Language, 'en'>, T>>

/**
 * What custom errors say in the other languages, by code. A text has the placeholders of its English one,
 * no more and no fewer.
 */
export type RevertTexts = { readonly [code: string]: Translated<Wording> }
