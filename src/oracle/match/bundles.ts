import { referencesOf } from '../../bank/bankBook.ts'
import type { BankEntry } from '../../bank/camt/entry.ts'
import { groupBy } from '../../domain/groupBy.ts'
import { plainText } from '../collect/forms.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { Licence } from './licence.ts'
import type { Bundle } from './settle.ts'
import type { Tolerances } from './tolerances.ts'

export type Open = { readonly lines: readonly StatementLine[]; readonly credits: readonly BankEntry[] }
export type Bundled = { readonly bundles: readonly Bundle[]; readonly open: Open }

export type BundleFrame = {
  readonly licences: ReadonlyMap<string, Licence>
  readonly tolerances: Tolerances
  /** Plain name of a payer → obligor. Names that two obligors share are not in it. */
  readonly payers: ReadonlyMap<string, string>
}

/** Names that licences give to payers. A name of two obligors tells nothing. */
export function payersOf(licences: Iterable<Licence>): ReadonlyMap<string, string> {
  const named = [...licences].flatMap(({ obligor, payers }) =>
    payers.map(name => [plainName(name), obligor] as const),
  )
  const byName = groupBy(named, ([name]) => name)
  return new Map(
    [...byName].flatMap(([name, pairs]) => {
      const obligors = new Set(pairs.map(([, obligor]) => obligor))
      const [only] = obligors
      return obligors.size === 1 && only !== undefined ? [[name, only] as const] : []
    }),
  )
}

function plainName(name: string): string {
  return plainText(name).toUpperCase()
}

/**
 * Lines and credits that share a reference: of the bank, of the payment, of an invoice, or as a word of the remittance
 * text. Whatever hangs together through references is one bundle: many lines paid at once, one line paid in parts.
 */
export function byReference({ lines, credits }: Open, frame: BundleFrame): Bundled {
  const byWord = groupBy(
    lines.filter(({ reference }) => reference !== undefined),
    ({ reference = '' }) => plainName(reference),
  )
  const links = credits.map(credit => ({ credit, lines: linkedLines(credit, byWord, frame) }))
  const groups = joined(links.filter(link => link.lines.length > 0))
  const bundles = groups.map(group => ({ by: 'reference' as const, ...group }))
  return { bundles, open: without({ lines, credits }, bundles) }
}

function linkedLines(
  credit: BankEntry,
  byWord: ReadonlyMap<string, readonly StatementLine[]>,
  frame: BundleFrame,
): readonly StatementLine[] {
  const payer = obligorOf(credit, frame)
  const found = [...wordsOf(credit)].flatMap(word => byWord.get(word) ?? [])
  const payable = found.filter(line => isPayable(line, credit, frame))
  const own = payer === undefined ? payable : payable.filter(({ obligor }) => obligor === payer)
  const obligors = new Set(own.map(({ obligor, currency }) => `${obligor} ${currency}`))
  return obligors.size === 1 ? own : []
}

/** A credit pays a line in its currency, or in the one that its licence lets the licensee pay in. */
function isPayable(
  { currency, licence }: StatementLine,
  { amount }: BankEntry,
  { licences }: BundleFrame,
): boolean {
  return amount.currency === currency || licences.get(licence)?.fx?.paidIn === amount.currency
}

function wordsOf(credit: BankEntry): ReadonlySet<string> {
  const remittance = credit.details.map(each => each.remittance).join(' ')
  const words = plainName(remittance).split(/[\s,;:()、]+/)
  return new Set([...referencesOf(credit).map(plainName), ...words].filter(word => word !== ''))
}

function obligorOf({ details }: BankEntry, { payers }: BundleFrame): string | undefined {
  const named = details.flatMap(({ payer }) => (payer === undefined ? [] : [payers.get(plainName(payer))]))
  return new Set(named).size === 1 ? named[0] : undefined
}

type Link = { readonly credit: BankEntry; readonly lines: readonly StatementLine[] }

/** Connected groups, by union of lines. Lines of several credit currencies stay with the first. */
function joined(links: readonly Link[]): readonly Open[] {
  const parents = new Map<string, string>()
  const nodeOf = (line: StatementLine, credit: BankEntry): string => `${credit.amount.currency} ${line.key}`
  const rootOf = (node: string): string => {
    let root = node
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above
    for (let at = node; at !== root; ) {
      const above = parents.get(at) ?? root
      parents.set(at, root)
      at = above
    }
    return root
  }
  const claimed = new Map<string, string>()
  const kept = links.flatMap(({ credit, lines }) => {
    const own = lines.filter(line => {
      const currency = String(credit.amount.currency)
      const first = claimed.get(line.key) ?? currency
      claimed.set(line.key, first)
      return first === currency
    })
    const [first, ...others] = own
    if (first === undefined) return []
    for (const other of others) {
      const [left, right] = [rootOf(nodeOf(first, credit)), rootOf(nodeOf(other, credit))]
      if (left !== right) parents.set(right, left)
    }
    return [{ credit, lines: own, node: nodeOf(first, credit) }]
  })
  return [...groupBy(kept, ({ node }) => rootOf(node)).values()].map(group => ({
    lines: [...new Map(group.flatMap(({ lines }) => lines).map(line => [line.key, line])).values()],
    credits: group.map(({ credit }) => credit),
  }))
}

/**
 * Of one payer, lines and credits of exactly one amount, oldest with oldest. Equal amounts cannot be told apart, and need
 * not be.
 */
export function byAmount(open: Open, frame: BundleFrame): Bundled {
  const amountOf = (obligor: string, { currency, minor }: StatementLine['net']) =>
    `${obligor} ${currency} ${minor}`
  const owed = groupBy(open.lines, line => amountOf(line.obligor, line.net))
  const received = groupBy(open.credits, credit => amountOf(obligorOf(credit, frame) ?? '', credit.amount))
  const bundles = [...received].flatMap(([key, credits]) =>
    paired({ lines: owed.get(key) ?? [], credits }, frame),
  )
  return { bundles, open: without(open, bundles) }
}

/** Lines and credits of one amount, both oldest first: a line too old for one credit is too old for all later ones. */
function paired({ lines, credits }: Open, { tolerances }: BundleFrame): readonly Bundle[] {
  const bundles: Bundle[] = []
  let next = 0
  for (const credit of credits) {
    while ((lines[next]?.span.to ?? credit.bookedOn) + tolerances.daysAfter < credit.bookedOn) next += 1
    const line = lines[next]
    if (line === undefined || credit.bookedOn < line.span.to - tolerances.daysBefore) continue
    bundles.push({ by: 'amount', lines: [line], credits: [credit] })
    next += 1
  }
  return bundles
}

/** What is left of a payer: all its open lines of one currency against all its open credits in time. */
export function byPayer(open: Open, frame: BundleFrame): Bundled {
  const owed = groupBy(open.lines, line => `${line.obligor} ${line.currency}`)
  const received = groupBy(
    open.credits,
    credit => `${obligorOf(credit, frame) ?? ''} ${credit.amount.currency}`,
  )
  const bundles = [...owed].flatMap(([key, lines]) => {
    const [first, last] = [lines[0], lines.at(-1)]
    const credits = (received.get(key) ?? []).filter(({ bookedOn }) =>
      isBetween(bookedOn, { first, last, frame }),
    )
    return credits.length === 0 ? [] : [{ by: 'payer' as const, lines, credits }]
  })
  return { bundles, open: without(open, bundles) }
}

/** Whether a day lies between the earliest and the latest on which lines of these periods may be paid. */
function isBetween(
  day: bigint,
  {
    first,
    last,
    frame: { tolerances },
  }: {
    readonly first: StatementLine | undefined
    readonly last: StatementLine | undefined
    readonly frame: BundleFrame
  },
): boolean {
  if (first === undefined || last === undefined) return false
  return day >= first.span.to - tolerances.daysBefore && day <= last.span.to + tolerances.daysAfter
}

function without({ lines, credits }: Open, bundles: readonly Bundle[]): Open {
  const paid = new Set(bundles.flatMap(bundle => bundle.lines.map(({ key }) => key)))
  const used = new Set(bundles.flatMap(bundle => bundle.credits.map(({ key }) => key)))
  return {
    lines: lines.filter(({ key }) => !paid.has(key)),
    credits: credits.filter(({ key }) => !used.has(key)),
  }
}
