import { expect } from 'chai'
import { DealFileError } from '../../../src/deal/errors.ts'
import { explainLimits } from '../../../src/deal/explainLimits.ts'
import { dealLimitsOf } from '../../../src/deal/limits/readLimits.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import type { Problem } from '../../../src/domain/errors.ts'
import { languages } from '../../../src/domain/languages.ts'
import { readLaw } from '../../../src/domain/law/readLaw.ts'
import type { LawFile } from '../../../src/domain/law/schema.ts'
import { gbaLaw, lawFile } from '../domain/law/sampleLaw.ts'
import { DEMO, dealFileText, sampleDeal } from './samples.ts'

type Draft = {
  provenance: Record<string, string>
  tranches: { transferable?: boolean; level: string; series: Record<string, unknown>[] }[]
  limits?: unknown
  parties: { offices: string[] }[]
}

/** The demo deal with something changed. */
function changed(change: (file: Draft) => void): string {
  const file = JSON.parse(dealFileText(DEMO))
  change(file)
  return JSON.stringify(file)
}

/** The same with other limits of one series, by tranche and place in it. */
function withSeries(tranche: number, series: number, limits: unknown): string {
  return changed(file => {
    Object.assign(file.tranches[tranche]?.series[series] ?? {}, { limits })
  })
}

function withLimits(limits: unknown): string {
  return changed(file => {
    file.limits = limits
  })
}

function problemsOf(text: string, law = gbaLaw()): readonly Problem[] {
  try {
    parseDeal(text, law)
  } catch (error) {
    if (error instanceof DealFileError) return error.problems
    throw error
  }
  return []
}

function pathsOf(text: string, law = gbaLaw()): readonly string[] {
  return problemsOf(text, law).map(({ path }) => path)
}

/** The law with one quota, which the project's file does not state. */
function lawWithQuota(currency: 'CNY' | 'HKD' = 'CNY') {
  const grounds = {
    rule: 'a scheme',
    source: { tag: 'A', text: 'assumed' },
    date: '2026-11-24',
    status: 'assumed',
  } as const
  const names = { 'zh-Hans': '额度', 'zh-Hant': '額度', pt: 'quota', en: 'quota' }
  const quota: LawFile['quotas'][number] = {
    id: 'north',
    from: 'HK',
    to: 'CN',
    channel: 'gba-notes',
    currency,
    minor: '400000000',
    windowDays: 7,
    names,
    ...grounds,
  }
  return readLaw({ ...lawFile(), quotas: [quota] })
}

const A_CN = '/tranches/0/series/0/limits'
const A_HK = '/tranches/0/series/1/limits'
const institutions = ['cn-class-one-professional']
const free = { admits: institutions }

describe('dealLimitsOf', () => {
  const law = gbaLaw()
  const { file } = sampleDeal(DEMO)

  it('default: entries of the law and figures of the deal, in units and numbers of the chain', () => {
    const { series, places, quotas, channels, retention, lawVersion } = dealLimitsOf(file, law)
    expect(lawVersion).to.equal(law.version)
    const [aCn, aHk, aMo, bCn, , cCn] = series
    expect(aCn?.admitted.map(({ code }) => code)).to.deep.equal([1, 2, 3])
    expect(aCn?.exempt.map(({ code }) => code)).to.deep.equal([1])
    expect(aCn?.minimum).to.deep.include({ units: 10_000n })
    expect(aCn?.minimum?.law?.id).to.equal('least-holding')
    expect(aHk?.channel).to.equal(1)
    expect(aMo?.lockedUntil).to.equal(parseDay('2026-12-22'))
    expect(bCn?.minimum).to.deep.equal({ units: 20_000n, law: null })
    expect(bCn?.holdingCap).to.equal(120_000n)
    expect(cCn?.retained).to.equal(100_000n)
    expect(places.map(({ holders, offerees }) => [holders?.count, offerees?.count])).to.deep.equal([
      [200, undefined],
      [undefined, 50],
    ])
    expect(channels).to.deep.equal(['gba-notes'])
    expect(quotas[0]).to.deep.equal({
      law: null,
      channel: 1,
      from: 'MO',
      to: 'HK',
      amount: 500_000_000n,
      windowDays: 1,
    })
    expect(retention).to.deep.include({ form: 'horizontal', sharePpb: 50_000_000n })
  })

  it('default: a deal that states none has none', () => {
    const plain = parseDeal(
      changed(found => {
        delete found.limits
        delete found.provenance['/limits']
        for (const { series } of found.tranches) for (const row of series) delete row['limits']
      }),
      law,
    )
    expect(dealLimitsOf(plain.file, law)).to.deep.include({
      series: [],
      places: [],
      quotas: [],
      retention: null,
    })
  })

  it('behavior: vertical retention keeps the share of every tranche in the place of the originator', () => {
    const text = changed(found => {
      found.limits = {
        places: [{ place: 'CN', holders: { count: 100 } }],
        retention: { form: 'vertical', share: { share: '0.06' } },
      }
      for (const { series } of found.tranches) for (const row of series) row['limits'] = free
    })
    const kept = dealLimitsOf(parseDeal(text, law).file, law).series.map(({ series, retained }) => [
      series,
      retained,
    ])
    expect(kept).to.deep.equal([
      ['A-CN', 90_000n],
      ['A-HK', 0n],
      ['A-MO', 0n],
      ['B-CN', 18_000n],
      ['B-HK', 0n],
      ['C-CN', 12_000n],
    ])
  })

  it('behavior: horizontal retention is rounded up and takes the most junior tranches first', () => {
    const text = changed(found => {
      found.limits = {
        places: [{ place: 'CN', holders: { law: 'holder-cap' } }],
        retention: { form: 'horizontal', share: { share: '0.0500001' } },
      }
    })
    const { series } = dealLimitsOf(
      parseDeal(text.replaceAll('"channel":"gba-notes",', '').replaceAll(',"channel":"gba-notes"', '')).file,
      law,
    )
    expect(series.find(({ series: id }) => id === 'C-CN')?.retained).to.equal(100_001n)
  })

  it('behavior: a quota of the law is followed by its id', () => {
    const text = changed(found => {
      Object.assign(found, {
        limits: { places: [{ place: 'CN', holders: { law: 'holder-cap' } }], quotas: [{ law: 'north' }] },
      })
    })
    const [quota] = dealLimitsOf(parseDeal(text).file, lawWithQuota()).quotas
    expect(quota).to.deep.include({ channel: 1, from: 'HK', to: 'CN', amount: 400_000_000n, windowDays: 7 })
    expect(quota?.law?.id).to.equal('north')
  })

  it('error: DealFileError where the file is read without the law and taken to it later', () => {
    const loose = parseDeal(withSeries(0, 0, { ...free, minimum: { amount: '99999999' } })).file
    expect(() => dealLimitsOf(loose, law)).to.throw(DealFileError)
  })
})

describe('parseDeal with the law', () => {
  it('default: the sample deals are as strict as the law', () => {
    expect(problemsOf(dealFileText(DEMO))).to.deep.equal([])
    expect(problemsOf(dealFileText('CN-SZSE-2019-GDD-PATENT-LICENCE'))).to.deep.equal([])
  })

  it('error: every figure that is looser than the law, at once, each with path, value and remedy', () => {
    const text = changed(found => {
      found.limits = {
        places: [
          { place: 'CN', holders: { count: 201 } },
          { place: 'HK', offerees: { count: 51 } },
        ],
        retention: { form: 'horizontal', share: { share: '0.049' } },
      }
      for (const { series } of found.tranches) for (const row of series) row['limits'] = free
      Object.assign(found.tranches[0]?.series[0] ?? {}, {
        limits: { ...free, minimum: { amount: '99999999' }, step: { amount: '15000000' } },
      })
    })
    const problems = problemsOf(text)
    expect(problems.map(({ path, value }) => [path, value])).to.deep.equal([
      ['/limits/places/0/holders/count', 201],
      ['/limits/places/1/offerees/count', 51],
      ['/limits/retention/share/share', '0.049'],
      [`${A_CN}/minimum`, { amount: '99999999' }],
      [`${A_CN}/minimum`, { amount: '99999999' }],
      [`${A_CN}/step`, { amount: '15000000' }],
    ])
    for (const { message, remedy } of problems) {
      expect(message).to.include('stricter')
      expect(remedy).to.include('{"law": "')
    }
  })

  it('behavior: figures at the edge of the law, and stricter ones, pass', () => {
    const strict = { ...free, minimum: { amount: '100000000' }, step: { amount: '20000000' } }
    const places = [
      { place: 'CN', holders: { count: 200 } },
      { place: 'HK', offerees: { count: 1 } },
    ]
    const text = changed(found => {
      found.limits = { places, retention: { form: 'horizontal', share: { share: '0.05' } } }
      for (const { series } of found.tranches) for (const row of series) row['limits'] = free
      Object.assign(found.tranches[0]?.series[0] ?? {}, { limits: strict })
    })
    expect(problemsOf(text)).to.deep.equal([])
  })

  for (const [name, limits, path] of [
    ['a class that the law does not know', { admits: ['retail'] }, `${A_CN}/admits/0`],
    ['a class that holds no notes', { admits: [...institutions, 'office'] }, `${A_CN}/admits/1`],
    [
      'an exemption of a class that is not admitted',
      { ...free, exempt: ['hk-institutional'] },
      `${A_CN}/exempt/0`,
    ],
    [
      'an exemption that the law does not give',
      { admits: ['cn-professional'], exempt: ['cn-professional'] },
      `${A_CN}/exempt/0`,
    ],
    [
      'an entry that the law of the place does not have',
      { ...free, minimum: { law: 'x' } },
      `${A_CN}/minimum/law`,
    ],
    ['an entry of another kind', { ...free, minimum: { law: 'holder-cap' } }, `${A_CN}/minimum/law`],
    ['a step between units', { ...free, step: { amount: '10000001' } }, `${A_CN}/step`],
    ['a cap below one unit', { ...free, holdingCap: { amount: '9999' } }, `${A_CN}/holdingCap`],
    [
      'a cap below the minimum',
      { ...free, minimum: { law: 'least-holding' }, holdingCap: { amount: '99990000' } },
      `${A_CN}/holdingCap`,
    ],
    ['a minimum above the series', { ...free, minimum: { amount: '9000020000' } }, `${A_CN}/minimum`],
    ['a lock-up that ends before closing', { ...free, lockUp: '2026-06-22' }, `${A_CN}/lockUp`],
    ['a lock-up beyond legal final', { ...free, lockUp: '2099-01-01' }, `${A_CN}/lockUp`],
    ['a lock-up on a day that does not exist', { ...free, lockUp: '2026-13-01' }, `${A_CN}/lockUp`],
    ['a channel without a quota', { ...free, channel: 'unknown' }, `${A_CN}/channel`],
  ] as const)
    it(`error: ${name}`, () => {
      expect(pathsOf(withSeries(0, 0, limits))).to.include(path)
    })

  it('error: an amount of the law in another currency', () => {
    const text = withSeries(0, 1, { admits: ['hk-institutional'], minimum: { law: 'least-denomination' } })
    const [problem] = problemsOf(text).filter(({ path }) => path === `${A_HK}/minimum/law`)
    expect(problem?.message).to.include('HKD')
    expect(problem?.remedy).to.include('CNY')
  })

  it('error: a class that the series is offered to and does not admit', () => {
    const text = changed(file => {
      Object.assign(file.tranches[0]?.series[0] ?? {}, { classes: ['cn-qualified'], limits: free })
    })
    expect(pathsOf(text)).to.deep.equal([`${A_CN}/admits`])
  })

  it('error: a place without the cap of its law, twice, without series, or with series that do not count', () => {
    expect(pathsOf(withLimits({ quotas: quotasOfDemo() }))).to.deep.equal(['/limits/places'])
    const cap = { place: 'CN', holders: { law: 'holder-cap' } }
    expect(pathsOf(withLimits({ places: [cap, cap], quotas: quotasOfDemo() }))).to.deep.equal([
      '/limits/places/1/place',
    ])
    const text = changed(file => {
      delete file.tranches[1]?.series[1]?.['limits']
    })
    expect(pathsOf(text)).to.deep.equal(['/limits/places/1/place'])
    const patents = JSON.parse(dealFileText('CN-SZSE-2019-GDD-PATENT-LICENCE'))
    patents.limits.places.push({ place: 'MO', holders: { count: 5 } })
    expect(pathsOf(JSON.stringify(patents))).to.deep.equal(['/limits/places/1/place'])
  })

  it('error: limits of the deal without a limited series', () => {
    const text = changed(file => {
      for (const { series } of file.tranches) for (const row of series) delete row['limits']
    })
    expect(pathsOf(text)).to.include('/limits')
  })

  it('error: a quota that crosses nothing, is given twice, or that no series counts', () => {
    const [first, second] = quotasOfDemo()
    const places = [{ place: 'CN', holders: { law: 'holder-cap' } }]
    const within = { ...first, from: 'HK', to: 'HK' }
    expect(pathsOf(withLimits({ places, quotas: [within] }))).to.deep.equal(['/limits/quotas/0/to'])
    expect(pathsOf(withLimits({ places, quotas: [first, second, first] }))).to.deep.equal([
      '/limits/quotas/2',
    ])
    const unused = { ...first, channel: 'other' }
    expect(pathsOf(withLimits({ places, quotas: [first, unused] }))).to.deep.equal([
      '/limits/quotas/1/channel',
    ])
  })

  it('error: a quota that is looser than that of the law, is not in it, or is in another currency', () => {
    const places = [{ place: 'CN', holders: { law: 'holder-cap' } }]
    const own = (amount: string, windowDays: number) => ({
      channel: 'gba-notes',
      from: 'HK',
      to: 'CN',
      amount,
      windowDays,
    })
    const found = (quota: unknown, law = lawWithQuota()) =>
      pathsOf(withLimits({ places, quotas: [quota] }), law)
    expect(found(own('400000000', 7))).to.deep.equal([])
    expect(found(own('400000001', 6))).to.deep.equal([
      '/limits/quotas/0/amount',
      '/limits/quotas/0/windowDays',
    ])
    expect(found({ law: 'south' })).to.include('/limits/quotas/0/law')
    expect(found({ law: 'north' }, lawWithQuota('HKD'))).to.include('/limits/quotas/0/law')
  })

  it('error: a share that nobody can keep', () => {
    const cap = [{ place: 'CN', holders: { law: 'holder-cap' } }]
    const keep = (form: string, share: unknown) =>
      pathsOf(withLimits({ places: cap, quotas: quotasOfDemo(), retention: { form, share } }))
    expect(keep('horizontal', { share: '0.11' })).to.deep.equal(['/limits/retention'])
    expect(keep('vertical', { share: '0.9' })).to.deep.equal(['/limits/retention', '/limits/retention'])
    expect(keep('horizontal', { law: 'holder-cap' })).to.deep.equal(['/limits/retention/share/law'])
    const orphan = changed(file => {
      for (const party of file.parties) party.offices = party.offices.filter(name => name !== 'originator')
    })
    expect(pathsOf(orphan)).to.include('/limits/retention')
  })

  it('error: faults of form beside faults of law', () => {
    const text = withSeries(0, 0, { admits: [], minimum: { amount: '1.5' }, holders: 3 })
    expect(pathsOf(text)).to.include.members([`${A_CN}/admits`, `${A_CN}/minimum/amount`, `${A_CN}/holders`])
  })

  it('behavior: a fault of form hides what rests on it, and nothing else', () => {
    const text = changed(file => {
      Object.assign(file, { face: 'one', limits: { places: [{ place: 'CN', holders: { count: 201 } }] } })
      Object.assign(file.tranches[0]?.series[0] ?? {}, {
        limits: { admits: ['retail'], step: { amount: '5' } },
      })
    })
    const paths = pathsOf(text)
    expect(paths).to.include.members(['/face', `${A_CN}/admits/0`, '/limits/places/0/holders/count'])
    expect(paths).not.to.include(`${A_CN}/step`)
  })

  function quotasOfDemo() {
    const { limits }: DealFile = JSON.parse(dealFileText(DEMO))
    return limits?.quotas ?? []
  }
})

describe('explainLimits', () => {
  const { file } = sampleDeal(DEMO)
  const limits = dealLimitsOf(file, gbaLaw())

  it('default: each figure in words, with the entry and rule behind it', () => {
    const explained = explainLimits(limits, { file, language: 'en' })
    expect(explained.map(({ series }) => series)).to.deep.equal([
      'A-CN',
      'A-HK',
      'A-MO',
      'B-CN',
      'B-HK',
      'C-CN',
      null,
    ])
    const [aCn, , aMo, bCn, , cCn, over] = explained.map(({ sentences }) => sentences)
    expect(aCn?.[0]).to.equal(
      'May be held by: class-I professional investor, professional investor, qualified investor',
    )
    expect(aCn?.[2]).to.match(/^Who holds it holds at least 10,000 units \(CNY 1,000,000\.00\) \[law: /)
    expect(aMo).to.include('May be passed on from 2026-12-22 on [own figure of the deal]')
    expect(bCn).to.include('A party holds at most 120,000 units (CNY 12,000,000.00) [own figure of the deal]')
    expect(cCn).to.include('The originator keeps 100,000 units of it (CNY 10,000,000.00)')
    expect(over?.[0]).to.match(/^In the mainland the deal has at most 200 holders at a time \[law: .*29\]$/)
    expect(over?.at(-1)).to.match(/^The originator keeps 5 % of the deal in its most junior tranches \[law/)
  })

  for (const language of languages)
    it(`behavior: the same sentences in ${language}`, () => {
      const explained = explainLimits(limits, { file, language })
      const english = explainLimits(limits, { file, language: 'en' })
      expect(explained.map(({ sentences }) => sentences.length)).to.deep.equal(
        english.map(({ sentences }) => sentences.length),
      )
      expect(
        explained.flatMap(({ sentences }) => sentences).filter(text => /undefined|\{/.test(text)),
      ).to.deep.equal([])
    })
})
