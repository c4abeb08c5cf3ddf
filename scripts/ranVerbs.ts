import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectPaths } from './projectFiles.ts'

/** Where tests of the SDK note each function of a contract that they called with success on a chain. */
export const RAN_VERBS = 'RAN_VERBS'

export type WriteVerb = {
  readonly verb: string
  /** Contract and function, e.g. `DealBook.draft`. */
  readonly calls: string
}

/** The verbs of the SDK that write: each is one file and one call. */
export function writeVerbs(root: string): readonly WriteVerb[] {
  return projectPaths(root, 'src/sdk', ['.ts']).flatMap(path => {
    const text = readFileSync(join(root, path), 'utf8')
    if (!text.includes('encodeCall(')) return []
    const [, contract, called] = /contract: '(\w+)',[\s\S]*?\bverb: '(\w+)'/.exec(text) ?? []
    return [{ verb: basename(path, '.ts'), calls: `${contract}.${called}` }]
  })
}

/** The verbs that no test ran with success. */
export function verbsWithoutRun(verbs: readonly WriteVerb[], ranFile: string): readonly string[] {
  const ran = new Set(existsSync(ranFile) ? readFileSync(ranFile, 'utf8').split('\n') : [])
  return verbs.filter(({ calls }) => !ran.has(calls)).map(({ verb }) => verb)
}
