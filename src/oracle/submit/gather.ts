import { parseAddress } from '../../chain/address.ts'
import { asked } from '../../chain/asked.ts'
import type { Call } from '../../chain/call.ts'
import { ContractRefusedError } from '../../chain/explainRevert.ts'
import { finalBlockOf } from '../../chain/finality.ts'
import { simulate } from '../../chain/send.ts'
import { LedgerError } from '../../domain/errors.ts'
import { filingOf } from '../../sdk/reports/filingOf.ts'
import { restateReport } from '../../sdk/reports/restateReport.ts'
import { submitReport } from '../../sdk/reports/submitReport.ts'
import { finalTimeOf } from '../journal/reconcile.ts'
import { nameOfSlot, slotOf } from '../journal/slot.ts'
import { answerProposal } from '../peers/answer.ts'
import type { Objection, Posted, PostedSignature } from '../peers/board.ts'
import type { Peer } from '../peers/httpPeer.ts'
import { type Answer, answerSchema, readBody, writeBody } from '../peers/message.ts'
import { requireGoodSignature } from '../sign/signature.ts'
import { allOf } from './forEach.ts'
import { reportKey } from './outcome.ts'
import { livePosts, rankOf } from './propose.ts'
import { memberOf, type Station } from './station.ts'

/** Fewer signatures are a quorum of nothing. */
const LEAST_SIGNATURES = 2

/** Brings every open proposal one step further: signatures from the members, then the outbox. */
export async function gatherSignatures(station: Station): Promise<void> {
  await allOf(station.board.open(), posted => gather(station, posted))
}

async function gather(station: Station, posted: Posted): Promise<void> {
  const { client, board, log, passed } = station
  const { digest, proposal } = posted
  const slot = slotOf(proposal.report)
  const final = await asked(finalBlockOf(client.provider, client.finality))
  const isOver = proposal.report.validUntil < (await finalTimeOf(client))
  if (isOver || (await filingOf(client, { ...slot, block: final })) !== undefined) {
    board.settle(digest)
    passed('closed')
    return log({ step: 'gather', slot: nameOfSlot(slot), digest, text: isOver ? 'expired' : 'on the ledger' })
  }
  // It is in a block that can still be undone: then the proposal goes on.
  if ((await filingOf(client, slot)) !== undefined) return
  const [first] = await livePosts(station, slot)
  if (first?.digest !== digest || !(await isOurTurn(station, posted))) return
  const questioned = missing(station, posted)
  await Promise.all(questioned.map(peer => askPeer(station, { posted, peer })))
  await signOurs(station, posted)
  const signatures = board.signaturesOf(digest)
  if (signatures.length < LEAST_SIGNATURES) return
  passed('gathered')
  await enter(station, { posted, signatures, questioned })
}

/** The proposer carries its proposal; another one does when it had its time. */
async function isOurTurn(station: Station, { proposer, postedAt, proposal }: Posted): Promise<boolean> {
  if (proposer === station.wallet) return true
  const rank = await rankOf(station, slotOf(proposal.report))
  return station.now() >= postedAt + Math.max(1, rank) * station.settings.failoverMs
}

/**
 * Whoever carries a proposal signs after another member did and none refused: until then it can still be withdrawn, and its slot
 * is free for a corrected one.
 */
async function signOurs(station: Station, { digest, proposal, proposer }: Posted): Promise<void> {
  const { board, wallet, now, settings } = station
  const signers = board.signaturesOf(digest).map(({ signer }) => signer)
  const objections = board.objectionsTo(digest)
  const isRefused = objections.some(({ isFinal }) => isFinal)
  const isAsked = objections.some(({ peer, at }) => peer === wallet && now() < at + settings.againMs)
  if (signers.includes(wallet) || signers.length === 0 || isRefused || isAsked) return
  const answer = await answerProposal(memberOf(station), { proposal, proposer })
  if (answer.verdict !== 'signed') object(station, { answer, peer: wallet })
}

/** Members that neither signed nor refused, and were not asked a moment ago. */
function missing({ board, peers, now, settings }: Station, { digest }: Posted): readonly Peer[] {
  const signers = board.signaturesOf(digest).map(({ signer }) => signer)
  const objections = new Map(board.objectionsTo(digest).map(objection => [objection.peer, objection]))
  const isWaiting = ({ isFinal, at }: Objection): boolean => isFinal || now() < at + settings.againMs
  return peers.filter(({ wallet }) => {
    const objection = objections.get(wallet)
    return !signers.includes(wallet) && (objection === undefined || !isWaiting(objection))
  })
}

type Asked = { readonly posted: Posted; readonly peer: Peer }

async function askPeer(station: Station, { posted, peer }: Asked): Promise<void> {
  const { client, board, now, log, passed } = station
  const { digest, proposal } = posted
  try {
    const { body } = await peer.ask('proposal', writeBody(proposal))
    passed('asked')
    const answer = readBody(answerSchema, body)
    if (answer.verdict !== 'signed') {
      object(station, { answer: { ...answer, digest }, peer: peer.wallet })
      return
    }
    const signed = { signer: peer.wallet, signature: answer.signature }
    await requireGoodSignature(client, { ...signed, digest })
    board.addSignature(digest, signed)
    const slot = nameOfSlot(slotOf(proposal.report))
    log({ step: 'gather', slot, digest, peer: peer.wallet, text: 'signed' })
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    const { code } = error
    board.object(digest, { peer: peer.wallet, code, isFinal: false, differences: [], at: now() })
    log({ step: 'gather', digest, peer: peer.wallet, code, text: error.message })
  }
}

function object(
  { board, now, log }: Station,
  { answer, peer }: { readonly answer: Exclude<Answer, { verdict: 'signed' }>; readonly peer: string },
): void {
  const { digest, code, differences } = answer
  const isFinal = answer.verdict === 'refused'
  board.object(digest, { peer, code, isFinal, differences, at: now() })
  log({ step: 'gather', digest, peer, code, text: answer.verdict })
}

type Quorum = { readonly posted: Posted; readonly signatures: readonly PostedSignature[] }

/**
 * Hands a report to the outbox once the ledger would take it. Without a quorum it waits for more signatures; whoever was asked
 * and has another proposal learns which ones there are.
 */
async function enter(
  station: Station,
  { posted, signatures, questioned }: Quorum & { readonly questioned: readonly Peer[] },
): Promise<void> {
  const { client, board, outbox, transmitter, log, passed } = station
  const { digest, proposal } = posted
  const slot = slotOf(proposal.report)
  // It was entered before a crash, or before another member brought it again.
  if (outbox.item(reportKey(slot, digest)) !== undefined) return board.settle(digest)
  const call = callOf(station, { posted, signatures })
  try {
    await simulate(client, { call, from: transmitter.address })
  } catch (error) {
    if (!(error instanceof ContractRefusedError) || error.code !== 'report/quorum-missing') throw error
    const signers = signatures.map(({ signer }) => signer)
    const silent = questioned.filter(({ wallet }) => !signers.includes(wallet))
    return share(silent, { posted, signatures })
  }
  await share(station.peers, { posted, signatures })
  passed('shared')
  const label = `${call.contract}.${call.verb}`
  outbox.enter({
    key: reportKey(slot, digest),
    label,
    from: transmitter.address,
    to: call.to,
    data: call.data,
  })
  passed('entered')
  board.settle(digest)
  log({ step: 'submit', slot: nameOfSlot(slot), digest, text: 'entered' })
}

function callOf({ client: { rooms } }: Station, { posted, signatures }: Quorum): Call {
  const { report, previous } = posted.proposal
  const signed = signatures.map(({ signer, signature }) => ({ signer: parseAddress(signer), signature }))
  if (previous === undefined) return submitReport(rooms, { report, signatures: signed })
  return restateReport(rooms, { previous, report, signatures: signed })
}

/**
 * Gives members all signatures, so that each of them could carry the report, and knows what servicer or account bank signed;
 * who is silent is not waited for.
 */
async function share(peers: readonly Peer[], { posted: { proposal }, signatures }: Quorum): Promise<void> {
  const body = writeBody({ proposal, signatures })
  await Promise.allSettled(peers.map(peer => peer.ask('signatures', body)))
}
