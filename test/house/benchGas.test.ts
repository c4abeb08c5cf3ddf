import { join } from 'node:path'
import { expect } from 'chai'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')

interface Row {
  readonly operation: string
  readonly own?: number
  readonly trex?: number
}

describe('bench:gas', () => {
  it('default: measures both ledgers in one run', async () => {
    const { code, output, stdout } = await runTool(
      process.execPath,
      ['--import', 'tsx', 'scripts/benchGas.ts', '--json'],
      {
        cwd: root,
      },
    )
    expect(code, output).to.equal(0)
    const rows = JSON.parse(stdout) as Row[]
    const both = rows.filter(({ own, trex }) => own !== undefined && trex !== undefined)
    expect(both.map(({ operation }) => operation)).to.deep.equal(['transfer', 'onboard', 'mint', 'newDeal'])
    for (const { own = 0, trex = 0 } of both) expect(Math.min(own, trex)).to.be.greaterThan(21_000)
    const partsOf = ['report', 'calculate', 'approve', 'book'].map(
      name => rows.find(({ operation }) => operation === name)?.own ?? 0,
    )
    expect(rows.find(({ operation }) => operation === 'period')?.own).to.equal(
      partsOf.reduce((a, b) => a + b),
    )
  }).timeout(300_000)
})
