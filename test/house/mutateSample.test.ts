import { join } from 'node:path'
import { expect } from 'chai'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')
/** `MUTATE_SEED` replays a failure. */
const seed = process.env['MUTATE_SEED'] ?? String(Date.now() % 1_000_000)
const guards = 12
const bugs = 3

interface Outcome {
  readonly verdicts: readonly {
    readonly guard: { readonly path: string; readonly line: number; readonly text: string }
    readonly survived: boolean
  }[]
}

describe('mutate', () => {
  it(`behavior: no guard of a sample of our contracts survives (seed ${seed})`, async function () {
    this.timeout(600_000)
    await expectNoSurvivor(['--sample', String(guards)], guards)
  })

  it(`behavior: no bug of a sample of planted ones survives (seed ${seed})`, async function () {
    this.timeout(900_000)
    await expectNoSurvivor(['--planted', '--sample', String(bugs)], bugs)
  })
})

async function expectNoSurvivor(args: readonly string[], count: number): Promise<void> {
  const script = ['--import', 'tsx', 'scripts/mutate.ts', '--json', '--seed', seed]
  const { code, output, stdout } = await runTool(process.execPath, [...script, ...args], { cwd: root })
  expect(code, output).to.be.below(2)
  const { verdicts } = JSON.parse(stdout) as Outcome
  const survivors = verdicts.filter(({ survived }) => survived)
  expect(survivors.map(({ guard }) => `${guard.path}:${guard.line} ${guard.text}`)).to.deep.equal([])
  expect(verdicts).to.have.length(count)
}
