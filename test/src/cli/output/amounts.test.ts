import { expect } from 'chai'
import { showAmount, showCount, showMoney, showPercent } from '../../../../src/cli/output/amounts.ts'
import { CNY, HKD, money } from '../../../../src/domain/money.ts'

describe('amounts', () => {
  it('default: the currency, thousands separators, two decimals', () => {
    expect(showMoney(money(CNY, 123456789n))).to.equal('CNY 1,234,567.89')
    expect(showMoney(money(HKD, 100000n))).to.equal('HKD 1,000.00')
  })

  it('behavior: amounts below one unit and below zero keep their zeros and sign', () => {
    expect(showAmount(money(CNY, 0n))).to.equal('0.00')
    expect(showAmount(money(CNY, 5n))).to.equal('0.05')
    expect(showAmount(money(CNY, -123456n))).to.equal('-1,234.56')
  })

  it('behavior: counts are grouped by three', () => {
    expect(showCount(999n)).to.equal('999')
    expect(showCount(1000)).to.equal('1,000')
    expect(showCount(900001n)).to.equal('900,001')
  })

  it('behavior: a share is shown in per cent without rounding', () => {
    expect(showPercent('0.026')).to.equal('2.6 %')
    expect(showPercent('0.0480')).to.equal('4.8 %')
    expect(showPercent('1')).to.equal('100 %')
    expect(showPercent('0.000000001')).to.equal('0.0000001 %')
    expect(showPercent('0')).to.equal('0 %')
  })
})
