import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type ArmedSource, armGuards, type Guard, readsBlocks } from './guards.ts'
import type { TextFile } from './projectFiles.ts'
import { runTool, type ToolResult } from './runTool.ts'

const house = join(import.meta.dirname, '..')

/** Writes sources with a switch in every guard, beside a configuration that sets them; gives the guards of contracts/. */
export function writeCopy(copy: string, files: readonly TextFile[]): Guard[] {
  for (const folder of ['contracts', 'test']) rmSync(join(copy, folder), { recursive: true, force: true })
  const found = files.flatMap(({ path, text }) => {
    const armed = path.endsWith('.sol') ? armFile(path, text) : { text, guards: [] }
    write(join(copy, path), armed.text)
    return armed.guards
  })
  write(join(copy, 'package.json'), '{ "type": "module", "private": true }\n')
  write(join(copy, 'hardhat.config.ts'), configuration())
  for (const name of ['.mocharc.json', 'tsconfig.json']) copyFileSync(join(house, name), join(copy, name))
  for (const name of ['node_modules', 'src', 'deals']) link(join(house, name), join(copy, name))
  return found
}

/** Runs test files of a copy, without building when a guard is off; stops at the first runner that fails. */
export async function runTests(
  copy: string,
  tests: readonly string[],
  guard: Guard | undefined,
): Promise<ToolResult> {
  const digits = /0x([0-9a-f]+)/.exec(guard?.switchedOffBy ?? '')?.[1] ?? ''
  const few = { FUZZ_RUNS: '16', INVARIANT_RUNS: '8', INVARIANT_DEPTH: '64' }
  const env = { ...few, MUTANT: `0x${digits.padStart(40, '0')}` }
  const solidity = tests.filter(path => path.endsWith('.sol'))
  const mocha = tests.filter(path => path.endsWith('.ts'))
  const options = ['--network', 'default', '--no-typechain']
  if (solidity.length > 0) {
    const build = guard === undefined ? [] : ['--no-compile']
    const args = ['test', 'solidity', ...options, ...build, ...solidity]
    const result = await runTool('hardhat', args, { cwd: copy, env })
    if (result.code !== 0 || mocha.length === 0) return result
  }
  if (guard === undefined) {
    const result = await runTool('hardhat', ['build', ...options], { cwd: copy, env })
    if (result.code !== 0) return result
  }
  return runTool('mocha', ['--bail', ...mocha], { cwd: copy, env })
}

/** Empties what the compiler put out beside the artifacts: every run would read it, for stack traces that nobody sees. */
export function emptyOutputs(copy: string): void {
  const folder = join(copy, 'artifacts/build-info')
  for (const name of readdirSync(folder).filter(each => each.endsWith('.output.json'))) {
    const file = join(folder, name)
    const { _format, id } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    write(file, JSON.stringify({ _format, id, output: { contracts: {}, sources: {} } }))
  }
}

/** Value types stay as they are: they have no guards, and their operators must be `pure`. */
function armFile(path: string, text: string): ArmedSource {
  if (path.startsWith('contracts/types/')) return { text, guards: [] }
  return path.startsWith('contracts/') ? armGuards(path, text) : { text: readsBlocks(text), guards: [] }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function link(from: string, to: string): void {
  if (existsSync(from) && !existsSync(to)) symlinkSync(from, to)
}

/** Half of the optimizer is left out: that builds a quarter faster, and without the other half some stacks are too deep. */
function configuration(): string {
  return `import base from ${JSON.stringify(join(house, 'hardhat.config.ts'))}

const coinbase = process.env['MUTANT']
const opcodes = ['peephole', 'inliner', 'deduplicate', 'cse', 'constantOptimizer']
const details = { ...Object.fromEntries(opcodes.map(name => [name, false])), yul: true }
const settings = { ...base.solidity.settings, optimizer: { enabled: true, details } }
export default {
  ...base,
  solidity: { ...base.solidity, settings },
  networks: { ...base.networks, default: { ...base.networks.default, coinbase, allowUnlimitedContractSize: true } },
  test: { ...base.test, solidity: { ...base.test.solidity, coinbase } },
}
`
}
