import type { Language } from '../../domain/languages.ts'

export interface DealOptions {
  readonly lang: Language
  readonly json: boolean
}
