import { expect } from 'chai'
import type { OpeningRecord, PeriodRecord } from '../../../../src/cli/demo/record.ts'
import { renderOpening } from '../../../../src/cli/demo/renderOpening.ts'
import { renderPeriod } from '../../../../src/cli/demo/renderPeriod.ts'
import { renderChecks, renderPayouts, renderWindUp } from '../../../../src/cli/demo/renderWindUp.ts'

const opening: OpeningRecord = {
  id: 'TEST-1',
  names: { en: 'Harbour patents', 'zh-Hans': '港湾专利' },
  scenario: 'base',
  currency: 'CNY',
  total: 100_000_00n,
  ledgerId: 1n,
  closingDate: '2026-06-22',
  legalFinal: '2031-06-23',
  parties: [
    {
      name: 'KAIDE',
      place: 'CN',
      offices: ['Originator', 'Servicer'],
      party: 5n,
      wallet: '0xAb',
      isNamed: true,
    },
    {
      name: 'STAND-IN-TRUSTEE',
      place: 'HK',
      offices: ['Trustee'],
      party: 6n,
      wallet: '0xCd',
      isNamed: false,
    },
  ],
  rights: [
    {
      asset: 'A01',
      right: 1n,
      place: 'Guangzhou',
      maturity: 'Stable',
      trl: 9,
      principal: 80_000_00n,
      currency: 'CNY',
    },
    {
      asset: 'A02',
      right: 2n,
      place: 'Macao',
      maturity: 'Early',
      trl: 4,
      principal: 20_000_00n,
      currency: 'MOP',
    },
  ],
  classes: [
    { maturity: 'Stable', rights: 1, principal: 80_000_00n },
    { maturity: 'Early', rights: 1, principal: 20_000_00n },
  ],
  firewall: [
    { tranche: 'A', classes: ['Stable'], outstanding: 75_000_00n, backing: 80_000_00n, passed: true },
  ],
  poolTests: [
    {
      test: 'LargestObligor',
      verdict: 'Failed',
      figure: 800_000_000n,
      limit: 750_000_000n,
      source: 'CN/largest-obligor',
      reason: undefined,
    },
    {
      test: 'Life',
      verdict: 'None',
      figure: 0n,
      limit: 0n,
      source: undefined,
      reason: 'no source dates the titles (A)',
    },
  ],
  tranches: [
    {
      id: 'A',
      level: 'senior',
      grade: 'R2',
      coupon: '0.026',
      size: 75_000_00n,
      series: [
        { id: 'A-CN', place: 'CN', mode: 'RegisterMirror', currency: 'CNY', units: 450n, note: '0x01' },
        { id: 'A-HK', place: 'HK', mode: 'FiledToken', currency: 'CNH', units: 300n, note: '0x02' },
      ],
    },
  ],
  limits: {
    en: [{ series: 'A-HK', sentences: ['A party holds at most 60 units'] }],
    'zh-Hans': [{ series: null, sentences: ['每个主体最多持有 60 份'] }],
    'zh-Hant': [],
    pt: [],
  },
}

const period: PeriodRecord = {
  period: 4,
  paymentDate: '2027-06-21',
  mode: 'acceleration',
  income: 1_000_00n,
  principal: 0n,
  carriedIn: 50n,
  carriedOut: 0n,
  sales: [{ currency: 'HKD', amount: 1_000_00n, fixing: '0.92', bought: 920_00n }],
  calls: [{ support: 'GUAR', need: 700_00n, called: 600_00n, received: 600_00n }],
  steps: [
    { step: 'tax', due: 0n, paid: 0n },
    { step: 'int:A', due: 2_300_00n, paid: 1_600_50n },
  ],
  balances: [{ tranche: 'A', balance: 75_000_00n }],
  triggers: ['AE1'],
  stage: 'Accelerated',
}

describe('renderOpening', () => {
  it('default: parties with their offices, stand-ins marked, pool, firewall and series', () => {
    const text = renderOpening(opening, 'en')
    expect(text).to.include('TEST-1 · Harbour patents').and.to.include('CNY 100,000.00')
    expect(text).to.match(/originator, servicer\s+KAIDE\s+CN/)
    expect(text)
      .to.match(/trustee\s+STAND-IN-TRUSTEE \*\s+HK/)
      .and.to.include('* stands in')
    expect(text).to.match(/A01\s+#1\s+Guangzhou\s+stable\s+TRL 9\s+CNY\s+80,000\.00/)
    expect(text).to.match(/A\s+stable\s+75,000\.00\s+80,000\.00\s+passed/)
    expect(text).to.match(/A\s+R2\s+2\.6 %\s+75,000\.00\s+A-CN\s+CN\s+register mirror\s+CNY\s+450/)
  })

  it('behavior: limits by series in the language that is read, and nothing where there are none', () => {
    expect(renderOpening(opening, 'en')).to.include('Limits\n  A-HK\n    A party holds at most 60 units\n')
    expect(renderOpening(opening, 'zh-Hans')).to.include('限额\n  跨系列\n    每个主体最多持有 60 份\n')
    expect(renderOpening(opening, 'pt')).not.to.include('Limites')
  })

  it('behavior: tests of the pool with figure, limit and source, and why one is not asked', () => {
    const text = renderOpening(opening, 'en')
    expect(text).to.match(/largest obligor\s+80 %\s+≤ 75 %\s+CN\/largest-obligor\s+failed/)
    expect(text).to.match(/first end of a right\s+not asked/)
    expect(text).to.include('first end of a right: no source dates the titles (A)')
  })

  it('behavior: headings in Chinese', () => {
    expect(renderOpening(opening, 'zh-Hans')).to.include('港湾专利').and.to.include('参与方与职务')
  })
})

describe('renderPeriod', () => {
  it('default: what came in, each step with its shortfall, where the deal stands', () => {
    const lines = renderPeriod(period, opening, 'en').split('\n')
    expect(lines[0]).to.equal('Period 4 · payment date 2027-06-21 · acceleration · accelerated')
    expect(lines).to.include('  collections: income CNY 1,000.00 · principal CNY 0.00 · carried in CNY 0.50')
    expect(lines).to.include('  sold HKD 1,000.00 × 0.92 = CNY 920.00')
    expect(lines).to.include('  call GUAR: need CNY 700.00 · called CNY 600.00 · received CNY 600.00')
    expect(lines.find(line => line.includes('Interest of A'))).to.match(/2,300\.00\s+1,600\.50\s+699\.50$/)
    expect(lines).to.include('  balances: A CNY 75,000.00 · carried forward CNY 0.00')
    expect(lines).to.include('  triggers: AE1')
  })

  it('behavior: a step to which nothing was due is left out', () => {
    expect(renderPeriod(period, opening, 'en')).to.not.include('Tax')
  })
})

describe('renderWindUp', () => {
  it('default: payouts with totals, the end, and the counts of checks', () => {
    const payouts = [
      {
        series: 'A-CN',
        paidThrough: 'REGISTRAR',
        holders: 1,
        interest: 10_00n,
        principal: 20_00n,
        residual: 0n,
      },
    ]
    expect(renderPayouts(payouts, opening, 'en')).to.match(
      /REGISTRAR\s+A-CN\s+1\s+10\.00\s+20\.00\s+0\.00\s+30\.00/,
    )
    const windUp = {
      date: '2029-06-22',
      stage: 'Closed' as const,
      dust: 3n,
      undistributed: 7_00n,
      rightsReleased: 2,
      unpaid: [{ tranche: 'A', balance: 5_00n }],
    }
    const text = renderWindUp(windUp, opening, 'en')
    expect(text).to.include('2029-06-22 · closed').and.to.include('CNY 0.03')
    expect(text).to.include('principal not repaid A: CNY 5.00')
    expect(text).to.include('left in the accounts of the deal: CNY 7.00')
    expect(renderWindUp({ ...windUp, undistributed: 0n }, opening, 'en')).to.not.include('left in')
    const checks = [
      { check: 'INV-01', count: 900 },
      { check: 'INV-07', count: 150 },
    ]
    expect(renderChecks(checks, 'en')).to.equal(
      'All invariants held: 1,050 checks (INV-01 900, INV-07 150)\n',
    )
  })
})
