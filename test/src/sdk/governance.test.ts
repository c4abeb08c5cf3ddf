import { expect } from 'chai'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { type DealId, rightId, type SeriesId } from '../../../src/domain/ids.ts'
import { isReplacementPermitted } from '../../../src/sdk/deals/isReplacementPermitted.ts'
import { walkDeal } from '../../../src/sdk/deals/walkDeal.ts'
import { ballotOf } from '../../../src/sdk/governance/ballotOf.ts'
import { castListedVotes } from '../../../src/sdk/governance/castListedVotes.ts'
import { castVote } from '../../../src/sdk/governance/castVote.ts'
import { concludeResolution } from '../../../src/sdk/governance/concludeResolution.ts'
import { excludeVoters } from '../../../src/sdk/governance/excludeVoters.ts'
import { executeResolution } from '../../../src/sdk/governance/executeResolution.ts'
import { isVoterExcluded } from '../../../src/sdk/governance/isVoterExcluded.ts'
import { lastProposalOf } from '../../../src/sdk/governance/lastProposalOf.ts'
import { type Motion, payloadOf } from '../../../src/sdk/governance/motion.ts'
import { proposeAsHolder } from '../../../src/sdk/governance/proposeAsHolder.ts'
import { proposeResolution } from '../../../src/sdk/governance/proposeResolution.ts'
import { resolutionCount } from '../../../src/sdk/governance/resolutionCount.ts'
import { resolutionOf } from '../../../src/sdk/governance/resolutionOf.ts'
import type { VotingTerms } from '../../../src/sdk/governance/votingTerms.ts'
import { votingTermsOf } from '../../../src/sdk/governance/votingTermsOf.ts'
import { votingWeightOf } from '../../../src/sdk/governance/votingWeightOf.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, type Person, startLedger } from './ledger.ts'
import { meetOffices } from './sampleDeal.ts'
import { FACE, VOTING, votingDeal, WEEK } from './votingDeal.ts'

const INVITATION = hashOf('invitation')
const DEFAULT: Motion = { matter: 'Default' }

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
    const { Acceleration, Default } = VOTING.matters
    if (Acceleration === undefined || Default === undefined) return expect.fail('the sample opens two')
    const matters = { Acceleration, Default, Substitution: Acceleration }
    terms = { ...VOTING, matters, excluded: [await ledger.party('trustee')] }
    const made = await votingDeal(ledger, terms)
    deal = made.deal
    filed = made.filed
    mirror = made.mirror
  })
  after(() => ledger.close())

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
    expect(await excluded('trustee')).to.equal(true)
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
      weight: 300n * FACE,
      isCounted: false,
    })
    const vote = { holder, unitsFor: 250n, unitsAgainst: 50n }
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
      cast: 700n * FACE,
      inFavour: 500n * FACE,
      documentHash: INVITATION,
    })
  })

  it('behavior: a holder puts a motion, and excluded weight leaves the base', async () => {
    const { client, rooms } = ledger
    const motion = { matter: 'Acceleration' } as const
    const series = [filed]
    const call = proposeAsHolder(rooms, { deal, motion, documentHash: INVITATION, series })
    const resolution = await proposed('secondInvestorHk', call)
    const party = await ledger.party('secondInvestorHk')
    expect(await lastProposalOf(client, { deal, party })).to.equal(resolution)
    expect(await lastProposalOf(client, { deal, party: await ledger.party('investorHk') })).to.equal(
      undefined,
    )
    const again = simulate(client, { call, from: ledger.wallet('secondInvestorHk') })
    expect(codeOf(await refusalOf(again))).to.equal('governance/proposal-runs')
    expect(await ballotOf(client, { resolution, series: mirror })).to.equal(undefined)
    expect((await resolutionOf(client, { resolution }))?.base).to.equal(600n * FACE)
    const holders = [ledger.wallet('investorHk')]
    const refused = simulate(client, {
      call: excludeVoters(rooms, { resolution, series: filed, holders }),
      from: ledger.wallet('stranger'),
    })
    expect(codeOf(await refusalOf(refused))).to.equal('governance/voter-not-excluded')
    const affiliates = [ledger.wallet('trustee')]
    await ledger.act('stranger', excludeVoters(rooms, { resolution, series: filed, holders: affiliates }))
    expect((await resolutionOf(client, { resolution }))?.base).to.equal(500n * FACE)
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

  it('behavior: holders permit a substitution', async () => {
    const { client, rooms } = ledger
    const documentHash = hashOf('agreement')
    const swap = { leaving: rightId(1n), entering: rightId(2n), documentHash }
    const motion = { matter: 'Substitution', ...swap } as const
    const call = proposeResolution(rooms, { deal, motion, documentHash: INVITATION })
    const resolution = await proposed('trustee', call)
    const vote = { holder: ledger.wallet('investorHk'), unitsFor: 300n, unitsAgainst: 0n }
    await ledger.act('investorHk', castVote(rooms, { resolution, series: filed, vote }))
    await ledger.pass(WEEK)
    await ledger.act('stranger', concludeResolution(rooms, { resolution }))
    expect(await isReplacementPermitted(client, { deal, ...swap })).to.equal(false)
    await ledger.act('stranger', executeResolution(rooms, { resolution, motion }))
    expect(await isReplacementPermitted(client, { deal, ...swap })).to.equal(true)
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
    const [leaving, entering] = [rightId(1n), rightId(2n)]
    const substitution = { matter: 'Substitution', leaving, entering, documentHash: hash } as const
    const parts = [1n, 2n, BigInt(hash)].map(word => word.toString(16).padStart(64, '0'))
    expect(payloadOf(substitution)).to.equal(`0x${parts.join('')}`)
  })
})
