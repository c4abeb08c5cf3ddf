import { expect } from 'chai'
import { AfterRedemptionError, untilRedeemed } from '../../../../src/cli/demo/untilRedeemed.ts'
import { type PlainPeriod, plainDeal, plainInputs } from '../../deal/plainDeal.ts'

const kept = async (...periods: readonly PlainPeriod[]): Promise<readonly number[]> => {
  const { compiled, inputs } = plainInputs(plainDeal(), periods)
  return (await untilRedeemed(compiled, inputs)).periods.map(({ period }) => period)
}

describe('untilRedeemed', () => {
  it('default: a deal that is not redeemed keeps every period', async () => {
    expect(await kept({ income: 10 }, {}, { principal: 900 })).to.deep.equal([1, 2, 3])
  })

  it('behavior: periods with nothing to report after the one that redeems are left out', async () => {
    expect(await kept({ income: 10 }, { income: 10, principal: 1_200 }, {})).to.deep.equal([1, 2])
  })

  it('error: AfterRedemptionError for money or an event after it, by the number of both periods', async () => {
    const whole = { income: 10, principal: 1_200 }
    for (const late of [{ income: 1 }, { events: ['Insolvency' as const] }]) {
      const refused: unknown = await kept(whole, {}, late).catch((error: unknown) => error)
      expect(refused).to.be.instanceOf(AfterRedemptionError)
      expect(String(refused)).to.include('Period 1 redeems the deal, and period 3')
    }
  })
})
