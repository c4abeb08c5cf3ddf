import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseBusinessDayConvention } from '../../../src/domain/businessDay.ts'
import { parseCalendar } from '../../../src/domain/calendars/calendar.ts'
import { formatDay, parseDay } from '../../../src/domain/dates.ts'
import {
  formatRollConvention,
  generateSchedule,
  MalformedFrequencyError,
  parseFrequency,
  parseRollConvention,
  rollDay,
  ScheduleError,
  type ScheduleTerms,
  stubConventions,
  UnknownRollConventionError,
} from '../../../src/domain/schedule.ts'

type Row = {
  readonly start: string
  readonly end: string
  readonly frequency: string
  readonly stubConvention: string | null
  readonly rollConvention: string | null
  readonly businessDayAdjustment: string
  readonly firstRegularStart: string | null
  readonly lastRegularEnd: string | null
  readonly startDateAdjustment: string | null
  readonly unadjusted: readonly string[]
  readonly adjusted: readonly string[]
  readonly resultRollConvention: string
}

const { schedule }: { readonly schedule: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../../vectors/schedule_business_day.json', import.meta.url), 'utf8'),
)

/** The part of terms that a row states; a null states nothing. */
function termsOf(row: Row): ScheduleTerms {
  const [convention = '', calendar = ''] = row.businessDayAdjustment.split(' ')
  const stub = stubConventions.find(name => name === row.stubConvention)
  return {
    start: parseDay(row.start),
    end: parseDay(row.end),
    frequency: parseFrequency(row.frequency),
    adjustment: { convention: parseBusinessDayConvention(convention), calendar: parseCalendar(calendar) },
    ...(stub === undefined ? {} : { stub }),
    ...(row.rollConvention === null ? {} : { roll: parseRollConvention(row.rollConvention) }),
    ...(row.firstRegularStart === null ? {} : { firstRegularStart: parseDay(row.firstRegularStart) }),
    ...(row.lastRegularEnd === null ? {} : { lastRegularEnd: parseDay(row.lastRegularEnd) }),
    ...(row.startDateAdjustment === 'NONE' ? { startIsAdjusted: true } : {}),
  }
}

function terms(start: string, end: string, more: Partial<ScheduleTerms> = {}): ScheduleTerms {
  return {
    start: parseDay(start),
    end: parseDay(end),
    frequency: parseFrequency('P3M'),
    adjustment: { convention: 'MODIFIED_FOLLOWING', calendar: parseCalendar('CN-SSE') },
    ...more,
  }
}

describe('generateSchedule', () => {
  it('default', () => {
    const { adjusted, roll } = generateSchedule(terms('2026-01-01', '2026-10-01'))
    expect(adjusted.map(formatDay)).to.deep.equal(['2026-01-05', '2026-04-01', '2026-07-01', '2026-10-08'])
    expect(formatRollConvention(roll)).to.equal('DAY_1')
  })

  it('behavior: the vectors are all there', () => {
    expect(schedule.length).to.equal(39)
  })

  for (const [index, row] of schedule.entries()) {
    const name = [row.frequency, row.stubConvention, row.rollConvention]
      .filter(part => part !== null)
      .join(' ')
    it(`behavior: vector ${index}, ${row.start} to ${row.end} ${name}`, () => {
      const { unadjusted, adjusted, roll } = generateSchedule(termsOf(row))
      expect(unadjusted.map(formatDay)).to.deep.equal(row.unadjusted)
      expect(adjusted.map(formatDay)).to.deep.equal(row.adjusted)
      expect(formatRollConvention(roll)).to.equal(row.resultRollConvention.replace('ROLL_NONE', 'NONE'))
    })
  }

  it('behavior: weeks keep the day of the week', () => {
    const { unadjusted, roll } = generateSchedule(
      terms('2026-06-03', '2026-07-15', { frequency: parseFrequency('P2W') }),
    )
    expect(unadjusted.map(formatDay)).to.deep.equal(['2026-06-03', '2026-06-17', '2026-07-01', '2026-07-15'])
    expect(formatRollConvention(roll)).to.equal('DAY_WED')
  })

  it('behavior: a stated roll date leaves a stub at the end that is not on it', () => {
    const roll = parseRollConvention('DAY_15')
    const [atStart, atEnd] = [
      terms('2026-01-05', '2026-07-15', { roll }),
      terms('2026-01-15', '2026-07-20', { roll }),
    ]
    const datesOf = (row: ScheduleTerms): readonly string[] => generateSchedule(row).unadjusted.map(formatDay)
    expect(datesOf(atStart)).to.deep.equal(['2026-01-05', '2026-01-15', '2026-04-15', '2026-07-15'])
    expect(datesOf(atEnd)).to.deep.equal(['2026-01-15', '2026-04-15', '2026-07-20'])
  })

  it('behavior: IMM dates', () => {
    const roll = parseRollConvention('IMM')
    const { unadjusted } = generateSchedule(terms('2026-03-18', '2026-12-16', { roll }))
    expect(unadjusted.map(formatDay)).to.deep.equal(['2026-03-18', '2026-06-17', '2026-09-16', '2026-12-16'])
  })

  it('error: ScheduleError', () => {
    const refused: readonly ScheduleTerms[] = [
      terms('2026-06-01', '2026-06-01'),
      terms('2026-06-01', '2026-05-01'),
      terms('2026-01-01', '2026-06-01', { firstRegularStart: parseDay('2025-12-01') }),
      terms('2026-01-01', '2026-06-01', { lastRegularEnd: parseDay('2026-07-01') }),
      terms('2026-01-01', '2026-09-15'),
      terms('2026-01-01', '2026-09-15', { stub: 'STUB_NONE' }),
      terms('2026-01-01', '2026-09-15', { stub: 'STUB_BOTH' }),
      terms('2026-01-01', '2026-09-15', { stub: 'SHORT_FINAL', firstRegularStart: parseDay('2026-02-01') }),
      terms('2026-01-01', '2026-09-15', { stub: 'SHORT_INITIAL', lastRegularEnd: parseDay('2026-07-01') }),
      terms('2026-01-01', '2026-10-01', { roll: parseRollConvention('DAY_15') }),
      terms('2026-01-01', '2026-10-01', { roll: parseRollConvention('DAY_15'), stub: 'SHORT_INITIAL' }),
      terms('2026-01-01', '2026-10-01', {
        frequency: parseFrequency('TERM'),
        firstRegularStart: parseDay('2026-02-01'),
      }),
      terms('2026-10-01', '2026-10-04', { frequency: parseFrequency('P1W'), stub: 'SHORT_FINAL' }),
    ]
    for (const row of refused) expect(() => generateSchedule(row)).to.throw(ScheduleError)
  })
})

describe('rollDay', () => {
  it('default', () => {
    const rolled = ['NONE', 'EOM', 'IMM', 'IMMAUD', 'IMMNZD', 'SFE', 'DAY_5', 'DAY_31', 'DAY_FRI'].map(name =>
      formatDay(rollDay(parseDay('2026-06-10'), parseRollConvention(name))),
    )
    const days = ['10', '30', '17', '11', '10', '12', '05', '30', '12']
    expect(rolled).to.deep.equal(days.map(day => `2026-06-${day}`))
  })

  it('error: UnknownRollConventionError', () => {
    for (const text of ['', 'DAY_0', 'DAY_32', 'DAY_ONE', 'ROLL']) {
      expect(() => parseRollConvention(text)).to.throw(UnknownRollConventionError)
    }
  })

  it('error: MalformedFrequencyError', () => {
    for (const text of ['', 'P0M', '3M', 'P3D', 'quarterly']) {
      expect(() => parseFrequency(text)).to.throw(MalformedFrequencyError)
    }
    expect(parseFrequency('P1Y')).to.deep.equal({ unit: 'months', count: 12 })
  })
})
