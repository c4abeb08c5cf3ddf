import type { Streams } from '../streams.ts'

/** One line that says what happens now. */
export interface Progress {
  readonly say: (text: string) => void
  /** Removes the line, so that data can be written. */
  readonly clear: () => void
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const CLEAR = '\r\u001b[K'

/** Shows progress on a terminal and is silent elsewhere. */
export function createProgress({ err, isTerminal }: Streams, now: () => number): Progress {
  if (!isTerminal) return { say: () => {}, clear: () => {} }
  const began = now()
  let frame = 0
  return {
    say(text) {
      frame = (frame + 1) % frames.length
      const seconds = Math.floor((now() - began) / 1000)
      err(`${CLEAR}${frames[frame]} ${seconds.toString().padStart(3)} s  ${text}`)
    },
    clear: () => err(CLEAR),
  }
}
