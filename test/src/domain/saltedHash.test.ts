import { expect } from 'chai'
import { keccak256 } from 'ethers'
import { hash32 } from '../../../src/domain/ids.ts'
import { SaltMissingError, saltedHash } from '../../../src/domain/saltedHash.ts'

const SALT = hash32(`0x${'0b'.repeat(32)}`)

describe('saltedHash', () => {
  it('default: keccak-256 of the salt and the document', () => {
    expect(saltedHash(SALT, 'abc')).to.equal(keccak256(`0x${'0b'.repeat(32)}616263`))
    expect(saltedHash(SALT, new Uint8Array([0x61, 0x62, 0x63]))).to.equal(saltedHash(SALT, 'abc'))
    expect(saltedHash(SALT, '专利')).to.equal(keccak256(`0x${'0b'.repeat(32)}e4b893e588a9`))
  })

  it('behavior: another salt is another hash', () => {
    expect(saltedHash(hash32(`0x${'0c'.repeat(32)}`), 'abc')).not.to.equal(saltedHash(SALT, 'abc'))
  })

  it('error: SaltMissingError', () => {
    expect(() => saltedHash(hash32(`0x${'00'.repeat(32)}`), 'abc')).to.throw(SaltMissingError)
  })
})
