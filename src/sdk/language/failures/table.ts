import { failureTexts as chainTexts } from '../../../chain/reverts/texts/failures.ts'
import type { Wording } from '../../../domain/errors.ts'
import type { InLanguages } from '../../../domain/languages.ts'
import { fileTexts } from './files.ts'
import { valueTexts } from './values.ts'

/** What failures mean that are no refusals of a contract, in the rooms up to this one. */
export const failureTexts: ReadonlyMap<string, InLanguages<Wording>> = new Map([
  ...chainTexts,
  ...Object.entries(valueTexts),
  ...Object.entries(fileTexts),
])
