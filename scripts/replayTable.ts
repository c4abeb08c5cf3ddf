import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deployables, functionsOf, isWrite } from '../test/access/artifacts.ts'
import { replayed } from '../test/replay/replayed.ts'
import { unstored } from '../test/replay/unstored.ts'
import { projectPaths } from './projectFiles.ts'

const root = join(import.meta.dirname, '..')

/** What a view answers, by which events it is rebuilt, and by what. */
export type ReplayRow = {
  readonly contract: string
  readonly views: readonly string[]
  readonly events: readonly string[]
  readonly by: string
}

/** Every view that a test rebuilds from events. */
export function replayRows(): readonly ReplayRow[] {
  const rebuilt = Object.entries(replayed).map(([name, events]) => {
    const [contract = '', view = ''] = name.split('.')
    return {
      contract,
      views: [view],
      events: events.map(event => shortened(contract, event)),
      by: 'test/replay',
    }
  })
  const mirrors = projectPaths(root, 'test/contracts/invariants', ['Mirror.sol']).map(mirrorRow)
  return [...rebuilt, ...mirrors].toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
}

/** Views that nothing rebuilds and that no list explains, and those that a list explains for nothing. */
export function replayGaps(): readonly string[] {
  const known = new Set(
    replayRows().flatMap(({ contract, views }) => views.map(view => `${contract}.${view}`)),
  )
  const explained = Object.values(unstored).flat()
  const all = [...deployables()].flatMap(([contract, abi]) =>
    functionsOf(abi)
      .filter(fragment => !isWrite(fragment))
      .map(({ name }) => `${contract}.${name}`),
  )
  const isExplained = (view: string) =>
    explained.includes(view) || explained.includes(`*.${view.split('.')[1]}`)
  const missing = all.filter(view => !known.has(view) && !isExplained(view))
  const idle = explained.filter(view => !view.startsWith('*') && (known.has(view) || !all.includes(view)))
  return [...new Set([...missing, ...idle])]
}

/** Both for the README of the invariants. */
export function replayTable(): string {
  const code = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ')
  return [
    '| contract | view | rebuilt from | by |',
    '| --- | --- | --- | --- |',
    ...replayRows().map(
      ({ contract, views, events, by }) => `| ${contract} | ${code(views)} | ${code(events)} | \`${by}\` |`,
    ),
    '',
    'Views that are not in the table:',
    '',
    '| why | views |',
    '| --- | --- |',
    ...Object.entries(unstored).map(([why, views]) => `| ${why} | ${code(views)} |`),
  ].join('\n')
}

/** A mirror reads events and compares views of one contract; both stand in its source. */
function mirrorRow(path: string): ReplayRow {
  const text = readFileSync(join(root, path), 'utf8')
  const [, contract = ''] = /function compare\(\s*(?:I(?=[A-Z]))?(\w+) room/.exec(text) ?? []
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))]
  return {
    contract,
    views: found(/\broom\.(\w+)\(/g).toSorted(),
    events: found(/\bI\w+\.(\w+)\.selector/g).toSorted(),
    by: path.replace(/^.*\//, ''),
  }
}

function shortened(contract: string, event: string): string {
  return event.startsWith(`${contract}.`) ? event.slice(contract.length + 1) : event
}

function nameOf({ contract, views: [view = ''] }: ReplayRow): string {
  return `${contract}.${view}`
}
