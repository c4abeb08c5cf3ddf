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
import type { Board, Posted } from './board.ts'
import { isSignedByPair, rankIn } from './committee.ts'
import { differencesOf } from './differences.ts'
import type { Answer, Difference, Proposal } from './message.ts'
import { termAt } from './term.ts'

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
  /** How long a term of the deal's reports is. */
  readonly validSeconds: bigint
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
 * Of two proposals for a slot one goes on, for all members the same, so that those that propose at once do not each sign
 * another's. What is passed over was not signed here, or the journal says so.
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
    if (await goesBefore(other)) throw new NotYetError('oracle/other-proposal')
    board.settle(other.digest)
  }

  /**
   * Never one for another committee, and of one office the later one. Then what servicer or account bank signed, because nothing
   * is accepted without both; then the term that ends first; then the order of the offices.
   */
  async function goesBefore(other: Posted): Promise<boolean> {
    const { configDigest, validUntil, deal } = other.proposal.report
    if (configDigest !== report.configDigest) return false
    const rank = await rankIn(client, { deal, wallet: proposer })
    const otherRank = await rankIn(client, { deal, wallet: other.proposer })
    if (otherRank === rank) return false
    const isSigned = await isSignedByPair(client, { deal, signed: board.signaturesOf(digest) })
    const isOtherSigned = await isSignedByPair(client, { deal, signed: board.signaturesOf(other.digest) })
    if (isSigned !== isOtherSigned) return isOtherSigned
    return validUntil === report.validUntil ? otherRank < rank : validUntil < report.validUntil
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
  const { report } = proposal
  const frame = await frameDifferences(member, report)
  if (frame.length > 0) return frame
  const ours = await member.recompute(proposal)
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

/**
 * Committee and term of a report, which every member knows alike: the term that began last, or one before it that is not over.
 * A term that has not begun for this member's node has for that of the proposer.
 */
async function frameDifferences(
  { signing: { client }, validSeconds }: Member,
  report: CollectionReport,
): Promise<readonly Difference[]> {
  const configDigest = await configDigestOf(client, { deal: report.deal })
  const time = await finalTimeOf(client)
  const isOver = report.validUntil < time
  const term = termAt(isOver ? time : report.observedAt, validSeconds)
  const differences = differencesOf({ ...report, ...term, configDigest }, report)
  if (differences.length === 0 && term.observedAt > time) throw new NotYetError('oracle/term-ahead')
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
