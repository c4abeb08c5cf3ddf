import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '../../chain/client.ts'
import type { LedgerError } from '../../domain/errors.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { digestOf } from '../journal/reconcile.ts'
import { nameOfSlot } from '../journal/slot.ts'
import type { Recomputed } from '../peers/answer.ts'
import { differencesOf } from '../peers/differences.ts'
import type { Difference, Proposal } from '../peers/message.ts'
import type { Draft, Source } from '../submit/source.ts'
import { attachmentName, attachmentOf, attachmentSchema } from './attachment.ts'
import type { Books } from './books.ts'
import { collectionsUntil, type PeriodCollections } from './collections.ts'
import { type BookDraft, type Drafted, draftOf, salted, seedOf } from './draftOf.ts'
import { BooksOpenError, LedgerDiffersError, UnmatchedError } from './errors.ts'
import type { Fact } from './evidenceOfPeriod.ts'
import { type FactsReader, factsReader, type LedgerFacts } from './ledgerFacts.ts'
import type { OpenBooks } from './openBooks.ts'
import { turns } from './turns.ts'

/** The longest that one value of a difference may be. */
const MOST_SHOWN = 1_900
const MOST_DIFFERENCES = 100

export type BookSourceSettings = {
  readonly client: Client
  readonly deal: DealId
  readonly books: OpenBooks
  /** Milliseconds. */
  readonly now: () => number
}

/** What books and ledger give at one moment, stream by stream. */
export type Evaluated = {
  readonly books: Books
  readonly facts: LedgerFacts
  readonly drafted: ReadonlyMap<number, Drafted>
}

/**
 * A member's own books as a source of reports: the files of its folder, matched with the bank and the licences, against what the
 * ledger shows. Each step can be repeated: files are known by their hash, readings by file, figures by books and ledger. Rounds
 * and members that ask at the same time are served in turn, for one work folder and one reading of the ledger are behind them.
 */
export function bookSource({ client, deal, books, now }: BookSourceSettings): Source {
  const evaluate = evaluator(books)
  const since = new Map<string, number>()
  const said = new Map<number, string>()
  const inTurn = turns()
  let reader: FactsReader | undefined
  const look = async (): Promise<Evaluated> => {
    const { terms } = await books.read()
    reader ??= factsReader(client, { deal, streams: terms.currencies.length })
    return evaluate(await reader())
  }
  return Object.freeze({
    drafts: () => inTurn(drafts),
    recompute: (proposal: Proposal) =>
      inTurn(async () => {
        await books.collect()
        const { drafted, facts } = await look()
        return recompute(drafted, { proposal, facts, client })
      }),
  })

  async function drafts(): ReturnType<Source['drafts']> {
    const problems: LedgerError[] = []
    const { came, refused } = await books.collect()
    problems.push(...refused)
    for (const file of came.filter(({ isNew }) => isNew)) problems.push(...(await books.reading(file)).faults)
    const { drafted } = await look()
    const secret = await secretOf(books.folder)
    const drafts: Draft[] = []
    for (const [stream, each] of drafted) {
      if (each.kind === 'draft') drafts.push(await asDraft(each.draft))
      const problem = problemOf(each, nameOfStream(deal, stream))
      if (problem !== undefined && said.get(stream) !== problem.message) problems.push(problem)
      said.set(stream, problem?.message ?? '')
    }
    return { drafts, problems }

    async function asDraft(draft: BookDraft): Promise<Draft> {
      const { fields, seed, evidence } = salted(draft, seedOf(secret, draft))
      const key = `${nameOfSlot(fields)} ${evidence.root}`
      since.set(key, since.get(key) ?? now())
      const attachment = await attachmentOf(books.folder, { seed, facts: draft.facts, evidence })
      return Object.freeze({
        fields,
        replaces: draft.replaces?.report.sequence,
        previous: draft.replaces?.report,
        attachment,
        since: since.get(key) ?? now(),
      })
    }
  }
}

/** The first of its stream: "deal 1, stream 2". */
export function nameOfStream(deal: DealId, stream: number): string {
  return `deal ${deal}, stream ${stream}`
}

/** Evaluates books against the ledger; what was matched is matched again only when the books changed. */
export function evaluator(books: Pick<OpenBooks, 'read'>): (facts: LedgerFacts) => Promise<Evaluated> {
  const known = new WeakMap<Books, Map<number, readonly PeriodCollections[]>>()
  return async facts => {
    const now = await books.read()
    const number = Number(facts.period ?? 0n)
    const matched = known.get(now) ?? new Map<number, readonly PeriodCollections[]>()
    known.set(now, matched)
    const periods = matched.get(number) ?? collectionsUntil(now, number)
    matched.set(number, periods)
    const drafted = now.terms.currencies.map(
      (_, index) => [index + 1, draftOf(now, { facts, periods, stream: index + 1 })] as const,
    )
    return { books: now, facts, drafted: new Map(drafted) }
  }
}

/** What stands in the way of a draft, if anything does, as a failure that names it. */
export function problemOf(drafted: Drafted, subject: string): LedgerError | undefined {
  switch (drafted.kind) {
    case 'draft':
    case 'done':
      return undefined
    case 'open':
      return new BooksOpenError(subject, drafted.reasons)
    case 'unmatched':
      return new UnmatchedError(subject, drafted.reasons)
    case 'differs':
      return new LedgerDiffersError(subject, drafted.reasons)
    default:
      return drafted satisfies never
  }
}

type Recomputing = { readonly proposal: Proposal; readonly facts: LedgerFacts; readonly client: Client }

/** The report of a proposal as this member's own books and ledger give it, salted as its proposer did. */
function recompute(
  drafted: ReadonlyMap<number, Drafted>,
  { proposal, facts, client }: Recomputing,
): Recomputed {
  const { report, attachment } = proposal
  const ours = drafted.get(report.stream)
  if (ours === undefined || report.period !== facts.period || ours.kind === 'done')
    return { kind: 'not-yet', code: 'oracle/no-draft' }
  const problem = problemOf(ours, nameOfStream(report.deal, report.stream))
  if (ours.kind !== 'draft') {
    const differences = ours.reasons.map(reason => ({
      field: ours.kind,
      ours: shown(reason),
      theirs: 'none',
    }))
    return { kind: 'not-yet', code: problem?.code ?? 'oracle/no-draft', differences: first(differences) }
  }
  const read = attachmentSchema.safeParse(attachment)
  if (!read.success)
    return {
      kind: 'differences',
      differences: [{ field: 'attachment', ours: attachmentName, theirs: 'another form' }],
    }
  const { observedAt, validUntil, configDigest } = report
  const supersedes = ours.draft.replaces && digestOf(client, ours.draft.replaces.report)
  const { fields } = salted(ours.draft, read.data.seed)
  const own: CollectionReport = {
    ...fields,
    ...{ observedAt, validUntil, configDigest },
    ...(supersedes === undefined ? {} : { supersedes }),
  }
  const differences = differencesOf(own, report)
  if (differences.length === 0) return { kind: 'report', report: own }
  const factual = read.data.facts === null ? [] : factDifferences(ours.draft.facts, read.data.facts)
  return { kind: 'differences', differences: first([...differences, ...factual]) }
}

/** Facts that one side has and the other has not, or has otherwise. */
function factDifferences(ours: readonly Fact[], theirs: readonly Fact[]): readonly Difference[] {
  const [left, right] = [contentsOf(ours), contentsOf(theirs)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(id => {
    const [here, there] = [left.get(id) ?? 'nothing', right.get(id) ?? 'nothing']
    return here === there ? [] : [{ field: shown(id), ours: shown(here), theirs: shown(there) }]
  })
}

function contentsOf(facts: readonly Fact[]): ReadonlyMap<string, string> {
  return new Map(facts.map(({ id, content }) => [id, content]))
}

function first(differences: readonly Difference[]): readonly Difference[] {
  return differences.slice(0, MOST_DIFFERENCES)
}

function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

/** The secret from which this signer's salts follow; drawn once and kept beside the books. */
async function secretOf(folder: string): Promise<Hash32> {
  const path = join(folder, 'secret')
  const there = await readFile(path, 'utf8').catch(() => undefined)
  if (there !== undefined) return hash32(there.trim())
  const drawn = `0x${randomBytes(32).toString('hex')}`
  const file = await open(`${path}.part`, 'w', 0o600)
  await file.writeFile(drawn)
  await file.sync()
  await file.close()
  await rename(`${path}.part`, path)
  return hash32(drawn)
}
