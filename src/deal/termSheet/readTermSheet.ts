import { parseDay } from '../../domain/dates.ts'
import { parseConvention } from '../../domain/dayCount.ts'
import { collectProblems, type ProblemCollector } from '../../domain/errors.ts'
import { parseRate } from '../../domain/rates.ts'
import { contractualCash } from '../contractual.ts'
import { DealFileError } from '../errors.ts'
import { readForm } from '../readForm.ts'
import { readJson } from '../readJson.ts'
import type { Names } from '../schema/atoms.ts'
import { type DealFile, dealSchema, dealSchemaName } from '../schema/deal.ts'
import type { GovernanceFile } from '../schema/governance.ts'
import type { DealLimitsFile, SeriesLimitsFile } from '../schema/limits.ts'
import type { AssetFile } from '../schema/pool.ts'
import type { PoolTestsFile } from '../schema/poolTests.ts'
import { readAssets } from './assets.ts'
import { movePoint } from './movePoint.ts'
import { guarantorsOf, readParties } from './parties.ts'
import { carryProvenance } from './provenance.ts'
import { type TermSheet, termSheetSchema } from './schema.ts'
import { cureDaysOf, readConditions, readEffect, readRepayment } from './terms.ts'
import { readTranches } from './tranches.ts'

/**
 * What a term sheet does not give: its name in the other two languages, who may hold its series, what holders resolve, the
 * tests of its pool, how long its assets live.
 */
export type Supplement = {
  readonly names?: Pick<Names, 'zh-Hant' | 'pt'>
  readonly limits?: DealLimitsFile
  readonly governance?: GovernanceFile
  readonly poolTests?: PoolTestsFile
  readonly lifeEnd?: string
  /** By the id of the series. */
  readonly seriesLimits?: Readonly<Record<string, SeriesLimitsFile>>
}

/** Between the calendars of a deal that has several. */
const JOINT = /\s*(?:[+,&;、]|\band\b)\s*/
const USUAL_TAX = '0.03'
const USUAL_SENIOR_FEE_BPS = '15'
const USUAL_COVERS = ['tax', 'fees_senior', 'int:senior', 'prin_sched:senior']
const COVER_WORDS: ReadonlyMap<string, string> = new Map([
  ['tax', 'tax'],
  ['senior fees', 'fees_senior'],
  ['senior interest', 'int:senior'],
  ['senior scheduled principal', 'prin_sched:senior'],
])

/** Turns the term sheet of a published deal into a deal file. Gaps are filled with the usual and tagged as assumed. */
export function readTermSheet(text: string, supplement: Supplement = {}): DealFile {
  const problems = collectProblems()
  const read = readJson(text)
  if ('problems' in read) throw new DealFileError(read.problems)
  const form = readForm(read.value, termSheetSchema)
  form.problems.forEach(problems.note)
  if (form.data === undefined || form.faults.length > 0) throw new DealFileError(problems.problems())
  checkFigures(form.data, problems)
  problems.refuse(found => new DealFileError(found))
  const file = fileOf(form.data, { supplement, problems })
  problems.refuse(found => new DealFileError(found))
  const checked = readForm(file, dealSchema)
  checked.problems.forEach(problems.note)
  problems.refuse(found => new DealFileError(found))
  return checked.data ?? dealSchema.parse(file)
}

/** Dates that exist and rates within their bound, before anything is computed of them. */
function checkFigures(sheet: TermSheet, problems: ProblemCollector): void {
  const { closing_date: closing, legal_final: legalFinal, payment_dates: payments, pool } = sheet
  const days = [
    ['/closing_date', closing],
    ['/legal_final', legalFinal],
    ...payments.map((day, position) => [`/payment_dates/${position}`, day]),
  ]
  const rates = [
    ...(pool.contract_rate === undefined ? [] : [['/pool/contract_rate', pool.contract_rate]]),
    ...(pool.assets ?? []).map((row, position) => [
      `/pool/assets/${position}/contract_rate`,
      row.contract_rate,
    ]),
  ]
  for (const [path = '', value = ''] of days) problems.attempt({ path, value }, () => parseDay(value))
  for (const [path = '', value = ''] of rates) problems.attempt({ path, value }, () => parseRate(value))
}

type Filling = { readonly supplement: Supplement; readonly problems: ProblemCollector }

function fileOf(sheet: TermSheet, { supplement, problems }: Filling): unknown {
  const { names, limits, governance, poolTests, lifeEnd, seriesLimits = {} } = supplement
  const assets = readAssets(sheet).map(asset => (lifeEnd === undefined ? asset : { ...asset, lifeEnd }))
  const repayment = readRepayment(sheet)
  const baseline = baselineOf(sheet, assets)
  const body = {
    ...headOf(sheet, names),
    ...fixingsOf(sheet),
    calendars: (sheet.calendars?.deal ?? 'CN-SSE').split(JOINT),
    dayCount: sheet.day_count,
    rounding: roundingOf(sheet, problems),
    tranches: readTranches(sheet, seriesLimits),
    ...(limits === undefined ? {} : { limits }),
    pool: {
      total: assets.reduce((sum, { principal }) => sum + BigInt(principal), 0n).toString(),
      ...(sheet.pool.asset === undefined ? {} : { kind: sheet.pool.asset }),
      repayment,
      assets,
    },
    ...(poolTests === undefined ? {} : { poolTests }),
    parties: readParties(sheet),
    accounts: [
      { id: 'collection', purpose: 'collection', sweepsTo: 'supervised' },
      { id: 'supervised', purpose: 'supervised', sweepsTo: 'plan' },
      { id: 'plan', purpose: 'plan', receives: ['income', 'principal'] },
    ],
    tax: { rate: sheet.fees?.tax_rate_on_interest ?? USUAL_TAX, inclusive: true },
    fees: [{ id: 'senior', rank: 'senior', payTo: 'manager', basis: seniorFee(sheet) }],
    supports: supportsOf(sheet),
    reserve: null,
    refunds: null,
    triggers: triggersOf(sheet, problems),
    ...(governance === undefined ? {} : { governance }),
    waterfall: waterfallOf(sheet),
    periodCalendar: calendarOf(sheet),
    periods: sheet.payment_dates.map((payment, row) => ({ payment, baseline: baseline[row] ?? '0' })),
    facts: factsOf(sheet),
  }
  return { ...body, provenance: carryProvenance(sheet, body) }
}

function headOf(sheet: TermSheet, names: Supplement['names']) {
  return {
    schema: dealSchemaName,
    id: sheet.deal_id,
    names: {
      'zh-Hans': sheet.name_zh,
      'zh-Hant': names?.['zh-Hant'] ?? sheet.name_zh,
      pt: names?.pt ?? sheet.name_en,
      en: sheet.name_en,
    },
    ...(sheet.fictional === undefined ? {} : { fictional: sheet.fictional }),
    ...(sheet.venue === undefined ? {} : { venue: sheet.venue }),
    currency: sheet.currency,
    total: sheet.total,
    face: '10000',
    closingDate: sheet.closing_date,
    legalFinal: sheet.legal_final,
  }
}

const ROUNDINGS = [
  [/half[- ]?up|四舍五入/i, 'halfUp'],
  [/floor|down|truncat/i, 'floor'],
  [/ceil|round(ed)? up/i, 'ceil'],
] as const

function baselineOf(sheet: TermSheet, assets: readonly AssetFile[]): readonly string[] {
  const terms = {
    assets,
    repayment: readRepayment(sheet),
    start: parseDay(sheet.closing_date),
    days: sheet.payment_dates.map(parseDay),
    convention: parseConvention(sheet.day_count),
  }
  return contractualCash(terms).map(rows =>
    rows.reduce((sum, { income, principal }) => sum + income + principal, 0n).toString(),
  )
}

function roundingOf({ rounding }: TermSheet, problems: ProblemCollector): DealFile['rounding'] {
  const words = rounding?.interest ?? 'half-up'
  const amount = ROUNDINGS.find(([pattern]) => pattern.test(words))?.[1] ?? 'halfUp'
  if (!ROUNDINGS.some(([pattern]) => pattern.test(words))) {
    const remedy = 'Write half-up, floor or ceil'
    problems.note({
      path: '/rounding/interest',
      value: words,
      message: 'These words are not understood',
      remedy,
    })
  }
  const split = (rounding?.pro_rata ?? 'largest').includes('largest') ? 'largest' : 'first'
  return { interest: amount, fees: amount, tax: amount, split }
}

function seniorFee({ fees }: TermSheet): DealFile['fees'][number]['basis'] {
  return { kind: 'rate', rate: movePoint(fees?.senior_bps ?? USUAL_SENIOR_FEE_BPS, 4), on: 'notes' }
}

function fixingsOf({ fixings }: TermSheet): { readonly fixings?: readonly unknown[] } {
  if (fixings === undefined) return {}
  const rows = Object.entries(fixings).map(([pair, words]) => {
    const [from = '', to = ''] = pair.split('/')
    return { from, to, rate: /^[\d.]+/.exec(words)?.[0] ?? words }
  })
  return { fixings: rows }
}

function supportsOf(sheet: TermSheet): readonly unknown[] {
  return guarantorsOf(sheet).map(({ id, commitment_cap: commitment = sheet.total, covers }) => ({
    id,
    kind: 'guarantor',
    party: id,
    commitment,
    covers: covers?.map(words => COVER_WORDS.get(words) ?? words) ?? USUAL_COVERS,
    draws: 'secondPass',
  }))
}

function triggersOf(sheet: TermSheet, problems: ProblemCollector): readonly unknown[] {
  return sheet.triggers.map(({ id, type, test, effect: consequence }, position) => {
    const when = readConditions(test, sheet)
    const effect = readEffect(type)
    if (when === undefined) {
      const remedy = 'Write the trigger into the deal file as conditions'
      problems.note({
        path: `/triggers/${position}/test`,
        value: test,
        message: 'These words are not understood',
        remedy,
      })
    }
    if (effect === undefined) {
      const remedy = 'Write acceleration, default, perfection or disclosure'
      problems.note({
        path: `/triggers/${position}/type`,
        value: type,
        message: 'This effect is unknown',
        remedy,
      })
    }
    const cureDays = cureDaysOf(test)
    return {
      id,
      effect,
      when,
      decision: 'automatic',
      latched: false,
      ...(cureDays === undefined ? {} : { cureDays }),
      text: test,
      ...(consequence === undefined ? {} : { consequence }),
    }
  })
}

function waterfallOf({ waterfall }: TermSheet): unknown {
  const { normal, acceleration, default: inDefault, same_rank: sameRank, junior_rule: juniorRule } = waterfall
  return { normal, acceleration, default: inDefault, sameRank, juniorRule }
}

const ACTS: ReadonlyMap<string, string> = new Map([
  ['monthly servicer', 'sweep'],
  ['T-8 servicer', 'transfer'],
  ['T-7 servicer', 'report'],
  ['T-6 manager', 'notice'],
  ['T-5 guarantor', 'guarantee'],
  ['T-5 custodian', 'custodyReport'],
  ['T-4 manager', 'calculate'],
  ['T-3 manager', 'publish'],
  ['T-2 custodian', 'instruct'],
  ['T-1 registrar', 'record'],
  ['T registrar', 'pay'],
  ['T+1 custodian', 'reconcile'],
  ['T+5 regulator view', 'periodFile'],
])
const OFFICES_OF_ACTS = ['servicer', 'manager', 'guarantor', 'custodian', 'registrar']

function calendarOf({ period_calendar: calendar }: TermSheet): readonly unknown[] {
  const seen = new Map<string, number>()
  return (calendar?.steps ?? []).map(({ day, who, do: text }) => {
    const act = ACTS.get(`${day} ${who}`) ?? 'act'
    const count = (seen.get(act) ?? 0) + 1
    seen.set(act, count)
    const office = OFFICES_OF_ACTS.includes(who) ? { who } : {}
    return { act: count === 1 ? act : `${act}-${count}`, at: day, ...office, text }
  })
}

const READ = [
  'schema',
  'deal_id',
  'name_zh',
  'name_en',
  'fictional',
  'venue',
  'currency',
  'total',
  'closing_date',
  'legal_final',
  'tranches',
  'parties',
  'fees',
  'rounding',
  'day_count',
  'payment_dates',
  'waterfall',
  'triggers',
  'period_calendar',
  'calendars',
  'fixings',
  'provenance',
  'units',
]

/** Everything that has no field of its own is kept as it stands. */
function factsOf(sheet: TermSheet): unknown {
  const { pool, ...others } = sheet
  const { assets: _assets, asset: _asset, ...poolFacts } = pool
  const rest = Object.fromEntries(Object.entries(others).filter(([key]) => !READ.includes(key)))
  return { ...rest, pool: poolFacts }
}
