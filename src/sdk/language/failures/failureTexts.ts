import type { Wording } from '../../../domain/errors.ts'
import type { InLanguages } from '../../../domain/languages.ts'

/** What failures mean in general, by code. A placeholder in braces names a field of the error. */
export type FailureTexts = Readonly<Record<string, InLanguages<Wording>>>
