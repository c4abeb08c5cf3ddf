import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { armGuards } from '../../scripts/guards.ts'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')
const fixture = join(import.meta.dirname, 'fixtures/mutate')
const path = 'contracts/cash/Till.sol'
const source = readFileSync(join(fixture, path), 'utf8')

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

describe('armGuards', () => {
  it('default: finds every guard once, in order', () => {
    expect(armGuards(path, source).guards.map(({ line, text }) => `${line} ${text}`)).to.deep.equal([
      '27 _checkOpen();',
      '28 require(amount > 0, TooLittle(amount))',
      '29 if (held + amount > LIMIT) revert TooMuch(amount);',
      '33 onlyKeeper',
      '34 require(amount <= held, TooMuch(amount))',
      '38 onlyKeeper',
      '43 require(a != b, TooMuch(b))',
      '48 require(!shut, Shut())',
    ])
  })

  it('behavior: each guard has a switch of its own', () => {
    const switches = armGuards(path, source).guards.map(({ switchedOffBy }) => switchedOffBy)
    expect(new Set(switches).size).to.equal(switches.length)
    const others = armGuards('contracts/cash/Other.sol', source).guards.map(
      ({ switchedOffBy }) => switchedOffBy,
    )
    expect(switches.filter(text => others.includes(text))).to.deep.equal([])
  })

  it('behavior: `restricted` moves into the body', () => {
    const text =
      'contract A {\n    function f(uint256 x) external restricted returns (uint256) {\n        return x;\n    }\n}\n'
    const armed = armGuards(path, text)
    expect(armed.guards.map(guard => guard.text)).to.deep.equal(['restricted'])
    expect(armed.text).to.match(
      /external {2}returns \(uint256\) \{ if \(!\(.*\)\) _checkCanCall\(_msgSender\(\), _msgData\(\)\);/,
    )
  })
})

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
