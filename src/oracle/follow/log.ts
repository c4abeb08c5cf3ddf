import { writeJson } from '../../domain/writeJson.ts'

/** One decision with its ids. No secrets, no personal data. */
export type Line = Readonly<Record<string, string | number | boolean | bigint | undefined>> & {
  readonly step: string
}

export type Log = (line: Line) => void

/** A log of one JSON object a line. */
export function jsonLog(write: (text: string) => void, now: () => number): Log {
  return line => {
    const stamped = { at: new Date(now()).toISOString(), ...line }
    write(`${writeJson(stamped)}\n`)
  }
}
