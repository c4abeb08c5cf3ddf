import type { Language } from '../texts/languages.ts'

export interface DealOptions {
  readonly lang: Language
  readonly json: boolean
}
