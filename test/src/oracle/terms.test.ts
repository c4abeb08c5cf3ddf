import { expect } from 'chai'
import { parseDay } from '../../../src/domain/dates.ts'
import { dueUnderTerms, firstState } from '../../../src/oracle/match/dueUnderTerms.ts'
import { type Licence, LicenceRefusedError, parseLicence } from '../../../src/oracle/match/licence.ts'
import { parseTolerances, TolerancesRefusedError } from '../../../src/oracle/match/tolerances.ts'
import { licence } from './matchFixture.ts'

const QUARTERS = ['01-01 03-31', '04-01 06-30', '07-01 09-30', '10-01 12-31']

/** What quarter after quarter of two years makes due of these bases. */
function dues(terms: Licence, bases: readonly bigint[]) {
  let before = firstState(terms)
  return bases.map((base, index) => {
    const year = 2026 + Math.floor(index / 4)
    const [from = '', to = ''] = (QUARTERS[index % 4] ?? '').split(' ')
    const span = { from: parseDay(`${year}-${from}`), to: parseDay(`${year}-${to}`) }
    const due = dueUnderTerms(terms, { span, base, before })
    before = due.after
    return due
  })
}

const grosses = (terms: Licence, bases: readonly bigint[]) => dues(terms, bases).map(({ gross }) => gross)

const tiers = [
  { above: '0', rate: '0.05' },
  { above: '1000.00', rate: '0.03' },
]
const royalty = (counted: 'period' | 'year') => ({ base: 'revenue', counted, tiers })
const flat = { base: 'revenue', counted: 'period', tiers: [{ above: '0', rate: '0.1' }] }

describe('dueUnderTerms', () => {
  it('default: tiers begin anew with each period', () => {
    expect(grosses(licence({ royalty: royalty('period') }), [100_000n, 150_000n, 0n])).to.deep.equal([
      5_000n,
      6_500n,
      0n,
    ])
  })

  it('behavior: tiers by year go on, and begin anew with the next licence year', () => {
    const bases = [60_000n, 60_000n, 60_000n, 0n, 60_000n]
    expect(grosses(licence({ royalty: royalty('year') }), bases)).to.deep.equal([
      3_000n,
      2_600n,
      1_800n,
      0n,
      3_000n,
    ])
  })

  it('behavior: an amount for each unit; half a fen is rounded up, once', () => {
    const units = {
      base: 'units',
      counted: 'period',
      tiers: [
        { above: '0', rate: '0.005' },
        { above: '3', rate: '0.01' },
      ],
    }
    expect(grosses(licence({ royalty: units }), [1n, 3n, 5n])).to.deep.equal([1n, 2n, 4n])
  })

  it('behavior: minimum guarantee of each period', () => {
    const terms = licence({ royalty: flat, minimumGuarantee: { amount: '20.00', counted: 'period' } })
    const [first, second] = dues(terms, [10_000n, 30_000n])
    expect([first?.topUp, first?.gross, second?.topUp, second?.gross]).to.deep.equal([
      1_000n,
      2_000n,
      0n,
      3_000n,
    ])
  })

  it('behavior: minimum guarantee of a year tops up in the period that ends it, or the licence', () => {
    const guarantee = { minimumGuarantee: { amount: '50.00', counted: 'year' } }
    const bases = [10_000n, 10_000n, 10_000n, 10_000n, 0n, 70_000n, 0n, 0n]
    expect(grosses(licence({ royalty: flat, ...guarantee }), bases)).to.deep.equal([
      1_000n,
      1_000n,
      1_000n,
      2_000n,
      0n,
      7_000n,
      0n,
      0n,
    ])
    const short = licence({ royalty: flat, ...guarantee, to: '2026-06-30' })
    expect(grosses(short, [10_000n, 10_000n])).to.deep.equal([1_000n, 4_000n])
  })

  it('behavior: caps of a period, a year and the life', () => {
    const capped = (counted: string) => licence({ royalty: flat, cap: { amount: '15.00', counted } })
    const bases = [10_000n, 20_000n, 10_000n, 0n, 20_000n]
    expect(grosses(capped('period'), bases)).to.deep.equal([1_000n, 1_500n, 1_000n, 0n, 1_500n])
    expect(grosses(capped('year'), bases)).to.deep.equal([1_000n, 500n, 0n, 0n, 1_500n])
    expect(grosses(capped('life'), bases)).to.deep.equal([1_000n, 500n, 0n, 0n, 0n])
    expect(dues(capped('period'), bases)[1]?.capped).to.equal(500n)
  })

  it('behavior: an advance is set off by its share until it is used up; the fixed fee stands apart', () => {
    const terms = licence({ royalty: flat, fixedFee: '7.00', advance: { amount: '12.00', share: '0.5' } })
    expect(
      dues(terms, [10_001n, 10_000n, 10_000n]).map(({ recouped, gross }) => [recouped, gross]),
    ).to.deep.equal([
      [500n, 1_200n],
      [500n, 1_200n],
      [200n, 1_500n],
    ])
  })
})

describe('parseLicence', () => {
  const pathsOf = (more: object) => {
    try {
      licence(more)
      return []
    } catch (error) {
      if (!(error instanceof LicenceRefusedError)) throw error
      return error.problems.map(({ path }) => path)
    }
  }

  it('error: LicenceRefusedError at the place of each fault', () => {
    expect(pathsOf({ fixedFee: '1.005' })).to.deep.equal(['/fixedFee'])
    expect(pathsOf({ to: '2025-12-31' })).to.deep.equal(['/to'])
    expect(pathsOf({ months: 2 })).to.deep.equal(['/months'])
    expect(pathsOf({ fx: { paidIn: 'CNY', fixing: 'booked' } })).to.deep.equal(['/fx/paidIn'])
    expect(pathsOf({ cap: { amount: '-1.00', counted: 'life' } })).to.deep.equal(['/'])
    const tiered = (...above: string[]) => ({
      royalty: {
        base: 'revenue',
        counted: 'year',
        tiers: above.map(each => ({ above: each, rate: '0.01' })),
      },
    })
    expect(pathsOf(tiered('1'))).to.deep.equal(['/royalty/tiers/0/above'])
    expect(pathsOf(tiered('0', '5', '5'))).to.deep.equal(['/royalty/tiers/2/above'])
    expect(
      pathsOf({ royalty: { base: 'revenue', counted: 'year', tiers: [{ above: '0', rate: '1.1' }] } }),
    ).to.deep.equal(['/royalty/tiers/0/rate'])
    expect(() => parseLicence([])).to.throw(LicenceRefusedError)
  })
})

describe('parseTolerances', () => {
  it('error: TolerancesRefusedError', () => {
    const base = { schema: 'lingnan-tolerances/1', rounding: {}, bankFee: {}, terms: {} }
    expect(() => parseTolerances({ ...base, rounding: { CNY: '0.001' } })).to.throw(TolerancesRefusedError)
    expect(() => parseTolerances({ ...base, fx: '2' })).to.throw(TolerancesRefusedError)
    expect(() => parseTolerances({ ...base, other: 1 })).to.throw(TolerancesRefusedError)
  })
})
