import type { Language } from '../../domain/languages.ts'
import { english } from './english.ts'
import type { Grammar } from './grammar.ts'
import { portuguese } from './portuguese.ts'
import { simplified } from './simplified.ts'
import { traditional } from './traditional.ts'

export const grammars: { readonly [L in Language]: Grammar } = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  pt: portuguese,
  en: english,
}
