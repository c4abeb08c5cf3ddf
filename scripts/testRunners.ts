import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTool } from './runTool.ts'
import { nothing, type Tally } from './tally.ts'

const print = (text: string) => process.stdout.write(text)

/** Runs Solidity test files (none named: all of them) at the Cancun level of the consortium profile. */
export async function runSolidityTests(root: string, files: readonly string[]): Promise<Tally> {
  const args = ['test', 'solidity', '--network', 'default', ...files]
  const { code, output } = await runTool('hardhat', args, { cwd: root, onOutput: print })
  return settle(
    { passed: count(output, 'passing'), failed: count(output, 'failing'), skipped: count(output, 'skipped') },
    code,
  )
}

/** Runs Mocha test files. */
export async function runMochaTests(
  root: string,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  if (files.length === 0) return nothing
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-tally-'))
  const tallyFile = join(folder, 'tally.json')
  const { code } = await runTool('mocha', ['--reporter', './scripts/mochaReporter.ts', ...files], {
    cwd: root,
    env: { ...env, TALLY_FILE: tallyFile },
    onOutput: print,
  })
  const tally = existsSync(tallyFile) ? (JSON.parse(readFileSync(tallyFile, 'utf8')) as Tally) : nothing
  rmSync(folder, { recursive: true })
  return settle(tally, code)
}

/** A runner that ends badly without a failed test (it crashed, a file did not load) counts as one failure. */
function settle(tally: Tally, code: number): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function count(output: string, word: string): number {
  const lines = [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))]
  return lines.reduce((sum, [, number]) => sum + Number(number), 0)
}
