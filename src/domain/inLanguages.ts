import { z } from 'zod'

/** A text in the four languages, as files state it. */
export const inLanguages = z.strictObject({
  'zh-Hans': z.string().min(1),
  'zh-Hant': z.string().min(1),
  pt: z.string().min(1),
  en: z.string().min(1),
})
