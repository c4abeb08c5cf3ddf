import { expect } from 'chai'
import { parseAddress } from '../../../src/chain/address.ts'
import { encodeData } from '../../../src/chain/call.ts'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { type DealId, dealId, type SeriesId } from '../../../src/domain/ids.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { type Series, seriesOf } from '../../../src/sdk/deals/seriesOf.ts'
import { walkDeal } from '../../../src/sdk/deals/walkDeal.ts'
import { ballotOf } from '../../../src/sdk/governance/ballotOf.ts'
import { castListedVotes } from '../../../src/sdk/governance/castListedVotes.ts'
import { castVote } from '../../../src/sdk/governance/castVote.ts'
import { concludeResolution } from '../../../src/sdk/governance/concludeResolution.ts'
import { configureVoting } from '../../../src/sdk/governance/configureVoting.ts'
import { excludeVoters } from '../../../src/sdk/governance/excludeVoters.ts'
import { executeResolution } from '../../../src/sdk/governance/executeResolution.ts'
import { isVoterExcluded } from '../../../src/sdk/governance/isVoterExcluded.ts'
import { type Motion, payloadOf } from '../../../src/sdk/governance/motion.ts'
import { proposeAsHolder } from '../../../src/sdk/governance/proposeAsHolder.ts'
import { proposeResolution } from '../../../src/sdk/governance/proposeResolution.ts'
import { resolutionCount } from '../../../src/sdk/governance/resolutionCount.ts'
import { resolutionOf } from '../../../src/sdk/governance/resolutionOf.ts'
import type { VotingTerms } from '../../../src/sdk/governance/votingTerms.ts'
import { votingTermsOf } from '../../../src/sdk/governance/votingTermsOf.ts'
import { votingWeightOf } from '../../../src/sdk/governance/votingWeightOf.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import { storeProgram } from '../../../src/sdk/waterfall/storeProgram.ts'
import type { Layout } from '../../../src/waterfall/program.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { pay, wordsOf } from '../waterfall/build.ts'
import { hashOf, type Ledger, type Person, startLedger } from './ledger.ts'
import { dealTerms, meetOffices, registeredRight } from './sampleDeal.ts'

const WEEK = 604_800n
const FACE = 10_000n
const INVITATION = hashOf('invitation')
const DEFAULT: Motion = { matter: 'Default' }

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

const TERMS: VotingTerms = {
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

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('governance', () => {
  let ledger: Ledger
  let deal: DealId
  let terms: VotingTerms
  let filed: SeriesId
  let mirror: SeriesId
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    for (const name of ['investorHk', 'secondInvestorHk'] as const) await ledger.meet(name)
    terms = { ...TERMS, excluded: [await ledger.party('guarantor')] }
    deal = await votingDeal()
  })
  after(() => ledger.close())

  /** A deal whose A is held 400 to 200 in Hong Kong, and C by the registrar; one book is taken of each. */
  async function votingDeal(): Promise<DealId> {
    const { client, rooms } = ledger
    const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
    const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
    const id = dealId(requireEvent(receipt, query).deal)
    const rights = [await registeredRight(ledger, 'patent of battery cells')]
    await ledger.act('originator', pledgeRights(rooms, { deal: id, rights }))
    const filing = { deal: id, kind: 'csrc.filing', documentHash: hashOf('filing') }
    await ledger.act('manager', fileDocument(rooms, filing))
    await ledger.act('manager', issueNotes(rooms, { deal: id }))
    const reporting = {
      streams: 1,
      challengeSeconds: 0n,
      disputeSeconds: 86_400n,
      bandPpb: 0n,
      refundCap: 0n,
      feeCaps: [],
      baselines: [0n],
    }
    await ledger.act('manager', configureReports(rooms, { deal: id, terms: reporting }))
    const opening = [0n, 600n * FACE, 400n * FACE]
    const program = { words: WORDS, schedule: [], opening, flags: 0, callSeconds: 3600n }
    await ledger.act('manager', storeProgram(rooms, { deal: id, program }))
    expect(await votingTermsOf(client, { deal: id })).to.equal(undefined)
    await ledger.act('manager', configureVoting(rooms, { deal: id, terms }))
    await ledger.act('manager', offerDeal(rooms, { deal: id }))
    const [first, second] = await seriesOf(client, { deal: id })
    filed = first?.series ?? expect.fail('the first series is there')
    mirror = second?.series ?? expect.fail('the second series is there')
    for (const role of ['ROOM_OFFERING', 'NOTE_MOVER', 'ROOM_RECORDS'] as const)
      await ledger.standIn('stranger', roomRoles[role])
    await hold(first, [
      ['investorHk', 400n],
      ['secondInvestorHk', 200n],
    ])
    await hold(second, [['registrar', 400n]])
    await ledger.room('DealBook', 'activate', [id])
    return id
  }

  /** The stranger issues a note, releases it and takes its first book, in the stead of the rooms that do. */
  async function hold(series: Series | undefined, holders: readonly (readonly [Person, bigint])[]) {
    const to = parseAddress(series?.note ?? '')
    const issues = holders.map(([name, units]) => ({ to: ledger.wallet(name), units }))
    const acts = [
      ['mint', [issues.map(({ to: holder, units }) => [holder, units])]],
      ['release', []],
      ['closeBook', []],
      ['takeBook', []],
      ['openBook', []],
    ] as const
    for (const [verb, args] of acts) {
      const data = encodeData('SeriesNote', verb, args)
      await (await ledger.person('stranger').sendTransaction({ to, data })).wait()
    }
  }

  async function proposed(name: Person, call: ReturnType<typeof proposeResolution>): Promise<bigint> {
    const query = {
      contract: 'Resolutions',
      at: ledger.rooms.Resolutions,
      event: 'ResolutionProposed',
    } as const
    return requireEvent(await ledger.act(name, call), query).resolution
  }

  it('behavior: the terms are those that were stated', async () => {
    const { client } = ledger
    expect(await votingTermsOf(client, { deal })).to.deep.equal(terms)
    const excluded = async (name: Person) =>
      isVoterExcluded(client, { deal, party: await ledger.party(name) })
    expect(await excluded('guarantor')).to.equal(true)
    expect(await excluded('manager')).to.equal(true)
    expect(await excluded('investorHk')).to.equal(false)
  })

  it('default: holders resolve a default, and anyone executes it', async () => {
    const { client, rooms } = ledger
    const call = proposeResolution(rooms, { deal, motion: DEFAULT, documentHash: INVITATION })
    const resolution = await proposed('trustee', call)
    expect(await ballotOf(client, { resolution, series: filed })).to.deep.equal({
      book: 1n,
      outstanding: 600n * FACE,
      units: 600n,
    })
    const holder = ledger.wallet('investorHk')
    expect(await votingWeightOf(client, { resolution, series: filed, holder })).to.deep.equal({
      weight: 400n * FACE,
      isCounted: false,
    })
    const vote = { holder, unitsFor: 300n, unitsAgainst: 50n }
    await ledger.act('investorHk', castVote(rooms, { resolution, series: filed, vote }))
    const listed = [{ holder: ledger.wallet('registrar'), unitsFor: 250n, unitsAgainst: 150n }]
    await ledger.act('registrar', castListedVotes(rooms, { resolution, series: mirror, votes: listed }))
    expect((await votingWeightOf(client, { resolution, series: filed, holder })).isCounted).to.equal(true)
    const early = simulate(client, {
      call: concludeResolution(rooms, { resolution }),
      from: ledger.wallet('stranger'),
    })
    expect(codeOf(await refusalOf(early))).to.equal('governance/voting-runs')
    await ledger.pass(WEEK)
    await ledger.act('stranger', concludeResolution(rooms, { resolution }))
    expect((await resolutionOf(client, { resolution }))?.stage).to.equal('Passed')
    await ledger.act('stranger', executeResolution(rooms, { resolution, motion: DEFAULT }))
    const { endsAt, payloadHash, ...found } =
      (await resolutionOf(client, { resolution })) ?? expect.fail('the resolution is there')
    expect(found).to.deep.equal({
      deal,
      matter: 'Default',
      stage: 'Executed',
      base: 1000n * FACE,
      cast: 750n * FACE,
      inFavour: 550n * FACE,
      documentHash: INVITATION,
    })
  })

  it('behavior: a holder puts a motion, and excluded weight leaves the base', async () => {
    const { client, rooms } = ledger
    const motion = { matter: 'Acceleration' } as const
    const series = [filed]
    const call = proposeAsHolder(rooms, { deal, motion, documentHash: INVITATION, series })
    const resolution = await proposed('secondInvestorHk', call)
    expect(await ballotOf(client, { resolution, series: mirror })).to.equal(undefined)
    expect((await resolutionOf(client, { resolution }))?.base).to.equal(600n * FACE)
    const holders = [ledger.wallet('investorHk')]
    const refused = simulate(client, {
      call: excludeVoters(rooms, { resolution, series: filed, holders }),
      from: ledger.wallet('stranger'),
    })
    expect(codeOf(await refusalOf(refused))).to.equal('governance/voter-not-excluded')
    const none = [ledger.wallet('manager')]
    await ledger.act('stranger', excludeVoters(rooms, { resolution, series: filed, holders: none }))
    expect((await resolutionOf(client, { resolution }))?.base).to.equal(600n * FACE)
    await ledger.pass(WEEK)
    await ledger.act('stranger', concludeResolution(rooms, { resolution }))
    expect((await resolutionOf(client, { resolution }))?.stage).to.equal('Failed')
    expect(await resolutionCount(client)).to.equal(2n)
    expect(await resolutionOf(client, { resolution: 99n })).to.equal(undefined)
  })

  it('behavior: what was done can be walked back', async () => {
    const actions = []
    for await (const action of walkDeal(ledger.client, { deal, room: 'Resolutions' })) actions.push(action)
    expect(actions.length).to.equal(9)
  })

  it('behavior: a payload is what the room decodes', () => {
    const hash = hashOf('minutes')
    expect(payloadOf({ matter: 'Waiver', minutesHash: hash })).to.equal(hash)
    expect(payloadOf({ matter: 'OfficeReplacement', proposal: 7n })).to.equal(`0x${'7'.padStart(64, '0')}`)
    const rows = [3n]
    const words = [64n, BigInt(hash), 1n, 3n].map(word => word.toString(16).padStart(64, '0'))
    const amendment = { matter: 'ScheduleAmendment', rows, documentHash: hash } as const
    expect(payloadOf(amendment)).to.equal(`0x${words.join('')}`)
    expect(payloadOf(DEFAULT)).to.equal('0x')
  })
})
