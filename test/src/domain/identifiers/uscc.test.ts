import { expect } from 'chai'
import fc from 'fast-check'
import {
  CheckCharacterError,
  MalformedIdentifierError,
} from '../../../../src/domain/identifiers/malformedIdentifier.ts'
import { parseUscc, usccCheckCharacter } from '../../../../src/domain/identifiers/uscc.ts'
import { checkAlways } from '../checkAlways.ts'
import { digits, isRefused, textOf, withCharacter, withNeighboursExchanged } from './arbitraries.ts'

/** The worked example of GB 32100-2015, as reprinted at yc00.com/web/1713075042a2177900.html: the check is 3, not Z. */
const PUBLISHED = '91350100M000100Y43'
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const codes = fc
  .tuple(textOf(ALPHABET, 2), textOf(digits, 6), textOf(ALPHABET, 9))
  .map(parts => parts.join(''))
  .map(base => base + usccCheckCharacter(base))

describe('parseUscc', () => {
  it('default', () => {
    expect(parseUscc(PUBLISHED)).to.equal(PUBLISHED)
    expect(parseUscc(` ${PUBLISHED.toLowerCase()} `)).to.equal(PUBLISHED)
  })

  it('behavior: every wrong character and every exchange of neighbours is caught', () => {
    checkAlways(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, place, character) => {
        expect(parseUscc(code)).to.equal(code)
        const wrong = withCharacter(code, place, character)
        if (wrong !== code) expect(isRefused(parseUscc, wrong)).to.equal(true)
        const exchanged = withNeighboursExchanged(code, place % 17)
        if (exchanged !== code) expect(isRefused(parseUscc, exchanged)).to.equal(true)
      }),
    )
  })

  it('error: CheckCharacterError', () => {
    expect(() => parseUscc('91350100M000100Y4Y')).to.throw(CheckCharacterError)
  })

  it('error: MalformedIdentifierError', () => {
    for (const text of ['', PUBLISHED.slice(1), `${PUBLISHED}0`, '91350100I000100Y43', '9135O100M000100Y43'])
      expect(() => parseUscc(text), text).to.throw(MalformedIdentifierError)
    expect(() => parseUscc('91350100M000100Y4Z')).to.throw(MalformedIdentifierError)
  })
})
