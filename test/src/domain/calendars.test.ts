import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import {
  calendarNames,
  isBusinessDay,
  joinCalendars,
  parseCalendar,
  publishedYears,
  standingOf,
  UnknownCalendarError,
} from '../../../src/domain/calendars/calendar.ts'
import { addDays, type Day, formatDay, isWeekend, parseDay } from '../../../src/domain/dates.ts'

type Vectors = {
  readonly cn: readonly {
    readonly year: number
    readonly offDays: readonly string[]
    readonly makeUpWorkDays: readonly string[]
  }[]
  readonly sseClosedWeekdays: readonly string[]
  readonly ibWorkingWeekends: readonly string[]
  readonly hk: readonly {
    readonly year: number
    readonly generalHolidays: Readonly<Record<string, string>>
    readonly hkexClosedWeekdays: readonly string[]
  }[]
  readonly mo: readonly {
    readonly year: number
    readonly publicAndCompensatory: Readonly<Record<string, string>>
  }[]
  readonly spotChecks: readonly {
    readonly id: string
    readonly calendar: string
    readonly date: string
    readonly businessDay: boolean
  }[]
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../vectors/calendars_cn_hk_mo.json', import.meta.url), 'utf8'),
)

function daysOfYears(first: number, last: number): readonly Day[] {
  const start = parseDay(`${first}-01-01`)
  const count = Number(parseDay(`${last}-12-31`) - start) + 1
  return Array.from({ length: count }, (_, index) => addDays(start, BigInt(index)))
}

/** The days on which a calendar differs from the bare weekend, as dates. */
function exceptions(name: string, first: number, last: number) {
  const calendar = parseCalendar(name)
  const days = daysOfYears(first, last)
  return {
    closedWeekdays: days.filter(day => !isWeekend(day) && !isBusinessDay(calendar, day)).map(formatDay),
    openWeekends: days.filter(day => isWeekend(day) && isBusinessDay(calendar, day)).map(formatDay),
  }
}

const onWeekdays = (dates: readonly string[]): readonly string[] =>
  [...new Set(dates)].filter(date => !isWeekend(parseDay(date))).sort()

describe('standingOf', () => {
  it('default', () => {
    const standing = standingOf(parseCalendar('CN-interbank'), parseDay('2026-02-14'))
    expect(standing).to.deep.equal({ businessDay: true, provisional: false, halfDay: false })
  })

  for (const { id, calendar, date, businessDay } of vectors.spotChecks) {
    it(`behavior: spot check ${id}, ${calendar} on ${date}`, () => {
      expect(isBusinessDay(parseCalendar(calendar), parseDay(date))).to.equal(businessDay)
    })
  }

  it('behavior: CN-interbank closes by the notices and opens on make-up weekends', () => {
    const { closedWeekdays, openWeekends } = exceptions('CN-interbank', 2014, 2026)
    expect(closedWeekdays).to.deep.equal(onWeekdays(vectors.cn.flatMap(({ offDays }) => offDays)))
    expect(openWeekends).to.deep.equal(vectors.ibWorkingWeekends)
  })

  it('behavior: CN-SSE closes on its 231 weekdays and never opens on a weekend', () => {
    const { closedWeekdays, openWeekends } = exceptions('CN-SSE', 2014, 2026)
    expect(closedWeekdays).to.deep.equal(vectors.sseClosedWeekdays)
    expect(openWeekends).to.deep.equal([])
  })

  it('behavior: HK closes on its general holidays, which are the days its exchange is closed', () => {
    const { closedWeekdays, openWeekends } = exceptions('HK', 2020, 2027)
    const holidays = vectors.hk.flatMap(({ generalHolidays }) => Object.keys(generalHolidays))
    expect(closedWeekdays).to.deep.equal(onWeekdays(holidays))
    expect(openWeekends).to.deep.equal([])
    // Typhoons and the like close the exchange without being holidays; no such day stands in the list.
    expect(closedWeekdays).to.deep.equal(vectors.hk.flatMap(({ hkexClosedWeekdays }) => hkexClosedWeekdays))
  })

  it('behavior: MO closes on public and compensatory days; an afternoon off leaves a half day', () => {
    const all = vectors.mo.flatMap(({ publicAndCompensatory }) => Object.entries(publicAndCompensatory))
    const half = all.filter(([, name]) => name.includes('(Afternoon)')).map(([date]) => date)
    const full = all.filter(([, name]) => !name.includes('(Afternoon)')).map(([date]) => date)
    const calendar = parseCalendar('MO')
    const { closedWeekdays, openWeekends } = exceptions('MO', 2020, 2027)
    expect(closedWeekdays).to.deep.equal(onWeekdays(full))
    expect(openWeekends).to.deep.equal([])
    const halfDays = daysOfYears(2020, 2027).filter(day => standingOf(calendar, day).halfDay)
    expect(halfDays.map(formatDay)).to.deep.equal(onWeekdays(half))
    expect(halfDays.every(day => isBusinessDay(calendar, day))).to.equal(true)
  })

  it('behavior: a joint calendar opens only when every part does', () => {
    const joint = joinCalendars(['CN-interbank', 'HK', 'MO'])
    expect(joint.name).to.equal('CN-interbank+HK+MO')
    for (const day of daysOfYears(2024, 2026)) {
      const parts = ['CN-interbank', 'HK', 'MO'].map(name => isBusinessDay(parseCalendar(name), day))
      expect(isBusinessDay(joint, day)).to.equal(parts.every(open => open))
    }
  })

  it('behavior: outside the published years only weekends are known, and the answer says so', () => {
    const [mainland, joint, weekend] = ['CN-SSE', 'CN-SSE+HK', 'SAT_SUN'].map(parseCalendar)
    if (mainland === undefined || joint === undefined || weekend === undefined) expect.fail('three calendars')
    expect(publishedYears(mainland)).to.deep.equal({ first: 2014, last: 2026 })
    expect(publishedYears(joint)).to.deep.equal({ first: 2020, last: 2026 })
    expect(publishedYears(weekend)).to.equal(undefined)
    const nationalDay = parseDay('2027-10-01')
    const standing = { businessDay: true, provisional: true, halfDay: false }
    expect(standingOf(mainland, nationalDay)).to.deep.equal(standing)
    expect(standingOf(joint, nationalDay)).to.deep.equal({ ...standing, businessDay: false })
    expect(standingOf(mainland, parseDay('2013-10-01')).provisional).to.equal(true)
    expect(standingOf(mainland, parseDay('2026-12-31')).provisional).to.equal(false)
    expect(standingOf(weekend, nationalDay).provisional).to.equal(false)
  })

  it('behavior: a name stands for its calendar, once', () => {
    expect(calendarNames.map(name => parseCalendar(name).name)).to.deep.equal(calendarNames)
    expect(parseCalendar('HK+HK').parts).to.deep.equal(['HK'])
  })

  it('error: UnknownCalendarError', () => {
    for (const name of ['', 'CN', 'HK+', 'HK, MO']) {
      expect(() => parseCalendar(name)).to.throw(UnknownCalendarError)
    }
    expect(() => joinCalendars([])).to.throw(UnknownCalendarError)
  })
})
