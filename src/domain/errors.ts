import type { Language } from './languages.ts'
import { writeJson } from './writeJson.ts'

/**
 * One thing that is wrong with an input: where it stands, what stands there, why it is refused, what to do.
 */
export type Problem = {
  readonly path: string
  readonly value: unknown
  readonly message: string
  readonly remedy: string
}

export type LedgerErrorOptions = {
  readonly remedy: string
  readonly cause?: unknown
}

/** What happened, and what to do about it. */
export type Wording = { readonly fact: string; readonly remedy: string }

/**
 * The base of every failure that this code reports. One class per failure; `code` is stable and is what
 * programs compare; the message says what happened and then what to do.
 */
export abstract class LedgerError extends Error {
  abstract readonly code: string
  readonly fact: string
  readonly remedy: string

  constructor(fact: string, { remedy, cause }: LedgerErrorOptions) {
    super(`${sentence(fact)} ${sentence(remedy)}`, cause === undefined ? {} : { cause })
    this.name = new.target.name
    this.fact = fact
    this.remedy = remedy
  }

  /** What happened and what to do, in one language where its text exists, else in English. */
  wordingIn(_language: Language): Wording {
    return { fact: this.fact, remedy: this.remedy }
  }

  /** The first error along the chain of causes that satisfies `matches`, beginning with this one. */
  walk(matches: (error: unknown) => boolean): unknown {
    let current: unknown = this
    while (current !== undefined && current !== null) {
      if (matches(current)) return current
      current = current instanceof Error ? current.cause : undefined
    }
    return undefined
  }
}

/** The base of refusals that name every fault of an input at once. */
export abstract class ProblemsError extends LedgerError {
  readonly problems: readonly Problem[]

  constructor(subject: string, problems: readonly Problem[]) {
    super([`${subject} has ${countOf(problems)}:`, ...problems.map(lineOf)].join('\n'), {
      remedy: 'Correct every line above and try again; nothing was applied',
    })
    this.problems = Object.freeze([...problems])
  }
}

export type ProblemCollector = {
  /** Notes one problem and lets the caller go on. */
  readonly note: (problem: Problem) => void
  /** Runs `read`; a LedgerError becomes a problem at `path` and the answer is `undefined`. */
  readonly attempt: <T>(
    at: { readonly path: string; readonly value: unknown },
    read: () => T,
  ) => T | undefined
  readonly problems: () => readonly Problem[]
  /** Throws what `make` returns if anything was noted. */
  readonly refuse: (make: (problems: readonly Problem[]) => LedgerError) => void
}

/** Collects the problems of one input, so that its author hears of all of them in one refusal. */
export function collectProblems(): ProblemCollector {
  const problems: Problem[] = []
  const note = (problem: Problem): void => {
    problems.push(Object.freeze({ ...problem }))
  }
  return Object.freeze({
    note,
    attempt<T>(
      { path, value }: { readonly path: string; readonly value: unknown },
      read: () => T,
    ): T | undefined {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error
        note({ path, value, message: error.fact, remedy: error.remedy })
        return undefined
      }
    },
    problems: () => Object.freeze([...problems]),
    refuse(make: (problems: readonly Problem[]) => LedgerError): void {
      if (problems.length > 0) throw make(Object.freeze([...problems]))
    },
  })
}

function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`
}

function countOf(problems: readonly Problem[]): string {
  return problems.length === 1 ? '1 problem' : `${problems.length} problems`
}

function lineOf({ path, value, message, remedy }: Problem): string {
  return `${path} = ${shown(value)}: ${sentence(message)} ${sentence(remedy)}`
}

function shown(value: unknown): string {
  const text = writeJson(value)
  if (text === undefined) return 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
