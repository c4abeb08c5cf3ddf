import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { drawGuards } from './drawGuards.ts'
import type { Guard } from './guards.ts'
import { contractOf, likeliestFirst, namedTests, usingTests } from './guardTests.ts'
import { emptyOutputs, runTests, writeCopy } from './mutantCopy.ts'
import { type Planted, plantBugs } from './plantBugs.ts'
import { plantedBugs } from './plantedBugs.ts'
import { projectFiles } from './projectFiles.ts'

interface Verdict {
  readonly guard: Guard
  /** The test files that were run without the guard. */
  readonly tests: readonly string[]
  readonly survived: boolean
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    planted: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
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

const files = [
  ...projectFiles(root, 'contracts', ['.sol']),
  ...projectFiles(root, 'test', ['.sol', '.ts', '.json']).filter(
    ({ path }) => !path.startsWith('test/house/'),
  ),
]
const sown = plantBugs(files, plantedBugs)
const armed = writeCopy(copy, sown.files)
const verdicts = values.planted ? await judgePlanted(choose(sown.planted)) : await judgeGuards(choose(armed))
report(verdicts)

async function judgeGuards(guards: readonly Guard[]): Promise<Verdict[]> {
  say(`${guards.length} guards, seed ${seed}; building their tests with a switch in every guard`)
  await mustPass([...new Set(guards.flatMap(({ path }) => namedTests(path, files)))])
  const verdicts = await inLanes(guards, judgeByName)
  for (const [index, verdict] of verdicts.entries())
    if (verdict.survived) verdicts[index] = await judgeByUse(verdict)
  return verdicts
}

async function judgePlanted(bugs: readonly Planted[]): Promise<Verdict[]> {
  say(
    `${bugs.length} planted bugs, seed ${seed}; building the tests of their invariants with a switch for each`,
  )
  await mustPass([...new Set(bugs.map(({ test }) => test))])
  return inLanes(bugs, async bug => {
    const survived = !(await failsWithout(bug, [bug.test]))
    say(`${survived ? 'SURVIVED' : 'killed  '} ${bug.path}:${bug.line} ${bug.text} (by ${bug.test})`)
    return { guard: bug, tests: [bug.test], survived }
  })
}

/** All guards or bugs, those of one contract, or a sample. */
function choose<Site extends Guard>(all: readonly Site[]): Site[] {
  const { only, sample } = values
  if (
    only !== undefined &&
    !files.some(({ path }) => path.startsWith('contracts/') && contractOf(path) === only)
  )
    stop(`There is no contract '${only}'.`, '')
  const wanted = only === undefined ? [...all] : all.filter(({ path }) => contractOf(path) === only)
  return sample === undefined ? wanted : drawGuards(wanted, Number(sample), seed)
}

/** Judges guards in as many lanes as the machine has processors; verdicts come in the order of the guards. */
async function inLanes<Site extends Guard>(
  guards: readonly Site[],
  judge: (guard: Site) => Promise<Verdict>,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  const waiting = [...guards.entries()]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      verdicts[next[0]] = await judge(next[1])
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return verdicts
}

/** Runs the tests named after the contract. */
async function judgeByName(guard: Guard): Promise<Verdict> {
  const tests = namedTests(guard.path, files)
  const isKilled = tests.length > 0 && (await failsWithout(guard, tests))
  if (isKilled) say(`killed   ${guard.path}:${guard.line} ${guard.text}`)
  return { guard, tests, survived: !isKilled }
}

/** For a guard that no test named after the contract misses: all other tests that use it, until one fails. */
async function judgeByUse({ guard, tests: before }: Verdict): Promise<Verdict> {
  const using = usingTests(guard.path, files).filter(path => !before.includes(path))
  const tests = [...before]
  const candidates = files.filter(({ path }) => using.includes(path))
  for (const path of likeliestFirst(guard, candidates, kills)) {
    await mustPass([path])
    tests.push(path)
    if (!(await failsWithout(guard, [path]))) continue
    say(`killed   ${guard.path}:${guard.line} ${guard.text} (by ${path})`)
    return { guard, tests, survived: false }
  }
  say(`SURVIVED ${guard.path}:${guard.line} ${guard.text}`)
  return { guard, tests, survived: true }
}

async function failsWithout(guard: Guard, tests: readonly string[]): Promise<boolean> {
  const { code, output } = await runTests(copy, tests, guard)
  if (code !== 0 && !/^\s*\d+ failing/m.test(output))
    stop('The tests could not be run without a guard.', output)
  if (code !== 0) for (const path of tests) kills.set(path, (kills.get(path) ?? 0) + 1)
  return code !== 0
}

/**
 * Builds test files and sees them pass with every guard on: only then does a failure mean anything. Folder by folder: the
 * compiler cannot write the output of all tests at once.
 */
async function mustPass(tests: readonly string[]): Promise<void> {
  const fresh = tests.filter(path => !passed.has(path))
  for (const folder of new Set(fresh.map(path => dirname(path)))) {
    const paths = fresh.filter(path => dirname(path) === folder)
    const { code, output } = await runTests(copy, paths, undefined)
    if (code !== 0) stop(`The tests of ${folder} must pass before guards are removed.`, output)
    emptyOutputs(copy)
    for (const path of paths) passed.add(path)
  }
}

function report(verdicts: readonly Verdict[]): void {
  const survivors = verdicts.filter(({ survived }) => survived)
  if (values.json) process.stdout.write(`${JSON.stringify({ seed, verdicts }, undefined, 2)}\n`)
  else {
    const lines = survivors.map(({ guard }) => `${guard.path}:${guard.line} ${guard.text}\n`)
    if (lines.length > 0)
      process.stdout.write(`No test fails without these guards or with these bugs:\n${lines.join('')}`)
    process.stdout.write(`${verdicts.length - survivors.length} killed, ${survivors.length} survived\n`)
  }
  process.exitCode = survivors.length === 0 ? 0 : 1
}

function stop(fact: string, output: string): never {
  process.stderr.write(`${output}\n${fact}\n`)
  process.exit(2)
}
