import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { formatDay } from '../../../../src/domain/dates.ts'
import { LedgerError } from '../../../../src/domain/errors.ts'
import { formatMoney } from '../../../../src/domain/money.ts'
import { type OpenBooks, openBooks } from '../../../../src/oracle/books/openBooks.ts'
import { refusalOf } from '../../chain/refusalOf.ts'

const samples = join(import.meta.dirname, '../../../../src/oracle/samples')

const codeOf = (error: unknown): string => {
  if (error instanceof LedgerError) return error.code
  return expect.fail('a failure of ours')
}

describe('openBooks', () => {
  let folder = ''
  let opened: OpenBooks
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lingnan-books-'))
    cpSync(join(samples, 'books'), folder, { recursive: true })
    change('books.json', { quietSeconds: 0 })
    opened = openBooks(folder, { now: () => Date.now() + 1_000, worker: 'test' })
  })
  afterEach(() => {
    opened.close()
    rmSync(folder, { recursive: true })
  })

  function change(name: string, changes: object): void {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes }))
  }
  const drop = (file: string, as = file) => cpSync(join(samples, 'files', file), join(folder, 'inbox', as))

  it('default: each file once by its content, a statement by its mapping, the accounts as far as stated', async () => {
    drop('2026Q1-nanhai.csv')
    drop('2026-04-20-bank.xml')
    expect((await opened.collect()).came.map(({ isNew }) => isNew)).to.deep.equal([true, true])
    drop('2026Q1-nanhai.csv', 'again.csv')
    expect((await opened.collect()).came.map(({ isNew }) => isNew)).to.deep.equal([false])
    const books = await opened.read()
    expect(books.lines.map(({ net }) => formatMoney(net))).to.deep.equal(['CNY 53000.00'])
    expect(books.credits.map(({ amount }) => formatMoney(amount))).to.deep.equal(['CNY 52950.00'])
    expect([...books.reaches].map(([account, day]) => [account, formatDay(day)])).to.deep.equal([
      ['6217000000001', '2026-04-20'],
    ])
    expect(books.faults).to.deep.equal([])
    expect(await opened.read()).to.equal(books)
  })

  it('behavior: a file that a person withdrew, and accounts of others, are left out', async () => {
    drop('2026Q1-nanhai.csv')
    drop('2026-04-20-bank.xml')
    const { came } = await opened.collect()
    const statement = came.find(({ name }) => name.endsWith('.csv'))
    const decision = {
      schema: 'lingnan-decision/1',
      withdraw: statement?.hash,
      note: 'wrong file',
      by: 'Chan',
    }
    cpSync(join(folder, 'licences'), join(folder, 'decisions'), { recursive: true })
    rmSync(join(folder, 'decisions/L-1.json'))
    writeFileSync(join(folder, 'decisions/1.json'), JSON.stringify(decision))
    change('books.json', { accounts: [{ account: 'other', currency: 'CNY' }] })
    const books = await opened.read()
    expect([books.lines, books.credits]).to.deep.equal([[], []])
  })

  it('behavior: a file that cannot be read is named, and the rest goes on', async () => {
    drop('2026Q1-nanhai.csv')
    writeFileSync(join(folder, 'inbox/other.csv'), 'a,b\n1,2\n')
    writeFileSync(join(folder, 'inbox/formula.csv'), 'a,b\n1,=2+2\n')
    writeFileSync(join(folder, 'inbox/broken.xml'), '<Document>')
    await opened.collect()
    const { lines, faults } = await opened.read()
    expect(lines.length).to.equal(1)
    expect(faults.map(({ code }) => code).toSorted()).to.deep.equal([
      'file/formula-refused',
      'file/headings-unknown',
      'file/xml-malformed',
    ])
  })

  it('error: terms that are faulty or do not fit together', async () => {
    const refused = async (name: string, changes: object) => {
      const text = readFileSync(join(folder, name), 'utf8')
      change(name, changes)
      const refusal = await refusalOf(opened.read())
      writeFileSync(join(folder, name), text)
      return codeOf(refusal)
    }
    expect(await refused('books.json', { currencies: [] })).to.equal('file/book-file-refused')
    expect(await refused('licences/L-1.json', { licence: 'L-2' })).to.equal('file/books-inconsistent')
    const [period] = JSON.parse(readFileSync(join(folder, 'books.json'), 'utf8')).periods
    expect(await refused('books.json', { periods: [period, period] })).to.equal('file/book-file-refused')
    rmSync(join(folder, 'assets.json'))
    expect(codeOf(await refusalOf(opened.read()))).to.equal('file/book-file-refused')
  })
})
