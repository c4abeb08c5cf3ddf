import { posix } from 'node:path'
import type { Guard } from './guards.ts'
import type { TextFile } from './projectFiles.ts'

/**
 * Test files named after a contract (`<Contract>*.t.sol`, `<Contract>*.test.ts`). A contract without any, because it is only
 * inherited or only called, is tested by the tests named after those that use it.
 */
export function namedTests(path: string, files: readonly TextFile[]): string[] {
  const name = contractOf(path)
  const contracts = files.map(file => file.path).filter(each => each.startsWith('contracts/'))
  const longer = contracts.map(contractOf).filter(each => each !== name && each.startsWith(name))
  const isOwn = (test: string) => isNamed(test, name) && !longer.some(each => isNamed(test, each))
  const own = files.map(file => file.path).filter(each => isTest(each) && isOwn(each))
  if (own.length > 0) return own
  const users = files.filter(file => file.path.startsWith('contracts/') && importsOf(file).includes(path))
  return [...new Set(users.flatMap(user => namedTests(user.path, files)))]
}

/** Every test file that reaches the contract: through its imports, or by deploying what reaches it. */
export function usingTests(path: string, files: readonly TextFile[]): string[] {
  const reached = new Set([path])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    const names = new Set([...reached].map(contractOf))
    for (const file of files) if (reaches(file, reached, names)) reached.add(file.path)
  }
  return [...reached].filter(isTest)
}

/** Test files that name an error of the guard come first, then those that found most before. */
export function likeliestFirst(
  { text }: Guard,
  tests: readonly TextFile[],
  kills: ReadonlyMap<string, number>,
): string[] {
  const errors = [...text.matchAll(/\b([A-Z]\w+)\(/g)].map(([, name = '']) => name)
  const rank = ({ path, text }: TextFile) =>
    (errors.some(name => text.includes(name)) ? 1_000_000 : 0) + (kills.get(path) ?? 0)
  return [...tests].sort((a, b) => rank(b) - rank(a)).map(({ path }) => path)
}

export function contractOf(path: string): string {
  return posix.basename(path, '.sol')
}

function isNamed(test: string, contract: string): boolean {
  return new RegExp(`^${contract}(?:[A-Z]\\w*)?\\.(?:t\\.sol|test\\.ts)$`).test(posix.basename(test))
}

function isTest(path: string): boolean {
  return path.startsWith('test/') && /\.t\.sol$|\.test\.ts$/.test(path)
}

function reaches(file: TextFile, reached: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  if (importsOf(file).some(target => reached.has(target))) return true
  const deployed = file.text.matchAll(/\bdeployContract\(\s*['"](\w+)['"]/g)
  return file.path.endsWith('.ts') && [...deployed].some(([, name = '']) => names.has(name))
}

function importsOf({ path, text }: TextFile): string[] {
  const names = [...text.matchAll(/^\s*import\b[^;"']*["'](\.[^"']+)["']/gm)].map(([, from = '']) => from)
  return names.map(from => posix.normalize(posix.join(posix.dirname(path), from)))
}
