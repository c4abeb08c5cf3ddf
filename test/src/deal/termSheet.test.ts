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
