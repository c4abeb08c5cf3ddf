import { expect } from 'chai'
import fc from 'fast-check'
import { parseDay } from '../../../../src/domain/dates.ts'
import { CNY } from '../../../../src/domain/money.ts'
import { parseRate, ratePpb } from '../../../../src/domain/rates.ts'
import {
  RevenueMissingError,
  type RoyaltyInputs,
  TitleExpiredError,
  valueByRoyalty,
} from '../../../../src/domain/valuation/reliefFromRoyalty.ts'
import { RoyaltyFileError, readRoyaltyFile } from '../../../../src/domain/valuation/royaltyFile.ts'
import { checkAlways } from '../checkAlways.ts'

/** Revenue of 1,000,000.00 yuan a year, royalty 5 %, tax 20 %, discount 25 %: 40,000.00 before discount. */
const inputs: RoyaltyInputs = {
  currency: CNY,
  valuedOn: parseDay('2026-01-01'),
  revenues: [100_000_000n, 100_000_000n, 100_000_000n],
  royalty: parseRate('0.05'),
  tax: parseRate('0.2'),
  discount: parseRate('0.25'),
  legalEnd: parseDay('2040-01-01'),
  economicEnd: parseDay('2040-01-01'),
}

describe('valueByRoyalty', () => {
  it('default: 40,000 over 1.25, 1.5625 and 1.953125', () => {
    const { value, years } = valueByRoyalty(inputs)
    expect(years.map(({ presentValue }) => presentValue)).to.deep.equal([3_200_000n, 2_560_000n, 2_048_000n])
    expect(value).to.deep.equal({ currency: CNY, minor: 7_808_000n })
  })

  it('behavior: each year is rounded down once', () => {
    const { years } = valueByRoyalty({ ...inputs, revenues: [99n, 100n, 126n], discount: ratePpb(0n) })
    expect(years.map(({ presentValue }) => presentValue)).to.deep.equal([3n, 4n, 5n])
  })

  it('behavior: what lies beyond the shorter life is not counted, a year within it by its days', () => {
    const { years, lifeEnd } = valueByRoyalty({
      ...inputs,
      discount: ratePpb(0n),
      economicEnd: parseDay('2027-03-15'),
    })
    expect(lifeEnd).to.equal(parseDay('2027-03-15'))
    expect(years.map(({ livingDays }) => livingDays)).to.deep.equal([365n, 73n, 0n])
    expect(years.map(({ presentValue }) => presentValue)).to.deep.equal([4_000_000n, 800_000n, 0n])
    const shorterLaw = valueByRoyalty({ ...inputs, legalEnd: parseDay('2027-01-01') })
    expect(shorterLaw.value.minor).to.equal(3_200_000n)
  })

  it('behavior: below the exact value by less than one minor unit a year, and falling with every charge', () => {
    const rate = fc.bigInt({ min: 0n, max: 900_000_000n }).map(ratePpb)
    const revenues = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 })
    checkAlways(
      fc.property(revenues, rate, rate, rate, (years, royalty, tax, discount) => {
        const { value } = valueByRoyalty({ ...inputs, revenues: years, royalty, tax, discount })
        const one = 10n ** 9n
        const scale = one ** 2n * (one + discount) ** BigInt(years.length)
        const exact = years.reduce((sum, revenue, index) => {
          const later = BigInt(years.length - index - 1)
          const charge = royalty * (one - tax) * one ** BigInt(index + 1)
          return sum + revenue * charge * (one + discount) ** later
        }, 0n)
        const counted = livingYears(years.length)
        if (counted === years.length) {
          expect(value.minor * scale <= exact).to.equal(true)
          expect((value.minor + BigInt(years.length)) * scale > exact).to.equal(true)
        }
        const taxed = valueByRoyalty({
          ...inputs,
          revenues: years,
          royalty,
          tax: ratePpb(tax + 1n),
          discount,
        })
        expect(taxed.value.minor <= value.minor).to.equal(true)
      }),
    )
  })

  it('error: TitleExpiredError', () => {
    expect(() => valueByRoyalty({ ...inputs, legalEnd: inputs.valuedOn })).to.throw(TitleExpiredError)
  })

  it('error: RevenueMissingError', () => {
    expect(() => valueByRoyalty({ ...inputs, revenues: [] })).to.throw(RevenueMissingError)
    expect(() => valueByRoyalty({ ...inputs, revenues: [1n, -1n] })).to.throw(RevenueMissingError)
  })
})

/** Years that end within the life of the inputs, 2026 to 2039. */
function livingYears(count: number): number {
  return Math.min(count, 14)
}

const file = {
  schema: 'lingnan-royalty/1',
  currency: 'CNY',
  valuedOn: '2026-01-01',
  revenues: ['100000000', '100000000', '100000000'],
  royalty: '0.05',
  tax: '0.2',
  discount: '0.25',
  legalEnd: '2040-01-01',
  economicEnd: '2040-01-01',
  appraiser: 'Lianxin Appraisal, licence 4403',
  sources: ['audited accounts 2025'],
}

describe('readRoyaltyFile', () => {
  it('default', () => {
    expect(readRoyaltyFile(file)).to.deep.equal(inputs)
  })

  it('error: RoyaltyFileError names every fault', () => {
    const wrong = { ...file, valuedOn: '2026-13-01', tax: '1.5', discount: 'high' }
    try {
      readRoyaltyFile(wrong)
      expect.fail('read')
    } catch (error) {
      if (!(error instanceof RoyaltyFileError)) throw error
      expect(error.problems.map(({ path }) => path)).to.deep.equal(['/valuedOn', '/tax', '/discount'])
    }
    expect(() => readRoyaltyFile({ ...file, revenues: ['1.5'] })).to.throw(RoyaltyFileError)
    expect(() => readRoyaltyFile({ ...file, colour: 'red' })).to.throw(RoyaltyFileError)
  })
})
