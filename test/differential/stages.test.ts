import { expect } from 'chai'
import { network } from 'hardhat'
import { dealMoves, dealStages, type MoveTable, periodMoves, periodStages } from '../../src/domain/stages.ts'

/** Every move of a table, as `From → To`. */
function listed<Stage extends string>(stages: readonly Stage[], table: MoveTable<Stage>): string[] {
  return stages.flatMap(from => stages.filter(to => table[from].includes(to)).map(to => `${from} → ${to}`))
}

/** The moves of a bitmap of the chain, bit `16 * from + to`. */
function decoded(stages: readonly string[], bitmap: bigint): string[] {
  return stages.flatMap((from, row) =>
    stages.filter((_, column) => (bitmap >> BigInt(16 * row + column)) & 1n).map(to => `${from} → ${to}`),
  )
}

describe('stage tables', () => {
  it('behavior: the chain and the domain list the same moves', async () => {
    const connection = await network.create()
    const harness = await connection.ethers.deployContract('StageHarness')
    const chain = {
      deals: decoded(dealStages, BigInt(await harness.getFunction('dealMoves')())),
      periods: decoded(periodStages, BigInt(await harness.getFunction('periodMoves')())),
    }
    await connection.close()
    expect(chain.deals).to.deep.equal(listed(dealStages, dealMoves))
    expect(chain.periods).to.deep.equal(listed(periodStages, periodMoves))
  })
})
