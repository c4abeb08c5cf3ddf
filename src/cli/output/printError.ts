import { CommanderError } from 'commander'
import { LedgerError, ProblemsError } from '../../domain/errors.ts'
import type { Language } from '../../domain/languages.ts'
import { failureMeaning, failureWording, type Spoken } from '../texts/failureWording.ts'
import { headingsIn } from '../texts/headings.ts'
import { toJson } from './json.ts'

export interface ErrorText {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly problems?: ProblemsError['problems']
}

/** What commander says when it was given no command, with a message that is not for people. */
const MISSING_COMMAND = 'commander.help'

/** What is told about a failure: a stable code, a sentence, a remedy. */
export function errorText(error: unknown): ErrorText {
  if (error instanceof ProblemsError)
    return { code: error.code, message: error.fact, remedy: error.remedy, problems: error.problems }
  if (error instanceof LedgerError) return { code: error.code, message: error.fact, remedy: error.remedy }
  if (error instanceof CommanderError)
    return {
      code: 'cli/usage',
      message:
        error.code === MISSING_COMMAND ? 'a command is missing' : error.message.replace(/^error: /, ''),
      remedy: 'Run the command with --help to see what it takes',
    }
  return {
    code: 'internal',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    remedy: 'This is a fault of the program: report it with the text above',
  }
}

/** As data in English, because programs read it; for people in their language, as far as its text exists. */
export function printError(error: unknown, format: 'json' | Language): string {
  const text = errorText(error)
  if (format === 'json') return `${toJson({ error: text })}\n`
  const { fact, remedy, detail } = spokenBy(error, { text, language: format })
  const lines = [
    `${headingsIn(format)('error')} ${text.code}: ${fact}`,
    remedy,
    ...(detail === undefined ? [] : [detail]),
  ]
  return `${lines.join('\n')}\n`
}

function spokenBy(
  error: unknown,
  { text, language }: { readonly text: ErrorText; readonly language: Language },
): Spoken {
  if (error instanceof LedgerError) return failureWording(error, language)
  const english = { fact: text.message, remedy: text.remedy, detail: undefined }
  const general = language === 'en' ? undefined : failureMeaning(text.code, language)
  return general === undefined ? english : { ...general, detail: text.message }
}
