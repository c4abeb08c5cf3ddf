import { join } from 'node:path'
import { check } from './check.ts'
import { projectPaths } from './projectFiles.ts'
import { addTallies, isGreen, type Tally, tallyLine } from './tally.ts'
import { runMochaTests, runSolidityTests } from './testRunners.ts'

const root = join(import.meta.dirname, '..')
const needsAll = process.env['REQUIRE_ALL'] === '1'

const mochaPaths = projectPaths(root, 'test', ['.test.ts'])
const solidityPaths = projectPaths(root, 'test/contracts', ['.t.sol'])
const isOfContracts = (path: string) => path.startsWith('test/contracts/')

/** What `npm test`, `test:contracts` and `test:src` run; named files replace the whole. */
async function run(scope: string | undefined, named: readonly string[]): Promise<Tally[]> {
  const solidity = named.filter(path => path.endsWith('.t.sol'))
  const mocha = named.filter(path => !path.endsWith('.t.sol'))
  if (named.length > 0) return [...(await runSolidity(solidity)), await runMochaTests(root, mocha)]
  if (scope === 'src')
    return [
      await runMochaTests(
        root,
        mochaPaths.filter(path => !isOfContracts(path)),
      ),
    ]
  const ofContracts = [
    ...(await runSolidity(solidityPaths)),
    await runMochaTests(root, mochaPaths.filter(isOfContracts)),
  ]
  return scope === 'contracts' ? ofContracts : [...ofContracts, ...(await run('src', []))]
}

async function runSolidity(paths: readonly string[]): Promise<Tally[]> {
  if (paths.length === 0) return []
  return [await runSolidityTests(root, paths.length === solidityPaths.length ? [] : paths)]
}

const [scope, ...named] = process.argv.slice(2)
const isScope = scope === 'contracts' || scope === 'src'
const tallies = isScope || scope !== undefined ? [] : [await check()]
tallies.push(...(await run(isScope ? scope : undefined, isScope ? named : process.argv.slice(2))))
const total = addTallies(tallies)
if (needsAll && total.skipped > 0) process.stdout.write('REQUIRE_ALL=1: a skipped test fails the run\n')
process.stdout.write(`\n${tallyLine(total)}\n`)
process.exitCode = isGreen(total, needsAll) ? 0 : 1
