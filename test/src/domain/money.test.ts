import { expect } from 'chai'
import fc from 'fast-check'
import { formatDecimal, MalformedDecimalError, TooManyDecimalsError } from '../../../src/domain/decimals.ts'
import {
  addMoney,
  CNH,
  CNY,
  CurrencyMismatchError,
  codeOf,
  compareMoney,
  currency,
  currencyCodes,
  currencyOf,
  formatMoney,
  HKD,
  MOP,
  money,
  parseMoney,
  subtractMoney,
  UnknownCurrencyError,
  USD,
} from '../../../src/domain/money.ts'
import { checkAlways } from './checkAlways.ts'

describe('money', () => {
  it('default', () => {
    const price = parseMoney(CNY, '1234.5')
    expect(price).to.deep.equal({ currency: 156n, minor: 123_450n })
    expect(formatMoney(price)).to.equal('CNY 1234.50')
    expect(Object.isFrozen(price)).to.equal(true)
  })

  it('behavior: onshore and offshore yuan are two currencies', () => {
    expect([CNY, CNH, HKD, MOP, USD]).to.deep.equal([156n, 10_156n, 344n, 446n, 840n])
    expect(currencyCodes.map(code => codeOf(currencyOf(code)))).to.deep.equal(currencyCodes)
    expect(currency(344n)).to.equal(HKD)
  })

  it('behavior: adds, subtracts and compares within one currency', () => {
    const [two, three] = [money(HKD, 200n), money(HKD, 300n)]
    expect(addMoney(two, three).minor).to.equal(500n)
    expect(subtractMoney(two, three).minor).to.equal(-100n)
    expect([compareMoney(two, three), compareMoney(two, two), compareMoney(three, two)]).to.deep.equal([
      -1, 0, 1,
    ])
  })

  it('behavior: reading undoes writing', () => {
    checkAlways(
      fc.property(fc.bigInt(-(2n ** 128n), 2n ** 128n), minor => {
        expect(parseMoney(CNY, formatDecimal(minor, 2)).minor).to.equal(minor)
      }),
    )
  })

  it('error: CurrencyMismatchError', () => {
    const [yuan, dollars] = [money(CNY, 1n), money(HKD, 1n)]
    expect(() => addMoney(yuan, dollars)).to.throw(CurrencyMismatchError)
    expect(() => subtractMoney(yuan, dollars)).to.throw(CurrencyMismatchError)
    expect(() => compareMoney(yuan, money(CNH, 1n))).to.throw(CurrencyMismatchError)
  })

  it('error: UnknownCurrencyError', () => {
    expect(() => currencyOf('EUR')).to.throw(UnknownCurrencyError)
    expect(() => currency(978n)).to.throw(UnknownCurrencyError)
  })

  it('error: TooManyDecimalsError', () => {
    expect(() => parseMoney(MOP, '1.005')).to.throw(TooManyDecimalsError)
    expect(() => parseMoney(MOP, '1.000')).to.throw(TooManyDecimalsError)
  })

  it('error: MalformedDecimalError', () => {
    for (const text of ['', '1,000', '1e3', '.5', '1.', '01', '+1', ' 1', 'NaN', '０']) {
      expect(() => parseMoney(CNY, text)).to.throw(MalformedDecimalError)
    }
  })
})
