import { type Command, Option } from 'commander'
import { type Language, languages } from '../../domain/languages.ts'
import type { CommandContext } from '../streams.ts'
import { languageAtTerminal } from '../texts/languageOf.ts'

/** What a command that speaks to people is told. */
export interface Spoken {
  readonly lang?: Language
}

/** Adds the language of what a person reads. */
export function inLanguage(command: Command): Command {
  return command.addOption(
    new Option('--lang <language>', 'language; that of LANG at a terminal').choices(languages),
  )
}

/** The language that a person asked for, else that of the terminal. */
export function languageFor({ lang }: Spoken, context: CommandContext): Language {
  return lang ?? languageAtTerminal(context)
}
