import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { throughGateway, timestampOf } from './gateway.ts'
import { deals, runCommand, runDemoDeal } from './runCommand.ts'

const SMALL = 'CN-SSE-2020-PUDONG-KECHUANG-1'
const demo = join(deals, 'DEMO-GBA-2026-1.json')
const history = join(deals, 'inputs/DEMO-GBA-2026-1.base.json')

describe('lingnan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-e2e-'))
  after(() => rmSync(folder, { recursive: true }))

  /** A copy of a JSON file with one change. */
  function changed(path: string, change: (data: Record<string, unknown>) => void): string {
    const data = JSON.parse(readFileSync(path, 'utf8'))
    change(data)
    const copy = join(folder, 'changed.json')
    writeFileSync(copy, JSON.stringify(data))
    return copy
  }

  it('default: a second run shows what the first one showed', async () => {
    const [first, second] = [await runDemoDeal(SMALL, 'contractual'), await runDemoDeal(SMALL, 'contractual')]
    expect(first.code).to.equal(0)
    expect(first.out.trimEnd().split('\n').at(-1)).to.match(/^All invariants held: \d[\d,]* checks \(/)
    expect(second).to.deep.equal(first)
  }).timeout(300_000)

  it('behavior: headings in the language asked for', async () => {
    const { out } = await runDemoDeal(SMALL, 'contractual', '--lang', 'zh-Hans')
    expect(out).to.include('参与方与职务').and.to.include('所有不变量均成立')
  })

  it('behavior: the help names every command and exits with 0', async () => {
    const { code, out } = await runCommand(['--help'])
    expect(code).to.equal(0)
    for (const name of ['demo', 'deploy', 'simulate', 'deal', 'party', 'rights', 'status'])
      expect(out).to.include(name)
  })

  it('error: 2 for an unknown option, an unknown scenario, half a deal', async () => {
    expect((await runCommand(['demo', '--speed', '3'])).code).to.equal(2)
    const { code, err } = await runCommand(['demo', '--scenario', 'flood', '--json'])
    expect(code).to.equal(2)
    expect(JSON.parse(err).error).to.include({ code: 'cli/unknown-scenario' })
    expect((await runCommand(['demo', '--deal', demo])).code).to.equal(2)
    expect((await runCommand(['demo', '--block-time', 'soon'])).code).to.equal(2)
  })

  it('error: 2 when no command is given, or a part of one', async () => {
    for (const args of [[], ['deal'], ['rights'], ['party']]) {
      const { code, out, err } = await runCommand(args)
      expect({ code, out }).to.deep.equal({ code: 2, out: '' })
      expect(err).to.match(/^error cli\/usage: a command is missing\n.*--help/)
    }
  })

  it('error: 3 for a file that is missing, malformed or refused, with path, value and remedy', async () => {
    expect((await runCommand(['demo', '--deal', 'none.json', '--inputs', history])).code).to.equal(3)
    const wrongSum = changed(demo, data => {
      data['total'] = '20000000001'
    })
    const { code, err } = await runCommand(['demo', '--deal', wrongSum, '--inputs', history, '--json'])
    expect(code).to.equal(3)
    const [problem] = JSON.parse(err).error.problems
    expect(problem).to.include({ path: '/total', value: '20000000001' })
    expect(problem.remedy).to.not.equal('')
    const otherDeal = changed(history, data => {
      data['deal'] = 'ANOTHER'
    })
    expect((await runCommand(['demo', '--deal', demo, '--inputs', otherDeal])).code).to.equal(3)
  })

  it('error: 5 for a chain that does not answer', async () => {
    const key = join(folder, 'key')
    writeFileSync(key, '11'.repeat(32))
    const authorities = join(folder, 'authorities.json')
    const { demoAuthorities } = await import('../../src/cli/demo/governance.ts')
    writeFileSync(authorities, JSON.stringify(demoAuthorities()))
    const { code, err } = await runCommand([
      'deploy',
      ...['--rpc', 'http://127.0.0.1:9', '--key-file', key, '--authorities', authorities],
      ...['--out', join(folder, 'never.json')],
    ])
    expect(code).to.equal(5)
    expect(err).to.match(/^error chain\/unreachable: /)
  })

  it('error: 6 when the machine on a chain comes to another result by one fen', async () => {
    const { WaterfallLens__factory } = await import('../../src/chain/contracts/index.ts')
    const run = WaterfallLens__factory.createInterface().getFunction('run').selector
    const args = ['simulate', demo, '--inputs', history, '--engine', 'evm']
    const { code, out, err } = await throughGateway(
      ({ request, answer }) =>
        isCallOf(run, request.params) ? { ...answer, result: oneMore(String(answer.result)) } : answer,
      () => runCommand(args),
    )
    expect({ code, out }).to.deep.equal({ code: 6, out: '' })
    expect(err).to.match(/^error invariant\/engines-disagree: .*period 1\n/)
  })

  it('behavior: blocks come as far apart as --block-time says', async () => {
    const { InterruptedError } = await import('../../src/cli/interruptedError.ts')
    const stop = new AbortController()
    let node = ''
    const args = ['demo', '--block-time', '2', '--deal', demo, '--inputs', history]
    const running = throughGateway(
      ({ url, answer }) => {
        node = url
        return answer
      },
      () => runCommand(args, stop.signal),
    )
    const stamps: number[] = []
    while (stamps.length < 5) {
      const stamp = node === '' ? undefined : await timestampOf(node, stamps.length + 1)
      if (stamp === undefined) await new Promise(resolve => setTimeout(resolve, 100))
      else stamps.push(stamp)
    }
    stop.abort(new InterruptedError())
    expect((await running).code).to.equal(130)
    const [first = 0, last = 0] = [stamps[0], stamps.at(-1)]
    expect((last - first) / 4).to.be.within(1.5, 4)
  })

  it('error: 130 when the person asks to stop', async () => {
    const { InterruptedError } = await import('../../src/cli/interruptedError.ts')
    const stop = new AbortController()
    stop.abort(new InterruptedError())
    const args = ['demo', '--block-time', '0', '--deal', demo, '--inputs', history]
    expect((await runCommand(args, stop.signal)).code).to.equal(130)
  })
})

function isCallOf(selector: string, params: readonly unknown[]): boolean {
  return JSON.stringify(params).includes(`"data":"${selector}`)
}

/** What a call returned, the last of its words greater by one. */
function oneMore(result: string): string {
  return `0x${(BigInt(result) + 1n).toString(16).padStart(result.length - 2, '0')}`
}
