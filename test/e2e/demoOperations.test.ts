import { expect } from 'chai'
import { runDemoDeal } from './runCommand.ts'

describe('demo, operations', () => {
  it('default: the ordinary trouble of collecting is lived through, and everybody is repaid', async () => {
    const { code, out, err } = await runDemoDeal('DEMO-GBA-2026-1', 'operations', '--json')
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    const { periods, windUp, checks } = JSON.parse(out).deals[0]
    expect(windUp).to.deep.include({ stage: 'Closed', unpaid: [] })
    const sold = periods.map(({ sales }: { sales: readonly { currency: string }[] }) =>
      sales.map(({ currency }) => currency),
    )
    expect(sold[5]).to.deep.equal(['HKD', 'MOP'])
    expect(sold[6], 'the stream in MOP is a NIL').to.deep.equal(['HKD'])
    expect(sold[9], 'paid in yuan').to.deep.equal(['MOP'])
    expect(checks.map(({ check }: { check: string }) => check)).to.include.members([
      'INV-06',
      'INV-07',
      'INV-10',
    ])
  }).timeout(300_000)
})
