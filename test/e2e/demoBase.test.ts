import { expect } from 'chai'
import { expectGolden } from './golden.ts'

describe('demo, base', () => {
  it('default: every period on the ledger is the golden one, and the deal is wound up', async () => {
    const { opening, closing, payouts, windUp, checks } = await expectGolden('base')
    expect(opening.rights).to.have.length(10)
    expect(opening.firewall.every(({ passed }: { passed: boolean }) => passed)).to.equal(true)
    expect(closing.proceeds).to.equal('20000000000')
    expect(payouts.map(({ series }: { series: string }) => series)).to.deep.equal([
      'A-CN',
      'A-HK',
      'A-MO',
      'B-CN',
      'B-HK',
      'C-CN',
    ])
    expect(windUp).to.include({ stage: 'Closed', rightsReleased: 10 })
    expect(BigInt(windUp.dust) < 10n * 3n * 12n).to.equal(true)
    const counted = checks.map(({ check }: { check: string }) => check)
    expect(counted).to.include.members(['INV-01', 'INV-03', 'INV-05', 'INV-07', 'INV-10', 'INV-14', 'INV-15'])
  }).timeout(300_000)
})
