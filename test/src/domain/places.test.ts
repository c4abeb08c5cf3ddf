import { expect } from 'chai'
import {
  CN,
  jurisdiction,
  jurisdictionOf,
  MO,
  parsePlace,
  place,
  placeRowOf,
  placeRows,
  UnknownPlaceError,
} from '../../../src/domain/places.ts'

describe('parsePlace', () => {
  it('default', () => {
    expect(parsePlace('CN-4403')).to.equal((156n << 16n) | 4403n)
    expect([parsePlace('HK'), parsePlace('MO'), parsePlace('CN')]).to.deep.equal([
      344n << 16n,
      446n << 16n,
      156n << 16n,
    ])
  })

  it('behavior: a place has one number, under its code and both its names', () => {
    for (const row of placeRows) {
      const number = parsePlace(row.code)
      expect([parsePlace(row.english), parsePlace(row.chinese), place(number)]).to.deep.equal([
        number,
        number,
        number,
      ])
      expect(placeRowOf(number)).to.equal(row)
    }
    expect(new Set(placeRows.map(({ code }) => parsePlace(code))).size).to.equal(placeRows.length)
  })

  it('behavior: a city lies in its jurisdiction', () => {
    expect(jurisdictionOf(parsePlace('Zhuhai'))).to.equal(CN)
    expect(jurisdictionOf(parsePlace('澳门'))).to.equal(MO)
    expect(jurisdiction(344n)).to.equal(jurisdictionOf(parsePlace('HK')))
  })

  it('error: UnknownPlaceError', () => {
    expect(() => parsePlace('Atlantis')).to.throw(UnknownPlaceError)
    expect(() => place(156n)).to.throw(UnknownPlaceError)
    expect(() => jurisdiction(840n)).to.throw(UnknownPlaceError)
  })
})
