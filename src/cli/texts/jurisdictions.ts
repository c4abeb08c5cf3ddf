import type { InLanguages, Language } from '../../domain/languages.ts'
import { CN, HK, type Jurisdiction, MO } from '../../domain/places.ts'

const names: readonly (readonly [Jurisdiction, InLanguages<string>])[] = [
  [CN, { en: 'the mainland', 'zh-Hans': '内地', 'zh-Hant': '內地', pt: 'interior da China' }],
  [HK, { en: 'Hong Kong', 'zh-Hans': '香港', 'zh-Hant': '香港', pt: 'Hong Kong' }],
  [MO, { en: 'Macao', 'zh-Hans': '澳门', 'zh-Hant': '澳門', pt: 'Macau' }],
]

/** A jurisdiction as people of one language name it. */
export function jurisdictionInWords(jurisdiction: Jurisdiction, language: Language): string {
  const found = names.find(([number]) => number === jurisdiction)
  return found === undefined ? `${jurisdiction}` : found[1][language]
}
