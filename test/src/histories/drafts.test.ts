import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { maturityClasses } from '../../../src/deal/schema/atoms.ts'
import { codeOf } from '../../../src/domain/money.ts'
import { performingOf, type TapeRow, tapeCsv, tapeFile } from '../../../src/oracle/books/assetTape.ts'
import { sampleDeal, sampleInputs } from '../deal/samples.ts'
import { draftsOf, signersBooks } from './drafted.ts'
import { historiesFolder } from './readFolder.ts'

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

describe('drafts from the histories', () => {
  for (const id of readdirSync(historiesFolder))
    for (const scenario of readdirSync(join(historiesFolder, id)))
      it(`default: ${id} ${scenario}: every report says what the history says`, async () => {
        const books = await signersBooks(id, scenario)
        expect(books.faults.map(String)).to.deep.equal([])
        const deal = sampleDeal(id)
        for (const { history, drafts, tape } of draftsOf(books, sampleInputs(deal, scenario), id)) {
          const at = `period ${history.period}`
          expect(sum(drafts.map(({ fields }) => fields.income - fields.deductions)), at).to.equal(
            history.income,
          )
          expect(sum(drafts.map(({ fields }) => fields.principal)), at).to.equal(history.principal)
          const [first] = drafts
          expect(first?.fields.defaulted, at).to.equal(history.defaulted)
          expect(first?.fields.performing.slice(1), at).to.deep.equal(
            maturityClasses.map(name => performingOf(tape, name)),
          )
          if (history.performing.stable !== undefined)
            expect(first?.fields.performing.slice(1), at).to.deep.equal(
              maturityClasses.map(name => history.performing[name]),
            )
          for (const [index, { fields }] of drafts.entries()) {
            const currency = codeOf(books.terms.currencies[index] ?? books.terms.currencies[0])
            const isNil = !history.lines.some(line => line.currency === currency)
            expect(fields.kind, `${at}, ${currency}`).to.equal(isNil ? 'Nil' : 'Initial')
          }
        }
      }).timeout(120_000)
})

describe('the asset tape of operations', () => {
  let rows: readonly TapeRow[] = []
  before(async () => {
    const id = 'DEMO-GBA-2026-1'
    const books = await signersBooks(id, 'operations')
    rows = draftsOf(books, sampleInputs(sampleDeal(id), 'operations'), id).flatMap(({ tape }) => tape)
  })
  const row = (asset: string, period: number) =>
    rows.find(each => each.asset === asset && each.period === period)

  it('default: one row a right and period: scheduled, received, overdue, balance, status', () => {
    expect(rows).to.have.length(120)
    expect(row('A03', 1)).to.deep.equal({
      asset: 'A03',
      right: 'DEMO-GBA-2026-1-R03',
      maturityClass: 'stable',
      period: 1,
      scheduled: { income: 31_114_521n, principal: 216_666_666n },
      received: [{ currency: 'CNY', income: 31_114_521n, principal: 216_666_666n, deductions: 0n }],
      overdue: [],
      arrears: 'none',
      balance: 2_383_333_334n,
      status: 'performing',
    })
  })

  it('behavior: who pays late is late until the money came', () => {
    expect(row('A03', 2)).to.deep.include({
      overdue: ['CNY 2451883.10'],
      arrears: '1-30',
      balance: 2_383_333_334n,
      status: 'late',
    })
    expect(row('A03', 3)).to.deep.include({ overdue: [], status: 'performing', balance: 1_950_000_002n })
    expect(row('A06', 4)).to.deep.include({ overdue: ['CNY 100000.00'], status: 'late' })
  })

  it('behavior: what a bank kept is a deduction, and the claim is paid', () => {
    expect(row('A07', 3)?.received[0]).to.deep.include({ currency: 'HKD', deductions: 15_000n })
    expect(row('A07', 3)).to.deep.include({ overdue: [], status: 'performing', balance: 1_350_000_000n })
  })

  it('behavior: all is repaid at the end', () => {
    expect(rows.filter(({ period }) => period === 12).map(({ balance }) => balance)).to.deep.equal(
      Array.from({ length: 10 }, () => 0n),
    )
  })

  it('behavior: the tape as CSV and as data say the same rows', () => {
    const [heading, first] = tapeCsv(rows).split('\n')
    expect(heading).to.match(/^period,asset,right,/)
    expect(first).to.equal(
      '1,A01,DEMO-GBA-2026-1-R01,stable,31114521,216666666,CNY,31114521,216666666,0,,none,2383333334,performing',
    )
    const file = JSON.parse(JSON.stringify(tapeFile('DEMO-GBA-2026-1', rows)))
    expect(file.schema).to.equal('lingnan-tape/1')
    expect(file.rows).to.have.length(120)
    expect(file.rows[0]).to.deep.include({ asset: 'A01', balance: '2383333334' })
  })
})
