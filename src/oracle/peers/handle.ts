import { parseAddress } from '../../chain/address.ts'
import { digestOf } from '../journal/reconcile.ts'
import { slotOf } from '../journal/slot.ts'
import { isGoodSignature } from '../sign/signature.ts'
import { answerProposal, type Member } from './answer.ts'
import { seatOf } from './committee.ts'
import type { Envelope } from './envelope.ts'
import {
  holdingSchema,
  MessageRefusedError,
  proposalSchema,
  readBody,
  type Signatures,
  signaturesSchema,
  writeBody,
} from './message.ts'

export type Reply = { readonly kind: string; readonly body: string }

/** Does what a member asks; whether it is a member, and asks for the first time, was looked at before. */
export async function handleMessage(
  member: Member,
  { envelope, wallet }: { readonly envelope: Envelope; readonly wallet: string },
): Promise<Reply> {
  const { kind, body } = envelope
  if (kind === 'proposal') {
    const proposal = readBody(proposalSchema, body)
    const answer = await answerProposal(member, { proposal, proposer: wallet })
    return { kind: 'answer', body: writeBody(answer) }
  }
  if (kind === 'signatures') {
    const taken = await takeSignatures(member, { posted: readBody(signaturesSchema, body), proposer: wallet })
    return { kind: 'taken', body: writeBody({ taken }) }
  }
  if (kind === 'holding') {
    readBody(holdingSchema, body)
    const signatures = member.board
      .signedBy(wallet)
      .map(({ proposal: { report }, signature }) => ({ report, signature }))
    return { kind: 'held', body: writeBody({ signatures }) }
  }
  throw new MessageRefusedError(`nobody here answers "${kind}"`)
}

/** Fewer offices than any report needs. */
const LEAST_SEATS = 2

/**
 * Keeps the good signatures of a report, so that this member can carry it too if its proposer does not. A report that is not open
 * here must have those of two offices, or one member could fill a slot with what nobody else agrees to, or bring back what gave way.
 */
async function takeSignatures(
  { signing: { client }, board, now }: Member,
  { posted, proposer }: { readonly posted: Signatures; readonly proposer: string },
): Promise<number> {
  const { proposal, signatures } = posted
  const digest = digestOf(client, proposal.report)
  const judged = await Promise.all(
    signatures.map(async signed => ({
      signed,
      isGood: await isGoodSignature(client, { ...signed, digest }),
      seat: await seatOf(client, { deal: proposal.report.deal, wallet: parseAddress(signed.signer) }),
    })),
  )
  const good = judged.filter(({ isGood, seat }) => isGood && seat !== undefined)
  const seats = new Set(good.map(({ seat }) => seat))
  if (board.posted(digest)?.closed !== false && seats.size < LEAST_SEATS) return 0
  board.database.inTransaction(() => {
    board.post({ digest, proposal, proposer, postedAt: now() }, slotOf(proposal.report))
    for (const { signed } of good) board.addSignature(digest, signed)
  })
  return good.length
}
