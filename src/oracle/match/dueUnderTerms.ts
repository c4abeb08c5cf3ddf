import { addDays, addMonths, civilOf, type Day } from '../../domain/dates.ts'
import { greatest, least, mulDivDown, mulDivHalfUp } from '../../domain/mulDiv.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import type { Span } from '../collect/forms.ts'
import type { Licence, Tier } from './licence.ts'

/** What a licence must remember from one period to the next. All zero before the first. */
export type LicenceState = {
  /** First day of the licence year that the two next figures count. */
  readonly yearFrom: Day
  readonly baseInYear: bigint
  readonly royaltyInYear: bigint
  readonly royaltyInLife: bigint
  readonly recouped: bigint
}

export type Due = {
  readonly fixed: bigint
  /** By the tiers alone. */
  readonly royalty: bigint
  /** What the minimum guarantee added. */
  readonly topUp: bigint
  /** What the cap took. */
  readonly capped: bigint
  /** What was set off against the advance. */
  readonly recouped: bigint
  /** Fixed fee and royalty, topped up, capped, less what was set off: what a statement must come to. */
  readonly gross: bigint
  readonly after: LicenceState
}

export function firstState({ from }: Licence): LicenceState {
  return { yearFrom: from, baseInYear: 0n, royaltyInYear: 0n, royaltyInLife: 0n, recouped: 0n }
}

/**
 * What one period makes due, in this order: tiers on the base, minimum guarantee, cap, advance; the fixed fee stands
 * apart. A royalty is rounded half up to the minor unit once, over all tiers; a set-off is rounded down. A yearly
 * guarantee tops up in the period that ends the licence year, or the licence.
 */
export function dueUnderTerms(
  licence: Licence,
  { span, base, before }: { readonly span: Span; readonly base: bigint; readonly before: LicenceState },
): Due {
  const state = inYearOf(licence, span, before)
  const { royalty: terms } = licence
  const counted = terms?.counted === 'year' ? state.baseInYear : 0n
  const royalty = terms === undefined ? 0n : tiered(terms.tiers, { from: counted, to: counted + base })
  const topUp = topUpOf(licence, { royalty, span, state })
  const allowed = roomUnderCap(licence, state)
  const earned = allowed === undefined || royalty + topUp <= allowed ? royalty + topUp : allowed
  const recouped = recoupedOf(licence, { earned, before: state.recouped })
  return Object.freeze({
    fixed: licence.fixedFee,
    royalty,
    topUp,
    capped: royalty + topUp - earned,
    recouped,
    gross: licence.fixedFee + earned - recouped,
    after: {
      yearFrom: state.yearFrom,
      baseInYear: state.baseInYear + base,
      royaltyInYear: state.royaltyInYear + earned,
      royaltyInLife: state.royaltyInLife + earned,
      recouped: state.recouped + recouped,
    },
  })
}

/** Days on which the licence years begin. */
function inYearOf({ from }: Licence, span: Span, before: LicenceState): LicenceState {
  const years = Math.max(0, wholeYears(from, span.from))
  const yearFrom = addMonths(from, 12 * years)
  if (yearFrom <= before.yearFrom) return before
  return { ...before, yearFrom, baseInYear: 0n, royaltyInYear: 0n }
}

function wholeYears(from: Day, to: Day): number {
  const years = civilOf(to).year - civilOf(from).year
  return addMonths(from, 12 * years) > to ? years - 1 : years
}

/** The part of each tier between two bases, at the tier's rate. */
function tiered(
  tiers: readonly Tier[],
  { from, to }: { readonly from: bigint; readonly to: bigint },
): bigint {
  const weighed = tiers.reduce((sum, { above, rateE9 }, index) => {
    const until = tiers[index + 1]?.above
    const high = least(to, until ?? to)
    const low = greatest(from, above)
    return high > low ? sum + (high - low) * rateE9 : sum
  }, 0n)
  return mulDivHalfUp(weighed, { times: 1n, over: ONE_PPB_SCALE })
}

type Earned = { readonly royalty: bigint; readonly span: Span; readonly state: LicenceState }

function topUpOf(licence: Licence, { royalty, span, state }: Earned): bigint {
  const { minimumGuarantee: guarantee } = licence
  if (guarantee === undefined) return 0n
  const reached = guarantee.counted === 'period' ? royalty : state.royaltyInYear + royalty
  if (guarantee.counted === 'year' && !endsYear(licence, span, state)) return 0n
  return reached < guarantee.amount ? guarantee.amount - reached : 0n
}

function endsYear({ to }: Licence, span: Span, { yearFrom }: LicenceState): boolean {
  return span.to >= to || span.to + 1n >= addMonths(yearFrom, 12)
}

function roomUnderCap({ cap }: Licence, state: LicenceState): bigint | undefined {
  if (cap === undefined) return undefined
  const used = { period: 0n, year: state.royaltyInYear, life: state.royaltyInLife }[cap.counted]
  return cap.amount > used ? cap.amount - used : 0n
}

function recoupedOf(
  { advance }: Licence,
  { earned, before }: { readonly earned: bigint; readonly before: bigint },
): bigint {
  if (advance === undefined) return 0n
  const open = advance.amount - before
  const share = mulDivDown(earned, { times: advance.sharePpb, over: ONE_PPB_SCALE })
  return least(share, open)
}

/** The periods of a licence that end within a span of days; the last one ends with the licence. */
export function periodsEndingIn(licence: Licence, { from, to }: Span): readonly Span[] {
  const spans: Span[] = []
  for (let begin = licence.from, index = 1; begin <= licence.to; index += 1) {
    const next = addMonths(licence.from, licence.months * index)
    const end = next > licence.to ? licence.to : addDays(next, -1n)
    if (end >= from && end <= to) spans.push({ from: begin, to: end })
    begin = next
  }
  return spans
}
