import { expect } from 'chai'
import {
  accountId,
  dealId,
  entryId,
  hash32,
  IdOutOfBoundsError,
  MalformedHashError,
  partyId,
  period,
  rightId,
  seriesId,
  trancheId,
} from '../../../src/domain/ids.ts'

describe('ids', () => {
  it('default', () => {
    expect(partyId(1n)).to.equal(1n)
    expect(dealId(2n ** 64n - 1n)).to.equal(2n ** 64n - 1n)
    expect(trancheId(0n)).to.equal(0n)
    expect(accountId(`0x${'0a'.repeat(32)}`)).to.equal(hash32(`0x${'0a'.repeat(32)}`))
    expect(hash32(`0x${'0a'.repeat(32)}`)).to.equal(`0x${'0a'.repeat(32)}`)
  })

  it('error: IdOutOfBoundsError', () => {
    for (const make of [partyId, rightId, dealId, seriesId, entryId]) {
      expect(() => make(0n)).to.throw(IdOutOfBoundsError)
      expect(() => make(2n ** 64n)).to.throw(IdOutOfBoundsError)
    }
    expect(() => trancheId(-1n)).to.throw(IdOutOfBoundsError)
    expect(() => trancheId(256n)).to.throw(IdOutOfBoundsError)
    expect(() => period(0n)).to.throw(IdOutOfBoundsError)
    expect(() => period(2n ** 32n)).to.throw(IdOutOfBoundsError)
  })

  it('error: MalformedHashError', () => {
    for (const text of ['', '0x', `0x${'0A'.repeat(32)}`, `0x${'0a'.repeat(31)}`, '0a'.repeat(32)]) {
      expect(() => hash32(text)).to.throw(MalformedHashError)
    }
    expect(() => accountId(`0x${'00'.repeat(32)}`)).to.throw(MalformedHashError)
  })
})
