import { type Language, languages } from '../../domain/languages.ts'

/** Variables of the environment that name a language, the strongest first. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

export type Environment = Readonly<Record<string, string | undefined>>

/** Where a text goes: whether a person reads it, and what the environment says of that person. */
export interface Audience {
  readonly streams: { readonly isTerminal: boolean }
  readonly environment?: Environment
}

/** The language that a command line asks for with `--lang`, else that of the person at the terminal. */
export function languageOf(args: readonly string[], audience: Audience): Language {
  const at = args.findIndex(arg => /^--lang(=|$)/.test(arg))
  const asked = args[at]?.split('=')[1] ?? args[at + 1]
  const found = at < 0 ? undefined : languages.find(language => language === asked)
  return found ?? languageAtTerminal(audience)
}

/** The language of the environment at a terminal; elsewhere, and where we do not speak it, English. */
export function languageAtTerminal({ streams, environment = {} }: Audience): Language {
  return streams.isTerminal ? spoken(environment) : 'en'
}

function spoken(environment: Environment): Language {
  const locale = variables.map(name => environment[name]).find(value => value !== undefined && value !== '')
  const [language = '', ...regions] = (locale ?? '')
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .split(/[-_]/)
  if (language === 'pt') return 'pt'
  if (language !== 'zh') return 'en'
  return regions.some(region => ['hant', 'hk', 'mo', 'tw'].includes(region)) ? 'zh-Hant' : 'zh-Hans'
}
