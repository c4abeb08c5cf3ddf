import { concat, keccak256, toUtf8Bytes } from 'ethers'
import { canonicalJson } from '../../deal/canonicalJson.ts'
import { formatDay } from '../../domain/dates.ts'
import { type Hash32, hash32, period as periodId } from '../../domain/ids.ts'
import { saltedHash } from '../../domain/saltedHash.ts'
import type { PeriodStage } from '../../domain/stages.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { reportData } from '../journal/reportText.ts'
import { nameOfSlot } from '../journal/slot.ts'
import type { Draft } from '../submit/source.ts'
import { saltedFacts, saltOf } from './attachment.ts'
import type { Books } from './books.ts'
import type { PeriodCollections } from './collections.ts'
import { type Fact, factsBehind } from './evidenceOfPeriod.ts'
import { balancesOf, byNumber, type Figures, figuresOf, standingIn } from './figures.ts'
import type { FiledReport, LedgerFacts } from './ledgerFacts.ts'
import { exceptionText } from './matchUntil.ts'

/** What books and ledger give for one stream of the open period. */
export type Drafted =
  | { readonly kind: 'draft'; readonly draft: BookDraft }
  /** The ledger has what the books give. */
  | { readonly kind: 'done' }
  /** `open` passes with time, `unmatched` and `differs` need a person. */
  | { readonly kind: 'open' | 'unmatched' | 'differs'; readonly reasons: readonly string[] }

/** A report without its hashes and moments, and the facts behind it. Whoever proposes it salts them. */
export type BookDraft = {
  readonly fields: Omit<Draft['fields'], 'statementHash' | 'evidenceRoot'>
  /** The report that stands and is replaced. */
  readonly replaces: FiledReport | undefined
  readonly facts: readonly Fact[]
}

/** Stages in which a period takes reports. */
const UNDIVIDED: readonly PeriodStage[] = ['Open', 'Reported', 'Called', 'Calculated', 'Disputed']

/**
 * The complete report of one stream for the open period, from the matched books and the facts of the ledger: pure, and
 * the same for every signer whose books say the same. Nothing unmatched is in it, and while an exception is open there is none.
 * `periods` are the collections of all periods up to the open one.
 */
export function draftOf(
  books: Books,
  {
    facts,
    periods,
    stream,
  }: {
    readonly facts: LedgerFacts
    readonly periods: readonly PeriodCollections[]
    readonly stream: number
  },
): Drafted {
  const open = periods.at(-1)
  const place = facts.streams.get(stream)
  if (open === undefined || place === undefined) return { kind: 'open', reasons: ['no period is open'] }
  const waits = waitsFor(open, { facts, isDisputed: place.isDisputed })
  if (waits.length > 0) return { kind: 'open', reasons: waits }
  const unmatched = open.matched.exceptions.filter(({ weight }) => weight === 'open')
  if (unmatched.length > 0) return { kind: 'unmatched', reasons: unmatched.map(exceptionText) }
  const figured = figuresOf(books, { facts, periods, stream })
  if (figured.kind !== 'figures') return figured
  const [standing, ...more] = standingIn(facts, { stream, number: open.number })
  if (more.length > 0)
    return {
      kind: 'differs',
      reasons: ['several reports of the stream stand: their sum is not of these books'],
    }
  if (standing !== undefined && isSaid(standing.report, figured.figures)) return { kind: 'done' }
  const balances = stream === 1 ? balancesOf(periods, { books, facts }) : new Map<string, bigint>()
  if ('kind' in balances) return balances
  const fields = {
    ...{ deal: facts.deal, stream, period: periodId(BigInt(open.number)), sequence: place.lastSequence + 1 },
    ...{ kind: kindOf(figured.figures, standing), isFinal: true, currency: facts.currency },
    ...figured.figures,
  }
  const behind = factsBehind(books, { periods, stream, balances })
  return { kind: 'draft', draft: Object.freeze({ fields, replaces: standing, facts: behind }) }
}

/** What must happen before the books of a period are closed. */
function waitsFor(
  { matched: { period, unstated } }: PeriodCollections,
  { facts, isDisputed }: { readonly facts: LedgerFacts; readonly isDisputed: boolean },
): readonly string[] {
  const cutOff = formatDay(period.cutOff)
  return [
    ...(UNDIVIDED.includes(facts.stage) ? [] : [`the period is ${facts.stage} and takes no reports`]),
    ...(isDisputed ? ['the stream is in dispute'] : []),
    ...(facts.day > period.cutOff ? [] : [`the books close on ${cutOff}`]),
    ...unstated.map(account => `the bank has not stated account ${account} up to ${cutOff}`),
  ]
}

function kindOf(
  { income, principal, receipts }: Figures,
  standing: FiledReport | undefined,
): CollectionReport['kind'] {
  if (standing !== undefined) return 'Restatement'
  return income + principal === 0n && receipts.length === 0 ? 'Nil' : 'Initial'
}

/** Whether a report says these figures. */
function isSaid(report: CollectionReport, figures: Figures): boolean {
  const stated = reportData({ ...report, receipts: report.receipts.toSorted(byNumber) })
  const ours = reportData({ ...report, ...figures })
  return canonicalJson(stated) === canonicalJson(ours)
}

/** What one signer adds to a draft: salts from one seed, and the hashes that follow from them. */
export type Salted = {
  readonly fields: Draft['fields']
  readonly evidence: Evidence
  readonly seed: Hash32
}

/**
 * Salts the facts of a draft. Each has a salt of its own that follows from the seed and its name, so that the seed alone is to
 * be told to the other signers, and a salt that is told to an auditor tells nothing of others.
 */
export function salted({ fields, facts }: Pick<BookDraft, 'fields' | 'facts'>, seed: Hash32): Salted {
  const evidence = saltedFacts(facts, seed)
  const statementHash = saltedHash(saltOf(seed, 'statement'), statementText({ fields, facts }))
  return { fields: { ...fields, statementHash, evidenceRoot: evidence.root }, evidence, seed }
}

/** The servicer's statement of the period, whole: figures and all facts behind them. Its salted hash is in the report. */
export function statementText({ fields, facts }: Pick<BookDraft, 'fields' | 'facts'>): string {
  const figures: unknown = JSON.parse(
    JSON.stringify(fields, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  )
  return canonicalJson({ figures, facts })
}

/**
 * The seed of a draft: from a secret of the signer and what is salted. The same draft has the same seed after a restart; another
 * one in the same slot has another, so that no two texts share a salt.
 */
export function seedOf(secret: Hash32, draft: Pick<BookDraft, 'fields' | 'facts'>): Hash32 {
  const text = `${nameOfSlot(draft.fields)} ${statementText(draft)}`
  return hash32(keccak256(concat([secret, keccak256(toUtf8Bytes(text))])))
}
