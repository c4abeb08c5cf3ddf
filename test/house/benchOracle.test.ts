import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')

const figures = z.strictObject({
  lines: z.literal(2_000),
  credits: z.literal(490),
  readSeconds: z.number().positive(),
  matchSeconds: z.number().positive(),
  matches: z.int(),
  exceptions: z.int(),
  peakMegabytes: z.int().positive(),
  sqliteSeconds: z.number().positive(),
  sqliteMatches: z.int(),
})

describe('bench:oracle', () => {
  it('default: matches a statement, and joins the same in SQLite, in one run', async () => {
    const { code, output, stdout } = await runTool(
      process.execPath,
      ['--import', 'tsx', 'scripts/benchOracle.ts', '--json', '--lines', '2000'],
      { cwd: root },
    )
    expect(code, output).to.equal(0)
    const found = figures.parse(JSON.parse(stdout))
    // Of 500 payments every fiftieth never came; those without a reference are found by amount or payer only.
    expect(found.sqliteMatches).to.equal(450)
    expect(found.matches).to.be.greaterThan(found.sqliteMatches)
    expect(found.exceptions).to.be.greaterThan(0)
  })
})
