import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.ts'
import { projectPaths } from './projectFiles.ts'
import { RAN_VERBS, verbsWithoutRun, writeVerbs } from './ranVerbs.ts'
import { addTallies, isGreen, nothing, type Tally, tallyLine } from './tally.ts'
import { runMochaTests, runSolidityTests } from './testRunners.ts'

const root = join(import.meta.dirname, '..')
const needsAll = process.env['REQUIRE_ALL'] === '1'

const mochaPaths = projectPaths(root, 'test', ['.test.ts'])
const solidityPaths = projectPaths(root, 'test/contracts', ['.t.sol'])
/** Histories of `test:invariants` and their acts. */
const LONG = { runs: '1024', depth: '256' }
const SEED_BYTES = 32
const isOfContracts = (path: string) => path.startsWith('test/contracts/')

/** What `npm test`, `test:contracts`, `test:src` and `test:invariants` run; named files replace the whole. */
async function run(scope: string | undefined, named: readonly string[]): Promise<Tally[]> {
  const solidity = named.filter(path => path.endsWith('.t.sol'))
  const mocha = named.filter(path => !path.endsWith('.t.sol'))
  if (named.length > 0) return [...(await runSolidity(solidity)), await runMochaTests(root, mocha)]
  if (scope === 'src') return runSource()
  if (scope === 'invariants') return runInvariants()
  const ofContracts = [
    ...(await runSolidity(solidityPaths)),
    await runMochaTests(root, mochaPaths.filter(isOfContracts)),
  ]
  return scope === 'contracts' ? ofContracts : [...ofContracts, ...(await run('src', []))]
}

/** The invariants alone, for as long as `INVARIANT_RUNS` and `INVARIANT_DEPTH` say. */
async function runInvariants(): Promise<Tally[]> {
  process.env['INVARIANT_RUNS'] ??= LONG.runs
  process.env['INVARIANT_DEPTH'] ??= LONG.depth
  process.env['FUZZ_SEED'] ??= `0x${randomBytes(SEED_BYTES).toString('hex')}`
  const { INVARIANT_RUNS, INVARIANT_DEPTH, FUZZ_SEED } = process.env
  process.stdout.write(
    `INVARIANT_RUNS=${INVARIANT_RUNS} INVARIANT_DEPTH=${INVARIANT_DEPTH} FUZZ_SEED=${FUZZ_SEED}\n`,
  )
  const hasInvariants = (path: string) => /\bfunction invariant_/.test(readFileSync(join(root, path), 'utf8'))
  return runSolidity(solidityPaths.filter(hasInvariants))
}

/** All tests of the sources, and that some test ran each verb of the SDK that writes with success. */
async function runSource(): Promise<Tally[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-verbs-'))
  const ranFile = join(folder, 'ran')
  const paths = mochaPaths.filter(path => !isOfContracts(path))
  const tally = await runMochaTests(root, paths, { [RAN_VERBS]: ranFile })
  const missing = verbsWithoutRun(writeVerbs(root), ranFile)
  rmSync(folder, { recursive: true })
  if (missing.length > 0)
    process.stdout.write(`FAILED no test ran these verbs of the SDK with success: ${missing.join(', ')}\n`)
  return [tally, missing.length === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }]
}

async function runSolidity(paths: readonly string[]): Promise<Tally[]> {
  if (paths.length === 0) return []
  return [await runSolidityTests(root, paths.length === solidityPaths.length ? [] : paths)]
}

const [scope, ...named] = process.argv.slice(2)
const isScope = scope === 'contracts' || scope === 'src' || scope === 'invariants'
const tallies = isScope || scope !== undefined ? [] : [await check()]
tallies.push(...(await run(isScope ? scope : undefined, isScope ? named : process.argv.slice(2))))
const total = addTallies(tallies)
if (needsAll && total.skipped > 0) process.stdout.write('REQUIRE_ALL=1: a skipped test fails the run\n')
process.stdout.write(`\n${tallyLine(total)}\n`)
process.exitCode = isGreen(total, needsAll) ? 0 : 1
