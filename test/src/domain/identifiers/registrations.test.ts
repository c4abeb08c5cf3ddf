import { expect } from 'chai'
import { parseHongKongPatent } from '../../../../src/domain/identifiers/hongKongPatent.ts'
import { isMainlandExtension, parseMacaoPatent } from '../../../../src/domain/identifiers/macaoPatent.ts'
import { MalformedIdentifierError } from '../../../../src/domain/identifiers/malformedIdentifier.ts'
import { parsePct } from '../../../../src/domain/identifiers/pct.ts'
import { parseSoftwareCopyright } from '../../../../src/domain/identifiers/softwareCopyright.ts'

describe('parsePct', () => {
  it('default', () => {
    expect(parsePct('PCT/CN2024/123456')).to.equal('PCT/CN2024/123456')
    expect(parsePct('pct / cn2024 / 123456')).to.equal('PCT/CN2024/123456')
    expect(parsePct('PCT/CN03/00123')).to.equal('PCT/CN03/00123')
    expect(parsePct('PCT/US78/00001')).to.equal('PCT/US78/00001')
  })

  it('error: MalformedIdentifierError', () => {
    const wrong = [
      '',
      'CN2024/123456',
      'PCT/CN2024/12345',
      'PCT/CN2003/123456',
      'PCT/CN04/12345',
      'PCT/C12024/123456',
    ]
    for (const text of wrong) expect(() => parsePct(text), text).to.throw(MalformedIdentifierError)
  })
})

describe('parseSoftwareCopyright', () => {
  it('default', () => {
    expect(parseSoftwareCopyright('2023SR1234567')).to.equal('2023SR1234567')
    expect(parseSoftwareCopyright(' 2009sr12345 ')).to.equal('2009SR0012345')
  })

  it('error: MalformedIdentifierError', () => {
    for (const text of [
      '',
      '软著登字第1234567号',
      '1991SR0012345',
      '2023SR0000000',
      '2023SR12345678',
      '2023RS1234567',
    ])
      expect(() => parseSoftwareCopyright(text), text).to.throw(MalformedIdentifierError)
  })
})

describe('parseHongKongPatent', () => {
  it('default', () => {
    expect(parseHongKongPatent('HK30012345')).to.equal('HK30012345')
    expect(parseHongKongPatent('hk 1234567')).to.equal('HK1234567')
    expect(parseHongKongPatent('HK30012345 A1')).to.equal('HK30012345')
    expect(parseHongKongPatent('30012345')).to.equal('HK30012345')
  })

  it('error: MalformedIdentifierError', () => {
    for (const text of ['', 'HK', 'HK123456', 'HK123456789', 'MO30012345', 'HK3001234X'])
      expect(() => parseHongKongPatent(text), text).to.throw(MalformedIdentifierError)
  })
})

describe('parseMacaoPatent', () => {
  it('default', () => {
    expect(parseMacaoPatent('J/001234')).to.equal('J/001234')
    expect(parseMacaoPatent('i / 1234')).to.equal('I/001234')
    expect(isMainlandExtension(parseMacaoPatent('J/1'))).to.equal(true)
    expect(isMainlandExtension(parseMacaoPatent('I/1'))).to.equal(false)
  })

  it('error: MalformedIdentifierError', () => {
    for (const text of ['', 'J', 'J/', 'K/001234', 'J/1234567', 'J/0', 'J001234'])
      expect(() => parseMacaoPatent(text), text).to.throw(MalformedIdentifierError)
  })
})
