import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { fraction } from '../fraction.ts'
import type { Repayment } from '../schema/pool.ts'
import type { Amortisation } from '../schema/tranche.ts'
import type { Condition, TriggerFile } from '../schema/trigger.ts'
import { lessThanOne, movePoint } from './movePoint.ts'
import { guarantorsOf } from './parties.ts'
import type { TermSheet } from './schema.ts'
import { splitFloor } from './splitFloor.ts'

/** The words of term sheets, read into terms. What they leave open is filled with the usual and tagged as assumed. */

type TrancheSheet = TermSheet['tranches'][number]

export function readAmortisation(tranche: TrancheSheet, sheet: TermSheet): Amortisation {
  const words = tranche.amort ?? ''
  const dates = sheet.payment_dates
  if (tranche.level === 'junior' || words === 'residual') return { kind: 'residual' }
  const equal = /(\d+) equal/.exec(words)
  if (equal !== null) return { kind: 'equal', instalments: Number(equal[1]) }
  if (words.includes('bullet')) return bulletAt(dates.at(-1) ?? '', tranche)
  const shares = sharesIn(words)
  if (shares !== undefined) return yearlyInstalments(shares, { tranche, dates })
  if (tranche.expected_maturity !== undefined) return byExpectedMaturity(tranche, sheet)
  if (words.includes('pass')) return { kind: 'passThrough' }
  return { kind: 'equal', instalments: dates.length }
}

function bulletAt(date: string, { size }: TrancheSheet): Amortisation {
  return { kind: 'schedule', instalments: [{ date, amount: size }] }
}

/** "30/30/40 yearly" → 30, 30, 40. */
function sharesIn(words: string): readonly string[] | undefined {
  return /(\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?)+)/.exec(words)?.[1]?.split('/')
}

/** Whether the words of an amortisation say how much is due when; the usual takes the place of others. */
export function isAmortisationClear({ amort = '' }: TrancheSheet): boolean {
  return amort === '' || /\d+ equal|bullet|pass|residual/.test(amort) || sharesIn(amort) !== undefined
}

type Yearly = { readonly tranche: TrancheSheet; readonly dates: readonly string[] }

function yearlyInstalments(shares: readonly string[], { tranche, dates }: Yearly): Amortisation {
  const amounts = splitFloor(BigInt(tranche.size), shares.map(fraction))
  const instalments = amounts.map((amount, index) => ({
    date: dates[Math.ceil((dates.length * (index + 1)) / shares.length) - 1] ?? '',
    amount: amount.toString(),
  }))
  return { kind: 'schedule', instalments }
}

/** Time slices: a bullet where the pool pays in bullets, else equal instalments after the slice before. */
function byExpectedMaturity(tranche: TrancheSheet, sheet: TermSheet): Amortisation {
  const reached = (until: string): number => sheet.payment_dates.filter(date => date <= until).length
  const last = reached(tranche.expected_maturity ?? '')
  if (sheet.pool.amort?.includes('bullet')) return bulletAt(sheet.payment_dates[last - 1] ?? '', tranche)
  const before = sheet.tranches
    .slice(0, sheet.tranches.indexOf(tranche))
    .flatMap(({ expected_maturity }) => (expected_maturity === undefined ? [] : [reached(expected_maturity)]))
  const first = Math.max(0, ...before.filter(count => count < last))
  return { kind: 'equal', first: first + 1, instalments: last - first }
}

export function readRepayment({ pool, payment_dates: dates }: TermSheet): Repayment {
  const words = pool.amort ?? ''
  const shares = sharesIn(words)
  if (shares !== undefined) {
    return {
      kind: 'stated',
      shares: shares.map((share, index) => ({
        at: Math.ceil((dates.length * (index + 1)) / shares.length),
        share: movePoint(share, 2),
      })),
    }
  }
  if (words.includes('level')) return { kind: 'level', instalments: dates.length }
  if (words.includes('bullet')) return { kind: 'bullet', at: dates.length }
  return { kind: 'equal', instalments: dates.length }
}

/** The conditions of a trigger, or `undefined` if its words are not understood. */
export function readConditions(words: string, sheet: TermSheet): readonly Condition[] | undefined {
  const parts = words.split(/ or /).map(part => readCondition(part.trim(), sheet))
  const found = parts.flatMap(part => part ?? [])
  return parts.every(part => part !== undefined) ? unique(found) : undefined
}

const LOW_COLLECTIONS =
  /^period[_ ]collections < \d+(?:\.\d+)?%? (?:\*|of) forecast(?: for (\d+) (?:consecutive )?periods)?$/

function readCondition(words: string, sheet: TermSheet): readonly Condition[] | undefined {
  const share = shareIn(words)
  const seniors = sheet.tranches.filter(({ level }) => level === 'senior')
  const senior = seniors.map(({ id }) => id)
  const bearing = seniors.filter(({ coupon }) => coupon !== null).map(({ id }) => id)
  if (/^cumulative[_ ]default[_ ]rate/.test(words) && share !== undefined)
    return [{ kind: 'cumulativeDefault', above: share }]
  if (words.startsWith('guarantor_rating') || words.startsWith('guarantor rating')) {
    return [{ kind: 'event', event: 'RatingBelowFloor' }]
  }
  if (words.startsWith('guarantor fails')) {
    const guarantors = guarantorsOf(sheet)
    return [
      { kind: 'event', event: 'GuarantorFailed' },
      ...guarantors.map(({ id }) => ({ kind: 'callUnpaid', support: id }) as const),
    ]
  }
  const low = LOW_COLLECTIONS.exec(words)
  if (low !== null && share !== undefined)
    return [{ kind: 'lowCollections', below: share, periods: Number(low[1] ?? '1') }]
  if (/^cumulative[_ ]collections/.test(words) && share !== undefined)
    return [{ kind: 'cumulativeShortfall', below: share }]
  if (words.startsWith('senior interest unpaid'))
    return [{ kind: 'interestUnpaid', tranches: bearing.length === 0 ? senior : bearing }]
  if (words.startsWith('senior principal unpaid')) return [{ kind: 'principalUnpaid', tranches: senior }]
  if (words.startsWith('servicer'))
    return [{ kind: 'event', event: words.includes('insolvency') ? 'Insolvency' : 'ServicerDefault' }]
  if (words.startsWith('expected cash flow down') && share !== undefined) {
    return [{ kind: 'lowCollections', below: lessThanOne(share), periods: 1 }]
  }
  if (words.startsWith('asset loss') && share !== undefined) return [{ kind: 'periodDefault', above: share }]
  return readTest(words, { bearing, rated: sheet.tranches.filter(({ level }) => level !== 'junior') })
}

type Tested = { readonly bearing: readonly string[]; readonly rated: readonly TrancheSheet[] }

/** The tests of cover, the size of the pool, and a date. */
function readTest(words: string, { bearing, rated }: Tested): readonly Condition[] | undefined {
  const below = multipleIn(words)
  const share = shareIn(words)
  if (/^(dscr|debt service cover)/i.test(words) && below !== undefined)
    return [{ kind: 'debtService', tranches: [...bearing], below }]
  if (/^(icr|interest cover)/i.test(words) && below !== undefined)
    return [{ kind: 'interestCoverage', tranches: [...bearing], below }]
  if (/^(oc|over-?collaterali[sz]ation)\b/i.test(words) && below !== undefined)
    return [{ kind: 'overcollateralisation', tranches: rated.map(({ id }) => id), below }]
  if (/^pool[_ ]balance\b/.test(words) && share !== undefined) return [{ kind: 'poolBelow', share }]
  const [, date] = /^payment[_ ]date >= (\d{4}-\d{2}-\d{2})$/.exec(words) ?? []
  return date === undefined ? undefined : [{ kind: 'dateReached', date }]
}

/** "1.30x", "1.3" or "130%" after the sign, as a multiple. */
function multipleIn(words: string): string | undefined {
  const [, number, percent] = /< *(\d+(?:\.\d+)?)(%|x)?$/.exec(words) ?? []
  if (number === undefined) return undefined
  return percent === '%' ? movePoint(number, 2) : number
}

/** The share that words compare with, a percentage as a fraction of one; `undefined` if they name none up to the whole. */
function shareIn(words: string): string | undefined {
  const [, number, percent] = /[<>]=? *(\d+(?:\.\d+)?)(%?)/.exec(words) ?? []
  if (number === undefined) return undefined
  const share = percent === '%' ? movePoint(number, 2) : number
  return fraction(share) > ONE_PPB_SCALE ? undefined : share
}

export function readEffect(type: string): TriggerFile['effect'] | undefined {
  const known = [
    'acceleration',
    'default',
    'perfection',
    'disclosure',
    'trap',
    'divert',
    'demote',
    'call',
  ] as const
  return known.find(effect => effect === type)
}

export function cureDaysOf(words: string): number | undefined {
  const match = /after (\d+) business days/.exec(words)
  return match === null ? undefined : Number(match[1])
}

/** "stable" for a pool of leases and licences that earn, "pilotPassed" for a pool of pilot plants. */
export function maturityOf(sheet: TermSheet): 'stable' | 'pilotPassed' {
  return /pilot|中试/.test(`${sheet.name_zh} ${sheet.name_en}`) ? 'pilotPassed' : 'stable'
}

function unique(conditions: readonly Condition[]): readonly Condition[] {
  const texts = conditions.map(condition => JSON.stringify(condition))
  return conditions.filter((_, index) => texts.indexOf(texts[index] ?? '') === index)
}
