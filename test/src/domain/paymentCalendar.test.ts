import { expect } from 'chai'
import { NotBusinessDayError } from '../../../src/domain/businessDay.ts'
import { parseCalendar } from '../../../src/domain/calendars/calendar.ts'
import { formatDay, parseDay } from '../../../src/domain/dates.ts'
import {
  customaryOffsets,
  datePeriod,
  MalformedOffsetError,
  parseOffset,
} from '../../../src/domain/paymentCalendar.ts'

describe('datePeriod', () => {
  it('default', () => {
    const acts = datePeriod(parseDay('2026-06-22'), {
      calendar: parseCalendar('CN-SSE'),
      offsets: customaryOffsets,
    })
    expect(acts.map(({ act, day }) => `${act} ${formatDay(day)}`)).to.deep.equal([
      'transfer 2026-06-09',
      'report 2026-06-10',
      'notice 2026-06-11',
      'guarantee 2026-06-12',
      'calculate 2026-06-15',
      'publish 2026-06-16',
      'instruct 2026-06-17',
      'record 2026-06-18',
      'pay 2026-06-22',
      'reconcile 2026-06-23',
    ])
    expect(acts.some(({ provisional }) => provisional)).to.equal(false)
  })

  it('behavior: a joint calendar counts only days that are open everywhere', () => {
    const [act] = datePeriod(parseDay('2026-12-28'), {
      calendar: parseCalendar('CN-SSE+HK+MO'),
      offsets: [{ act: 'report', offset: -2 }],
    })
    // 21 to 25 December: Macao rests on the 21st, 22nd, 24th and 25th, Hong Kong on the 25th.
    expect(act?.day).to.equal(parseDay('2026-12-18'))
  })

  it('behavior: dates of unpublished years are provisional', () => {
    const acts = datePeriod(parseDay('2027-01-04'), {
      calendar: parseCalendar('CN-SSE'),
      offsets: customaryOffsets,
    })
    expect(acts.filter(({ provisional }) => !provisional).map(({ act }) => act)).to.deep.equal([
      'transfer',
      'report',
      'notice',
      'guarantee',
      'calculate',
      'publish',
      'instruct',
    ])
  })

  it('behavior: offsets as people write them', () => {
    expect(['T', 'T-8', 'T+1'].map(parseOffset)).to.deep.equal([0, -8, 1])
  })

  it('error: NotBusinessDayError', () => {
    const date = (): unknown =>
      datePeriod(parseDay('2026-06-20'), { calendar: parseCalendar('CN-SSE'), offsets: [] })
    expect(date).to.throw(NotBusinessDayError)
  })

  it('error: MalformedOffsetError', () => {
    for (const text of ['', 't-1', 'T-0', 'T8', 'monthly'])
      expect(() => parseOffset(text)).to.throw(MalformedOffsetError)
  })
})
