import { expect } from 'chai'
import fc from 'fast-check'
import { parseHongKongPatent } from '../../../../src/domain/identifiers/hongKongPatent.ts'
import { isMainlandExtension, parseMacaoPatent } from '../../../../src/domain/identifiers/macaoPatent.ts'
import { MalformedIdentifierError } from '../../../../src/domain/identifiers/malformedIdentifier.ts'
import { parsePct } from '../../../../src/domain/identifiers/pct.ts'
import { parseSoftwareCopyright } from '../../../../src/domain/identifiers/softwareCopyright.ts'
import { checkAlways } from '../checkAlways.ts'
import { digits, isRefused, letters, textOf } from './arbitraries.ts'

/**
 * Published: PCT/SE2004/000001 is the example of section 307 of the Administrative Instructions under the PCT
 * (wipo.int/pct/en/texts/ai/s307.html); 2023SR12345 that of lipindaifa.com/issued/37247016.html for a registration number.
 * The Hong Kong numbers are those of publications shown by patents.google.com/patent/HK1058849B, …/HK1083555A1 and
 * …/HK40061483A: seven digits of older publications, eight of newer ones, then the kind of document. A page of the two
 * offices that states a form was looked for and not found (2026-11-25), for Macao no published number either: its tests rest on
 * the form alone, as its parser says.
 */
const PUBLISHED_PCT = 'PCT/SE2004/000001'
const PUBLISHED_SOFTWARE = '2023SR12345'
const PUBLISHED_HONG_KONG = ['HK1058849B', 'HK1083555A1', 'HK40061483A']

/** Ways in which people write one number. */
const writings = fc.constantFrom<(text: string) => string>(
  text => text,
  text => text.toLowerCase(),
  text => ` ${text} `,
)

type Parser = (text: string) => string

/** Any writing becomes one text, which is read as itself. */
function checkCanonical(parse: Parser, canonical: fc.Arbitrary<string>): void {
  checkAlways(
    fc.property(canonical, writings, (number, write) => {
      expect(parse(write(number))).to.equal(number)
      expect(parse(parse(number))).to.equal(number)
    }),
  )
}

/** Whatever is accepted is canonical from then on, and whatever is not is refused by name. */
function checkAnything(parse: Parser): void {
  checkAlways(
    fc.property(fc.oneof(fc.string(), textOf(`${digits}${letters}/`, 12)), text => {
      if (isRefused(parse, text)) expect(() => parse(text)).to.throw(MalformedIdentifierError)
      else expect(parse(parse(text))).to.equal(parse(text))
    }),
  )
}

describe('parsePct', () => {
  it('default: the published example', () => {
    expect(parsePct(PUBLISHED_PCT)).to.equal(PUBLISHED_PCT)
  })

  it('behavior: one number has one form, and each wrong length or letter of the serial is refused', () => {
    const long = fc
      .tuple(textOf(letters, 2), fc.integer({ min: 2004, max: 2099 }), textOf(digits, 6))
      .map(([office, year, serial]) => `PCT/${office}${year}/${serial}`)
    checkCanonical(parsePct, long)
    checkAlways(
      fc.property(long, fc.nat(5), textOf(letters, 1), (number, place, letter) => {
        const at = number.length - 6 + place
        expect(isRefused(parsePct, number.slice(0, at) + letter + number.slice(at + 1))).to.equal(true)
        expect(isRefused(parsePct, number.slice(0, at) + number.slice(at + 1))).to.equal(true)
      }),
    )
    checkAnything(parsePct)
  })

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
  it('default: the published example, padded', () => {
    expect(parseSoftwareCopyright(PUBLISHED_SOFTWARE)).to.equal('2023SR0012345')
  })

  it('behavior: one number has one form, whatever its leading zeros', () => {
    const numbers = fc
      .tuple(fc.integer({ min: 1992, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }))
      .map(([year, serial]) => ({
        short: `${year}SR${serial}`,
        full: `${year}SR${`${serial}`.padStart(7, '0')}`,
      }))
    checkCanonical(
      parseSoftwareCopyright,
      numbers.map(({ full }) => full),
    )
    checkAlways(
      fc.property(numbers, ({ short, full }) => {
        expect(parseSoftwareCopyright(short)).to.equal(full)
        expect(isRefused(parseSoftwareCopyright, `${full}0`)).to.equal(true)
        expect(isRefused(parseSoftwareCopyright, full.replace('SR', 'RS'))).to.equal(true)
      }),
    )
    checkAnything(parseSoftwareCopyright)
  })

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
  it('default: published numbers, without their kind of document', () => {
    expect(PUBLISHED_HONG_KONG.map(parseHongKongPatent)).to.deep.equal([
      'HK1058849',
      'HK1083555',
      'HK40061483',
    ])
  })

  it('behavior: one number has one form, with or without HK and the kind of document', () => {
    const numbers = fc.oneof(textOf(digits, 7), textOf(digits, 8))
    checkCanonical(
      parseHongKongPatent,
      numbers.map(number => `HK${number}`),
    )
    checkAlways(
      fc.property(numbers, fc.constantFrom('', 'A', 'A1', 'B', 'C'), (number, document) => {
        expect(parseHongKongPatent(`${number}${document}`)).to.equal(`HK${number}`)
        expect(isRefused(parseHongKongPatent, `HK${number}00`)).to.equal(true)
      }),
    )
    checkAnything(parseHongKongPatent)
  })

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
  it('behavior: one number has one form, whatever its leading zeros', () => {
    const numbers = fc
      .tuple(fc.constantFrom('I', 'J'), fc.integer({ min: 1, max: 999_999 }))
      .map(([letter, serial]) => ({ letter, serial, full: `${letter}/${`${serial}`.padStart(6, '0')}` }))
    checkCanonical(
      parseMacaoPatent,
      numbers.map(({ full }) => full),
    )
    checkAlways(
      fc.property(numbers, ({ letter, serial, full }) => {
        expect(parseMacaoPatent(`${letter}/${serial}`)).to.equal(full)
        expect(isRefused(parseMacaoPatent, `${full}0`)).to.equal(true)
        expect(isMainlandExtension(parseMacaoPatent(full))).to.equal(letter === 'J')
      }),
    )
    checkAnything(parseMacaoPatent)
  })

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
