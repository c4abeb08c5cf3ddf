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

  it('behavior: every province of the mainland is a place, and only Guangdong has cities here', () => {
    const subdivisions = placeRows.filter(({ country }) => country === 156n).map(row => row.subdivision)
    const provinces = subdivisions.filter(number => number > 0n && number < 100n)
    const cities = subdivisions.filter(number => number >= 100n)
    expect(provinces).to.have.length(31)
    expect(new Set(cities.map(number => number / 100n))).to.deep.equal(new Set([44n]))
    expect(cities).to.have.length(9)
    expect(parsePlace('上海')).to.equal((156n << 16n) | 31n)
    expect(jurisdictionOf(parsePlace('CN-65'))).to.equal(CN)
  })

  it('behavior: what GB/T 2260 keeps for Taiwan, Hong Kong and Macao is no province here', () => {
    for (const code of ['CN-71', 'CN-81', 'CN-82']) {
      expect(() => parsePlace(code)).to.throw(UnknownPlaceError)
    }
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
