import { type Command, Option } from 'commander'
import { languages } from '../../domain/languages.ts'

/** Adds the language of what a person reads. */
export function inLanguage(command: Command): Command {
  return command.addOption(
    new Option('--lang <language>', 'language; that of LANG at a terminal').choices(languages),
  )
}
