import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LimitFile, PoolTestsFile } from '../src/deal/schema/poolTests.ts'
import type { Supplement } from '../src/deal/termSheet/readTermSheet.ts'
import { readTermSheet } from '../src/deal/termSheet/readTermSheet.ts'
import { demoGovernance } from './dealGovernance.ts'
import { demoLimits, patentLimits } from './dealLimits.ts'

/** Writes deals/*.json from the term sheets in deals/termsheets. */

const folder = join(import.meta.dirname, '..', 'deals')

const answered = (
  questions: readonly string[],
): readonly { readonly question: string; readonly answer: 'no' }[] =>
  questions.map(question => ({ question, answer: 'no' }))

/** What the pools of the two deals of the demo must satisfy. */
const demoTests: PoolTestsFile = {
  limits: [
    { test: 'obligors', atLeast: 10, source: 'CN/least-obligors' },
    { test: 'largestObligor', atMost: '0.15', source: 'CN/largest-obligor' },
    { test: 'topFive', atMost: '0.65', source: 'CN/top-five-obligors' },
    { test: 'affiliates', atMost: '0.20', source: 'CN/affiliated-obligors' },
    { test: 'loanToValueStable', atMost: '0.50', source: 'CN/loan-to-value-stable' },
    { test: 'loanToValuePilotPassed', atMost: '0.40', source: 'CN/loan-to-value-pilot-passed' },
    { test: 'loanToValueEarly', atMost: '0.30', source: 'CN/loan-to-value-early' },
    { test: 'life', months: 12, source: 'CN/life-beyond-legal-final' },
    { test: 'payer', atMost: 0, source: 'CN/early-needs-payer' },
    { test: 'negativeList', source: 'CN/negative-list' },
  ],
  affiliates: [{ group: 'DEMO-GROUP-1', obligors: ['DEMO-OBLIGOR-02', 'DEMO-OBLIGOR-10'] }],
  answers: [
    ...answered(['forbidden-by-law', 'national-security', 'crime', 'investigation', 'title-dispute']),
    ...answered(['negative-list', 'uncertain-cash', 'cash-by-sale']),
  ],
}

const patentLicenceTests: PoolTestsFile = {
  limits: [
    { test: 'obligors', atLeast: 10, source: 'CN/least-obligors' },
    { test: 'largestObligor', atMost: '0.50', source: 'CN/largest-obligor' },
    { test: 'topFive', atMost: '0.70', source: 'CN/top-five-obligors' },
    { test: 'affiliates', atMost: '0.50', source: 'CN/affiliated-obligors' },
    { test: 'loanToValueStable', atMost: '0.50', source: 'CN/loan-to-value-stable' },
    { test: 'loanToValuePilotPassed', atMost: '0.40', source: 'CN/loan-to-value-pilot-passed' },
    { test: 'loanToValueEarly', atMost: '0.30', source: 'CN/loan-to-value-early' },
    { test: 'payer', atMost: 0, source: 'CN/early-needs-payer' },
  ],
  notAsked: [
    {
      test: 'life',
      reason: {
        tag: 'R S3,S4',
        text: 'The sources count 103 inventions and 37 utility models and date none of them: how long they live is not known',
      },
    },
    {
      test: 'negativeList',
      reason: {
        tag: 'R S20,S43',
        text: 'The list as revised in 2024 and the bars of 2026 are later than this deal of 2019',
      },
    },
  ],
}

/**
 * The tests of a pool whose source gives the number of its obligors but no titles: limits of the guide as far as it can be
 * asked, what cannot be asked with its reason.
 */
function sourcedTests(obligors: Pick<LimitFile, 'reason'> & { readonly atLeast: number }): PoolTestsFile {
  return {
    limits: [
      { test: 'obligors', source: 'CN/least-obligors', ...obligors },
      ...patentLicenceTests.limits.slice(1),
    ],
    notAsked: [
      {
        test: 'life',
        reason: { tag: 'A', text: 'The sources date none of the titles: how long they live is not known' },
      },
      {
        test: 'negativeList',
        reason: {
          tag: 'R S20,S43',
          text: 'The sources report no answers, and the bars of 2026 are later than this deal',
        },
      },
    ],
  }
}

const onOneDebtor = {
  tag: 'K',
  text: 'Thirteen contracts with one core debtor are known: the deal rests on its credit and on a guarantor; the guide, which is one for lease claims, excepts deals with an AA guarantor',
}

/** Receivables of a supply chain, all owed by one core debtor: how its debts are spread cannot be asked of them. */
const coreDebtorTests: PoolTestsFile = {
  ...sourcedTests({ atLeast: 1 }),
  limits: [
    { test: 'obligors', atLeast: 1, source: 'CN/least-obligors', reason: onOneDebtor },
    { test: 'largestObligor', atMost: '1', source: 'CN/largest-obligor', reason: onOneDebtor },
    { test: 'topFive', atMost: '1', source: 'CN/top-five-obligors', reason: onOneDebtor },
    { test: 'affiliates', atMost: '1', source: 'CN/affiliated-obligors', reason: onOneDebtor },
    ...patentLicenceTests.limits.slice(4),
  ],
}

/** What the term sheets of the sample deals lack: names in two languages, who may hold their series, the tests of their pools. */
export const supplements: { readonly [deal: string]: Supplement } = {
  'DEMO-GBA-2026-1': {
    names: {
      'zh-Hant': '灣區跨境知識產權證券化示範1期(虛構)',
      pt: 'ABS transfronteiriço de propriedade intelectual da Grande Baía, demonstração 2026-1 (fictício, três níveis de risco)',
    },
    ...demoLimits,
    ...demoGovernance,
    poolTests: demoTests,
    lifeEnd: '2036-06-22',
  },
  'CN-SZSE-2019-GDD-PATENT-LICENCE': {
    names: {
      'zh-Hant': '興業圓融-廣州開發區專利許可資產支持專項計劃',
      pt: 'ABS de licenças de patentes da Zona de Desenvolvimento de Guangzhou (2019)',
    },
    ...patentLimits,
    poolTests: patentLicenceTests,
  },
  'CN-SZSE-2019-WENKE-LEASE-1': {
    names: {
      'zh-Hant': '第一創業-文科租賃一期資產支持專項計劃',
      pt: 'First Capital – Locação de Cultura e Tecnologia de Pequim I (venda e relocação de propriedade intelectual)',
    },
    poolTests: sourcedTests({ atLeast: 10 }),
  },
  'CN-SSE-2018-QIYI-SUPPLY-CHAIN': {
    names: {
      'zh-Hant': '奇藝世紀知識產權供應鏈金融資產支持專項計劃',
      pt: 'iQIYI, ABS de créditos de direitos de autor por factoring inverso (2018)',
    },
    poolTests: coreDebtorTests,
  },
  'CN-SSE-2020-PUDONG-KECHUANG-1': {
    names: {
      'zh-Hant': '浦東科創1期知識產權資產支持專項計劃(疫情防控ABS)',
      pt: 'Pudong Kechuang I (primeiro programa de ABS de licenças de patentes)',
    },
    poolTests: sourcedTests({
      atLeast: 9,
      reason: {
        tag: 'R S17,S52',
        text: 'Nine licensees are reported; the guide excepts deals with an AA guarantor',
      },
    }),
  },
  'CN-SZSE-2022-NANSHAN-GXT-5': {
    names: {
      'zh-Hant': '南山區-高新投知識產權5號資產支持專項計劃(科技創新)',
      pt: 'Nanshan – HTI (Gaoxintou) IP n.º 5 (microcrédito com penhor de patentes)',
    },
    poolTests: sourcedTests({ atLeast: 12 }),
  },
  'CN-SZSE-2024-CHENGDU-PILOT-3': {
    names: {
      'zh-Hant': '興業圓融-成都中小擔3期知識產權資產支持專項計劃(中試平台)',
      pt: 'Garantia PME de Chengdu n.º 3, ABS de propriedade intelectual (primeira operação de plataforma-piloto)',
    },
    poolTests: sourcedTests({ atLeast: 14 }),
  },
}

/** The text of a deal file from the text of a term sheet. */
export function dealText(id: string, termSheet: string): string {
  return `${JSON.stringify(readTermSheet(termSheet, supplements[id] ?? {}), null, 2)}\n`
}

function main(): void {
  for (const name of readdirSync(join(folder, 'termsheets')).filter(file => file.endsWith('.json'))) {
    const text = readFileSync(join(folder, 'termsheets', name), 'utf8')
    writeFileSync(join(folder, name), dealText(name.replace(/\.json$/, ''), text))
  }
}

if (process.argv[1] === import.meta.filename) main()
