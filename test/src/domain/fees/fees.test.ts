import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { formatDay, parseDay } from '../../../../src/domain/dates.ts'
import type { IpKind } from '../../../../src/domain/enumerations.ts'
import {
  type FeeBook,
  type FeeTitle,
  factOf,
  feesOf,
  legalEndOf,
  nextFeeOf,
  scheduleOf,
  standingOf,
  surchargeOn,
} from '../../../../src/domain/fees/fees.ts'
import { FeesRefusedError, readFees } from '../../../../src/domain/fees/readFees.ts'
import { type FeesFile, feesSchema } from '../../../../src/domain/fees/schema.ts'
import { formatMoney } from '../../../../src/domain/money.ts'
import { parsePlace } from '../../../../src/domain/places.ts'

const path = join(import.meta.dirname, '../../../../deals/law/fees.json')
const fileOf = (): FeesFile => feesSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
const book: FeeBook = readFees(fileOf())

const titleOf = (place: string, kind: IpKind, changes: Partial<FeeTitle> = {}): FeeTitle => ({
  kind,
  place: parsePlace(place),
  filed: parseDay('2018-03-19'),
  granted: parseDay('2023-01-15'),
  expiry: undefined,
  ...changes,
})
const schedule = (title: FeeTitle) => scheduleOf(book, title) ?? expect.fail('no schedule')
const feesIn = (title: FeeTitle) =>
  feesOf(schedule(title), title).map(({ year, dueDay, amount }) => [
    year,
    formatDay(dueDay),
    formatMoney(amount),
  ])

describe('feesOf', () => {
  it('default: a Chinese invention pays from the first anniversary after the grant, by year of life', () => {
    const fees = feesIn(titleOf('Shenzhen', 'Invention'))
    expect(fees.slice(0, 3)).to.deep.equal([
      [6, '2023-03-19', 'CNY 1200.00'],
      [7, '2024-03-19', 'CNY 2000.00'],
      [8, '2025-03-19', 'CNY 2000.00'],
    ])
    expect(fees.at(-1)).to.deep.equal([20, '2037-03-19', 'CNY 8000.00'])
    expect(fees.length).to.equal(15)
  })

  it('behavior: a Hong Kong standard patent pays three years later, as in the published example', () => {
    const fees = feesIn(titleOf('HK', 'Invention'))
    expect(fees[0]).to.deep.equal([9, '2026-03-19', 'HKD 450.00'])
    expect(fees[2]).to.deep.equal([11, '2028-03-19', 'HKD 620.00'])
    expect(fees.at(-1)).to.deep.equal([20, '2037-03-19', 'HKD 850.00'])
  })

  it('behavior: a Hong Kong short-term patent pays once', () => {
    expect(feesIn(titleOf('HK', 'UtilityModel'))).to.deep.equal([[5, '2022-03-19', 'HKD 1080.00']])
  })

  it('behavior: Macao takes fees before the grant, and its first years come with the application', () => {
    const invention = feesIn(titleOf('MO', 'Invention', { granted: undefined }))
    expect(invention.slice(0, 3)).to.deep.equal([
      [4, '2021-03-19', 'MOP 500.00'],
      [5, '2022-03-19', 'MOP 500.00'],
      [6, '2023-03-19', 'MOP 800.00'],
    ])
    expect(feesIn(titleOf('MO', 'UtilityModel'))[0]).to.deep.equal([3, '2020-03-19', 'MOP 200.00'])
    expect(feesIn(titleOf('MO', 'Design'))[0]).to.deep.equal([6, '2023-03-19', 'MOP 500.00'])
  })

  it('behavior: none without a grant where fees need one, none after the end that is stated', () => {
    expect(feesIn(titleOf('CN', 'Invention', { granted: undefined }))).to.deep.equal([])
    const short = titleOf('CN', 'Invention', { expiry: parseDay('2025-03-19') })
    expect(feesIn(short).map(([, day]) => day)).to.deep.equal(['2023-03-19', '2024-03-19'])
  })

  it('behavior: the end of February counts on its last day', () => {
    const leap = titleOf('CN', 'UtilityModel', {
      filed: parseDay('2024-02-29'),
      granted: parseDay('2024-12-01'),
    })
    expect(
      feesIn(leap)
        .slice(0, 4)
        .map(([, day]) => day),
    ).to.deep.equal(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
  })

  it('behavior: a grant on an anniversary pays that year with its registration', () => {
    const same = titleOf('CN', 'Design', { granted: parseDay('2019-03-19') })
    expect(feesIn(same)[0]).to.deep.equal([3, '2020-03-19', 'CNY 600.00'])
  })
})

describe('legalEndOf', () => {
  const endOf = (title: FeeTitle) => formatDay(legalEndOf(schedule(title), title) ?? expect.fail('no end'))

  it('default: by place and kind', () => {
    expect(endOf(titleOf('CN', 'Invention'))).to.equal('2038-03-19')
    expect(endOf(titleOf('CN', 'UtilityModel'))).to.equal('2028-03-19')
    expect(endOf(titleOf('HK', 'UtilityModel'))).to.equal('2026-03-19')
    expect(endOf(titleOf('MO', 'Design'))).to.equal('2043-03-19')
  })

  it('behavior: Chinese designs live longer since the law changed', () => {
    expect(endOf(titleOf('CN', 'Design', { filed: parseDay('2021-05-31') }))).to.equal('2031-05-31')
    expect(endOf(titleOf('CN', 'Design', { filed: parseDay('2021-06-01') }))).to.equal('2036-06-01')
  })

  it('behavior: what is stated comes first, and a title without a schedule ends as it states', () => {
    const expiry = parseDay('2030-01-01')
    expect(endOf(titleOf('CN', 'Invention', { expiry }))).to.equal('2030-01-01')
    const filed = parseDay('2018-03-19')
    expect(legalEndOf(undefined, { filed, expiry })).to.equal(expiry)
    expect(legalEndOf(undefined, { filed, expiry: undefined })).to.equal(undefined)
    expect(scheduleOf(book, titleOf('CN', 'TechnicalSecret'))).to.equal(undefined)
  })
})

describe('a fee that is late', () => {
  const title = titleOf('CN', 'Invention')
  const fee = nextFeeOf(schedule(title), title, parseDay('2025-03-19')) ?? expect.fail('no fee')

  it('default: coming, then in grace, then missed, with the fact that follows', () => {
    expect(formatDay(fee.dueDay)).to.equal('2025-03-19')
    const standings = ['2025-03-19', '2025-03-20', '2025-09-19', '2025-09-20'].map(day =>
      standingOf(fee, parseDay(day)),
    )
    expect(standings).to.deep.equal(['coming', 'inGrace', 'inGrace', 'missed'])
    expect(standings.map(factOf)).to.deep.equal([undefined, 'AnnualFeeMissed', 'AnnualFeeMissed', 'Lapsed'])
  })

  it('behavior: the late fee of China grows by month, its first month free', () => {
    const late = (day: string) => surchargeOn(schedule(title), fee, parseDay(day))?.minor
    expect([
      late('2025-03-19'),
      late('2025-04-19'),
      late('2025-04-20'),
      late('2025-05-20'),
      late('2025-09-19'),
    ]).to.deep.equal([0n, 0n, 10_000n, 20_000n, 50_000n])
  })

  it('behavior: that of Macao is one amount, that of Hong Kong is not known', () => {
    const day = parseDay('2026-04-01')
    const macao = titleOf('MO', 'Invention')
    const due = nextFeeOf(schedule(macao), macao, parseDay('2026-03-01')) ?? expect.fail('no fee')
    expect(surchargeOn(schedule(macao), due, day)?.minor).to.equal(25_000n)
    const hongKong = titleOf('HK', 'Invention')
    const first = nextFeeOf(schedule(hongKong), hongKong, parseDay('2026-03-01')) ?? expect.fail('no fee')
    expect(surchargeOn(schedule(hongKong), first, day)).to.equal(undefined)
  })
})

describe('readFees', () => {
  const pathsOf = (change: (file: FeesFile) => unknown): readonly string[] => {
    try {
      readFees(change(fileOf()))
      return []
    } catch (error) {
      if (!(error instanceof FeesRefusedError)) throw error
      expect(error.code).to.equal('file/fees-refused')
      return error.problems.map(problem => problem.path)
    }
  }
  const first = ({ schedules: [schedule] }: FeesFile) => schedule ?? expect.fail('no schedule')

  it('default: every schedule has its source, its day and its names', () => {
    for (const { source, date, names, kinds } of book.schedules) {
      expect(source.tag).to.match(/^R S\d/)
      expect(date).to.equal('2026-11-25')
      expect(Object.keys(names).length).to.equal(4)
      expect(kinds.length).to.be.greaterThan(0)
    }
    expect(book.schedules.map(({ id }) => id)).to.deep.equal([
      'cn-invention',
      'cn-utility-model',
      'cn-design',
      'hk-standard',
      'hk-short-term',
      'mo-invention',
      'mo-utility',
      'mo-design',
    ])
  })

  it('error: FeesRefusedError names every fault', () => {
    expect(pathsOf(file => ({ ...file, surprise: 1 }))).to.deep.equal(['/surprise'])
    expect(pathsOf(file => ({ ...file, schedules: [...file.schedules, first(file)] }))).to.deep.equal([
      '/schedules/8/kinds',
      '/schedules/8/id',
    ])
    const changed = (changes: Partial<FeesFile['schedules'][number]>) =>
      pathsOf(file => ({ ...file, schedules: [{ ...first(file), ...changes }] }))
    expect(changed({ bands: [{ from: 4, to: 3, minor: '1' }] })).to.deep.equal(['/schedules/0/bands/0'])
    const overlap = [
      { from: 1, to: 3, minor: '1' },
      { from: 3, to: 4, minor: '1' },
    ]
    expect(changed({ bands: overlap })).to.deep.equal(['/schedules/0/bands/1'])
    expect(changed({ lives: [{ years: 10, filedFrom: '2021-06-01' }] })).to.deep.equal(['/schedules/0/lives'])
    expect(changed({ lives: [{ years: 10, filedFrom: '2021-06-31' }, { years: 5 }] })).to.deep.equal([
      '/schedules/0',
    ])
    expect(changed({ status: 'known' })).to.deep.equal(['/schedules/0/status'])
    expect(changed({ source: { tag: 'R S99', text: 'nowhere' } })).to.deep.equal(['/schedules/0/source/tag'])
  })
})
