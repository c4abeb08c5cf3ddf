import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect } from 'chai'
import { failureOf, printedData } from './runCommand.ts'
import { type SampleBooks, sampleBooks } from './sampleBooks.ts'

const STATEMENT = '2026Q1-nanhai.csv'
const BANK = '2026-04-20-bank.xml'
const CREDIT = '6217000000001 reference B-20260410-1'

describe('lingnan oracle collect, decide and decisions', () => {
  let books: SampleBooks
  beforeEach(() => {
    books = sampleBooks()
  })
  afterEach(() => books.close())

  const data = (words: string, ...options: readonly string[]) =>
    printedData(books.ask(words, ...options, '--json'))
  const failure = (words: string, ...options: readonly string[]) =>
    failureOf(books.ask(words, ...options, '--json'))
  const by = ['--note', 'a gift, sent back on 22 April', '--by', 'Chan']
  const accept = (kind: string, of: string, amount: string) => [
    ...['--period', '1', '--kind', kind, '--of', of, '--amount', amount],
    ...by,
  ]
  const decisionFiles = () =>
    existsSync(books.path('decisions')) ? readdirSync(books.path('decisions')) : []

  describe('collect', () => {
    it('default: what came is new, and the same again is known, in four languages', async () => {
      books.drop(STATEMENT, BANK)
      const { files, faults } = await data('collect')
      expect(faults).to.deep.equal([])
      expect(files.length).to.equal(2)
      expect(files[0]).to.include({ name: BANK, isNew: true, kind: 'bank', entries: 1, way: 'inbox' })
      expect(files[1]).to.include({ name: STATEMENT, isNew: true, kind: 'statement', lines: 1, refused: 0 })
      books.drop(STATEMENT)
      expect((await data('collect')).files[0]).to.include({ name: STATEMENT, isNew: false })
      expect((await data('collect')).files).to.deep.equal([])
      const words = {
        en: 'Nothing came',
        'zh-Hans': '没有新到',
        'zh-Hant': '沒有新到',
        pt: 'Não chegou nada',
      }
      for (const [language, word] of Object.entries(words))
        expect((await books.ask('collect', '--lang', language)).out).to.include(word)
      const { out } = await books.ask('collect', '--all')
      expect(out).to.match(new RegExp(`kept +${STATEMENT} +statement +1 +0 +0x[0-9a-f]{64}`))
    })

    it('error: what is refused is told by file, line, column and reason, and the rest is taken', async () => {
      books.drop(STATEMENT)
      writeFileSync(books.path('inbox/wrong.csv'), '序号\n=1+1\n')
      const { code, out, err } = await books.ask('collect', '--json')
      expect([code, JSON.parse(err).error.code]).to.deep.equal([3, 'file/formula-refused'])
      const { files, faults } = JSON.parse(out)
      expect(files.map(({ kind, refused }: Record<string, unknown>) => [kind, refused])).to.deep.equal([
        ['statement', 0],
        ['unread', 1],
      ])
      expect(faults[0]).to.include({ file: 'wrong.csv', line: 2, column: 1, code: 'file/formula-refused' })
      expect((await books.ask('collect')).out).to.match(/✗ wrong\.csv:2:1: The cell holds a formula/)
    })
  })

  describe('decide accept', () => {
    it('default: an open exception stands from then on, by a file that says who and why', async () => {
      books.drop(BANK)
      expect((await books.ask('match', '--period', '1')).code).to.equal(4)
      const told = await data('decide accept', ...accept('unidentified', CREDIT, 'CNY 52,950.00'))
      expect(told).to.include({
        decision: 'accept',
        kind: 'unidentified',
        amount: 'CNY 52950.00',
        isNew: true,
      })
      expect(decisionFiles()).to.deep.equal([told.file])
      expect(JSON.parse(readFileSync(books.path(`decisions/${told.file}`), 'utf8'))).to.deep.equal({
        schema: 'lingnan-decision/1',
        note: 'a gift, sent back on 22 April',
        by: 'Chan',
        accept: { kind: 'unidentified', of: CREDIT, amount: 'CNY 52950.00' },
      })
      const { exceptions } = JSON.parse((await books.ask('match', '--period', '1', '--json')).out)
      expect(exceptions.find(({ kind }: { kind: string }) => kind === 'unidentified').weight).to.equal(
        'accepted',
      )
      const again = await data('decide accept', ...accept('unidentified', CREDIT, 'CNY 52950.00'))
      expect(again).to.include({ file: told.file, isNew: false })
      expect(decisionFiles().length).to.equal(1)
    })

    it('error: an exception that is not there, has another amount, or needs no decision', async () => {
      books.drop(BANK, STATEMENT)
      const unknown = [4, 'oracle/exception-unknown']
      const key = 'L-1 2026-01-01 2026-03-31 1'
      expect(await failure('decide accept', ...accept('unidentified', CREDIT, 'CNY 52950.00'))).to.deep.equal(
        [...unknown],
      )
      const { err } = await books.ask('decide accept', ...accept('unidentified', CREDIT, 'CNY 52950.00'))
      expect(err).to.include('Open:\nstatementMissing L-1: ')
      await data('collect')
      expect((await books.ask('decide accept', ...accept('bankFee', key, 'CNY 51.00'))).err).to.include(
        'Open:\nnothing',
      )
      expect(await failure('decide accept', ...accept('bankFee', key, 'CNY 51.00'))).to.deep.equal(unknown)
      expect(await failure('decide accept', ...accept('bankFee', 'L-2', 'CNY 50.00'))).to.deep.equal(unknown)
      expect(await failure('decide accept', ...accept('bankFee', key, 'CNY 50.00'))).to.deep.equal([
        4,
        'oracle/decision-needless',
      ])
      expect(await failure('decide accept', ...accept('nonsense', key, 'CNY 50.00'))).to.deep.equal([
        2,
        'cli/usage',
      ])
      expect(decisionFiles()).to.deep.equal([])
    })
  })

  describe('decide withdraw', () => {
    it('default: a file is left out, by its hash of either kind, and collect says so', async () => {
      books.drop(STATEMENT)
      const { files } = await data('collect')
      const told = await data('decide withdraw', '--file', files[0].sha256, ...by)
      expect(told).to.include({ decision: 'withdraw', name: STATEMENT, hash: files[0].hash, isNew: true })
      expect(await data('decide withdraw', '--file', files[0].hash, ...by)).to.include({ isNew: false })
      expect((await data('collect', '--all')).files[0]).to.include({ name: STATEMENT, isWithdrawn: true })
      expect((await books.ask('collect', '--all')).out).to.match(new RegExp(`left out +${STATEMENT}`))
    })

    it('error: a file that never came', async () => {
      const file = ['--file', `0x${'ab'.repeat(32)}`]
      expect(await failure('decide withdraw', ...file, ...by)).to.deep.equal([4, 'oracle/file-unknown'])
    })
  })

  describe('decisions', () => {
    it('default: lists what was decided with its file, in four languages', async () => {
      expect((await data('decisions')).decisions).to.deep.equal([])
      expect((await books.ask('decisions')).out).to.equal('Nobody decided anything yet\n')
      books.drop(BANK, STATEMENT)
      const { files } = await data('collect')
      await data('decide withdraw', '--file', files[1].hash, ...by)
      await data('decide accept', ...accept('unidentified', CREDIT, 'CNY 52950.00'))
      const { decisions } = await data('decisions')
      expect(decisions.map(({ file }: { file: string }) => file)).to.deep.equal(decisionFiles().toSorted())
      expect(decisions.map(({ decision }: { decision: string }) => decision)).to.have.members([
        'accept',
        'withdraw',
      ])
      const words = { en: 'left out', 'zh-Hans': '已撤回', 'zh-Hant': '已撤回', pt: 'retirado' }
      for (const [language, word] of Object.entries(words))
        expect((await books.ask('decisions', '--lang', language)).out)
          .to.include(word)
          .and.to.include(STATEMENT)
    })

    it('error: a decision that cannot be read is named by its file', async () => {
      mkdirSync(books.path('decisions'))
      writeFileSync(books.path('decisions/1.json'), '{}')
      expect(await failure('decisions')).to.deep.equal([3, 'file/book-file-refused'])
      rmSync(books.path('decisions/1.json'))
    })
  })
})
