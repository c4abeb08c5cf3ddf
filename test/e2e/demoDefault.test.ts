import { expect } from 'chai'
import { expectGolden } from './golden.ts'

describe('demo, default', () => {
  it('default: acceleration, default and liquidation by the trustee, as in the golden run', async () => {
    const { periods, windUp } = await expectGolden('default')
    const stages = periods.map(({ stage }: { stage: string }) => stage)
    expect(stages.slice(0, 6)).to.deep.equal([
      'Active',
      'Accelerated',
      'Accelerated',
      'Accelerated',
      'Accelerated',
      'Defaulted',
    ])
    expect(windUp.stage).to.equal('Closed')
    expect(windUp.unpaid[0]).to.deep.equal({ tranche: 'A', balance: '2031823360' })
  }).timeout(300_000)
})
