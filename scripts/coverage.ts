import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { coverageByRoom, type LineCounts, mergeCounts, parseLcov, type RoomCoverage } from './lineCoverage.ts'
import { projectPaths } from './projectFiles.ts'
import { runTool } from './runTool.ts'

const root = join(import.meta.dirname, '..')
const asJson = process.argv.includes('--json')

/**
 * Folders of tests in TypeScript that deploy contracts by name, from the build whose lines are counted. Tests that use the
 * generated types deploy what the ordinary build made, and count nothing.
 */
const chainTests = ['test/contracts', 'test/differential']

const print = (text: string) => (asJson ? process.stderr : process.stdout).write(text)

/** Runs tests with line counting on; after a failed test the counts are shown, and the script fails. */
async function countLines(runner: 'solidity' | 'mocha', files: readonly string[]): Promise<LineCounts> {
  rmSync(join(root, 'coverage'), { recursive: true, force: true })
  const args = ['test', runner, '--coverage', '--network', 'default', '--no-typechain', ...files]
  const { code } = await runTool('hardhat', args, {
    cwd: root,
    env: { BUILD_FOLDER: 'cache/coverage' },
    onOutput: print,
  })
  hasFailed ||= code !== 0
  return parseLcov(readFileSync(join(root, 'coverage/lcov.info'), 'utf8'))
}

let hasFailed = false
const runs = [await countLines('solidity', [])]
const mochaPaths = chainTests.flatMap(folder => projectPaths(root, folder, ['.test.ts']))
if (mochaPaths.length > 0) runs.push(await countLines('mocha', mochaPaths))
const rows = coverageByRoom(mergeCounts(runs))
const short = rows.filter(({ basisPoints, floor }) => basisPoints < floor)
process.stdout.write(asJson ? `${JSON.stringify(rows, undefined, 2)}\n` : table(rows))
if (hasFailed) process.stderr.write('Some tests failed: see above\n')
process.exitCode = short.length === 0 && !hasFailed ? 0 : 1

function table(rows: readonly RoomCoverage[]): string {
  const lines = rows.flatMap(({ room, lines, covered, basisPoints, floor, missing }) => {
    const line = [
      room.padEnd(12),
      `${covered}/${lines}`.padStart(11),
      percent(basisPoints),
      percent(floor),
    ].join('  ')
    const gaps = room === 'all' ? [] : missing.map(file => `    ${file.path}: ${file.lines.join(', ')}`)
    return [`${line}${basisPoints < floor ? '  too low' : ''}`, ...gaps]
  })
  return `${'room'.padEnd(12)}        lines   covered     floor\n${lines.join('\n')}\n`
}

function percent(basisPoints: number): string {
  return `${(basisPoints / 100).toFixed(2)} %`.padStart(8)
}
