import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { historyBooks } from '../../../scripts/makeHistories.ts'
import { formatMoney } from '../../../src/domain/money.ts'
import { sampleDeal, sampleInputs } from '../deal/samples.ts'
import { collectedIn, matchedUpTo, sortedLines } from './collected.ts'
import { filesOf, historiesFolder, type ReadBooks, readFolder } from './readFolder.ts'

const MEBIBYTE = 1_048_576

const deals = readdirSync(historiesFolder)
const named = (books: ReadBooks, period: number) =>
  matchedUpTo(books, period).exceptions.map(
    ({ kind, amount, lines, licence }) =>
      `${kind} ${formatMoney(amount)} ${(lines[0] ?? licence ?? '').replace(/^.*-(R\d\d) \S+ (\S+) .*$/, '$1 $2')}`,
  )

describe('histories as statements and bank files', () => {
  it('default: they are of the two deals of the demo, and small', () => {
    expect(deals).to.deep.equal(['CN-SZSE-2019-GDD-PATENT-LICENCE', 'DEMO-GBA-2026-1'])
    const size = filesOf(historiesFolder).reduce(
      (sum, path) => sum + statSync(join(historiesFolder, path)).size,
      0,
    )
    expect(size).to.be.lessThan(3 * MEBIBYTE)
  })

  for (const id of deals) {
    it(`default: the files of ${id} are what the script gives`, () => {
      const books = historyBooks(sampleDeal(id))
      expect(readdirSync(join(historiesFolder, id)).toSorted()).to.deep.equal([...books.keys()].toSorted())
      for (const [scenario, files] of books) {
        const folder = join(historiesFolder, id, scenario)
        expect(filesOf(folder)).to.deep.equal([...files.keys()].toSorted())
        for (const [path, bytes] of files)
          expect(readFileSync(join(folder, path)).equals(bytes), `${scenario}/${path}`).to.equal(true)
      }
    }).timeout(60_000)

    for (const scenario of readdirSync(join(historiesFolder, id)))
      it(`default: ${id} ${scenario}: statements and bank files match to the history, to the fen`, async () => {
        const deal = sampleDeal(id)
        const books = await readFolder(join(historiesFolder, id, scenario))
        expect(books.faults.map(String)).to.deep.equal([])
        expect([...new Set(books.fitting.values())]).to.deep.equal([1])
        for (const { period, collections } of sampleInputs(deal, scenario).file.periods)
          expect(sortedLines(collectedIn(books, deal, period)), `period ${period}`).to.deep.equal(
            sortedLines(collections),
          )
      }).timeout(120_000)
  }

  it('behavior: what is paid by contract leaves no exception', async () => {
    for (const path of ['CN-SZSE-2019-GDD-PATENT-LICENCE/contractual', 'DEMO-GBA-2026-1/base'])
      expect(named(await readFolder(join(historiesFolder, path)), 12), path).to.deep.equal([])
  }).timeout(60_000)

  it('behavior: one statement is in GB18030, others are CSV in UTF-8 and workbooks, and banks send both messages', () => {
    const folder = join(historiesFolder, 'DEMO-GBA-2026-1/base/inbox')
    const names = readdirSync(folder)
    const isUtf8 = (name: string): boolean => {
      const text = new TextDecoder('utf-8').decode(readFileSync(join(folder, name)))
      return !text.includes('\uFFFD')
    }
    expect(names.filter(name => name.endsWith('.csv') && !isUtf8(name))).to.deep.equal([
      '2026-12-21.zh-Hans.csv',
    ])
    for (const ending of [
      '.zh-Hans.csv',
      '.zh-Hant.csv',
      '.en.xlsx',
      '.wan.xlsx',
      '.camt053.xml',
      '.camt054.xml',
    ])
      expect(
        names.some(name => name.endsWith(ending.replace('.wan', '-wan'))),
        ending,
      ).to.equal(true)
  })
})

describe('the scenario operations', () => {
  const folder = join(historiesFolder, 'DEMO-GBA-2026-1', 'operations')

  it('behavior: each trouble is an exception with its amount, as long as it lasts', async () => {
    const books = await readFolder(folder)
    const fee = 'bankFee HKD 150.00 R07 2027-03-06'
    const nil = 'belowTerms MOP 541600.00 R09 2028-03-06'
    const short = 'fxShort HKD 687.38 R07 2028-12-06'
    const late = (text: string) => `unpaid CNY ${text}`
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(period => named(books, period))).to.deep.equal([
      [],
      [late('2451883.10 R03 2026-12-06')],
      [fee],
      [fee, 'shortPaid CNY 100000.00 R06 2027-06-06'],
      [fee],
      [fee],
      [fee, nil],
      [fee, nil],
      [fee, nil, late('1545214.61 R08 2028-09-06')],
      [fee, nil, short],
      [fee, nil, short],
      [fee, nil, short],
    ])
  }).timeout(60_000)
})
