import { writeFileSync } from 'node:fs'
import { expect } from 'chai'
import { isWrittenIn } from '../../scripts/languageScripts.ts'
import { exceptionIn, weightIn } from '../../src/cli/texts/exceptions.ts'
import { languages } from '../../src/domain/languages.ts'
import { exceptionKindNames } from '../../src/oracle/match/matching.ts'
import { type SampleBooks, sampleBooks } from './sampleBooks.ts'

describe('lingnan oracle match', () => {
  let books: SampleBooks
  beforeEach(() => {
    books = sampleBooks()
  })
  afterEach(() => books.close())

  const match = (...more: readonly string[]) => books.ask('match', '--period', '1', ...more)

  it('default: the sample files are matched, and the bank fee is named, in four languages', async () => {
    books.drop('2026Q1-nanhai.csv', '2026-04-20-bank.xml')
    const { code, out } = await match('--json')
    expect(code).to.equal(0)
    const key = 'L-1 2026-01-01 2026-03-31 1'
    expect(JSON.parse(out)).to.deep.include({
      cutOff: '2026-04-20',
      exceptions: [{ kind: 'bankFee', weight: 'tolerated', of: [key], amount: 'CNY 50.00' }],
      unstated: [],
      faults: [],
    })
    expect(JSON.parse(out).matches[0].lines).to.deep.equal([{ line: key, amount: 'CNY 52950.00' }])
    const words = { en: 'bank fee', 'zh-Hans': '银行手续费', 'zh-Hant': '銀行手續費', pt: 'despesa bancária' }
    for (const [language, word] of Object.entries(words))
      expect((await match('--lang', language)).out)
        .to.include(word)
        .and.to.include('CNY 52,950.00')
  })

  it('error: what is open ends with 4, a refused file with 3, no books with 2', async () => {
    books.drop('2026-04-20-bank.xml')
    const open = await match('--json')
    expect(open.code).to.equal(4)
    expect(JSON.parse(open.err).error.code).to.equal('oracle/unmatched')
    expect(JSON.parse(open.out).exceptions.map(({ kind }: { kind: string }) => kind)).to.deep.equal([
      'statementMissing',
      'unidentified',
    ])
    writeFileSync(books.path('inbox/wrong.csv'), '序号\n=1+1\n')
    expect((await match()).out).to.match(/✗ +6217000000001 .*\[unidentified\]\n/)
    const refused = await match('--json')
    expect(refused.code).to.equal(3)
    expect(JSON.parse(refused.out).faults[0]).to.include({ file: 'wrong.csv', line: 2, column: 1 })
    expect((await match('--deal', '9', '--json')).code).to.equal(2)
  })

  it('behavior: every exception has a name in the script of each language', () => {
    for (const language of languages) {
      const names = [
        ...exceptionKindNames.map(exceptionIn(language)),
        ...(['open', 'accepted'] as const).map(weightIn(language)),
      ]
      expect(names.filter(name => !isWrittenIn(language, name))).to.deep.equal([])
    }
  })
})
