import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, posix, relative } from 'node:path'
import ts from 'typescript'
import { build } from './build.ts'
import { moduleImports } from './moduleImports.ts'

interface RootManifest {
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..')
/** The pack carries calendars of others, hence their notices. */
const notices = ['LICENSE', 'NOTICE', 'THIRD_PARTY_NOTICES.md', 'test/vectors/QuantLib-LICENSE.txt']
const entries = { '.': 'sdk/index', './contracts': 'chain/contracts/index' }

/**
 * Makes a package of the SDK in a folder: what its two entries reach among the built sources, and a manifest with the
 * dependencies that these files name. Gives the dependencies.
 */
export function packSdk(dist: string, target: string): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RootManifest
  rmSync(target, { recursive: true, force: true })
  const { files, packages } = reach(
    dist,
    Object.values(entries).flatMap(entry => [`${entry}.js`, `${entry}.d.ts`]),
  )
  for (const file of files) write(join(target, file), readFileSync(join(dist, file), 'utf8'))
  for (const name of notices) copyFileSync(join(root, name), join(target, basename(name)))
  const readme = join(root, 'src/sdk/README.md')
  if (existsSync(readme)) copyFileSync(readme, join(target, 'README.md'))
  const dependencies = Object.fromEntries(packages.map(name => [name, versionOf(name, manifest)]))
  const sdk = {
    name: 'lingnan-sdk',
    version: manifest.version,
    description: 'Reads and writes the Lingnan ledger',
    license: manifest.license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22.13' },
    exports: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [
        name,
        { types: `./${entry}.d.ts`, default: `./${entry}.js` },
      ]),
    ),
    dependencies,
  }
  write(join(target, 'package.json'), `${JSON.stringify(sdk, undefined, 2)}\n`)
  return dependencies
}

/** Every built file that these files import, with the declarations beside it, and every package they name. */
function reach(dist: string, starts: readonly string[]): { files: string[]; packages: string[] } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const open = [...starts]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const name of importsOf(join(dist, file))) {
      if (!name.startsWith('.')) packages.add(packageOf(name))
      else open.push(...targetsOf(dist, file, name))
    }
  }
  const outside = [...packages].filter(name => !name.startsWith('node:'))
  return { files: [...files].sort(), packages: outside.sort() }
}

function importsOf(file: string): string[] {
  if (file.endsWith('.json')) return []
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return moduleImports(tree).map(({ from }) => from)
}

/** The module that a relative import means, and its declarations. */
function targetsOf(dist: string, file: string, name: string): string[] {
  const stem = posix.join(posix.dirname(file), name).replace(/\.(?:ts|js)$/, '')
  const candidates = stem.endsWith('.json') ? [stem] : [`${stem}.js`, `${stem}.d.ts`]
  return candidates.filter(candidate => existsSync(join(dist, candidate)))
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

function versionOf(name: string, { dependencies }: RootManifest): string {
  const version = dependencies[name]
  if (version !== undefined) return version
  process.stderr.write(
    `The SDK imports '${name}', which is not among the dependencies of package.json: add it there.\n`,
  )
  process.exit(1)
}

/** Declarations keep the `.ts` of the sources in their imports; a package has only `.js`. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const isDeclaration = file.endsWith('.d.ts')
  writeFileSync(
    file,
    isDeclaration ? text.replaceAll(/(from\s+|import\()(['"]\.[^'"]+)\.ts(['"])/g, '$1$2.js$3') : text,
  )
}

if (import.meta.main) {
  if (!(await build())) process.exit(1)
  const target = join(root, 'dist/sdk-pack')
  packSdk(join(root, 'dist'), target)
  process.stdout.write(`${relative(root, target)}\n`)
}
