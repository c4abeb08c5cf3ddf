/** The languages in which people read this ledger. English is first: it is the language of the chain. */
export const languages = ['en', 'zh-Hans', 'zh-Hant', 'pt'] as const

export type Language = (typeof languages)[number]

/** One thing in every language. */
export type InLanguages<T> = Readonly<Record<Language, T>>
