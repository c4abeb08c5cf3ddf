import { LedgerError } from '../../domain/errors.ts'
import type { Language } from '../../domain/languages.ts'
import {
  type ErrorMeaning,
  type FailureMeaning,
  type Meaning,
  meaningsOf,
  type RefusalMeaning,
} from '../../sdk/language/meaningsOf.ts'
import { exitCodeNamed } from '../exitCodes.ts'
import { toJson } from '../output/json.ts'
import type { CommandContext } from '../streams.ts'
import { exitCodeText } from '../texts/exitCodes.ts'
import { commandTexts } from '../texts/failures/table.ts'
import { headingsIn } from '../texts/headings.ts'
import { languageAtTerminal } from '../texts/languageOf.ts'

export interface ExplainOptions {
  readonly lang?: Language
  readonly json: boolean
}

/** What a number means as an exit code of the command line. */
interface ExitMeaning {
  readonly kind: 'exit'
  readonly number: bigint
  readonly sentence: string
}

/** A failure together with the exit code of a command that meets it. */
type Explained =
  | RefusalMeaning
  | ((ErrorMeaning | FailureMeaning) & { readonly exitCode: number })
  | ExitMeaning

/** Prints every meaning of a code; a code without one is a fault of usage. */
export function runExplain(
  { code, lang, json }: ExplainOptions & { readonly code: string },
  context: CommandContext,
): void {
  const language = lang ?? languageAtTerminal(context)
  const meanings = [
    ...meaningsOf(code, language).map(withExitCode),
    ...commandMeanings(code, language),
    ...exitMeanings(code, language),
  ]
  if (meanings.length === 0) throw new UnknownCodeError(code)
  context.streams.out(
    json
      ? `${toJson({ code, language, meanings })}\n`
      : meanings.map(one => textOf(one, language)).join('\n'),
  )
}

function withExitCode(meaning: Meaning): Explained {
  return meaning.kind === 'refusal' ? meaning : { ...meaning, exitCode: exitCodeNamed(meaning.code) }
}

/** Failures of the command line itself. */
function commandMeanings(code: string, language: Language): readonly Explained[] {
  const texts = commandTexts[code]
  return texts === undefined ? [] : [withExitCode({ kind: 'failure', code, ...texts[language] })]
}

function exitMeanings(code: string, language: Language): readonly ExitMeaning[] {
  if (!/^\d{1,3}$/.test(code)) return []
  const sentence = exitCodeText(Number(code), language)
  return sentence === undefined ? [] : [{ kind: 'exit', number: BigInt(code), sentence }]
}

function textOf(meaning: Explained, language: Language): string {
  const heading = headingsIn(language)
  switch (meaning.kind) {
    case 'refusal':
      return `${heading('refusal')} ${meaning.number}: ${meaning.sentence}\n`
    case 'exit':
      return `${heading('exitCode')} ${meaning.number}: ${meaning.sentence}\n`
    case 'error':
    case 'failure':
      return [
        meaning.kind === 'error' ? `${meaning.code} · ${meaning.signature}` : meaning.code,
        meaning.fact,
        `→ ${meaning.remedy}`,
        `${heading('exitCode')} ${meaning.exitCode}: ${exitCodeText(meaning.exitCode, language)}\n`,
      ].join('\n')
  }
}

export class UnknownCodeError extends LedgerError {
  override readonly code = 'cli/unknown-code'
  readonly given: string

  constructor(given: string) {
    super(`"${given}" is no number of a refusal, custom error, stable code or exit code`, {
      remedy:
        'Copy the code from the error, such as 61, CallPending, note/transfer-refused or 4; letters count as written',
    })
    this.given = given
  }
}
