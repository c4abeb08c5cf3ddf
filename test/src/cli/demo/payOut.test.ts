import { expect } from 'chai'
import { isOwed } from '../../../../src/cli/demo/steps/payOut.ts'

const nothing = { interest: 0n, principal: 0n, residual: 0n }

describe('payOut', () => {
  it('behavior: a series that gets less than a minor unit in all is instructed too', () => {
    expect(isOwed({ ...nothing, interest: 1n })).to.equal(true)
    expect(isOwed({ ...nothing, principal: 1n })).to.equal(true)
    expect(isOwed({ ...nothing, residual: 1n })).to.equal(true)
  })

  it('behavior: a series that gets nothing is not', () => {
    expect(isOwed(nothing)).to.equal(false)
    expect(isOwed(undefined)).to.equal(false)
  })
})
