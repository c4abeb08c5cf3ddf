import { expect } from 'chai'
import fc from 'fast-check'
import { bankBook, referencesOf } from '../../../src/bank/bankBook.ts'
import type { BankEntry } from '../../../src/bank/camt/entry.ts'
import { ownProfiles } from '../../../src/bank/camt/profiles.ts'
import { readBankFile } from '../../../src/bank/camt/readBankFile.ts'
import { camtText, chunksOf, type ReportText } from './camtText.ts'

const settings = { profiles: ownProfiles(), largest: 1_000_000, currencies: {} }

async function entriesOf(report: ReportText, file = 'bank.xml'): Promise<readonly BankEntry[]> {
  const reading = await readBankFile({ file, chunks: chunksOf(camtText(report)) }, settings)
  expect(reading.faults).to.deep.equal([])
  return reading.entries
}

const keysOf = (entries: readonly BankEntry[]) => entries.map(({ key }) => key)
const codesOf = (faults: readonly { readonly code: string }[]) => faults.map(({ code }) => code)

describe('bankBook', () => {
  it('default: a credit that is notified and then stated counts once, as stated', async () => {
    const credit = { amount: '5.00', reference: 'B-1' }
    const notified = await entriesOf({
      message: 'camt.054.001.08',
      id: 'N-1',
      entries: [{ ...credit, payer: 'Nanhai Instruments', invoice: 'INV-1' }],
    })
    const stated = await entriesOf({ closing: '5.00', entries: [credit] })
    const book = bankBook([...notified, ...stated])
    expect(book.credits.map(({ source, key }) => [source, key])).to.deep.equal([
      ['statement', '6217000000001 reference B-1'],
    ])
    expect(book.credits.flatMap(referencesOf)).to.deep.equal(['B-1', 'INV-1'])
    expect(book.faults).to.deep.equal([])
  })

  it('behavior: a statement that is delivered twice counts once, with and without references', async () => {
    const report: ReportText = {
      closing: '15.00',
      entries: [{ amount: '5.00' }, { amount: '5.00' }, { amount: '5.00', reference: 'B-1' }],
    }
    const book = bankBook([...(await entriesOf(report)), ...(await entriesOf(report, 'again.xml'))])
    expect([book.entries.length, book.faults]).to.deep.equal([3, []])
  })

  it('behavior: one reference on two accounts is two entries', async () => {
    const report: ReportText = { closing: '5.00', entries: [{ amount: '5.00', reference: 'B-1' }] }
    const book = bankBook([...(await entriesOf(report)), ...(await entriesOf({ ...report, account: '99' }))])
    expect(book.credits.length).to.equal(2)
  })

  it('behavior: a reversal takes its original from the credits, under the reference of either', async () => {
    const entries = await entriesOf({
      closing: '5.00',
      entries: [
        { amount: '5.00', reference: 'B-1' },
        { amount: '5.00', reference: 'B-2', endToEnd: 'E2E-2' },
        { amount: '5.00', reference: 'B-1', sign: 'DBIT', reversal: true },
        { amount: '5.00', reference: 'B-3' },
        { amount: '5.00', reference: 'B-4', sign: 'DBIT', reversal: true, endToEnd: 'E2E-2' },
      ],
    })
    const book = bankBook(entries)
    expect(keysOf(book.credits)).to.deep.equal(['6217000000001 reference B-3'])
    expect(book.faults).to.deep.equal([])
    expect(book.reversals.size).to.equal(2)
  })

  it('error: ReversalUnmatchedError without an original, and with two', async () => {
    const reversal = {
      amount: '5.00',
      reference: 'B-9',
      sign: 'DBIT',
      reversal: true,
      endToEnd: 'E',
    } as const
    const none = bankBook(await entriesOf({ closing: '-5.00', entries: [reversal] }))
    expect(codesOf(none.faults)).to.deep.equal(['file/reversal-unmatched'])
    const original = { amount: '5.00', endToEnd: 'E' }
    const two = bankBook(
      await entriesOf({
        closing: '5.00',
        entries: [{ ...original, reference: 'B-1' }, { ...original, reference: 'B-2' }, reversal],
      }),
    )
    expect(codesOf(two.faults)).to.deep.equal(['file/reversal-unmatched'])
    expect(two.credits.length).to.equal(2)
  })

  it('error: EntryConflictError leaves out both of one reference that differ', async () => {
    const one = await entriesOf({ closing: '5.00', entries: [{ amount: '5.00', reference: 'B-1' }] })
    const other = await entriesOf({ closing: '6.00', entries: [{ amount: '6.00', reference: 'B-1' }] })
    const book = bankBook([...one, ...other])
    expect([book.entries, codesOf(book.faults)]).to.deep.equal([[], ['file/entry-conflict']])
  })

  it('error: EntryConflictError for equal entries without a reference in two statements', async () => {
    const report: ReportText = { closing: '5.00', entries: [{ amount: '5.00' }] }
    const book = bankBook([...(await entriesOf(report)), ...(await entriesOf({ ...report, id: 'S-2' }))])
    expect(book.entries.length).to.equal(1)
    expect(codesOf(book.faults)).to.deep.equal(['file/entry-conflict'])
  })

  it('behavior: the order of files changes nothing', async () => {
    const files = await Promise.all(
      ['a.xml', 'b.xml', 'c.xml'].map((file, index) =>
        entriesOf(
          {
            id: `S-${index}`,
            closing: `${index * 5 + 10}.00`,
            entries: [{ amount: `${index * 5 + 5}.00`, reference: `B-${index % 2}` }, { amount: '5.00' }],
          },
          file,
        ),
      ),
    )
    const entries = files.flat()
    const seen = (order: readonly BankEntry[]) => {
      const { faults, ...book } = bankBook(order)
      return { ...book, faults: faults.map(({ code, place }) => [code, place]) }
    }
    const expected = seen(entries)
    expect(expected.faults.length).to.equal(3)
    const orders = fc.shuffledSubarray([...entries], { minLength: entries.length })
    fc.assert(
      fc.property(orders, order => {
        expect(seen(order)).to.deep.equal(expected)
      }),
    )
  })
})
