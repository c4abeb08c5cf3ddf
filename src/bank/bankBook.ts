import type { FileFaultError } from '../domain/fileFault.ts'
import { groupBy } from '../domain/groupBy.ts'
import type { BankEntry, EntryDetail } from './camt/entry.ts'
import { EntryConflictError, ReversalUnmatchedError } from './errors.ts'

/** Everything that the bank has said of the accounts, each movement once. */
export type BankBook = {
  readonly entries: readonly BankEntry[]
  /** Credits that stand: neither reversals nor reversed. */
  readonly credits: readonly BankEntry[]
  /** Key of a reversal → key of the entry that it reverses. */
  readonly reversals: ReadonlyMap<string, string>
  readonly faults: readonly FileFaultError[]
}

/**
 * Puts entries of any number of files into one book. The same entry of a notification and a statement, or of a file that
 * was delivered twice, counts once, and the statement's word is kept. Entries of one identity that differ are both left
 * out and named. The result does not depend on the order of the files.
 */
export function bankBook(read: readonly BankEntry[]): BankBook {
  const faults: FileFaultError[] = []
  const byKey = groupBy(read.toSorted(byPreference), ({ key }) => key)
  const entries = [...byKey.values()]
    .flatMap(same => oneOf(same, faults))
    .toSorted((left, right) => (left.key < right.key ? -1 : 1))
  const reversals = reversalsOf(entries, faults)
  const reversed = new Set(reversals.values())
  const credits = entries.filter(
    ({ key, sign, isReversal }) => sign === 'credit' && !isReversal && !reversed.has(key),
  )
  return { entries, credits, reversals, faults }
}

/** Statements before notifications, then as files and lines stand. */
function byPreference(left: BankEntry, right: BankEntry): number {
  const rank = ({ source, place }: BankEntry) =>
    `${source === 'statement' ? 0 : 1} ${place.file} ${String(place.line).padStart(9, '0')} ${String(place.column).padStart(9, '0')}`
  return rank(left) < rank(right) ? -1 : 1
}

function oneOf(same: readonly BankEntry[], faults: FileFaultError[]): readonly BankEntry[] {
  const [first] = same
  if (first === undefined) return []
  const other = same.find(each => !agree(first, each))
  if (other !== undefined) {
    const reason = 'Two entries have one bank reference and differ in amount, sign or currency'
    faults.push(new EntryConflictError(other.place, { other: first.place, reason }))
    return []
  }
  if (first.reference === undefined) {
    const reason = 'Without a bank reference this cannot be told from an equal entry of another statement'
    for (const apart of same.filter(({ report }) => report !== first.report))
      faults.push(new EntryConflictError(apart.place, { other: first.place, reason }))
  }
  return [withDetails(first, same)]
}

/** A notification may say of the payer what the statement leaves out. */
function withDetails(first: BankEntry, same: readonly BankEntry[]): BankEntry {
  if (first.details.length > 0) return first
  return { ...first, details: same.find(({ details }) => details.length > 0)?.details ?? [] }
}

function agree(left: BankEntry, right: BankEntry): boolean {
  return (
    left.sign === right.sign &&
    left.amount.currency === right.amount.currency &&
    left.amount.minor === right.amount.minor
  )
}

/** A reversal takes the opposite sign of its original, the same amount, and shares a reference with it. */
function reversalsOf(entries: readonly BankEntry[], faults: FileFaultError[]): ReadonlyMap<string, string> {
  const originals = groupBy(
    entries.filter(({ isReversal }) => !isReversal),
    entry => likeness(entry, entry.sign),
  )
  const found = new Map<string, string>()
  const taken = new Set<string>()
  for (const reversal of entries.filter(({ isReversal }) => isReversal)) {
    const wanted = likeness(reversal, reversal.sign === 'credit' ? 'debit' : 'credit')
    const candidates = (originals.get(wanted) ?? []).filter(
      original => !taken.has(original.key) && sharesReference(original, reversal),
    )
    const [original] = candidates
    if (original === undefined || candidates.length > 1) {
      faults.push(new ReversalUnmatchedError(reversal.place, candidates.length))
      continue
    }
    taken.add(original.key)
    found.set(reversal.key, original.key)
  }
  return found
}

function likeness({ account, amount }: BankEntry, sign: BankEntry['sign']): string {
  return `${account} ${amount.currency} ${amount.minor} ${sign}`
}

function sharesReference(left: BankEntry, right: BankEntry): boolean {
  const known = new Set(referencesOf(left))
  return referencesOf(right).some(reference => known.has(reference))
}

/** Every reference of an entry: the bank's and those of its payments. */
export function referencesOf({ reference, details }: BankEntry): readonly string[] {
  const given = details.flatMap((detail: EntryDetail) => [...detail.references, ...detail.documents])
  return [...new Set(reference === undefined ? given : [reference, ...given])]
}
