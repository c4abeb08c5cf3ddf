import { refusalSentenceIn } from '../../chain/reverts/refusalSentenceIn.ts'
import { revertEntries } from '../../chain/reverts/table.ts'
import { wordingIn } from '../../chain/reverts/wordingIn.ts'
import type { Wording } from '../../domain/errors.ts'
import type { Language } from '../../domain/languages.ts'
import { failureTexts } from './failures/table.ts'

/** What a rule of the notes says when it refuses a movement. */
export type RefusalMeaning = {
  readonly kind: 'refusal'
  readonly number: bigint
  readonly sentence: string
}

/** What a custom error of a contract says; arguments stand in braces by their names. */
export type ErrorMeaning = {
  readonly kind: 'error'
  readonly code: string
  readonly error: string
  readonly signature: string
  readonly fact: string
  readonly remedy: string
}

/** What a failure means that is no refusal of a contract: of files, values, deals off chain, or on the way to the chain. */
export type FailureMeaning = { readonly kind: 'failure'; readonly code: string } & Wording

export type Meaning = RefusalMeaning | ErrorMeaning | FailureMeaning

/**
 * Everything that a code may mean, in one language: the number of a rule ("61"), the name of a custom error
 * ("CallPending", which several rooms may share) or a stable code ("note/transfer-refused",
 * "chain/unreachable"). Empty for what is none of these.
 */
export function meaningsOf(code: string, language: Language): readonly Meaning[] {
  if (/^\d{1,3}$/.test(code)) return refusalsAt(BigInt(code), language)
  return [...errorsNamed(code, language), ...failuresNamed(code, language)]
}

function refusalsAt(number: bigint, language: Language): readonly RefusalMeaning[] {
  const sentence = refusalSentenceIn(number, language)
  return sentence === undefined ? [] : [{ kind: 'refusal', number, sentence }]
}

function errorsNamed(name: string, language: Language): readonly ErrorMeaning[] {
  return revertEntries
    .map(entry => ({ entry, error: entry.signature.replace(/\(.*$/, '') }))
    .filter(({ entry, error }) => entry.code === name || error === name)
    .map(({ entry, error }) => {
      const { fact, remedy } = wordingIn(entry, language)
      const { code, signature } = entry
      return { kind: 'error', code, error, signature, fact: withoutForms(fact), remedy: withoutForms(remedy) }
    })
}

function failuresNamed(code: string, language: Language): readonly FailureMeaning[] {
  const texts = failureTexts.get(code)
  return texts === undefined ? [] : [{ kind: 'failure', code, ...texts[language] }]
}

/** "{deadlineAt:Moment}" is for the machine; a person reads "{deadlineAt}". */
function withoutForms(text: string): string {
  return text.replaceAll(/\{(\w+):\w+\}/g, '{$1}')
}
