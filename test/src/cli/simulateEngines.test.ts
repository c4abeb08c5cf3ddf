import { join } from 'node:path'
import { expect } from 'chai'

const deals = join(import.meta.dirname, '..', '..', '..', 'deals')
/** The other histories are compared period by period in test/differential/deals.test.ts. */
const histories = ['DEMO-GBA-2026-1.default.json', 'CN-SZSE-2019-GDD-PATENT-LICENCE.contractual.json']

async function simulated(engine: string, history: string): Promise<object> {
  let out = ''
  const streams = {
    out: (text: string) => {
      out += text
    },
    err: () => {},
    isTerminal: false,
  }
  const [deal = ''] = history.split('.')
  const args = ['simulate', join(deals, `${deal}.json`), '--inputs', join(deals, 'inputs', history)]
  const { runCli } = await import('../../../src/cli/runCli.ts')
  const code = await runCli([...args, '--engine', engine, '--json'], {
    streams,
    signal: new AbortController().signal,
  })
  expect(code, history).to.equal(0)
  return JSON.parse(out)
}

describe('simulate --engine', () => {
  for (const history of histories) {
    it(`behavior: the machine on a chain gives the same as the one in TypeScript, ${history}`, async () => {
      const [ts, evm] = [await simulated('ts', history), await simulated('evm', history)]
      expect(evm).to.deep.equal({ ...ts, engine: 'evm' })
    })
  }
})
