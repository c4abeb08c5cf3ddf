import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')

const acceptance = z.strictObject({
  blockSeconds: z.literal(0.2),
  bySigners: z.array(z.int().positive()).length(4),
  byOneProgram: z.array(z.int().positive()).length(8),
})

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

/** A chain, a deal from its parties to its sale, and three processes, twice. */
const SLOW_MILLISECONDS = 300_000

describe('bench:oracle', function () {
  this.timeout(SLOW_MILLISECONDS)

  async function bench(...args: readonly string[]): Promise<unknown> {
    const tool = ['--import', 'tsx', 'scripts/benchOracle.ts', '--json', ...args]
    const { code, output, stdout } = await runTool(process.execPath, tool, { cwd: root })
    expect(code, output).to.equal(0)
    return JSON.parse(stdout)
  }

  it('default: matches a statement, and joins the same in SQLite, in one run', async () => {
    const { matching } = z
      .object({ matching: figures })
      .parse(await bench('--only', 'matching', '--lines', '2000'))
    // Of 500 payments every fiftieth never came; those without a reference are found by amount or payer only.
    expect(matching.sqliteMatches).to.equal(450)
    expect(matching.matches).to.be.greaterThan(matching.sqliteMatches)
    expect(matching.exceptions).to.be.greaterThan(0)
  })

  it('behavior: counts the blocks from files to accepted reports, by processes of signers and by one program', async () => {
    const quick = ['--periods', '1', '--milliseconds', '200']
    const found = await bench('--only', 'acceptance', ...quick)
    // Reports of one transmitter are in blocks of their own.
    const { bySigners, byOneProgram } = z.object({ acceptance }).parse(found).acceptance
    expect(Math.max(...bySigners)).to.be.greaterThan(Math.max(...byOneProgram))
  })
})
