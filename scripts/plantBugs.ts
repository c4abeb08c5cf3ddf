import { LedgerError } from '../src/domain/errors.ts'
import type { Guard } from './guards.ts'
import type { PlantedBug } from './plantedBugs.ts'
import type { TextFile } from './projectFiles.ts'

/** A planted bug as `mutate` judges it: like a guard that is off, but by one test. */
export type Planted = Guard & { readonly test: string }

/** The sources with each bug behind a switch of its own, as guards have them; a bug of a file that is not there is left out. */
export function plantBugs(
  files: readonly TextFile[],
  bugs: readonly PlantedBug[],
): { readonly files: readonly TextFile[]; readonly planted: readonly Planted[] } {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const planted = bugs.flatMap((bug, index) => {
    const { path, search, invariant, fact, test } = bug
    const text = texts.get(path)
    if (text === undefined) return []
    if (text.split(search).length !== 2) throw new BugMisplacedError(bug)
    const switchedOffBy = `uint160(0x${(BUGS + BigInt(index)).toString(16)})`
    const isOn = `block.coinbase == address(${switchedOffBy})`
    texts.set(
      path,
      text.replace(search, () => switched(bug, isOn)),
    )
    const line = (text.split(search)[0] ?? '').split('\n').length
    return [{ path, line, text: `${invariant}: ${fact}`, switchedOffBy, test }]
  })
  return { files: files.map(({ path, text }) => ({ path, text: texts.get(path) ?? text })), planted }
}

/** Proposers of blocks that no guard has. */
const BUGS = 0xb06n << 128n

function switched({ search, replacement }: PlantedBug, isOn: string): string {
  return search.endsWith(';')
    ? `{ if (${isOn}) { ${replacement} } else { ${search} } }`
    : `((${isOn}) ? (${replacement}) : (${search}))`
}

export class BugMisplacedError extends LedgerError {
  override readonly code = 'house/bug-misplaced'

  constructor({ invariant, path, search }: PlantedBug) {
    super(`${path} does not hold the place of a planted bug of ${invariant} exactly once: ${search}`, {
      remedy: 'Correct scripts/plantedBugs.ts: the text stands once in the contract',
    })
  }
}
