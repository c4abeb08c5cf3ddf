import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Fault } from './faults.ts'
import { writtenLanguages } from './languageScripts.ts'
import { projectFiles, projectPaths, type TextFile } from './projectFiles.ts'
import { readmeFaults } from './readmeFaults.ts'
import { revertTextFaults } from './revertTexts.ts'

interface Ban {
  readonly pattern: RegExp
  readonly text: string
  /** Whether the ban concerns this file. */
  readonly applies: (path: string) => boolean
}

const textEndings = ['.sol', '.ts', '.tsx', '.mjs', '.json', '.md', '.tree', '.html', '.css', 'run']
const wordlessNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'service'])

const isSource = (path: string) => path.startsWith('src/') && /\.tsx?$/.test(path)
const isContract = (path: string) => path.startsWith('contracts/') && path.endsWith('.sol')
const isCode = (path: string) => /\.(sol|tsx?|mjs)$/.test(path)
const isTest = (path: string) => path.startsWith('test/')

const bans: readonly Ban[] = [
  {
    pattern: /\/(?:home|Users|root|work|tmp)\/[\w.-]+/,
    text: 'names a path of one machine',
    applies: path => !path.startsWith('test/vectors/'),
  },
  {
    pattern: /registry\.(?:npmjs|yarnpkg|npmmirror)|"resolved": "https?:/,
    text: 'names a package registry: leave that to the user’s npm settings',
    applies: () => true,
  },
  { pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, text: 'leaves work undone', applies: isCode },
  {
    pattern: /throw new Error\(/,
    text: 'throws a plain error: throw a LedgerError with a code',
    applies: isSource,
  },
  {
    pattern: /\b(?:tx\.origin|delegatecall|assembly)\b/,
    text: 'uses a forbidden word of Solidity',
    applies: isContract,
  },
  {
    pattern: /\b(?:describe|it)\.(?:only|skip)\b|\bxit\(|\bxdescribe\(/,
    text: 'narrows or skips tests',
    applies: isTest,
  },
]

/** Words, names and missing texts that no formatter or linter sees. */
export function checkTexts(root: string): Fault[] {
  const files = projectFiles(root, '', textEndings)
  return [
    ...textFaults(files),
    ...missingReadmes(files.map(({ path }) => path)),
    ...missingTrees(files.map(({ path }) => path)),
    ...readmeFaults(files, { paths: projectPaths(root, '', ['']), scripts: scriptsOf(root) }),
    ...revertTextFaults(),
  ]
}

export function textFaults(files: readonly TextFile[]): Fault[] {
  return files.flatMap(file => [
    ...nameFaults(file),
    ...wordFaults(file),
    ...headFaults(file),
    ...languageFaults(file),
  ])
}

function wordFaults({ path, text }: TextFile): Fault[] {
  if (path === 'scripts/checkTexts.ts' || path === 'test/house/checkTexts.test.ts') return []
  const concerned = bans.filter(ban => ban.applies(path))
  const code = isContract(path) ? text.replaceAll(/\/\/[^\n]*/g, '') : text
  return code
    .split('\n')
    .flatMap((line, index) =>
      concerned
        .filter(({ pattern }) => pattern.test(line))
        .map(ban => ({ path, text: `line ${index + 1} ${ban.text}` })),
    )
}

function nameFaults({ path }: TextFile): Fault[] {
  if (!/^(?:src|contracts|scripts)\//.test(path)) return []
  const words = path.split('/').map(part => part.replace(/\..*$/, '').toLowerCase())
  const word = words.find(part => wordlessNames.has(part))
  const faults = word === undefined ? [] : [{ path, text: `'${word}' names no noun of the field` }]
  if (isSource(path) && /^index\.tsx?$/.test(posix.basename(path)) && path !== 'src/sdk/index.ts')
    faults.push({ path, text: 'is a barrel: src/sdk/index.ts is the only one' })
  return faults
}

function headFaults({ path, text }: TextFile): Fault[] {
  if (!path.endsWith('.sol')) return []
  const head = '// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.30;\n'
  return text.startsWith(head) ? [] : [{ path, text: `must begin with\n${head}` }]
}

/** What people read in the law files stands there in four languages, each in its own script. */
function languageFaults({ path, text }: TextFile): Fault[] {
  if (!/^deals\/law\/[^/]+\.json$/.test(path)) return []
  const law: unknown = JSON.parse(text)
  return namesIn(law, '').flatMap(({ at, names }) =>
    writtenLanguages
      .filter(({ code, isWritten }) => !isWritten(String(Reflect.get(names, code) ?? '')))
      .map(({ code }) => ({ path, text: `${at} has no text in ${code}` })),
  )
}

function namesIn(value: unknown, at: string): { readonly at: string; readonly names: object }[] {
  if (typeof value !== 'object' || value === null) return []
  if (Reflect.has(value, 'en')) return [{ at, names: value }]
  return Object.entries(value).flatMap(([key, inner]) => namesIn(inner, `${at}/${key}`))
}

function missingReadmes(paths: readonly string[]): Fault[] {
  const rooms = paths
    .filter(path => /^(?:contracts|src)\/[^/]+\//.test(path))
    .map(path => path.split('/', 2).join('/'))
  const folders = paths
    .filter(path => path.includes('/') && !path.startsWith('.'))
    .map(path => path.split('/', 1).join())
  const wanted = [...new Set([...rooms, ...folders])]
  return wanted
    .filter(folder => !paths.includes(`${folder}/README.md`))
    .map(folder => ({ path: folder, text: 'has no README.md' }))
}

/**
 * Every test of contracts has a tree of behaviour: its own, or that of the contract with whose name its own begins. Invariants
 * have numbers in a README instead.
 */
export function missingTrees(paths: readonly string[]): Fault[] {
  const trees = paths.filter(path => path.endsWith('.tree')).map(path => path.slice(0, -'.tree'.length))
  const isCovered = (path: string) =>
    trees.some(tree => path.startsWith(tree) && /^[A-Z.]/.test(path.slice(tree.length)))
  return paths
    .filter(path => /^test\/contracts\/(?!invariants\/).*\.t\.sol$/.test(path))
    .filter(path => !isCovered(path))
    .map(path => ({ path, text: 'has no .tree' }))
}

function scriptsOf(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  return Object.keys(scripts)
}
