import { expect } from 'chai'
import { expectGolden } from './golden.ts'

describe('demo, late_then_cured', () => {
  it('default: the guarantor is called, pays and is reimbursed, as in the golden run', async () => {
    const { periods, windUp } = await expectGolden('late_then_cured')
    expect(periods[0].calls).to.deep.equal([
      { support: 'guarantor', need: '383001875', called: '383001875', received: '383001875' },
    ])
    expect(windUp).to.deep.include({ stage: 'Closed', unpaid: [] })
  }).timeout(300_000)
})
