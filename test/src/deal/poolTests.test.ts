import { expect } from 'chai'
import { requirePoolLaw } from '../../../src/deal/checks/poolLaw.ts'
import { DealFileError } from '../../../src/deal/errors.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { poolLimitsOf, reasonsOf, testedPoolOf } from '../../../src/deal/poolTests.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import type { PoolTestsFile } from '../../../src/deal/schema/poolTests.ts'
import type { Law } from '../../../src/domain/law/law.ts'
import { poolSentence } from '../../../src/domain/pool/poolSentence.ts'
import { gbaLaw } from '../domain/law/sampleLaw.ts'
import { DEMO, dealFileText, sampleIds } from './samples.ts'

const PATENTS = 'CN-SZSE-2019-GDD-PATENT-LICENCE'
const law = gbaLaw()

const fileOf = (id: string): DealFile => parseDeal(dealFileText(id)).file

/** The demo deal with other tests of its pool. */
function changed(change: (tests: PoolTestsFile, file: DealFile) => unknown): DealFile {
  const file: DealFile = JSON.parse(dealFileText(DEMO))
  const { poolTests } = file
  if (poolTests === undefined) throw new RangeError('the demo deal tests its pool')
  change(poolTests, file)
  return file
}

function faultsOf(use: () => unknown): readonly string[] {
  try {
    use()
  } catch (error) {
    if (error instanceof DealFileError) return error.problems.map(({ path }) => path)
    throw error
  }
  return []
}

const parsed = (file: DealFile) => faultsOf(() => parseDeal(JSON.stringify(file)))
const held = (file: DealFile, own: Law = law) => faultsOf(() => requirePoolLaw(file, own))

describe('testedPoolOf', () => {
  it('default: the pool of the demo deal, figure by figure', () => {
    const results = testedPoolOf(fileOf(DEMO))
    expect(results.map(({ test, figure }) => [test, figure.toString()])).to.deep.equal([
      ['Firewall', '1000000000'],
      ['Obligors', '10'],
      ['LargestObligor', '130000000'],
      ['TopFive', '610000000'],
      ['Affiliates', '170000000'],
      ['LoanToValueStable', '500000000'],
      ['LoanToValuePilotPassed', '400000000'],
      ['LoanToValueEarly', '299539171'],
      ['Life', '24279'],
      ['Payer', '0'],
      ['NegativeList', '8'],
    ])
    expect(results.every(({ verdict }) => verdict === 'Passed')).to.equal(true)
  })

  it('default: the patent licences of 2019, two tests not asked, with the reason and its tag', () => {
    const file = fileOf(PATENTS)
    const results = testedPoolOf(file)
    const asked = results.filter(({ verdict }) => verdict !== 'None')
    expect(asked.every(({ verdict }) => verdict === 'Passed')).to.equal(true)
    expect(results.find(({ test }) => test === 'TopFive')?.figure).to.equal(454_545_455n)
    expect(results.filter(({ verdict }) => verdict === 'None').map(({ test }) => test)).to.deep.equal([
      'Life',
      'NegativeList',
    ])
    expect(reasonsOf(file).get('NegativeList')).to.include('later than this deal of 2019 (R S20,S43)')
  })

  it('behavior: months beyond legal final are days on the ledger', () => {
    const life = poolLimitsOf(fileOf(DEMO)).find(({ test }) => test === 'Life')
    expect(life?.limit).to.equal(366n)
  })

  it('behavior: debts of one core debtor pass limits that are loosened with the reason', () => {
    const file = fileOf('CN-SSE-2018-QIYI-SUPPLY-CHAIN')
    const results = testedPoolOf(file)
    const figure = (name: string) => results.find(({ test }) => test === name)?.figure
    expect([figure('Obligors'), figure('LargestObligor')]).to.deep.equal([1n, 1_000_000_000n])
    expect(results.every(({ verdict }) => verdict !== 'Failed')).to.equal(true)
    for (const test of ['Obligors', 'LargestObligor', 'TopFive', 'Affiliates'] as const)
      expect(reasonsOf(file).get(test)).to.match(/one core debtor .*\(K\)$/)
  })

  it('behavior: a deal without the section asks the firewall alone, and has a notice', () => {
    const { poolTests: _, provenance, ...without } = JSON.parse(dealFileText(DEMO))
    const { '/poolTests': __, ...tagged } = provenance
    const { notices, file } = parseDeal(JSON.stringify({ ...without, provenance: tagged }))
    const asked = testedPoolOf(file).filter(({ verdict }) => verdict !== 'None')
    expect(asked.map(({ test }) => test)).to.deep.equal(['Firewall'])
    expect(notices.map(({ path }) => path)).to.include('/poolTests')
    expect(poolLimitsOf(file)).to.deep.equal([])
  })
})

describe('checkPoolTests', () => {
  it('error: all faults at once', () => {
    const file = changed((tests, { pool }) => {
      tests.limits.push({ test: 'payer', atMost: 1, source: 'CN/early-needs-payer' })
      tests.notAsked = [{ test: 'life', reason: { tag: 'A', text: 'no matter' } }]
      tests.answers?.push({ question: 'crime', answer: 'no' })
      tests.affiliates?.push({ group: 'OTHER', obligors: ['DEMO-OBLIGOR-02', 'NOBODY'] })
      const [first] = pool.assets
      if (first !== undefined) first.lifeEnd = '2036-02-30'
    })
    expect(parsed(file)).to.have.members([
      '/pool/assets/0/lifeEnd',
      '/poolTests/limits/10/test',
      '/poolTests/notAsked/0/test',
      '/poolTests/answers/8/question',
      '/poolTests/affiliates/1/obligors/0',
      '/poolTests/affiliates/1/obligors/1',
    ])
  })

  it('error: a share of more than the whole', () => {
    const file = changed(({ limits }) => {
      limits.splice(1, 1, { test: 'largestObligor', atMost: '1.01', source: 'CN/largest-obligor' })
    })
    expect(parsed(file)).to.deep.equal(['/poolTests/limits/1/atMost'])
  })

  it('error: a pool that fails what its file asks, with the figure', () => {
    const file = changed(({ limits }) => {
      limits.splice(1, 1, { test: 'largestObligor', atMost: '0.12', source: 'CN/largest-obligor' })
    })
    try {
      parseDeal(JSON.stringify(file))
      expect.fail('the pool is refused')
    } catch (error) {
      if (!(error instanceof DealFileError)) throw error
      const [problem] = error.problems
      expect(problem?.path).to.equal('/poolTests/limits/1')
      expect(problem?.message).to.equal(
        'largest obligor 13 % against at most 12 % (source CN/largest-obligor): failed',
      )
    }
  })

  it('error: an answer of yes', () => {
    const file = changed(({ answers }) => answers?.splice(2, 1, { question: 'crime', answer: 'yes' }))
    expect(parsed(file)).to.deep.equal(['/poolTests/limits/9'])
  })

  it('error: a source that is no parameter, a reason without a tag', () => {
    const file = changed(({ limits }) => {
      Object.assign(limits[0] ?? {}, { source: 'somewhere' })
      Object.assign(limits[1] ?? {}, { reason: { tag: 'B', text: 'because' } })
    })
    expect(parsed(file)).to.deep.equal(['/poolTests/limits/0/source', '/poolTests/limits/1/reason/tag'])
  })
})

describe('requirePoolLaw', () => {
  it('default: the deals of the project keep to the law, or say why not', () => {
    for (const id of sampleIds) expect(held(fileOf(id)), id).to.deep.equal([])
  })

  for (const [name, row, limit] of [
    ['fewer obligors', 0, { test: 'obligors', atLeast: 9, source: 'CN/least-obligors' }],
    ['a larger obligor', 1, { test: 'largestObligor', atMost: '0.51', source: 'CN/largest-obligor' }],
    ['more of the top five', 2, { test: 'topFive', atMost: '0.71', source: 'CN/top-five-obligors' }],
    ['a larger group', 3, { test: 'affiliates', atMost: '0.51', source: 'CN/affiliated-obligors' }],
    ['a higher loan', 4, { test: 'loanToValueStable', atMost: '0.51', source: 'CN/loan-to-value-stable' }],
    ['a right without a payer', 8, { test: 'payer', atMost: 1, source: 'CN/early-needs-payer' }],
  ] as const)
    it(`error: ${name} than the law allows, unless there is a reason`, () => {
      const loose = changed(({ limits }) => limits.splice(row, 1, limit))
      expect(held(loose)).to.deep.equal([`/poolTests/limits/${row}`])
      const reason = { tag: 'R S52', text: 'A guarantor of AA stands in' }
      const reasoned = changed(({ limits }) => limits.splice(row, 1, { ...limit, reason }))
      expect(held(reasoned)).to.deep.equal([])
    })

  for (const [unit, count, faults] of [
    ['months', 13n, ['/poolTests/limits/7']],
    ['months', 12n, []],
    ['years', 2n, ['/poolTests/limits/7']],
    ['years', 1n, []],
    ['days', 367n, ['/poolTests/limits/7']],
    ['days', 366n, []],
  ] as const)
    it(`behavior: a life of 12 months beyond legal final where the law asks ${count} ${unit}`, () => {
      const parameters = law.parameters.map(one =>
        one.id === 'life-beyond-legal-final'
          ? { ...one, value: { kind: 'time', unit, count } as const }
          : one,
      )
      expect(held(fileOf(DEMO), { ...law, parameters })).to.deep.equal(faults)
    })

  it('error: a test of the law that the deal leaves out, and one measured by another parameter', () => {
    const file = changed(({ limits }) => {
      limits.splice(7, 1)
      limits.splice(2, 1, { test: 'topFive', atMost: '0.7', source: 'CN/largest-obligor' })
    })
    expect(held(file)).to.deep.equal(['/poolTests/limits/2/source', '/poolTests/limits'])
  })

  it('error: a parameter that the law file does not state', () => {
    const parameters = law.parameters.filter(({ id }) => id !== 'affiliated-obligors')
    expect(held(fileOf(DEMO), { ...law, parameters })).to.deep.equal(['/poolTests/limits/3/source'])
  })

  it('error: questions out of their order, unknown, and without an answer', () => {
    const file = changed(tests => {
      tests.answers = [
        { question: 'national-security', answer: 'no' },
        { question: 'weather', answer: 'no' },
        ...(tests.answers?.slice(2, 7) ?? []),
      ]
    })
    expect(held(file)).to.deep.equal([
      '/poolTests/answers/0/question',
      '/poolTests/answers/1/question',
      '/poolTests/answers',
    ])
  })
})

describe('poolSentence', () => {
  const share = {
    test: 'LargestObligor',
    verdict: 'Failed',
    figure: 500_000_001n,
    limit: 500_000_000n,
    source: 'CN/largest-obligor',
  } as const

  it('default: in four languages', () => {
    expect(
      (['en', 'zh-Hans', 'zh-Hant', 'pt'] as const).map(lang => poolSentence(share, lang)),
    ).to.deep.equal([
      'largest obligor 50.01 % against at most 50 % (source CN/largest-obligor): failed',
      '最大债务人占比 50.01 %，上限 50 %（依据 CN/largest-obligor）：未通过',
      '最大債務人佔比 50.01 %，上限 50 %（依據 CN/largest-obligor）：未通過',
      'maior devedor 50.01 %, contra um máximo de 50 % (fonte CN/largest-obligor): não cumprido',
    ])
  })

  it('behavior: a cover is rounded down, a life is a date, an unknown one says so, one that is not asked too', () => {
    const cover = {
      test: 'Firewall',
      verdict: 'Failed',
      figure: 999_999_999n,
      limit: 1_000_000_000n,
    } as const
    expect(poolSentence({ ...cover, source: undefined }, 'en')).to.equal(
      'risk firewall 99.99 % against at least 100 %: failed',
    )
    const life = { test: 'Life', verdict: 'Failed', figure: 0n, limit: 22_452n, source: 'CN/life' } as const
    expect(poolSentence(life, 'en')).to.equal(
      'first end of a right unknown against at least 2031-06-22 (source CN/life): failed',
    )
    const none = { test: 'TopFive', verdict: 'None', figure: 0n, limit: 0n, source: undefined } as const
    expect(poolSentence(none, 'pt')).to.equal('cinco maiores devedores: não pedido')
  })
})
