import { posix } from 'node:path'
import type { Fault } from './faults.ts'
import { isGenerated, type TextFile } from './projectFiles.ts'

/** What a README can point at. */
interface Targets {
  /** Every file of the project. */
  readonly paths: ReadonlySet<string>
  /** Every file and folder, each also by every end of its path. */
  readonly ends: ReadonlySet<string>
  /** The commands of the project. */
  readonly scripts: ReadonlySet<string>
}

const fileName = /^(?:[\w.-]+\/)*\w[\w.-]*\.(?:sol|tsx?|mjs|json|tree|csv|xsd|md)$/
const folderName = /^(?:[\w.-]+\/)+$/
/** What those who run the software write, and what it makes for them. */
const madeInUse = new Set([
  'deployment.json',
  'signer.json',
  'books/decisions/',
  'books/evidence/',
  'books/uploads/',
  'decisions/',
  'done/',
  'drafts/',
  'histories/DEAL/SCENARIO/',
  'kept/',
  'refused/',
  'to-ADDRESS/',
  'work/',
])

/** What READMEs point at and is not there: files by link or by name, and commands. */
export function readmeFaults(
  files: readonly TextFile[],
  { paths, scripts }: { readonly paths: readonly string[]; readonly scripts: readonly string[] },
): Fault[] {
  const targets = { paths: new Set(paths), ends: endsOf(paths), scripts: new Set(scripts) }
  return files
    .filter(({ path }) => /^README(?:\.[\w-]+)?\.md$/.test(posix.basename(path)))
    .flatMap(file => [
      ...linkFaults(file, targets),
      ...nameFaults(file, targets),
      ...scriptFaults(file, targets),
    ])
}

function endsOf(paths: readonly string[]): Set<string> {
  const ends = new Set<string>()
  for (const path of paths) {
    const parts = path.split('/')
    for (let last = 1; last <= parts.length; last += 1) {
      const close = last < parts.length ? '/' : ''
      for (let first = 0; first < last; first += 1) ends.add(parts.slice(first, last).join('/') + close)
    }
  }
  return ends
}

/** A link to a folder is a link to its README. */
function linkFaults({ path, text }: TextFile, { paths }: Targets): Fault[] {
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
  return links
    .filter(target => {
      const full = posix.join(posix.dirname(path), target)
      return !paths.has(full) && !paths.has(posix.join(full, 'README.md'))
    })
    .map(target => ({ path, text: `links to ${target}, which is not there` }))
}

/** A name may leave out where its file stands. */
function nameFaults({ path, text }: TextFile, { ends }: Targets): Fault[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '')
  const words = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, span = '']) => span.split(' '))
  const names = words.map(word => word.replace(/^(?:\.\.?\/)+/, ''))
  return [...new Set(names)]
    .filter(name => fileName.test(name) || folderName.test(name))
    .filter(name => !ends.has(name) && !isGenerated(name) && !madeInUse.has(name))
    .map(name => ({ path, text: `names ${name}, which is not there` }))
}

function scriptFaults({ path, text }: TextFile, { scripts }: Targets): Fault[] {
  return [...text.matchAll(/\bnpm run ([\w:]+)/g)]
    .map(([, name = '']) => name)
    .filter(name => !scripts.has(name))
    .map(name => ({ path, text: `names npm run ${name}, which package.json does not have` }))
}
