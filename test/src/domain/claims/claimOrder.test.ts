import { expect } from 'chai'
import type { CatalogueEntry } from '../../../../src/domain/catalogue/entry.ts'
import { ClaimOrderError, entityHashOf, readClaimOrder } from '../../../../src/domain/claims/claimOrder.ts'
import { parseDay } from '../../../../src/domain/dates.ts'
import { hash32 } from '../../../../src/domain/ids.ts'
import { CNY } from '../../../../src/domain/money.ts'
import { parsePlace } from '../../../../src/domain/places.ts'

const hashOf = (digit: string) => hash32(`0x${digit.repeat(64)}`)
const BATTERY = hashOf('a')
const MAGNETS = hashOf('b')
const NUMBER = '201710601862.3'

const entry: CatalogueEntry = {
  title: BATTERY,
  salt: hashOf('1'),
  number: NUMBER,
  kind: 'Invention',
  place: parsePlace('Guangzhou'),
  name: 'Battery cell',
  field: 'H01M',
  owner: 'Institute of Energy',
  ownerCode: undefined,
  filed: parseDay('2017-07-20'),
  granted: undefined,
  expiry: undefined,
  economicEnd: undefined,
  feeDue: undefined,
  readiness: undefined,
  consent: { day: parseDay('2026-04-30'), by: 'the dean', document: 'consent 17' },
}

const order = {
  schema: 'lingnan-claim/1',
  titles: [NUMBER, MAGNETS],
  contract: 'licence 17',
  obligor: { name: 'Songshan Cells', code: '91350100M000100Y43' },
  place: 'Guangzhou',
  currency: 'CNY',
  principal: '5000000',
  appraisedValue: '7808000',
  appraisalValidUntil: '2027-04-30',
  readiness: 6,
}

/** The places of the faults that a reader names at once. */
const pathsOf = (data: unknown, catalogue: readonly CatalogueEntry[] = [entry]): readonly string[] => {
  try {
    readClaimOrder(data, catalogue)
    return []
  } catch (error) {
    if (!(error instanceof ClaimOrderError)) throw error
    return error.problems.map(({ path }) => path)
  }
}

describe('readClaimOrder', () => {
  it('default: titles by number and by hash, the debtor by its code', () => {
    expect(readClaimOrder(order, [entry])).to.deep.equal({
      titles: [BATTERY, MAGNETS],
      contract: 'licence 17',
      obligor: { name: 'Songshan Cells', code: '91350100M000100Y43', salt: undefined },
      payer: undefined,
      place: parsePlace('Guangzhou'),
      currency: CNY,
      principal: 5_000_000n,
      appraisedValue: 7_808_000n,
      appraisalValidUntil: parseDay('2027-04-30'),
      readiness: 6,
    })
  })

  it('behavior: an early right reads with its payer', () => {
    const payer = { name: 'Canton Rail', salt: hashOf('2') }
    expect(readClaimOrder({ ...order, readiness: 3, payer }, [entry]).payer).to.deep.equal({
      ...payer,
      code: undefined,
    })
  })

  it('error: ClaimOrderError that names every fault at once', () => {
    const wrong = {
      ...order,
      titles: [NUMBER, '0x12', MAGNETS, MAGNETS, 'unheard of'],
      obligor: { name: 'Songshan Cells', code: '91350100M000100Y44' },
      place: 'Atlantis',
      appraisalValidUntil: '31 April',
      readiness: 5,
    }
    expect(pathsOf(wrong)).to.deep.equal([
      '/titles/1',
      '/titles/4',
      '/titles/3',
      '/obligor/code',
      '/place',
      '/appraisalValidUntil',
      '/payer',
    ])
    const payer = { name: 'Canton Rail', code: 'none' }
    expect(pathsOf({ ...order, payer })).to.deep.equal(['/payer/code'])
  })

  it('error: a number that the catalogue does not know, or knows twice', () => {
    expect(pathsOf(order, [])).to.deep.equal(['/titles/0'])
    const twin = { ...entry, title: hashOf('c'), kind: 'Design' as const }
    expect(pathsOf(order, [entry, twin])).to.deep.equal(['/titles/0'])
  })

  it('error: what is not of the form', () => {
    expect(pathsOf({ ...order, titles: [], principal: '0', currency: 'EUR', readiness: 2 })).to.deep.equal([
      '/titles',
      '/currency',
      '/principal',
      '/readiness',
    ])
    expect(pathsOf({ ...order, appraisedValue: '1.5', surprise: 1 })).to.have.members([
      '/appraisedValue',
      '/surprise',
    ])
    expect(pathsOf({ ...order, titles: Array.from({ length: 256 }, () => NUMBER) })).to.deep.equal([
      '/titles',
    ])
  })
})

describe('entityHashOf', () => {
  const salt = hashOf('3')
  const named = (name: string, code?: string) => entityHashOf({ name, code, salt: undefined }, salt)

  it('default: one code is one entity, however its name is spelt', () => {
    expect(named('Songshan Cells', '91350100M000100Y43')).to.equal(
      named('SONGSHAN CELLS LTD', '91350100M000100Y43'),
    )
    expect(named('Songshan Cells')).not.to.equal(named('SONGSHAN CELLS LTD'))
  })

  it('behavior: another salt gives another name', () => {
    const entity = { name: 'Songshan Cells', code: undefined, salt: undefined }
    expect(entityHashOf(entity, salt)).not.to.equal(entityHashOf(entity, hashOf('4')))
  })
})
