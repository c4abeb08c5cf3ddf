import { LedgerError } from '../domain/errors.ts'
import type { Environment } from './texts/languageOf.ts'

/** Where a command writes: data to `out`, everything else to `err`. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether a person watches `err`; progress is shown only then. */
  readonly isTerminal: boolean
  /** Waits until what was written has gone out; fails if some of it was lost. */
  readonly written?: () => Promise<void>
}

/** What a command gets besides its own options. */
export interface CommandContext {
  readonly streams: Streams
  /** Aborted when the person at the terminal asks to stop. */
  readonly signal: AbortSignal
  /** Variables of the environment, of which those that name a language are read. */
  readonly environment?: Environment
}

/**
 * Output of this process. Whoever reads it may stop early, as `head` does; what is left to write is then of no use to anybody. Any
 * other loss, as on a full disk, ends nothing, for a service goes on without its log; it is told by `written`.
 */
export function processStreams(): Streams {
  const waiting = new Set<Promise<void>>()
  let lost: NodeJS.ErrnoException | undefined
  const writer = (stream: NodeJS.WriteStream) => {
    // Each write is told of its own failure.
    stream.on('error', () => {})
    return (text: string): void => {
      const done = new Promise<void>(resolve => {
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          if (error && error.code !== 'EPIPE') lost ??= error
          resolve()
        })
      })
      waiting.add(done)
      void done.then(() => waiting.delete(done))
    }
  }
  return {
    out: writer(process.stdout),
    err: writer(process.stderr),
    isTerminal: process.stderr.isTTY === true,
    async written() {
      await Promise.all(waiting)
      if (lost !== undefined) throw new OutputLostError(lost)
    },
  }
}

export class OutputLostError extends LedgerError {
  override readonly code = 'file/output-lost'

  constructor(cause: Error) {
    super(`Not all that was to be written went out: ${cause.message}`, {
      remedy: 'Make room where the output goes; what was done stays done, so look before doing it again',
      cause,
    })
  }
}
