import { expect } from 'chai'
import {
  CatalogueFileError,
  consentHashOf,
  entryHashOf,
  mergeCatalogue,
  readCatalogue,
  titleHashOf,
  writeCatalogue,
} from '../../../../src/domain/catalogue/catalogue.ts'
import { lifeEndOf, maturityOf, type Offered } from '../../../../src/domain/catalogue/entry.ts'
import { parseDay } from '../../../../src/domain/dates.ts'
import { type Hash32, hash32 } from '../../../../src/domain/ids.ts'
import { parsePlace } from '../../../../src/domain/places.ts'
import { saltedHash } from '../../../../src/domain/saltedHash.ts'

const SALT = hash32(`0x${'0b'.repeat(32)}`)
const battery: Offered = {
  number: '201710601862.3',
  kind: 'Invention',
  place: parsePlace('Guangzhou'),
  name: 'Battery cell',
  field: 'H01M',
  owner: 'Guangzhou Institute of Energy',
  ownerCode: undefined,
  filed: parseDay('2017-07-20'),
  granted: undefined,
  expiry: parseDay('2037-07-20'),
  economicEnd: undefined,
  feeDue: undefined,
  readiness: 8,
  consent: { day: parseDay('2026-05-04'), by: 'the dean', document: 'consent 2026-17' },
}

/** Salts in the order in which they are drawn. */
const drawn = () => {
  let count = 10
  return (): Hash32 => {
    count += 1
    return hash32(`0x${count.toString().repeat(32)}`)
  }
}

describe('catalogue', () => {
  it('default: what was written reads back', () => {
    const { entries } = mergeCatalogue([], { offered: [battery], saltOf: () => SALT })
    expect(readCatalogue(JSON.parse(JSON.stringify(writeCatalogue(entries))))).to.deep.equal(entries)
  })

  it('behavior: the title is the salted hash of what identifies it, not of what is said of it', () => {
    const [entry] = mergeCatalogue([], { offered: [battery], saltOf: () => SALT }).entries
    if (entry === undefined) expect.fail('no entry')
    expect(entry.title).to.equal(saltedHash(SALT, '156/Invention/201710601862.3'))
    expect(titleHashOf(SALT, { ...battery, place: parsePlace('Shenzhen') })).to.equal(entry.title)
    expect(titleHashOf(SALT, { ...battery, kind: 'Design' })).not.to.equal(entry.title)
    expect(consentHashOf(entry)).to.equal(saltedHash(SALT, 'consent 2026-05-04 the dean consent 2026-17'))
    expect(entryHashOf({ ...entry, name: 'another name' })).not.to.equal(entryHashOf(entry))
  })

  it('behavior: a known title keeps hash and salt; its facts are brought up to date', () => {
    const saltOf = drawn()
    const first = mergeCatalogue([], { offered: [battery], saltOf })
    const secret: Offered = { ...battery, number: 'R-7', kind: 'TechnicalSecret' }
    const renamed = { ...battery, name: 'Battery cell with a solid electrolyte' }
    const second = mergeCatalogue(first.entries, { offered: [renamed, secret], saltOf })
    expect([second.added, second.updated, second.known]).to.deep.equal([1, 1, 0])
    expect(second.entries[0]?.title).to.equal(first.entries[0]?.title)
    expect(second.entries[0]?.name).to.equal(renamed.name)
    const third = mergeCatalogue(second.entries, { offered: [renamed], saltOf })
    expect([third.added, third.updated, third.known]).to.deep.equal([0, 0, 1])
    expect(third.entries).to.deep.equal(second.entries)
  })

  it('behavior: life ends with the first end that is known, and readiness gives a class', () => {
    expect(lifeEndOf(battery)).to.equal(parseDay('2037-07-20'))
    expect(lifeEndOf({ ...battery, economicEnd: parseDay('2030-01-01') })).to.equal(parseDay('2030-01-01'))
    expect(lifeEndOf({ ...battery, economicEnd: parseDay('2040-01-01') })).to.equal(parseDay('2037-07-20'))
    expect(lifeEndOf({ expiry: undefined, economicEnd: undefined })).to.equal(undefined)
    expect([undefined, 2, 3, 5, 6, 7, 8, 9].map(maturityOf)).to.deep.equal([
      'None',
      'None',
      'Early',
      'Early',
      'PilotPassed',
      'PilotPassed',
      'Stable',
      'Stable',
    ])
  })

  it('error: CatalogueFileError', () => {
    const { entries } = mergeCatalogue([], { offered: [battery], saltOf: () => SALT })
    const file = writeCatalogue(entries)
    const [entry] = file.entries
    if (entry === undefined) expect.fail('no entry')
    expect(() => readCatalogue({ ...file, schema: 'other' })).to.throw(CatalogueFileError)
    expect(() => readCatalogue({ ...file, entries: [{ ...entry, number: '95115608.X' }] })).to.throw(
      CatalogueFileError,
    )
    expect(() => readCatalogue({ ...file, entries: [{ ...entry, place: 'Atlantis' }] })).to.throw(
      CatalogueFileError,
    )
  })
})
