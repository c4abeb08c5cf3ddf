import { valueAt } from '../pointer.ts'
import type { TermSheet } from './schema.ts'
import { isAmortisationClear } from './terms.ts'

const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^\/name_zh$/, '/names/zh-Hans'],
  [/^\/name_en$/, '/names/en'],
  [/^\/closing_date$/, '/closingDate'],
  [/^\/legal_final$/, '/legalFinal'],
  [/^\/day_count$/, '/dayCount'],
  [/^\/payment_dates$/, '/periods'],
  [/^\/period_calendar$/, '/periodCalendar'],
  [/^\/pool\/asset$/, '/pool/kind'],
  [/^\/pool\/amort$/, '/pool/repayment'],
  [/^\/tranches\/(\d+)\/amort$/, '/tranches/$1/amortisation'],
  [/^\/tranches\/(\d+)\/expected_maturity$/, '/tranches/$1/expectedMaturity'],
]

/** The tags of the term sheet at their new places, and a tag for everything that was filled in. */
export function carryProvenance(sheet: TermSheet, body: unknown): Readonly<Record<string, string>> {
  const carried = Object.entries(sheet.provenance).flatMap(([pointer, tag]) =>
    placesOf(pointer, body).map(place => [place, tag] as const),
  )
  const stated = new Set(carried.map(([place]) => place))
  const filled = filledIn(sheet).filter(place => !stated.has(place) && valueAt(body, place) !== undefined)
  const guessed = sheet.tranches.flatMap((tranche, position) =>
    isAmortisationClear(tranche) ? [] : [`/tranches/${position}/amortisation`],
  )
  return Object.fromEntries([
    ...carried,
    ...[...filled, ...guessed].map(place => [place, 'assumed'] as const),
  ])
}

function placesOf(pointer: string, body: unknown): readonly string[] {
  if (pointer === '/') return ['/']
  const renamed = RENAMED.reduce((text, [from, to]) => text.replace(from, to), pointer)
  const places = [renamed, `/facts${pointer}`].filter(place => valueAt(body, place) !== undefined)
  return places
}

/** What no term sheet states: these places are assumed unless the sheet tags them itself. */
function filledIn(sheet: TermSheet): readonly string[] {
  const { fees, rounding, pool, tranches } = sheet
  return [
    '/names/zh-Hant',
    '/names/pt',
    '/face',
    '/calendars',
    '/accounts',
    '/limits',
    '/governance',
    ...(fees === undefined ? ['/tax', '/fees'] : []),
    ...(rounding === undefined ? ['/rounding'] : []),
    ...(pool.assets === undefined ? ['/pool/assets', '/pool/total'] : []),
    ...(pool.amort === undefined ? ['/pool/repayment'] : []),
    '/supports',
    '/poolTests',
    '/periods',
    ...tranches.flatMap(({ series, amort, risk_grade_min: grade, maturity_classes: classes }, position) => [
      ...(series === undefined ? [`/tranches/${position}/series`] : []),
      ...(amort === undefined ? [`/tranches/${position}/amortisation`] : []),
      ...(grade === undefined ? [`/tranches/${position}/riskGrade`] : []),
      ...(classes === undefined ? [`/tranches/${position}/maturityClasses`] : []),
    ]),
  ]
}
