import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, runCommand } from './runCommand.ts'

const samples = join(import.meta.dirname, '../../src/oracle/samples')
const readme = readFileSync(join(import.meta.dirname, '../../src/oracle/README.md'), 'utf8')
const [, sample = ''] = /```json\n(\{\n {2}"schema": "lingnan-oracle\/1"[\s\S]*?)```/.exec(readme) ?? []

/** The books of the README and its configuration in a folder of their own. */
export type SampleBooks = {
  readonly folder: string
  /** A path in the books. */
  readonly path: (name: string) => string
  /** Drops files of the samples into the inbox. */
  readonly drop: (...files: readonly string[]) => void
  /** Runs `lingnan oracle …` on them. */
  readonly ask: (words: string, ...options: readonly string[]) => Promise<Ran>
  readonly close: () => void
}

export function sampleBooks(): SampleBooks {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-books-'))
  const path = (name: string): string => join(folder, 'books', name)
  cpSync(join(samples, 'books'), join(folder, 'books'), { recursive: true })
  const books = JSON.parse(readFileSync(path('books.json'), 'utf8'))
  writeFileSync(path('books.json'), JSON.stringify({ ...books, quietSeconds: 0 }))
  const config = { ...JSON.parse(sample), deals: [{ deal: '1', streams: 1, books: 'books' }] }
  writeFileSync(join(folder, 'signer.json'), JSON.stringify(config))
  return {
    folder,
    path,
    drop(...files) {
      for (const file of files) cpSync(join(samples, 'files', file), path(`inbox/${file}`))
    },
    ask: (words, ...options) =>
      runCommand(['oracle', ...words.split(' '), '--config', join(folder, 'signer.json'), ...options]),
    close: () => rmSync(folder, { recursive: true }),
  }
}
