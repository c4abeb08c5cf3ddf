import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ArmedSource, armGuards, type Guard, readsBlocks } from './guards.ts'
import { projectFiles, type TextFile } from './projectFiles.ts'
import { runTool, type ToolResult } from './runTool.ts'

interface Verdict {
  readonly guard: Guard
  /** The test files that were run without the guard. */
  readonly tests: readonly string[]
  readonly survived: boolean
}

const house = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    root: { type: 'string', default: house },
    sample: { type: 'string' },
    seed: { type: 'string' },
  },
})
const root = resolve(values.root)
const copy = join(root, 'cache/mutants')
/** Test files that were seen to pass with every guard on. */
const passed = new Set<string>()
/** How often each test file noticed that a guard was off. */
const kills = new Map<string, number>()
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const say = (text: string) => process.stderr.write(`${text}\n`)

const tests = projectFiles(root, 'test', ['.sol', '.ts', '.json'])
const files = [
  ...projectFiles(root, 'contracts', ['.sol']),
  ...tests.filter(({ path }) => !path.startsWith('test/house/')),
]
const guards = choose(writeCopy(files))
const firstTests = [...new Set(guards.flatMap(guard => namedTests(guard)))]
say(`${guards.length} guards, seed ${seed}; building their tests with a switch in every guard`)
await mustPass(firstTests)
const verdicts: Verdict[] = []
for (const guard of guards) {
  const verdict = await judge(guard)
  verdicts.push(verdict)
  say(`${verdict.survived ? 'SURVIVED' : 'killed  '} ${guard.path}:${guard.line} ${guard.text}`)
}
report(verdicts)

/** Writes the sources with switches beside a configuration that sets them; gives the guards of contracts/. */
function writeCopy(files: readonly TextFile[]): Guard[] {
  for (const folder of ['contracts', 'test']) rmSync(join(copy, folder), { recursive: true, force: true })
  const found = files.flatMap(({ path, text }) => {
    const armed = path.endsWith('.sol') ? armFile(path, text) : { text, guards: [] }
    write(path, armed.text)
    return armed.guards
  })
  write('package.json', '{ "type": "module", "private": true }\n')
  write('hardhat.config.ts', configuration())
  for (const name of ['.mocharc.json', 'tsconfig.json']) copyFileSync(join(house, name), join(copy, name))
  for (const name of ['node_modules', 'src', 'deals']) link(name)
  return found
}

/** Value types stay as they are: they have no guards, and their operators must be `pure`. */
function armFile(path: string, text: string): ArmedSource {
  if (path.startsWith('contracts/types/')) return { text, guards: [] }
  const armed = armGuards(path, text)
  return path.startsWith('contracts/') ? armed : { text: readsBlocks(text), guards: [] }
}

function link(name: string): void {
  const [from, to] = [join(house, name), join(copy, name)]
  if (existsSync(from) && !existsSync(to)) symlinkSync(from, to)
}

function write(path: string, text: string): void {
  const file = join(copy, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function configuration(): string {
  const base = join(house, 'hardhat.config.ts')
  return `import base from ${JSON.stringify(base)}

const coinbase = process.env['MUTANT'] ?? '0x0000000000000000000000000000000000000000'
export default {
  ...base,
  networks: { ...base.networks, default: { ...base.networks.default, coinbase } },
  test: { ...base.test, solidity: { ...base.test.solidity, coinbase } },
}
`
}

/** All guards, those of one contract, or a sample drawn by the seed. */
function choose(all: readonly Guard[]): Guard[] {
  const { only, sample } = values
  if (
    only !== undefined &&
    !files.some(({ path }) => path.startsWith('contracts/') && contractOf(path) === only)
  )
    stop(`There is no contract '${only}'.`, '')
  const wanted = only === undefined ? [...all] : all.filter(({ path }) => contractOf(path) === only)
  if (sample === undefined) return wanted
  const draw = mulberry32(seed)
  const keyed = wanted.map(guard => ({ guard, key: draw() })).sort((a, b) => a.key - b.key)
  return keyed.slice(0, Number(sample)).map(({ guard }) => guard)
}

/** Runs the tests named after the contract; while they pass, one after another all others that use it. */
async function judge(guard: Guard): Promise<Verdict> {
  const named = namedTests(guard)
  const others = usingTests(guard).filter(path => !named.includes(path))
  const groups = [
    ...(named.length === 0 ? [] : [named]),
    ...likeliestFirst(guard, others).map(path => [path]),
  ]
  for (const [index, group] of groups.entries()) {
    await mustPass(group)
    if (!(await failsWithout(guard, group))) continue
    for (const path of group) kills.set(path, (kills.get(path) ?? 0) + 1)
    return { guard, tests: groups.slice(0, index + 1).flat(), survived: false }
  }
  return { guard, tests: groups.flat(), survived: true }
}

/** Test files that name an error of the guard come first, then those that found most before. */
function likeliestFirst({ text }: Guard, paths: readonly string[]): string[] {
  const errors = [...text.matchAll(/\b([A-Z]\w+)\(/g)].map(([, name = '']) => name)
  const named = new Set(
    tests.filter(each => errors.some(name => each.text.includes(name))).map(({ path }) => path),
  )
  const rank = (path: string) => (named.has(path) ? 1_000_000 : 0) + (kills.get(path) ?? 0)
  return [...paths].sort((a, b) => rank(b) - rank(a))
}

async function failsWithout({ switchedOffBy }: Guard, tests: readonly string[]): Promise<boolean> {
  const digits = /0x([0-9a-f]+)/.exec(switchedOffBy)?.[1] ?? ''
  const { code, output } = await runTests(tests, `0x${digits.padStart(40, '0')}`)
  if (code !== 0 && !/^\s*\d+ failing/m.test(output))
    stop('The tests could not be run without a guard.', output)
  return code !== 0
}

/** Builds test files and sees them pass with every guard on: only then does a failure mean anything. */
async function mustPass(tests: readonly string[]): Promise<void> {
  const fresh = tests.filter(path => !passed.has(path))
  if (fresh.length === 0) return
  const { code, output } = await runTests(fresh, undefined)
  if (code !== 0) stop('The tests must pass before guards are removed.', output)
  for (const path of fresh) passed.add(path)
}

/** Runs test files, without building when a guard is off; stops at the first runner that fails. */
async function runTests(tests: readonly string[], mutant: string | undefined): Promise<ToolResult> {
  const env = { FUZZ_RUNS: '16', INVARIANT_RUNS: '2', ...(mutant === undefined ? {} : { MUTANT: mutant }) }
  const solidity = tests.filter(path => path.endsWith('.sol'))
  const mocha = tests.filter(path => path.endsWith('.ts'))
  const options = ['--network', 'default', '--no-typechain']
  if (solidity.length > 0) {
    const build = mutant === undefined ? [] : ['--no-compile']
    const result = await runTool('hardhat', ['test', 'solidity', ...options, ...build, ...solidity], {
      cwd: copy,
      env,
    })
    if (result.code !== 0 || mocha.length === 0) return result
  }
  if (mutant === undefined) {
    const result = await runTool('hardhat', ['build', ...options], { cwd: copy, env })
    if (result.code !== 0) return result
  }
  return runTool('mocha', ['--bail', ...mocha], { cwd: copy, env })
}

/** <Contract>*.t.sol and <Contract>*.test.ts, wherever they stand below test/. */
function namedTests({ path }: Guard): string[] {
  const contract = contractOf(path)
  const names = new RegExp(`^${contract}(?:[A-Z]\\w*)?\\.(?:t\\.sol|test\\.ts)$`)
  return files
    .map(file => file.path)
    .filter(file => file.startsWith('test/') && names.test(posix.basename(file)))
}

/** Every test file that reaches the contract: through its imports, or by deploying what reaches it. */
function usingTests({ path }: Guard): string[] {
  const reached = new Set([path])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    const names = new Set([...reached].map(contractOf))
    for (const file of files) if (uses(file, reached, names)) reached.add(file.path)
  }
  return [...reached].filter(file => /\.t\.sol$|\.test\.ts$/.test(file))
}

function uses(file: TextFile, reached: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  if (importsOf(file).some(target => reached.has(target))) return true
  const deployed = file.text.matchAll(/\bdeployContract\(\s*['"](\w+)['"]/g)
  return file.path.endsWith('.ts') && [...deployed].some(([, name = '']) => names.has(name))
}

function importsOf({ path, text }: TextFile): string[] {
  const names = [...text.matchAll(/^\s*import\b[^;"']*["'](\.[^"']+)["']/gm)].map(([, from = '']) => from)
  return names.map(from => posix.normalize(posix.join(posix.dirname(path), from)))
}

function contractOf(path: string): string {
  return posix.basename(path, '.sol')
}

function report(verdicts: readonly Verdict[]): void {
  const survivors = verdicts.filter(({ survived }) => survived)
  if (values.json) process.stdout.write(`${JSON.stringify({ seed, verdicts }, undefined, 2)}\n`)
  else {
    const lines = survivors.map(({ guard }) => `${guard.path}:${guard.line} ${guard.text}\n`)
    if (lines.length > 0) process.stdout.write(`No test fails without these guards:\n${lines.join('')}`)
    process.stdout.write(`${verdicts.length - survivors.length} killed, ${survivors.length} survived\n`)
  }
  process.exitCode = survivors.length === 0 ? 0 : 1
}

function stop(fact: string, output: string): never {
  process.stderr.write(`${output}\n${fact}\n`)
  process.exit(2)
}

/** A small generator of numbers in [0, 1), the same for the same seed everywhere. */
function mulberry32(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296
  }
}
