import { expect } from 'chai'
import { contractualCash, type PoolTerms } from '../../../src/deal/contractual.ts'
import type { AssetFile, Repayment } from '../../../src/deal/schema/pool.ts'
import { parseDay } from '../../../src/domain/dates.ts'

const days = ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map(parseDay)

function asset(id: string, terms: Partial<AssetFile> = {}): AssetFile {
  return {
    id,
    right: id,
    obligor: id,
    place: 'CN',
    maturityClass: 'stable',
    trl: 9,
    principal: '1000',
    contractRate: '0.1',
    appraisedValue: '2000',
    pledgeRateMax: '0.5',
    collectionCurrency: 'CNY',
    ...terms,
  }
}

function pool(repayment: Repayment, assets = [asset('X')]): PoolTerms {
  return { assets, repayment, start: parseDay('2026-01-01'), days, convention: 'ACT/365F' }
}

const principal = (repayment: Repayment): readonly (bigint | undefined)[] =>
  contractualCash(pool(repayment)).map(([cash]) => cash?.principal)

describe('contractualCash', () => {
  it('default: principal as the contract asks, the last payment takes the rest', () => {
    expect(principal({ kind: 'equal', instalments: 3 })).to.deep.equal([333n, 333n, 334n, 0n])
    expect(principal({ kind: 'bullet', at: 3 })).to.deep.equal([0n, 0n, 1000n, 0n])
    const shares = [
      { at: 2, share: '0.333' },
      { at: 4, share: '0.667' },
    ]
    expect(principal({ kind: 'stated', shares })).to.deep.equal([0n, 333n, 0n, 667n])
  })

  it('default: level payments are equal but for days and rounding', () => {
    const rows = contractualCash(pool({ kind: 'level', instalments: 4 })).map(([cash]) => cash)
    const payments = rows.map(cash => Number((cash?.income ?? 0n) + (cash?.principal ?? 0n)))
    expect(payments.slice(0, 3)).to.deep.equal([265, 265, 265])
    expect(payments[3]).to.be.within(263, 270)
    expect(rows.reduce((sum, cash) => sum + (cash?.principal ?? 0n), 0n)).to.equal(1000n)
  })

  it('default: level payments without interest are equal parts', () => {
    const terms = pool({ kind: 'level', instalments: 3 }, [asset('X', { contractRate: '0' })])
    expect(contractualCash(terms).map(([cash]) => cash?.principal)).to.deep.equal([333n, 333n, 334n, 0n])
  })

  it('default: interest runs on the balance, rounded half up for each asset', () => {
    const income = contractualCash(pool({ kind: 'bullet', at: 4 })).map(([cash]) => cash?.income)
    expect(income).to.deep.equal([25n, 25n, 25n, 25n])
  })

  it('behavior: a late payment comes with the next, with interest on what was owed', () => {
    const rows = contractualCash(pool({ kind: 'equal', instalments: 4 }), { late: { 1: ['X'] } }).map(
      ([cash]) => cash,
    )
    expect(rows.map(cash => [cash?.income, cash?.principal])).to.deep.equal([
      [0n, 0n],
      [50n, 500n],
      [13n, 250n],
      [6n, 250n],
    ])
  })

  it('behavior: an asset in default pays nothing more; a recovery is shared by what was owed', () => {
    const assets = [asset('X'), asset('Y', { principal: '500' }), asset('Z')]
    const rows = contractualCash(pool({ kind: 'bullet', at: 4 }, assets), {
      defaults: { 2: ['X', 'Y'] },
      recoveries: { 3: 100n },
    })
    const of = (row: number): unknown =>
      rows[row - 1]?.map(({ income, principal: repaid, defaulted, recovery, performing }) => [
        income,
        repaid,
        defaulted,
        recovery,
        performing,
      ])
    expect(of(2)).to.deep.equal([
      [0n, 0n, 1000n, 0n, 0n],
      [0n, 0n, 500n, 0n, 0n],
      [25n, 0n, 0n, 0n, 1000n],
    ])
    expect(of(3)).to.deep.equal([
      [0n, 0n, 0n, 66n, 0n],
      [0n, 0n, 0n, 34n, 0n],
      [25n, 0n, 0n, 0n, 1000n],
    ])
  })
})
