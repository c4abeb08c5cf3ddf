import { expect } from 'chai'
import fc from 'fast-check'
import {
  chinesePatentCheckCharacter,
  chinesePatentKind,
  chinesePatentYear,
  grantedNumber,
  parseChinesePatent,
} from '../../../../src/domain/identifiers/chinesePatent.ts'
import {
  CheckCharacterError,
  MalformedIdentifierError,
} from '../../../../src/domain/identifiers/malformedIdentifier.ts'
import { checkAlways } from '../checkAlways.ts'
import { digits, isRefused, textOf, withCharacter, withNeighboursExchanged } from './arbitraries.ts'

/**
 * Published with the sum worked out: dfrtw.com/zhuanlichaxun/31487.html (201710601862.3) and
 * chengju.com/wenhua/33720.html (95115608.X, 97101765.4).
 */
const PUBLISHED = ['201710601862.3', '95115608.X', '97101765.4']

const kind = fc.constantFrom('1', '2', '3', '8', '9')
const longBases = fc
  .tuple(fc.integer({ min: 2003, max: 2099 }), kind, textOf(digits, 7))
  .map(([year, of, serial]) => `${year}${of}${serial}`)
const shortBases = fc
  .tuple(fc.integer({ min: 85, max: 99 }), kind, textOf(digits, 5))
  .map(([year, of, serial]) => `${year}${of}${serial}`)
const numbers = fc.oneof(longBases, shortBases).map(base => `${base}.${chinesePatentCheckCharacter(base)}`)

describe('parseChinesePatent', () => {
  it('default', () => {
    for (const number of PUBLISHED) {
      expect(parseChinesePatent(number)).to.equal(number)
      expect(parseChinesePatent(`ZL${number}`)).to.equal(number)
      expect(parseChinesePatent(` zl ${number.replace('.', '').toLowerCase()}`)).to.equal(number)
    }
    expect(grantedNumber(parseChinesePatent('201710601862.3'))).to.equal('ZL201710601862.3')
  })

  it('behavior: the number tells its kind and the year of its filing', () => {
    const told = (text: string) => {
      const number = parseChinesePatent(text)
      return [chinesePatentKind(number), chinesePatentYear(number)]
    }
    expect(told('201710601862.3')).to.deep.equal(['Invention', 2017])
    expect(told('95115608.X')).to.deep.equal(['Invention', 1995])
    const utilityModel = '202320000001'
    expect(told(`${utilityModel}.${chinesePatentCheckCharacter(utilityModel)}`)).to.deep.equal([
      'UtilityModel',
      2023,
    ])
    const throughThePct = '03810001'
    expect(told(`${throughThePct}.${chinesePatentCheckCharacter(throughThePct)}`)).to.deep.equal([
      'Invention',
      2003,
    ])
  })

  it('behavior: every wrong digit and every exchange of neighbours is caught', () => {
    checkAlways(
      fc.property(numbers, fc.nat(12), fc.nat(9), (number, luck, digit) => {
        expect(parseChinesePatent(number)).to.equal(number)
        const plain = number.replace('.', '')
        const place = luck % plain.length
        const wrong = withCharacter(plain, place, digit.toString())
        if (wrong !== plain) expect(isRefused(parseChinesePatent, wrong), wrong).to.equal(true)
        const exchanged = withNeighboursExchanged(plain, place % (plain.length - 1))
        if (exchanged !== plain) expect(isRefused(parseChinesePatent, exchanged), exchanged).to.equal(true)
      }),
    )
  })

  it('error: CheckCharacterError', () => {
    expect(() => parseChinesePatent('201710601862.4')).to.throw(CheckCharacterError)
    expect(() => parseChinesePatent('95115608.1')).to.throw(CheckCharacterError)
  })

  it('error: MalformedIdentifierError', () => {
    const wrong = [
      '',
      '201710601862',
      '201740601862.3',
      '199910601862.3',
      '84115608.X',
      '04115608.X',
      '95415608.X',
      'US201710601862.3',
      '20171060186.3',
    ]
    for (const text of wrong) expect(() => parseChinesePatent(text), text).to.throw(MalformedIdentifierError)
  })
})
