import { readFileSync, writeFileSync } from 'node:fs'
import { LedgerError } from '../src/domain/errors.ts'

/** Replaces what stands between `<!-- name:begin -->` and `<!-- name:end -->` of a text. */
export function fillMarked(text: string, name: string, content: string): string {
  const { start, stop } = markedPlace(text, name)
  return `${text.slice(0, start)}\n${content.trim()}\n${text.slice(stop)}`
}

/** What stands there. */
export function markedText(text: string, name: string): string {
  const { start, stop } = markedPlace(text, name)
  return text.slice(start, stop).trim()
}

function markedPlace(text: string, name: string): { readonly start: number; readonly stop: number } {
  const begin = `<!-- ${name}:begin -->`
  const [start, stop] = [text.indexOf(begin), text.indexOf(`<!-- ${name}:end -->`)]
  if (start < 0 || stop < start) throw new MarkMissingError(name)
  return { start: start + begin.length, stop }
}

/** The same in a file. */
export function fillMarkedFile(file: string, name: string, content: string): void {
  writeFileSync(file, fillMarked(readFileSync(file, 'utf8'), name, content))
}

/** Text as it looks on a terminal, for a README: a fenced block without colours. */
export function fenced(output: string): string {
  const plain = output.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
  return `\`\`\`text\n${plain.trimEnd()}\n\`\`\``
}

export class MarkMissingError extends LedgerError {
  readonly code = 'house/mark-missing'

  constructor(name: string) {
    super(`The text has no place marked '${name}'`, {
      remedy: `Put <!-- ${name}:begin --> and <!-- ${name}:end --> where it belongs, in this order`,
    })
  }
}
