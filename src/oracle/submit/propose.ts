import { LedgerError } from '../../domain/errors.ts'
import { groupBy } from '../../domain/groupBy.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { configDigestOf } from '../../sdk/reports/configDigestOf.ts'
import { filingOf } from '../../sdk/reports/filingOf.ts'
import { streamOf } from '../../sdk/reports/streamOf.ts'
import { digestOf, finalTimeOf } from '../journal/reconcile.ts'
import { isSameDigest, nameOfSlot, type Slot, slotOf } from '../journal/slot.ts'
import { freeExpired } from '../peers/answer.ts'
import type { Posted } from '../peers/board.ts'
import { committee, seatOf } from '../peers/committee.ts'
import { differencesOf } from '../peers/differences.ts'
import { termAt } from '../peers/term.ts'
import { forEach } from './forEach.ts'
import { reportKey } from './outcome.ts'
import type { Draft } from './source.ts'
import type { Station } from './station.ts'

/**
 * Proposes what the station's sources give and nobody proposed yet, if it is this office's turn. Nothing is proposed twice: what
 * is on the board or in the journal for a slot is carried on instead.
 */
export async function proposeDrafts(station: Station): Promise<void> {
  const { drafts, problems } = await station.source.drafts()
  for (const problem of problems) station.log({ step: 'propose', code: problem.code, text: problem.message })
  await forEach(await nextOf(station, drafts), draft => proposeDraft(station, draft))
}

async function proposeDraft(station: Station, draft: Draft): Promise<void> {
  const { client, journal, board, outbox, wallet, now, log, passed } = station
  const slot = slotOf(draft.fields)
  if (now() < draft.since + (await rankOf(station, slot)) * station.settings.failoverMs) return
  for (const posted of await livePosts(station, slot)) if (!withdraw(station, { posted, draft })) return
  const proposal = await completed(station, draft)
  await freeExpired({ client, journal }, proposal.report)
  const signed = journal.entryOf(slot)
  if (signed !== undefined && signed.report.configDigest !== proposal.report.configDigest)
    throw new SlotBoundError(slot, signed.report.validUntil)
  const report = signed?.report ?? proposal.report
  const digest = digestOf(client, report)
  if (outbox.item(reportKey(slot, digest)) !== undefined) return
  board.post({ digest, proposal: { ...proposal, report }, proposer: wallet, postedAt: now() }, slot)
  passed('posted')
  log({ step: 'propose', slot: nameOfSlot(slot), digest })
}

type Withdrawing = { readonly posted: Posted; readonly draft: Draft }

/** Gives up a proposal of ours that a member refused, that we did not sign, and that our books no longer give. */
function withdraw({ board, wallet, log }: Station, { posted, draft }: Withdrawing): boolean {
  const { digest, proposer, proposal } = posted
  const isSigned = board.signaturesOf(digest).some(({ signer }) => signer === wallet)
  const isRefused = board.objectionsTo(digest).some(({ isFinal }) => isFinal)
  const isSame = differencesOf({ ...proposal.report, ...draft.fields }, proposal.report).length === 0
  if (proposer !== wallet || isSigned || !isRefused || isSame) return false
  board.settle(digest)
  log({ step: 'propose', slot: nameOfSlot(slotOf(proposal.report)), digest, text: 'withdrawn' })
  return true
}

/** The drafts for whose reports the ledger waits. Of each stream it is asked once, however many drafts lie in the books. */
async function nextOf({ client }: Station, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const streams = groupBy(drafts, ({ fields: { deal, period, stream } }) => `${deal}/${period}/${stream}`)
  const waiting = await Promise.all(
    [...streams.values()].map(async ofStream => {
      const [first] = ofStream
      if (first === undefined) return []
      const { lastSequence } = await streamOf(client, first.fields)
      return ofStream.filter(({ fields }) => fields.sequence === lastSequence + 1)
    }),
  )
  return waiting.flat()
}

/** The place of this office in the order of those that propose. */
export async function rankOf({ client, wallet }: Station, { deal }: Slot): Promise<number> {
  const office = await seatOf(client, { deal, wallet })
  if (office === undefined) throw new SeatMissingError(wallet)
  return committee.indexOf(office)
}

/** Proposals for a slot that can still be accepted. */
export async function livePosts(station: Station, slot: Slot): Promise<readonly Posted[]> {
  const posts = station.board.postedIn(slot).filter(({ closed }) => !closed)
  if (posts.length === 0) return []
  const configDigest = await configDigestOf(station.client, { deal: slot.deal })
  const finalTime = await finalTimeOf(station.client)
  return posts.filter(
    ({ proposal: { report } }) => report.validUntil >= finalTime && report.configDigest === configDigest,
  )
}

async function completed(
  station: Station,
  { fields, replaces, previous: known, attachment }: Draft,
): Promise<Posted['proposal']> {
  const { client, settings } = station
  const term = termAt(await finalTimeOf(client), settings.validSeconds)
  const frame = { ...term, configDigest: await configDigestOf(client, { deal: fields.deal }) }
  if (replaces === undefined) return { report: { ...fields, ...frame }, attachment }
  const previous = known ?? (await replacedReport(station, { ...fields, sequence: replaces }))
  const supersedes = digestOf(client, previous)
  return { report: { ...fields, ...frame, supersedes }, attachment, previous }
}

/** The report that stands in a slot, whole, as the board knows it. */
async function replacedReport({ client, board }: Station, slot: Slot): Promise<CollectionReport> {
  const filing = await filingOf(client, slot)
  const found = board
    .postedIn(slot)
    .find(({ digest }) => filing !== undefined && isSameDigest(filing.digestPrefix, digest))
  if (found === undefined) throw new PreviousUnknownError(slot)
  return found.proposal.report
}

export class SeatMissingError extends LedgerError {
  override readonly code = 'oracle/no-seat'
  readonly wallet: string

  constructor(wallet: string) {
    super(`${wallet} has no seat in the committee of the deal`, {
      remedy: 'The ledger says who is in office; name the wallet of a party that is, or leave the deal out',
    })
    this.wallet = wallet
  }
}

export class SlotBoundError extends LedgerError {
  override readonly code = 'oracle/slot-bound'
  readonly slot: Slot

  constructor(slot: Slot, validUntil: bigint) {
    super(`What was signed here for ${nameOfSlot(slot)} is for a committee that is no longer in office`, {
      remedy: `Another member proposes it, or this one when a final block is later than ${validUntil} (seconds since 1970)`,
    })
    this.slot = slot
  }
}

export class PreviousUnknownError extends LedgerError {
  override readonly code = 'oracle/previous-unknown'
  readonly slot: Slot

  constructor(slot: Slot) {
    super(
      `Report ${nameOfSlot(slot)}, which is to be replaced, is not known here as it stands on the ledger`,
      {
        remedy: 'Let a member propose the restatement that took part in the first report',
      },
    )
    this.slot = slot
  }
}
