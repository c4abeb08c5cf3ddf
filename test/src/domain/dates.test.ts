import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addMonthsEndToEnd,
  civilOf,
  type Day,
  DayOutOfBoundsError,
  dayAt,
  dayFrom,
  dayFromCivil,
  endOfMonth,
  formatDay,
  isWeekend,
  MalformedDateError,
  parseDay,
  startOfDay,
  weekdayOf,
  weekdays,
  withDayOfMonth,
} from '../../../src/domain/dates.ts'
import { checkAlways } from './checkAlways.ts'

const anyDay = fc.bigInt(-25_567n, 84_005n).map(dayFrom)
const innerDay = fc.bigInt(-20_000n, 80_000n).map(dayFrom)

/** What the runtime's own calendar says, as an independent source. */
function isoByRuntime(day: Day): string {
  return new Date(Number(day) * 86_400_000).toISOString().slice(0, 10)
}

describe('dates', () => {
  it('default', () => {
    expect(parseDay('1970-01-01')).to.equal(0n)
    expect(formatDay(parseDay('2026-06-22'))).to.equal('2026-06-22')
    expect(civilOf(parseDay('2024-02-29'))).to.deep.equal({ year: 2024, month: 2, dayOfMonth: 29 })
    expect(weekdayOf(parseDay('2026-11-24'))).to.equal('TUE')
    expect([parseDay('1900-01-01'), parseDay('2199-12-31')]).to.deep.equal([-25_567n, 84_005n])
  })

  it('behavior: agrees with the calendar of the runtime', () => {
    checkAlways(
      fc.property(anyDay, day => {
        expect(formatDay(day)).to.equal(isoByRuntime(day))
        expect(parseDay(isoByRuntime(day))).to.equal(day)
        expect(dayFromCivil(civilOf(day))).to.equal(day)
        const sundayFirst = new Date(Number(day) * 86_400_000).getUTCDay()
        expect(weekdayOf(day)).to.equal(weekdays[(sundayFirst + 6) % 7])
        expect(isWeekend(day)).to.equal([0, 6].includes(sundayFirst))
      }),
      2000,
    )
  })

  it('behavior: the date of a moment is that of UTC+8', () => {
    const seconds = BigInt(Date.UTC(2026, 5, 21, 16) / 1000)
    expect(formatDay(dayAt(seconds))).to.equal('2026-06-22')
    expect(formatDay(dayAt(seconds - 1n))).to.equal('2026-06-21')
    expect(startOfDay(parseDay('2026-06-22'))).to.equal(seconds)
  })

  it('behavior: months end where they end', () => {
    const cases: readonly [string, number, string, string][] = [
      ['2026-01-31', 1, '2026-02-28', '2026-02-28'],
      ['2024-02-29', 12, '2025-02-28', '2025-02-28'],
      ['2026-02-28', 1, '2026-03-28', '2026-03-31'],
      ['2026-06-30', -4, '2026-02-28', '2026-02-28'],
      ['2026-01-15', -13, '2024-12-15', '2024-12-15'],
    ]
    for (const [from, months, clipped, endToEnd] of cases) {
      expect(formatDay(addMonths(parseDay(from), months))).to.equal(clipped)
      expect(formatDay(addMonthsEndToEnd(parseDay(from), months))).to.equal(endToEnd)
    }
    expect(formatDay(endOfMonth(parseDay('2024-02-10')))).to.equal('2024-02-29')
    expect(formatDay(withDayOfMonth(parseDay('2026-04-01'), 31))).to.equal('2026-04-30')
  })

  it('behavior: moving by months keeps the order of days', () => {
    checkAlways(
      fc.property(innerDay, fc.bigInt(0n, 400n), fc.integer({ min: -60, max: 60 }), (day, ahead, months) => {
        expect(addMonths(day, months) <= addMonths(addDays(day, ahead), months)).to.equal(true)
      }),
    )
  })

  it('error: MalformedDateError', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '26-01-01',
      '2026/01/01',
      '1899-12-31',
    ]) {
      expect(() => parseDay(text)).to.throw(MalformedDateError)
    }
  })

  it('error: DayOutOfBoundsError', () => {
    expect(() => dayFrom(1_750_000_000n)).to.throw(DayOutOfBoundsError)
    expect(() => addDays(dayFrom(84_005n), 1n)).to.throw(DayOutOfBoundsError)
  })
})
