import { posix } from 'node:path'
import { findCycles } from './findCycles.ts'

/** One broken rule: where, and what to do about it. */
export interface Fault {
  readonly path: string
  readonly text: string
}

/** File → the modules it imports, as it names them. */
export type Imports = ReadonlyMap<string, readonly { readonly from: string }[]>

/** Cycles among the files that import each other by relative paths. */
export function cycleFaults(imports: Imports): Fault[] {
  const edges = [...imports].map(([path, list]) => {
    const own = list.filter(({ from }) => from.startsWith('.'))
    return [path, own.map(({ from }) => targetOf(path, from))] as const
  })
  return findCycles(new Map(edges)).map(cycle => ({
    path: cycle[0] ?? '',
    text: `import cycle: ${cycle.join(' → ')}`,
  }))
}

/** The file that a relative import of another file means. */
export function targetOf(path: string, from: string): string {
  return posix.normalize(posix.join(posix.dirname(path), from))
}

/** The folder of contracts/ or src/ in which a file stands; '' for none. */
export function roomOf(path: string): string {
  const [, room = '', file] = path.split('/')
  return file === undefined ? '' : room
}
