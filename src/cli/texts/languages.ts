/** Languages of headings; texts that people read exist in each. */
export const languages = ['en', 'zh-Hans', 'zh-Hant', 'pt'] as const

export type Language = (typeof languages)[number]
