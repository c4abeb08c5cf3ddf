import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { DealFileError } from '../../../src/deal/errors.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { readTermSheet } from '../../../src/deal/termSheet/readTermSheet.ts'
import { root } from './samples.ts'

const sheet = (): { [field: string]: unknown } =>
  JSON.parse(readFileSync(join(root, 'deals', 'termsheets', 'CN-SSE-2020-PUDONG-KECHUANG-1.json'), 'utf8'))

const amortised = (terms: object): unknown => {
  const changed = sheet()
  const [first, ...others] = Array.isArray(changed['tranches']) ? changed['tranches'] : []
  const file = readTermSheet(JSON.stringify({ ...changed, tranches: [{ ...first, ...terms }, ...others] }))
  return file.tranches[0]?.amortisation
}

function problemsOf(change: object): readonly (readonly [string, unknown])[] {
  try {
    readTermSheet(JSON.stringify({ ...sheet(), ...change }))
  } catch (error) {
    if (error instanceof DealFileError) return error.problems.map(({ path, value }) => [path, value])
    throw error
  }
  return []
}

describe('readTermSheet', () => {
  it('default: the words of amortisation', () => {
    expect(amortised({ amort: 'scheduled, 4 equal quarters' })).to.deep.equal({
      kind: 'equal',
      instalments: 4,
    })
    expect(amortised({ amort: 'bullet' })).to.deep.equal({
      kind: 'schedule',
      instalments: [{ date: '2021-03-05', amount: '3600000000' }],
    })
    expect(amortised({ amort: '30/70 yearly' })).to.deep.equal({
      kind: 'schedule',
      instalments: [
        { date: '2020-09-07', amount: '1080000000' },
        { date: '2021-03-05', amount: '2520000000' },
      ],
    })
    expect(amortised({ amort: 'pass-through' })).to.deep.equal({ kind: 'passThrough' })
    expect(amortised({ expected_maturity: '2020-12-07' })).to.deep.equal({
      kind: 'equal',
      first: 1,
      instalments: 3,
    })
    expect(amortised({})).to.deep.equal({ kind: 'equal', instalments: 4 })
  })

  it('behavior: stated fees and rounding take the place of the usual ones', () => {
    const fees = { tax_rate_on_interest: '0.06', senior_bps: '125' }
    const rounding = { interest: 'floor', pro_rata: 'first listed' }
    const file = readTermSheet(JSON.stringify({ ...sheet(), fees, rounding }))
    expect(file.tax?.rate).to.equal('0.06')
    expect(file.fees[0]?.basis).to.deep.include({ rate: '0.0125' })
    expect(file.rounding).to.deep.equal({ interest: 'floor', fees: 'floor', tax: 'floor', split: 'first' })
    expect(file.provenance['/tax']).to.equal(undefined)
    expect(parseDeal(JSON.stringify(file)).id).to.equal(file.id)
  })

  it('behavior: fees in parts of a basis point, percentages and decimal shares are read exactly', () => {
    const triggers = [
      { id: 'AE1', type: 'acceleration', test: 'cumulative_default_rate > 5%' },
      { id: 'DR1', type: 'disclosure', test: 'expected cash flow down >= 12.5% or asset loss > 10%' },
    ]
    const file = readTermSheet(JSON.stringify({ ...sheet(), fees: { senior_bps: '7.5' }, triggers }))
    expect(file.fees[0]?.basis).to.deep.include({ rate: '0.00075' })
    expect(file.triggers.map(({ when }) => when)).to.deep.equal([
      [{ kind: 'cumulativeDefault', above: '0.05' }],
      [
        { kind: 'lowCollections', below: '0.875', periods: 1 },
        { kind: 'periodDefault', above: '0.10' },
      ],
    ])
    expect(amortised({ amort: '33.3/66.7 yearly' })).to.deep.equal({
      kind: 'schedule',
      instalments: [
        { date: '2020-09-07', amount: '1198800000' },
        { date: '2021-03-05', amount: '2401200000' },
      ],
    })
  })

  it('behavior: tests of cover, of the size of the pool and of a date are read', () => {
    const tests = {
      TRAP: 'DSCR < 1.40x',
      IC: 'interest coverage ratio < 130%',
      OC: 'overcollateralisation < 1.1',
      CALL: 'pool_balance <= 10% of opening',
      ARD: 'payment_date >= 2020-09-07',
      LOW: 'period_collections < 80% * forecast for 3 consecutive periods',
    }
    const triggers = Object.entries(tests).map(([id, test]) => ({ id, type: 'trap', test }))
    const file = readTermSheet(JSON.stringify({ ...sheet(), triggers }))
    const [first] = file.tranches
    const tranches = [first?.id]
    expect(file.triggers.map(({ when }) => when[0])).to.deep.equal([
      { kind: 'debtService', tranches, below: '1.40' },
      { kind: 'interestCoverage', tranches, below: '1.30' },
      { kind: 'overcollateralisation', tranches, below: '1.1' },
      { kind: 'poolBelow', share: '0.10' },
      { kind: 'dateReached', date: '2020-09-07' },
      { kind: 'lowCollections', below: '0.80', periods: 3 },
    ])
    expect(parseDeal(JSON.stringify(file)).triggers.length).to.equal(6)
    const vague = [{ id: 'OC', type: 'trap', test: 'OC as usual' }]
    expect(problemsOf({ triggers: vague })).to.deep.equal([['/triggers/0/test', 'OC as usual']])
  })

  it('behavior: several calendars are joined, and an unknown one is refused at its place', () => {
    const calendarsOf = (deal: string) =>
      readTermSheet(JSON.stringify({ ...sheet(), calendars: { deal } })).calendars
    for (const words of ['CN-SSE+HK+MO', 'CN-SSE, HK and MO', 'CN-SSE、HK、MO'])
      expect(calendarsOf(words)).to.deep.equal(['CN-SSE', 'HK', 'MO'])
    expect(problemsOf({ calendars: { deal: 'CN-SSE + NYSE' } })).to.deep.equal([['/calendars/1', 'NYSE']])
  })

  it('behavior: the usual tests are read with spaces too, and what follows them is not passed over', () => {
    const triggers = [
      { id: 'A', type: 'acceleration', test: 'cumulative default rate > 8%' },
      { id: 'B', type: 'trap', test: 'period collections < 75% of forecast for 2 periods' },
      { id: 'C', type: 'trap', test: 'cumulative collections < 90% * forecast' },
    ]
    expect(
      readTermSheet(JSON.stringify({ ...sheet(), triggers })).triggers.map(({ when }) => when),
    ).to.deep.equal([
      [{ kind: 'cumulativeDefault', above: '0.08' }],
      [{ kind: 'lowCollections', below: '0.75', periods: 2 }],
      [{ kind: 'cumulativeShortfall', below: '0.90' }],
    ])
    const odd = 'period_collections < 80% * forecast for 2 quarters running'
    expect(problemsOf({ triggers: [{ id: 'A', type: 'trap', test: odd }] })).to.deep.equal([
      ['/triggers/0/test', odd],
    ])
  })

  it('behavior: a party whose role no office is called by keeps it in words', () => {
    const parties = ['originator', 'core_debtor', 'constructor'].map(role => ({
      role,
      name: role,
    }))
    const triggers: unknown[] = []
    const file = readTermSheet(JSON.stringify({ ...sheet(), parties, triggers }))
    expect(file.parties.slice(0, 3).map(({ offices, role }) => [offices, role])).to.deep.equal([
      [['originator'], undefined],
      [[], 'core_debtor'],
      [[], 'constructor'],
    ])
  })

  it('behavior: every guarantor is a support, called in turn', () => {
    const parties = [
      { role: 'shortfall_payer', name: 'FIRST' },
      { role: 'guarantor', name: 'SECOND', commitment_cap: '5' },
    ]
    const test = 'guarantor fails to pay shortfall when due'
    const triggers = [{ id: 'AE2', type: 'acceleration', test }]
    const file = readTermSheet(JSON.stringify({ ...sheet(), parties, triggers }))
    const nameOf = (id: string): string | undefined => file.parties.find(party => party.id === id)?.name
    expect(file.supports.map(({ party, commitment }) => [nameOf(party), commitment])).to.deep.equal([
      ['FIRST', '3800000000'],
      ['SECOND', '5'],
    ])
    expect(file.triggers[0]?.when.map(({ kind }) => kind)).to.deep.equal([
      'event',
      'callUnpaid',
      'callUnpaid',
    ])
    expect(parseDeal(JSON.stringify(file)).supports.length).to.equal(2)
  })

  it('behavior: amortisation that is not understood is the usual one, tagged as assumed', () => {
    const changed = sheet()
    const [first, ...others] = Array.isArray(changed['tranches']) ? changed['tranches'] : []
    const tranches = [{ ...first, amort: 'as agreed', coupon: null }, ...others]
    const provenance = { '/': 'reported', '/tranches/0/amort': 'reported' }
    const triggers: unknown[] = []
    const file = readTermSheet(JSON.stringify({ ...changed, tranches, provenance, triggers }))
    expect(file.tranches[0]?.amortisation.kind).to.equal('equal')
    expect(file.provenance['/tranches/0/amortisation']).to.equal('assumed')
    expect(parseDeal(JSON.stringify(file)).tranches[0]?.coupon).to.equal(null)
  })

  it('error: DealFileError at the place in the term sheet, before anything is computed', () => {
    expect(problemsOf({ closing_date: '2020-02-30', payment_dates: ['2020-13-01'] })).to.deep.equal([
      ['/closing_date', '2020-02-30'],
      ['/payment_dates/0', '2020-13-01'],
    ])
    expect(
      problemsOf({ total: '12.5', currency: 'EUR', day_count: 'ACT/999' }).map(([path]) => path),
    ).to.have.members(['/total', '/currency', '/day_count'])
    expect(problemsOf({ pool: { contract_rate: '3.9' } })).to.deep.equal([['/pool/contract_rate', '3.9']])
    expect(problemsOf({ rounding: { interest: 'to the even fen' } })).to.deep.equal([
      ['/rounding/interest', 'to the even fen'],
    ])
    const vague = 'cumulative_default_rate above what is usual'
    const triggers = [{ id: 'AE1', type: 'acceleration', test: vague }]
    expect(problemsOf({ triggers })).to.deep.equal([['/triggers/0/test', vague]])
  })

  it('error: DealFileError for words that are not understood', () => {
    const triggers = [{ id: 'X', type: 'acceleration', test: 'mercury in retrograde' }]
    expect(problemsOf({ triggers })).to.deep.equal([['/triggers/0/test', 'mercury in retrograde']])
    expect(
      problemsOf({ triggers: [{ id: 'X', type: 'applause', test: 'senior interest unpaid on T' }] }),
    ).to.deep.equal([['/triggers/0/type', 'applause']])
  })

  it('error: DealFileError for another form, or no JSON', () => {
    expect(problemsOf({ schema: 'ipabs-termsheet/2' })).to.deep.equal([['/schema', 'ipabs-termsheet/2']])
    expect(() => readTermSheet('{')).to.throw(DealFileError)
  })
})
