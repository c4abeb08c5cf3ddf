import type { BankEntry } from '../../bank/camt/entry.ts'
import { writeJson } from '../../domain/writeJson.ts'
import { type BundleFrame, byAmount, byPayer, byReference, type Open, payersOf } from './bundles.ts'
import { byPeriod, checkLines } from './checkLines.ts'
import { checkTerms } from './checkTerms.ts'
import type { MatchInputs, Matching } from './matching.ts'
import { type Bundle, settle, unmatched } from './settle.ts'

/**
 * Statement against bank against licence. Lines first stand before their licence; what passes is bundled with credits, by
 * reference, then by amount, then by payer, and each bundle is settled to the minor unit. What is neither matched nor
 * explained stays an exception, and only matches are reported.
 */
export function matchPeriod(inputs: MatchInputs): Matching {
  const licences = new Map(inputs.licences.map(licence => [licence.licence, licence]))
  const checked = checkLines(inputs.lines, licences)
  const terms = checkTerms(checked.lines, { ...inputs, licences })
  const frame: BundleFrame = { licences, tolerances: inputs.tolerances, payers: payersOf(inputs.licences) }
  const { bundles, open } = bundled(
    { lines: terms.lines.toSorted(byPeriod), credits: inputs.credits.toSorted(byBooking) },
    frame,
  )
  const settled = bundles.map(bundle =>
    settle(ordered(bundle), { licences, fixings: inputs.fixings, tolerances: inputs.tolerances }),
  )
  return {
    matches: sorted(settled.flatMap(({ matches }) => matches)),
    exceptions: sorted([
      ...checked.exceptions,
      ...terms.exceptions,
      ...settled.flatMap(({ exceptions }) => exceptions),
      ...unmatched(open).exceptions,
    ]),
    states: terms.states,
  }
}

function bundled(
  open: Open,
  frame: BundleFrame,
): { readonly bundles: readonly Bundle[]; readonly open: Open } {
  const first = byReference(open, frame)
  const second = byAmount(first.open, frame)
  const third = byPayer(second.open, frame)
  return { bundles: [...first.bundles, ...second.bundles, ...third.bundles], open: third.open }
}

function ordered({ by, lines, credits }: Bundle): Bundle {
  return { by, lines: lines.toSorted(byPeriod), credits: credits.toSorted(byBooking) }
}

function byBooking(left: BankEntry, right: BankEntry): number {
  if (left.bookedOn !== right.bookedOn) return left.bookedOn < right.bookedOn ? -1 : 1
  return left.key < right.key ? -1 : 1
}

/** Sorted by what each item says: an order that depends on nothing else. */
function sorted<T>(items: readonly T[]): readonly T[] {
  const written = items.map(item => ({ item, text: writeJson(item) }))
  return written.toSorted((left, right) => compare(left.text, right.text)).map(({ item }) => item)
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
