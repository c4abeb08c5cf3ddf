import { parseAddress } from '../../../src/chain/address.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { type DealId, dealId } from '../../../src/domain/ids.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { type Series, seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { configureVoting } from '../../../src/sdk/governance/configureVoting.ts'
import type { VotingTerms } from '../../../src/sdk/governance/votingTerms.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import { storeProgram } from '../../../src/sdk/waterfall/storeProgram.ts'
import type { Layout } from '../../../src/waterfall/program.ts'
import { pay, wordsOf } from '../waterfall/build.ts'
import { hashOf, type Ledger, type Person, START, YEAR } from './ledger.ts'
import { dealTerms, registeredRight } from './sampleDeal.ts'

export const WEEK = 604_800n
export const FACE = 10_000n

/** Principal of A, then of C, from what was collected. */
const LAYOUT: Layout = {
  arrivals: 1,
  supports: 0,
  cash: [{ feed: 'principal', purpose: 'plan' }],
  notes: 2,
  state: 2,
  payees: [
    { kind: 'principal', ref: 0 },
    { kind: 'principal', ref: 1 },
    { kind: 'residual', ref: 1 },
  ],
  scheduled: 0,
  reportInputs: [],
  temps: 0,
}
const WORDS = wordsOf(LAYOUT, [
  pay({ from: 1, due: 2, to: 4 }),
  pay({ from: 1, due: 3, to: 5 }),
  pay({ from: 1, to: 6 }),
])

/** Acceleration by the controlling class, default by all, a week each; a holder of a tenth may propose. */
export const VOTING: VotingTerms = {
  matters: {
    Acceleration: {
      class: 'Controlling',
      quorumPpb: 500_000_000n,
      thresholdPpb: 666_666_667n,
      votingSeconds: WEEK,
    },
    Default: { class: 'All', quorumPpb: 500_000_000n, thresholdPpb: 500_000_000n, votingSeconds: WEEK },
  },
  proposerPpb: 100_000_000n,
  executeSeconds: 2n * WEEK,
  excluded: [],
}

/**
 * A deal that pays, its A held 300 to 200 by investors of Hong Kong and 100 by the trustee, and C by the registrar; one book is taken of each. A stranger stands in
 * for the rooms that bring it there.
 */
export async function votingDeal(ledger: Ledger, terms: VotingTerms) {
  const { client, rooms } = ledger
  const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
  const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
  const deal: DealId = dealId(requireEvent(receipt, query).deal)
  const rights = [await registeredRight(ledger, 'patent of battery cells')]
  await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
  await ledger.act('manager', limitPool(rooms, { deal, limits: [] }))
  const filing = { deal, kind: 'csrc.filing', documentHash: hashOf('filing') }
  await ledger.act('manager', fileDocument(rooms, filing))
  await ledger.act('manager', issueNotes(rooms, { deal }))
  const reporting = {
    streams: 1,
    challengeSeconds: 0n,
    disputeSeconds: 86_400n,
    bandPpb: 0n,
    refundCap: 0n,
    feeCaps: [],
    baselines: [0n],
    dueAt: [[START + YEAR]],
  }
  await ledger.act('manager', configureReports(rooms, { deal, terms: reporting }))
  const opening = [0n, 600n * FACE, 400n * FACE]
  const program = { words: WORDS, schedule: [], opening, flags: 0, callSeconds: 3600n }
  await ledger.act('manager', storeProgram(rooms, { deal, program }))
  await ledger.act('manager', configureVoting(rooms, { deal, terms }))
  await ledger.act('manager', offerDeal(rooms, { deal }))
  const [filed, mirror] = await seriesOf(client, { deal })
  if (filed === undefined || mirror === undefined) throw new RangeError('the sample deal has two series')
  for (const role of ['ROOM_OFFERING', 'NOTE_MOVER', 'ROOM_RECORDS'] as const)
    await ledger.standIn('stranger', roomRoles[role])
  await hold(ledger, filed, [
    ['investorHk', 300n],
    ['secondInvestorHk', 200n],
    ['trustee', 100n],
  ])
  await hold(ledger, mirror, [['registrar', 400n]])
  await ledger.room('DealBook', 'activate', [deal])
  return { deal, filed: filed.series, mirror: mirror.series }
}

/** Issues a note, releases it and takes its first book. */
async function hold(
  ledger: Ledger,
  { note }: Series,
  holders: readonly (readonly [Person, bigint])[],
): Promise<void> {
  const to = parseAddress(note ?? '')
  const acts = [
    ['mint', [holders.map(([name, units]) => [ledger.wallet(name), units])]],
    ['release', []],
    ['closeBook', []],
    ['takeBook', []],
    ['openBook', []],
  ] as const
  for (const [verb, args] of acts) await ledger.room('SeriesNote', verb, args, to)
}
