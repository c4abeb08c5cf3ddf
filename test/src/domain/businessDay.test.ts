import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  addBusinessDays,
  adjustDay,
  businessDaysBetween,
  NotBusinessDayError,
  parseBusinessDayConvention,
  requireBusinessDay,
  UnknownBusinessDayConventionError,
} from '../../../src/domain/businessDay.ts'
import { isBusinessDay, parseCalendar } from '../../../src/domain/calendars/calendar.ts'
import { dayFrom, formatDay, parseDay } from '../../../src/domain/dates.ts'
import { checkAlways } from './checkAlways.ts'

type Row = {
  readonly convention: string
  readonly date: string
  readonly adjusted: string
  readonly calendar: string
}

const { businessDay }: { readonly businessDay: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../../vectors/schedule_business_day.json', import.meta.url), 'utf8'),
)

const exchange = parseCalendar('CN-SSE')
const joint = parseCalendar('CN-interbank+HK+MO')

describe('adjustDay', () => {
  it('default', () => {
    const adjusted = adjustDay(parseDay('2026-10-01'), { convention: 'FOLLOWING', calendar: exchange })
    expect(formatDay(adjusted)).to.equal('2026-10-08')
  })

  it('behavior: the vectors are all there', () => {
    expect(businessDay.length).to.equal(36)
  })

  for (const { convention: name, date, adjusted, calendar: calendarName } of businessDay) {
    it(`behavior: vector ${name} ${date}`, () => {
      const [convention, calendar] = [parseBusinessDayConvention(name), parseCalendar(calendarName)]
      expect(formatDay(adjustDay(parseDay(date), { convention, calendar }))).to.equal(adjusted)
    })
  }

  it('behavior: the end of a half month turns a date back', () => {
    const calendar = parseCalendar('SAT_SUN')
    const adjusted = adjustDay(parseDay('2026-08-15'), {
      convention: 'MODIFIED_FOLLOWING_BI_MONTHLY',
      calendar,
    })
    expect(formatDay(adjusted)).to.equal('2026-08-14')
  })

  it('error: UnknownBusinessDayConventionError', () => {
    expect(() => parseBusinessDayConvention('LATER')).to.throw(UnknownBusinessDayConventionError)
  })
})

describe('addBusinessDays', () => {
  it('default', () => {
    const [before, after] = [-8, 1].map(count =>
      addBusinessDays(parseDay('2026-10-08'), { count, calendar: exchange }),
    )
    expect([before, after].map(day => formatDay(day ?? dayFrom(0n)))).to.deep.equal([
      '2026-09-18',
      '2026-10-09',
    ])
  })

  it('behavior: steps forward and back cancel out, and count what lies between', () => {
    const business = fc
      .bigInt(parseDay('2020-01-01'), parseDay('2026-12-31'))
      .map(dayFrom)
      .filter(day => isBusinessDay(joint, day))
    checkAlways(
      fc.property(business, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const ahead = addBusinessDays(day, { count, calendar: joint })
        expect(addBusinessDays(ahead, { count: -count, calendar: joint })).to.equal(day)
        expect(businessDaysBetween(joint, { start: day, end: ahead })).to.equal(count)
      }),
      100,
    )
  })

  it('behavior: zero leaves a business day where it is', () => {
    const day = parseDay('2026-10-08')
    expect(addBusinessDays(day, { count: 0, calendar: exchange })).to.equal(day)
  })

  it('error: NotBusinessDayError', () => {
    const holiday = parseDay('2026-10-01')
    expect(() => addBusinessDays(holiday, { count: 0, calendar: exchange })).to.throw(NotBusinessDayError)
    expect(() => requireBusinessDay(holiday, exchange)).to.throw(NotBusinessDayError)
  })
})
