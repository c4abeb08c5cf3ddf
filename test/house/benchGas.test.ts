import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { operations } from '../../scripts/bench/measure.ts'
import { markedText } from '../../scripts/markedText.ts'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')

/** An operation that a ledger does not offer has no figure; one without a figure in the design has no target. */
const bench = z.strictObject({
  rows: z.array(
    z.strictObject({
      operation: z.string(),
      own: z.int().positive().optional(),
      trex: z.int().positive().optional(),
      target: z.int().positive().optional(),
    }),
  ),
  table: z.string(),
})

describe('bench:gas', function () {
  this.timeout(300_000)
  let measured: z.infer<typeof bench>
  before(async () => {
    const args = ['--import', 'tsx', 'scripts/benchGas.ts', '--json']
    const { code, output, stdout } = await runTool(process.execPath, args, { cwd: root })
    expect(code, output).to.equal(0)
    measured = bench.parse(JSON.parse(stdout))
  })

  it('default: measures both ledgers in one run', () => {
    const { rows } = measured
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
  })

  it('behavior: contracts/README.md shows what was measured; `npm run bench:gas -- --write` writes it', () => {
    const text = readFileSync(join(root, 'contracts/README.md'), 'utf8')
    expect(markedText(text, 'bench').split('\n'), 'run `npm run bench:gas -- --write`').to.deep.equal(
      measured.table.split('\n'),
    )
  })
})
