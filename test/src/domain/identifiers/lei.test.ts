import { expect } from 'chai'
import fc from 'fast-check'
import { leiCheckDigits, parseLei } from '../../../../src/domain/identifiers/lei.ts'
import {
  CheckCharacterError,
  MalformedIdentifierError,
} from '../../../../src/domain/identifiers/malformedIdentifier.ts'
import { checkAlways } from '../checkAlways.ts'
import { digits, isRefused, letters, textOf, withCharacter, withNeighboursExchanged } from './arbitraries.ts'

/**
 * Published: the first three are the examples of Wikipedia's "Legal Entity Identifier" (Jaguar Land Rover, BMW, Bank of
 * Nova Scotia), the fourth that of codes.eurofiling.info/lei, the fifth of ibankie.com/leis.
 */
const PUBLISHED = [
  '54930084UKLVMY22DS16',
  '213800WSGIIZCXF1P572',
  '5493000IBP32UQZ0KL24',
  'KGCEPHLVVKVRZYO1T647',
  '8156001A2C01D4CADE80',
]
const codes = textOf(digits + letters, 18).map(base => base + leiCheckDigits(base))

describe('parseLei', () => {
  it('default', () => {
    for (const code of PUBLISHED) expect(parseLei(code)).to.equal(code)
    expect(parseLei(' 213800wsgiizcxf1p572')).to.equal('213800WSGIIZCXF1P572')
  })

  it('behavior: a digit for a digit and a letter for a letter are caught', () => {
    checkAlways(
      fc.property(codes, fc.nat(19), fc.nat(35), (code, place, pick) => {
        expect(parseLei(code)).to.equal(code)
        const alphabet = /\d/.test(code.charAt(place)) ? digits : letters
        const wrong = withCharacter(code, place, alphabet.charAt(pick % alphabet.length))
        if (wrong !== code) expect(isRefused(parseLei, wrong)).to.equal(true)
      }),
    )
  })

  it('behavior: exchanged neighbours are caught but for B1, M2 and X3, which expand to one number', () => {
    checkAlways(
      fc.property(codes, fc.nat(18), (code, place) => {
        const exchanged = withNeighboursExchanged(code, place)
        const pair = [...code.slice(place, place + 2)].sort().join('')
        if (exchanged !== code && !['1B', '2M', '3X'].includes(pair))
          expect(isRefused(parseLei, exchanged)).to.equal(true)
      }),
    )
    const blind = `1B${'0'.repeat(16)}`
    expect(leiCheckDigits(`B1${'0'.repeat(16)}`)).to.equal(leiCheckDigits(blind))
  })

  it('error: CheckCharacterError', () => {
    expect(() => parseLei('54930084UKLVMY22DS17')).to.throw(CheckCharacterError)
  })

  it('error: the same remainder is written in one way only', () => {
    const low = Array.from({ length: 200 }, (_, serial) => `5493${serial.toString().padStart(14, '0')}`).find(
      base => leiCheckDigits(base) === '98',
    )
    if (low === undefined) expect.fail('no base with the check digits 98')
    expect(parseLei(`${low}98`)).to.equal(`${low}98`)
    expect(() => parseLei(`${low}01`)).to.throw(CheckCharacterError)
  })

  it('error: MalformedIdentifierError', () => {
    for (const text of ['', '54930084UKLVMY22DS1', '54930084UKLVMY22DS1A', '54930084-KLVMY22DS16'])
      expect(() => parseLei(text), text).to.throw(MalformedIdentifierError)
  })
})
