import { expect } from 'chai'
import fc from 'fast-check'
import { isinCheckDigit, parseIsin } from '../../../../src/domain/identifiers/isin.ts'
import {
  CheckCharacterError,
  MalformedIdentifierError,
} from '../../../../src/domain/identifiers/malformedIdentifier.ts'
import { checkAlways } from '../checkAlways.ts'
import { digits, isRefused, letters, textOf, withCharacter, withNeighboursExchanged } from './arbitraries.ts'

/** The worked examples of Wikipedia's "International Securities Identification Number": Apple, Treasury Corp Victoria. */
const PUBLISHED = ['US0378331005', 'AU0000XVGZA3']
const codes = fc
  .tuple(textOf(letters, 2), textOf(digits + letters, 9))
  .map(parts => parts.join(''))
  .map(base => base + isinCheckDigit(base))

describe('parseIsin', () => {
  it('default', () => {
    for (const code of PUBLISHED) expect(parseIsin(code)).to.equal(code)
    expect(parseIsin(' us0378331005 ')).to.equal('US0378331005')
  })

  it('behavior: every wrong digit is caught', () => {
    checkAlways(
      fc.property(codes, fc.nat(11), fc.nat(9), (code, place, digit) => {
        expect(parseIsin(code)).to.equal(code)
        const wrong = withCharacter(code, place, digit.toString())
        if (/\d/.test(code.charAt(place)) && wrong !== code)
          expect(isRefused(parseIsin, wrong)).to.equal(true)
      }),
    )
  })

  it('behavior: exchanged digits are caught but for 0 and 9, as Luhn leaves it', () => {
    checkAlways(
      fc.property(codes, fc.nat(10), (code, place) => {
        const pair = code.slice(place, place + 2)
        const exchanged = withNeighboursExchanged(code, place)
        if (/^\d\d$/.test(pair) && exchanged !== code && !['09', '90'].includes(pair))
          expect(isRefused(parseIsin, exchanged)).to.equal(true)
      }),
    )
    expect(isinCheckDigit('US090000000')).to.equal(isinCheckDigit('US900000000'))
  })

  it('error: CheckCharacterError', () => {
    expect(() => parseIsin('US0378331004')).to.throw(CheckCharacterError)
  })

  it('error: MalformedIdentifierError', () => {
    for (const text of ['', 'US037833100', 'U10378331005', 'US037833100A', 'US-378331005'])
      expect(() => parseIsin(text), text).to.throw(MalformedIdentifierError)
  })
})
