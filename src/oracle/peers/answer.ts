import type { Client } from '../../chain/client.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { configDigestOf } from '../../sdk/reports/configDigestOf.ts'
import { filingOf } from '../../sdk/reports/filingOf.ts'
import type { Journal } from '../journal/journal.ts'
import { digestOf, finalTimeOf } from '../journal/reconcile.ts'
import { slotOf } from '../journal/slot.ts'
import { type Signing, signOnce } from '../sign/signOnce.ts'
import type { Board } from './board.ts'
import { rankIn } from './committee.ts'
import { differencesOf } from './differences.ts'
import type { Answer, Difference, Proposal } from './message.ts'

/**
 * What a member's own sources make of a proposal: the report as they give it, with the moments and salts of the proposal; or what
 * does not fit; or that they have not all of it yet.
 */
export type Recomputed =
  | { readonly kind: 'report'; readonly report: CollectionReport }
  | { readonly kind: 'differences'; readonly differences: readonly Difference[] }
  | { readonly kind: 'not-yet'; readonly code: string; readonly differences?: readonly Difference[] }

/** Makes the report of a proposal again from the member's own sources. */
export type Recompute = (proposal: Proposal) => Promise<Recomputed>

export type Member = {
  readonly signing: Signing
  readonly board: Board
  readonly recompute: Recompute
  /** Longest time from observation to expiry that the member signs. */
  readonly longestValidSeconds: bigint
  readonly now: () => number
}

/** Failures of the moment: the same proposal may be signed later. */
const PASSING = new Set([
  'oracle/not-reconciled',
  'oracle/approval-missing',
  'signer/unreachable',
  'store/full',
  'store/busy',
  'peer/folder-failed',
  'file/draft-refused',
  // Until the first one has expired.
  'oracle/second-digest',
])

/** What comes of the node is never a last word, whatever it says: it may only be ill. */
export function isPassing({ code }: LedgerError): boolean {
  return PASSING.has(code) || code.startsWith('chain/')
}

/** Answers a proposal: signed, refused with named differences, or later. What it signs it has made again itself. */
export async function answerProposal(
  member: Member,
  { proposal, proposer }: { readonly proposal: Proposal; readonly proposer: string },
): Promise<Answer> {
  const { signing, board, now } = member
  const { report } = proposal
  const digest = digestOf(signing.client, report)
  try {
    const differences = await faultsOf(member, proposal)
    if (differences.length > 0)
      return { verdict: 'refused', digest, code: 'oracle/differs', differences: [...differences] }
    await freeExpired(signing, report)
    await requireFirst(member, { proposal, proposer, digest })
    // On the board before it is signed, so that whoever has to approve it can look at it.
    board.post({ digest, proposal, proposer, postedAt: now() }, slotOf(report))
    const signed = await signOnce(signing, report)
    board.addSignature(digest, signed)
    return { verdict: 'signed', digest, signature: signed.signature }
  } catch (error) {
    return unsigned(digest, error)
  }
}

type Received = { readonly proposal: Proposal; readonly proposer: string; readonly digest: Hash32 }

/**
 * Of two proposals for a slot the one of the office that comes first in the order goes on, and of one office the later one, so that
 * members that propose at once do not each sign another's. What is passed over was not signed here, or the journal says so.
 */
async function requireFirst(
  { signing: { client }, board }: Member,
  { proposal: { report }, proposer, digest }: Received,
): Promise<void> {
  const finalTime = await finalTimeOf(client)
  const others = board.postedIn(slotOf(report)).filter(posted => {
    const isLive = !posted.closed && posted.proposal.report.validUntil >= finalTime
    return isLive && posted.digest !== digest
  })
  for (const other of others) {
    const rank = await rankIn(client, { deal: report.deal, wallet: proposer })
    const otherRank = await rankIn(client, { deal: report.deal, wallet: other.proposer })
    const isOutdated = other.proposal.report.configDigest !== report.configDigest
    if (!isOutdated && otherRank < rank) throw new NotYetError('oracle/other-proposal')
    board.settle(other.digest)
  }
}

function unsigned(digest: Hash32, error: unknown): Answer {
  if (!(error instanceof LedgerError)) throw error
  if (error instanceof NotYetError)
    return { verdict: 'later', digest, code: error.reason, differences: [...error.differences] }
  if (isPassing(error)) return { verdict: 'later', digest, code: error.code, differences: [] }
  return { verdict: 'refused', digest, code: error.code, differences: [] }
}

/** What this member finds wrong with a proposal. */
async function faultsOf(member: Member, proposal: Proposal): Promise<readonly Difference[]> {
  const { signing, recompute } = member
  const { report } = proposal
  const expected = await expectedFrame(signing.client, member, report)
  if (expected.length > 0) return expected
  const ours = await recompute(proposal)
  switch (ours.kind) {
    case 'differences':
      return ours.differences
    case 'not-yet':
      throw new NotYetError(ours.code, ours.differences)
    case 'report':
      return differencesOf(ours.report, report)
    default:
      return ours satisfies never
  }
}

/** Moments and committee of a report, which every member judges alike. */
async function expectedFrame(
  client: Client,
  { longestValidSeconds, now }: Member,
  report: CollectionReport,
): Promise<readonly Difference[]> {
  const committee = await configDigestOf(client, { deal: report.deal })
  const latest = report.observedAt + longestValidSeconds
  const soon = BigInt(Math.floor(now() / 1000)) + longestValidSeconds
  const differences: Difference[] = []
  if (report.configDigest !== committee)
    differences.push({ field: 'configDigest', ours: committee, theirs: report.configDigest })
  if (report.validUntil > latest)
    differences.push({ field: 'validUntil', ours: `at most ${latest}`, theirs: `${report.validUntil}` })
  if (report.observedAt > soon)
    differences.push({ field: 'observedAt', ours: `at most ${soon}`, theirs: `${report.observedAt}` })
  return differences
}

/** Frees the slot of a report from another digest that the chain can no longer accept. */
export async function freeExpired(
  { client, journal }: { readonly client: Client; readonly journal: Journal },
  report: CollectionReport,
): Promise<void> {
  const slot = slotOf(report)
  const entry = journal.entryOf(slot)
  if (entry === undefined || entry.digest === digestOf(client, report)) return
  const finalTime = await finalTimeOf(client)
  if (entry.report.validUntil >= finalTime) return
  const filing = await filingOf(client, slot)
  if (filing !== undefined) journal.learnFiling(slot, filing.digestPrefix)
  else journal.retire(slot, finalTime)
}

class NotYetError extends LedgerError {
  override readonly code = 'oracle/not-yet'
  readonly reason: string
  readonly differences: readonly Difference[]

  constructor(reason: string, differences: readonly Difference[] = []) {
    super(`The sources of this member are not complete: ${reason}`, { remedy: 'They are asked again' })
    this.reason = reason
    this.differences = differences
  }
}
