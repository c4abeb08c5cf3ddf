import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { operations } from '../../scripts/bench/measure.ts'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')

/** An operation that a ledger does not offer has no figure; one without a figure in the design has no target. */
const table = z.array(
  z.strictObject({
    operation: z.string(),
    own: z.int().positive().optional(),
    trex: z.int().positive().optional(),
    target: z.int().positive().optional(),
  }),
)

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
    const rows = table.parse(JSON.parse(stdout))
    expect(rows.map(({ operation }) => operation)).to.deep.equal(Object.keys(operations))
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
