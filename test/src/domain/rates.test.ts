import { expect } from 'chai'
import fc from 'fast-check'
import { TooManyDecimalsError } from '../../../src/domain/decimals.ts'
import { CNH, CNY, HKD, MOP, money } from '../../../src/domain/money.ts'
import {
  convertDown,
  FixingMismatchError,
  formatFixing,
  formatRate,
  parseFixing,
  parseRate,
  RateOutOfBoundsError,
  ratePpb,
  sourceUp,
  UnusableFixingError,
} from '../../../src/domain/rates.ts'
import { checkAlways } from './checkAlways.ts'

const hongKongDollar = parseFixing({ from: HKD, to: CNY, rate: '0.920000000' })

describe('parseRate', () => {
  it('default', () => {
    expect(parseRate('0.0375')).to.equal(37_500_000n)
    expect(formatRate(parseRate('0.0375'))).to.equal('0.0375')
    expect([formatRate(ratePpb(0n)), formatRate(ratePpb(1_000_000_000n))]).to.deep.equal(['0', '1'])
  })

  it('error: RateOutOfBoundsError', () => {
    expect(() => parseRate('1.000000001')).to.throw(RateOutOfBoundsError)
    expect(() => parseRate('-0.01')).to.throw(RateOutOfBoundsError)
  })

  it('error: TooManyDecimalsError', () => {
    expect(() => parseRate('0.0000000001')).to.throw(TooManyDecimalsError)
  })
})

describe('convertDown', () => {
  it('default', () => {
    expect(convertDown(money(HKD, 101n), hongKongDollar)).to.deep.equal(money(CNY, 92n))
    expect(formatFixing(hongKongDollar)).to.equal('HKD/CNY 0.920000000')
  })

  it('behavior: one for one', () => {
    const fixing = parseFixing({ from: CNH, to: CNY, rate: '1.000000000' })
    expect(convertDown(money(CNH, 7n), fixing)).to.deep.equal(money(CNY, 7n))
  })

  it('behavior: the source is the smallest that reaches its target; at a rate below one it meets it', () => {
    checkAlways(
      fc.property(fc.bigInt(1n, 2n ** 100n), fc.bigInt(1n, 2_000_000_000n), (minor, rateE9) => {
        const fixing = { from: MOP, to: CNY, rateE9 }
        const source = sourceUp(money(CNY, minor), fixing)
        const reached = convertDown(source, fixing).minor
        expect(reached >= minor).to.equal(true)
        expect(convertDown(money(MOP, source.minor - 1n), fixing).minor < minor).to.equal(true)
        if (rateE9 <= 1_000_000_000n) expect(reached).to.equal(minor)
      }),
    )
  })

  it('error: FixingMismatchError', () => {
    expect(() => convertDown(money(MOP, 1n), hongKongDollar)).to.throw(FixingMismatchError)
    expect(() => sourceUp(money(HKD, 1n), hongKongDollar)).to.throw(FixingMismatchError)
  })

  it('error: UnusableFixingError', () => {
    expect(() => parseFixing({ from: HKD, to: CNY, rate: '0' })).to.throw(UnusableFixingError)
    expect(() => parseFixing({ from: CNY, to: CNY, rate: '1' })).to.throw(UnusableFixingError)
  })
})
