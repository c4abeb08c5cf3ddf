import { expect } from 'chai'
import { parseDay } from '../../../../src/domain/dates.ts'
import { HKD, money } from '../../../../src/domain/money.ts'
import { ratePpb } from '../../../../src/domain/rates.ts'
import { AppraisalFileError, readAppraisalFile } from '../../../../src/domain/valuation/appraisalFile.ts'

const file = {
  schema: 'lingnan-appraisal/1',
  method: 'Market',
  currency: 'HKD',
  value: '6000000',
  valuedOn: '2026-01-01',
  appraiser: 'Lianxin Appraisal',
  sources: ['three licences of 2025'],
}

const pathsOf = (data: unknown): readonly string[] => {
  try {
    readAppraisalFile(data)
    return []
  } catch (error) {
    if (!(error instanceof AppraisalFileError)) throw error
    return error.problems.map(({ path }) => path)
  }
}

describe('readAppraisalFile', () => {
  it('default: a value without a discount rate', () => {
    expect(readAppraisalFile(file)).to.deep.equal({
      method: 'Market',
      value: money(HKD, 6_000_000n),
      discount: ratePpb(0n),
      valuedOn: parseDay('2026-01-01'),
    })
  })

  it('behavior: a method that discounts states its rate', () => {
    const read = readAppraisalFile({ ...file, method: 'ExcessEarnings', discount: '0.125' })
    expect(read.discount).to.equal(125_000_000n)
  })

  it('error: AppraisalFileError that names every fault at once', () => {
    expect(pathsOf({ ...file, valuedOn: 'yesterday', discount: '2' })).to.deep.equal([
      '/valuedOn',
      '/discount',
    ])
    expect(pathsOf({ ...file, method: 'ReliefFromRoyalty', value: '0', sources: [] })).to.deep.equal([
      '/method',
      '/value',
      '/sources',
    ])
  })
})
