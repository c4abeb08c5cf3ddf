import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')
const fixture = join(import.meta.dirname, 'fixtures/mutate')

interface Outcome {
  readonly seed: number
  readonly verdicts: readonly { readonly guard: { readonly text: string }; readonly survived: boolean }[]
}

/** Runs the script on the fixture project, of which `Till.t.sol` tests all but two guards. */
async function mutate(args: readonly string[]): Promise<{ code: number; outcome: Outcome }> {
  const script = ['--import', 'tsx', 'scripts/mutate.ts', '--root', fixture, '--json', ...args]
  const { code, output, stdout } = await runTool(process.execPath, script, { cwd: root })
  expect(code, output).to.be.below(2)
  return { code, outcome: JSON.parse(stdout) as Outcome }
}

describe('mutate', () => {
  afterEach(() => rmSync(join(fixture, 'cache'), { recursive: true, force: true }))

  it('default: names exactly the guards without a test, and fails', async () => {
    const { code, outcome } = await mutate([])
    const survivors = outcome.verdicts.filter(({ survived }) => survived).map(({ guard }) => guard.text)
    expect(survivors).to.deep.equal(['onlyKeeper', 'require(amount <= held, TooMuch(amount))'])
    expect(outcome.verdicts).to.have.length(8)
    expect(code).to.equal(1)
  })

  it('behavior: the same seed draws the same sample', async () => {
    const first = await mutate(['--sample', '2', '--seed', '7'])
    const second = await mutate(['--sample', '2', '--seed', '7'])
    expect(first.outcome.verdicts).to.have.length(2)
    expect(second.outcome).to.deep.equal(first.outcome)
    expect(existsSync(join(fixture, 'contracts/cash/Till.sol'))).to.equal(true)
  })
})
