import { join } from 'node:path'
import { expect } from 'chai'
import { z } from 'zod'
import { projectPaths } from '../../scripts/projectFiles.ts'
import { runTool } from '../../scripts/runTool.ts'

const root = join(import.meta.dirname, '../..')
const count = z.int().positive()

const measured = z.strictObject({
  deals: z.array(
    z.strictObject({
      inputs: z.string(),
      steps: count,
      periods: count,
      runsPerSecond: count,
      runsWithCallPerSecond: count,
    }),
  ),
  engines: z.array(
    z.strictObject({
      program: z.string(),
      steps: count,
      preparedPerSecond: count,
      decodedPerSecond: count,
      evmPerSecond: count,
      medianGas: count,
      greatestGas: count,
    }),
  ),
})

describe('bench:engine', () => {
  it('default: every history of the project, and both engines on the same programs, as data', async () => {
    const args = ['--import', 'tsx', 'scripts/benchEngine.ts', '--json', '--milliseconds', '5']
    const { code, output, stdout } = await runTool(process.execPath, args, { cwd: root })
    expect(code, output).to.equal(0)
    const { deals, engines } = measured.parse(JSON.parse(stdout))
    const histories = projectPaths(root, 'deals/inputs', ['.json'])
    expect(deals.map(({ inputs }) => `deals/inputs/${inputs}.json`)).to.have.members(histories)
    expect(engines.length).to.be.greaterThan(1)
    for (const { medianGas, greatestGas } of engines) expect(greatestGas).to.be.at.least(medianGas)
  }).timeout(300_000)
})
