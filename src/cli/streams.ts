import type { Environment } from './texts/languageOf.ts'

/** Where a command writes: data to `out`, everything else to `err`. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether a person watches `err`; progress is shown only then. */
  readonly isTerminal: boolean
}

/** What a command gets besides its own options. */
export interface CommandContext {
  readonly streams: Streams
  /** Aborted when the person at the terminal asks to stop. */
  readonly signal: AbortSignal
  /** Variables of the environment, of which those that name a language are read. */
  readonly environment?: Environment
}

/** Whoever reads our output may stop early, as `head` does; what is left to write is then of no use to anybody. */
export function processStreams(): Streams {
  process.stdout.on('error', ignoreClosedPipe)
  process.stderr.on('error', ignoreClosedPipe)
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
