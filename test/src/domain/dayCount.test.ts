import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, dayFrom, parseDay } from '../../../src/domain/dates.ts'
import {
  actual,
  addFractions,
  type DayCount,
  formatFraction,
  fractionOf,
  parseConvention,
  plainConventions,
  ReversedSpanError,
  reduced,
  UnknownConventionError,
} from '../../../src/domain/dayCount.ts'
import { checkAlways } from './checkAlways.ts'

type Row = {
  readonly source: string
  readonly convention: string
  readonly start: string
  readonly end: string
  readonly days?: number
  readonly yearFraction?: string | number
  readonly tolerance?: number
  readonly terminationDate?: string | null
  readonly frequencyMonths?: number
  readonly periodEnd?: string
  readonly refStart?: string
  readonly refEnd?: string
  readonly schedule?: {
    readonly nextToLast: string
    readonly firstDate: string
    readonly endOfMonth: boolean
  }
}

const { cases }: { readonly cases: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../../vectors/day_count.json', import.meta.url), 'utf8'),
)

/** The names under which the published rows know a convention, where they differ from ours. */
const NAMES: { readonly [published: string]: string } = {
  '30/360 ISDA (Bond Basis)': '30/360 ISDA',
  '30E/360 (Eurobond Basis)': '30E/360',
  '30U/360 (US, EOM)': '30U/360 EOM',
  '30U/360 (not end-of-month)': '30U/360',
  'ACT/365 ACTUAL (=ACT/365A)': 'ACT/365A',
}

/** Rows whose numerator counts whole days of the convention, so that `days` must be met as well. */
const COUNTED_IN_QUARTERS = 'ACT/365.25'

function dayCountOf(row: Row): DayCount {
  switch (row.convention) {
    case '30E/360 ISDA':
      return typeof row.terminationDate === 'string'
        ? { convention: '30E/360 ISDA', terminationDay: parseDay(row.terminationDate) }
        : { convention: '30E/360 ISDA' }
    case 'ACT/365L':
      return row.frequencyMonths === undefined || row.periodEnd === undefined
        ? { convention: 'ACT/365L' }
        : { convention: 'ACT/365L', frequencyMonths: row.frequencyMonths, periodEnd: parseDay(row.periodEnd) }
    case 'ACT/ACT ICMA':
    case 'ACT/ACT ICMA (schedule)':
      return { convention: 'ACT/ACT ICMA', coupons: couponsOf(row) }
    default:
      return { convention: parseConvention(NAMES[row.convention] ?? row.convention) }
  }
}

/** One regular coupon period of a row: the reference period, or the one that the quarterly schedule names. */
function couponsOf({ refStart, refEnd, schedule }: Row) {
  if (schedule !== undefined) {
    const [start, end] = [parseDay(schedule.firstDate), parseDay(schedule.nextToLast)]
    return { start, end, months: 3, endOfMonth: schedule.endOfMonth }
  }
  const [start, end] = [parseDay(refStart ?? ''), parseDay(refEnd ?? '')]
  return { start, end, months: Math.round(Number(end - start) / 30.4), endOfMonth: false }
}

describe('fractionOf', () => {
  it('default', () => {
    const span = { start: parseDay('2026-06-22'), end: parseDay('2026-09-22') }
    expect(fractionOf({ convention: 'ACT/365F' }, span)).to.deep.equal({ numerator: 92n, denominator: 365n })
    expect(fractionOf({ convention: '30E/360' }, span)).to.deep.equal({ numerator: 90n, denominator: 360n })
  })

  it('behavior: the vectors are all there', () => {
    expect(cases.length).to.equal(330)
  })

  for (const [index, row] of cases.entries()) {
    it(`behavior: vector ${index}, ${row.convention} ${row.start} ${row.end} (${row.source})`, () => {
      const span = { start: parseDay(row.start), end: parseDay(row.end) }
      if (row.convention === 'ACT days') {
        expect(actual(span)).to.equal(BigInt(row.days ?? -1))
        return
      }
      const fraction = fractionOf(dayCountOf(row), span)
      if (typeof row.yearFraction === 'string') {
        expect(formatFraction(reduced(fraction))).to.equal(row.yearFraction)
      }
      if (typeof row.yearFraction === 'number') {
        const value = Number(fraction.numerator) / Number(fraction.denominator)
        expect(value).to.be.closeTo(row.yearFraction, row.tolerance ?? 0)
      }
      if (row.days !== undefined && row.convention !== '1/1' && !row.convention.startsWith('ACT/ACT')) {
        const daysPerUnit = row.convention === COUNTED_IN_QUARTERS ? 4n : 1n
        expect(fraction.numerator).to.equal(BigInt(row.days) * daysPerUnit)
      }
      expect(row.yearFraction !== undefined || row.days !== undefined).to.equal(true)
    })
  }

  it('behavior: no convention counts anything between a day and itself, but 1/1', () => {
    const day = parseDay('2024-02-29')
    const counted = plainConventions.filter(
      convention => fractionOf({ convention }, { start: day, end: day }).numerator !== 0n,
    )
    // 30/360 PSA moves 29 February to the 30th at the start only, and so counts back one day.
    expect(counted).to.deep.equal(['1/1', '30/360 PSA'])
  })

  it('behavior: actual conventions add up over any split', () => {
    const day = fc.bigInt(0n, 40_000n)
    checkAlways(
      fc.property(day, fc.bigInt(0n, 2000n), fc.bigInt(0n, 2000n), (from, first, second) => {
        const start = dayFrom(from)
        const middle = addDays(start, first)
        const end = addDays(middle, second)
        for (const convention of ['ACT/360', 'ACT/365F', 'ACT/ACT ISDA', 'NL/365'] as const) {
          const [left, right] = [
            { start, end: middle },
            { start: middle, end },
          ].map(span => fractionOf({ convention }, span))
          const whole = reduced(fractionOf({ convention }, { start, end }))
          if (left === undefined || right === undefined) throw new RangeError('two spans give two fractions')
          expect(reduced(addFractions(left, right))).to.deep.equal(whole)
        }
      }),
    )
  })

  it('behavior: ICMA gives each regular coupon its even part of the year', () => {
    const coupons = {
      start: parseDay('2026-08-31'),
      end: parseDay('2026-11-30'),
      months: 3,
      endOfMonth: true,
    }
    const dates = ['2025-11-30', '2026-02-28', '2026-05-31', '2026-08-31', '2026-11-30', '2027-02-28'].map(
      parseDay,
    )
    for (const [index, start] of dates.slice(0, -1).entries()) {
      const end = dates[index + 1] ?? start
      const fraction = fractionOf({ convention: 'ACT/ACT ICMA', coupons }, { start, end })
      expect(formatFraction(reduced(fraction))).to.equal('1/4')
    }
  })

  it('error: ReversedSpanError', () => {
    const span = { start: parseDay('2026-01-02'), end: parseDay('2026-01-01') }
    expect(() => fractionOf({ convention: 'ACT/365F' }, span)).to.throw(ReversedSpanError)
  })

  it('error: UnknownConventionError', () => {
    expect(() => parseConvention('ACT/367')).to.throw(UnknownConventionError)
  })
})
