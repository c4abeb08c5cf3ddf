import { expect } from 'chai'
import { parseIdentifier } from '../../../../src/domain/identifiers/identifier.ts'
import {
  CheckCharacterError,
  identifierSchemes,
  MalformedIdentifierError,
} from '../../../../src/domain/identifiers/malformedIdentifier.ts'

/** One number of each scheme and how it may be written otherwise. */
const written = {
  uscc: ['91350100M000100Y43', '91350100m000100y43'],
  lei: ['213800WSGIIZCXF1P572', ' 213800wsgiizcxf1p572'],
  isin: ['US0378331005', 'us0378331005'],
  'chinese-patent': ['201710601862.3', 'ZL2017106018623'],
  pct: ['PCT/CN2024/123456', 'PCT / CN2024 / 123456'],
  'software-copyright': ['2009SR0012345', '2009SR12345'],
  'hong-kong-patent': ['HK30012345', '30012345'],
  'macao-patent': ['J/001234', 'J/1234'],
} as const

describe('parseIdentifier', () => {
  it('default: ways of writing one number become one text', () => {
    for (const scheme of identifierSchemes) {
      const [canonical, ...others] = written[scheme]
      for (const text of [canonical, ...others]) expect(parseIdentifier(scheme, text)).to.equal(canonical)
    }
  })

  it('error: each refusal carries its scheme, its code and a remedy', () => {
    for (const scheme of identifierSchemes) {
      try {
        parseIdentifier(scheme, '?')
        expect.fail(`${scheme} accepts a question mark`)
      } catch (error) {
        if (!(error instanceof MalformedIdentifierError)) throw error
        expect(error.code).to.equal('identifier/malformed')
        expect(error.scheme).to.equal(scheme)
        expect(error.remedy).to.match(/^Write /)
      }
    }
    const wrong = new CheckCharacterError('lei', 'A')
    expect([wrong.code, wrong.scheme, wrong.text]).to.deep.equal(['identifier/check-character', 'lei', 'A'])
  })
})
