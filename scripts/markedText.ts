import { readFileSync, writeFileSync } from 'node:fs'
import { LedgerError } from '../src/domain/errors.ts'

/** Replaces what stands between `<!-- name:begin -->` and `<!-- name:end -->` of a text. */
export function fillMarked(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const start = text.indexOf(begin)
  const stop = text.indexOf(end)
  if (start < 0 || stop < start) throw new MarkMissingError(name)
  return `${text.slice(0, start + begin.length)}\n${content.trim()}\n${text.slice(stop)}`
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
