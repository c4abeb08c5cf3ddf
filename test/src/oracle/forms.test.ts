import { expect } from 'chai'
import fc from 'fast-check'
import { formatDay } from '../../../src/domain/dates.ts'
import { LedgerError } from '../../../src/domain/errors.ts'
import { CNH, CNY, type Currency, HKD, MOP } from '../../../src/domain/money.ts'
import { amountIn, currencyNamed, dayIn, decimalIn, spanIn } from '../../../src/oracle/collect/forms.ts'
import type { Cell } from '../../../src/oracle/collect/table.ts'

const place = { file: 'a.csv', line: 7, column: 3 }
const text = (written: string): Cell => ({ kind: 'text', text: written })
const number = (stored: string): Cell => ({ kind: 'number', text: stored })

function codeOf(act: () => unknown): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return error instanceof LedgerError ? error.code : String(error)
  }
}

const amount = (written: string, currency: Currency = CNY, scale = 0) =>
  amountIn(text(written), { currency, scale, place }).minor

describe('forms', () => {
  const amounts: readonly [written: string, minor: bigint, currency?: Currency][] = [
    ['1234.56', 123_456n],
    ['1,234,567.89', 123_456_789n],
    ['１，２３４．５６', 123_456n],
    ['人民币1,234.56元', 123_456n],
    ['人民币 1,234 元整', 123_400n],
    ['¥1,234.5', 123_450n],
    ['￥1,234.5', 123_450n],
    ['RMB 1234', 123_400n, CNH],
    ['HK$1,000.00', 100_000n, HKD],
    ['1,000.00港币', 100_000n, HKD],
    ['$1,000', 100_000n, HKD],
    ['MOP$ 8.80', 880n, MOP],
    ['澳門元 8.80', 880n, MOP],
    ['(1,200.00)', -120_000n],
    ['（1,200.00）', -120_000n],
    ['-1200', -120_000n],
    ['−1200', -120_000n],
    ['1200-', -120_000n],
    ['0001.10', 110n],
  ]
  for (const [written, minor, currency] of amounts)
    it(`default: ${written}`, () => expect(amount(written, currency)).to.equal(minor))

  for (const written of [
    '',
    '1,23.00',
    '12,34',
    '1.234,56',
    '1e3',
    '--1',
    '-1-',
    '1 000',
    '12%',
    '壹佰',
    '1.2.3',
  ])
    it(`error: "${written}" is no amount`, () =>
      expect(codeOf(() => amount(written))).to.equal('file/cell-refused'))

  it('error: another currency, and more decimals than the currency has', () => {
    expect(codeOf(() => amount('HK$1'))).to.equal('file/cell-refused')
    expect(codeOf(() => amount('1.005'))).to.equal('file/figure-refused')
  })

  it('behavior: a table in 万元 is exact', () => {
    expect(amount('1.234567', CNY, 4)).to.equal(1_234_567n)
    expect(codeOf(() => amount('1.2345678', CNY, 4))).to.equal('file/figure-refused')
  })

  it('behavior: any amount that is written with separators is read back', () => {
    const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    fc.assert(
      fc.property(minor, value => {
        const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
        const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')
        expect(amount(`${value < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`)).to.equal(value)
      }),
    )
  })

  it('behavior: 15 significant digits of a stored number', () => {
    expect(decimalIn(number('0.30000000000000004'), place)).to.equal('0.3')
    expect(decimalIn(number('1234.5600000000001'), place)).to.equal('1234.56')
    expect(decimalIn(number('1.2345600000000001E3'), place)).to.equal('1234.56')
    expect(decimalIn(number('5E-2'), place)).to.equal('0.05')
    expect(decimalIn(number('-0.1'), place)).to.equal('-0.1')
    expect(decimalIn(number('1E+3'), place)).to.equal('1000')
    expect(decimalIn(number('123456789012345'), place)).to.equal('123456789012345')
    expect(decimalIn(number('0'), place)).to.equal('0')
    expect(codeOf(() => decimalIn(number('1234567890123456'), place))).to.equal('file/cell-refused')
    expect(codeOf(() => decimalIn(number('1E+20'), place))).to.equal('file/cell-refused')
    expect(codeOf(() => decimalIn(number('1E+999'), place))).to.equal('file/cell-refused')
  })

  it('behavior: what a float of a spreadsheet shows is what is read', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999_999 })
    fc.assert(
      fc.property(cents, value => {
        const noisy = (value / 100).toPrecision(17)
        expect(amountIn(number(noisy), { currency: CNY, scale: 0, place }).minor).to.equal(BigInt(value))
      }),
    )
  })

  const days: readonly [cell: Cell, order: 'ymd' | 'dmy', day: string][] = [
    [text('2026-03-31'), 'ymd', '2026-03-31'],
    [text('2026/3/31'), 'ymd', '2026-03-31'],
    [text('2026.3.1'), 'ymd', '2026-03-01'],
    [text('20260331'), 'ymd', '2026-03-31'],
    [text('2026年3月31日'), 'ymd', '2026-03-31'],
    [text('２０２６年３月３１日'), 'ymd', '2026-03-31'],
    [text('31/03/2026'), 'dmy', '2026-03-31'],
    [text('01/02/2026'), 'dmy', '2026-02-01'],
    [text('31 Mar 2026'), 'ymd', '2026-03-31'],
    [text('31-March-2026'), 'dmy', '2026-03-31'],
    [number('46112'), 'ymd', '2026-03-31'],
  ]
  for (const [cell, order, day] of days)
    it(`default: ${cell.text} is ${day}`, () =>
      expect(formatDay(dayIn(cell, { order, from1904: false, place }))).to.equal(day))

  it('behavior: days of a workbook that counts from 1904', () => {
    expect(formatDay(dayIn(number('44650'), { order: 'ymd', from1904: true, place }))).to.equal('2026-03-31')
  })

  it('error: days that are none, and days first where the mapping does not say so', () => {
    const read = (cell: Cell) => codeOf(() => dayIn(cell, { order: 'ymd', from1904: false, place }))
    expect(read(text('31/03/2026'))).to.equal('file/cell-refused')
    expect(read(text('31 Foo 2026'))).to.equal('file/cell-refused')
    expect(read(text('2026-02-30'))).to.equal('file/figure-refused')
    expect(read(text('2026-3/31'))).to.equal('file/cell-refused')
    expect(read(number('46112.5'))).to.equal('file/cell-refused')
    expect(read(number('60'))).to.equal('file/cell-refused')
  })

  const spans: readonly [written: string, from: string, to: string][] = [
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['Q2 2026', '2026-04-01', '2026-06-30'],
    ['2026年第一季度', '2026-01-01', '2026-03-31'],
    ['2026年3季度', '2026-07-01', '2026-09-30'],
    ['2026H1', '2026-01-01', '2026-06-30'],
    ['2026年下半年', '2026-07-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026年12月', '2026-12-01', '2026-12-31'],
    ['Mar 2026', '2026-03-01', '2026-03-31'],
    ['2028年度', '2028-01-01', '2028-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026年1月1日至2026年3月31日', '2026-01-01', '2026-03-31'],
    ['2026-01-01 to 2026-03-31', '2026-01-01', '2026-03-31'],
  ]
  for (const [written, from, to] of spans)
    it(`default: ${written}`, () => {
      const span = spanIn(text(written), { order: 'ymd', from1904: false, place })
      expect([formatDay(span.from), formatDay(span.to)]).to.deep.equal([from, to])
    })

  it('error: periods that are none, or end before they begin', () => {
    const read = (written: string) =>
      codeOf(() => spanIn(text(written), { order: 'ymd', from1904: false, place }))
    for (const written of ['2026Q5', '2026-13', 'spring', '2026-03-31至2026-01-01', ''])
      expect(read(written), written).to.equal('file/cell-refused')
  })

  it('default: names of currencies', () => {
    expect(['人民币', 'hkd', 'MOP', '离岸人民币', 'EUR'].map(currencyNamed)).to.deep.equal([
      'CNY',
      'HKD',
      'MOP',
      'CNH',
      undefined,
    ])
  })
})
