import { expect } from 'chai'
import { requireEvent } from '../../../src/chain/events.ts'
import { simulate } from '../../../src/chain/send.ts'
import { type DealId, dealId } from '../../../src/domain/ids.ts'
import { HK } from '../../../src/domain/places.ts'
import { roomRoles } from '../../../src/sdk/access/wiring.ts'
import { acceptSuccession } from '../../../src/sdk/deals/acceptSuccession.ts'
import { agreeReplacement } from '../../../src/sdk/deals/agreeReplacement.ts'
import { agreeWaiver } from '../../../src/sdk/deals/agreeWaiver.ts'
import { clearSuccession } from '../../../src/sdk/deals/clearSuccession.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { fileDocument } from '../../../src/sdk/deals/fileDocument.ts'
import { limitPool } from '../../../src/sdk/deals/limitPool.ts'
import { offerDeal } from '../../../src/sdk/deals/offerDeal.ts'
import { officeOf } from '../../../src/sdk/deals/officeOf.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { poolOf } from '../../../src/sdk/deals/poolOf.ts'
import { proposeReplacement } from '../../../src/sdk/deals/proposeReplacement.ts'
import { proposeSuccession } from '../../../src/sdk/deals/proposeSuccession.ts'
import { proposeWaiver } from '../../../src/sdk/deals/proposeWaiver.ts'
import { replacementOf } from '../../../src/sdk/deals/replacementOf.ts'
import { stageOf } from '../../../src/sdk/deals/stageOf.ts'
import { standingSuccessionOf } from '../../../src/sdk/deals/standingSuccessionOf.ts'
import { successionOf } from '../../../src/sdk/deals/successionOf.ts'
import { waiverOf } from '../../../src/sdk/deals/waiverOf.ts'
import { withdrawReplacement } from '../../../src/sdk/deals/withdrawReplacement.ts'
import { withdrawSuccession } from '../../../src/sdk/deals/withdrawSuccession.ts'
import { withdrawWaiver } from '../../../src/sdk/deals/withdrawWaiver.ts'
import { issueNotes } from '../../../src/sdk/notes/issueNotes.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, startLedger } from './ledger.ts'
import { dealTerms, meetOffices, registeredRight } from './sampleDeal.ts'

const codeOf = (error: unknown): unknown => Reflect.get(Object(error), 'code')

describe('succession', () => {
  let ledger: Ledger
  let deal: DealId
  const seat = { office: 'Custodian', jurisdiction: HK } as const
  const documentHash = hashOf('deed of succession')
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    await ledger.meet('investorHk')
    deal = await acceleratedDeal(ledger)
  })
  after(() => ledger.close())

  async function propose(): Promise<bigint> {
    const { rooms } = ledger
    const successor = await ledger.party('investorHk')
    const call = proposeSuccession(rooms, { deal, ...seat, successor, documentHash })
    const receipt = await ledger.act('trustee', call)
    const query = { contract: 'Succession', at: rooms.Succession, event: 'SuccessionProposed' } as const
    return requireEvent(receipt, query).proposal
  }

  it('default: an office passes by three consents', async () => {
    const { client, rooms } = ledger
    expect(await standingSuccessionOf(client, { deal, ...seat })).to.equal(undefined)
    const proposal = await propose()
    expect(await successionOf(client, { proposal })).to.deep.equal({
      deal,
      ...seat,
      successor: await ledger.party('investorHk'),
      proposer: await ledger.party('trustee'),
      stage: 'Proposed',
      documentHash,
    })
    expect(await standingSuccessionOf(client, { deal, ...seat })).to.equal(proposal)
    await ledger.act('investorHk', acceptSuccession(rooms, { proposal }))
    expect(await officeOf(client, { deal, ...seat })).to.equal(await ledger.party('custodianHk'))
    await ledger.act('regulatorHk', clearSuccession(rooms, { proposal }))
    expect(await officeOf(client, { deal, ...seat })).to.equal(await ledger.party('investorHk'))
    expect((await successionOf(client, { proposal }))?.stage).to.equal('Effective')
  })

  it('behavior: the manager proposes for the office of the trustee, and withdraws', async () => {
    const { client, rooms } = ledger
    const successor = await ledger.party('investorHk')
    const trustee = { deal, office: 'Trustee' } as const
    const receipt = await ledger.act(
      'manager',
      proposeSuccession(rooms, { ...trustee, successor, documentHash }),
    )
    const query = { contract: 'Succession', at: rooms.Succession, event: 'SuccessionProposed' } as const
    const { proposal } = requireEvent(receipt, query)
    expect((await successionOf(client, { proposal }))?.jurisdiction).to.equal(undefined)
    await ledger.act('manager', withdrawSuccession(rooms, { proposal }))
    expect((await successionOf(client, { proposal }))?.stage).to.equal('Withdrawn')
    expect(await standingSuccessionOf(client, trustee)).to.equal(undefined)
    expect(await successionOf(client, { proposal: 99n })).to.equal(undefined)
  })

  it('error: refusals carry the code of the contract', async () => {
    const { client, rooms } = ledger
    const successor = await ledger.party('investorHk')
    const originator = { deal, office: 'Originator', successor, documentHash } as const
    const from = ledger.wallet('trustee')
    const bound = refusalOf(simulate(client, { call: proposeSuccession(rooms, originator), from }))
    expect(codeOf(await bound)).to.equal('deal/originator-bound')
    const unproposed = refusalOf(simulate(client, { call: acceptSuccession(rooms, { proposal: 99n }), from }))
    expect(codeOf(await unproposed)).to.equal('deal/not-successor')
    const early = refusalOf(simulate(client, { call: clearSuccession(rooms, { proposal: 99n }), from }))
    expect(codeOf(await early)).to.equal('deal/proposal-stage-forbids')
  })

  it('behavior: originator and trustee substitute a right, and the originator buys one back', async () => {
    const { client, rooms } = ledger
    const [leaving] = await poolOf(client, { deal })
    if (leaving === undefined) expect.fail('the pool has a right')
    const entering = await registeredRight(ledger, 'patent of magnets')
    const proposer = await ledger.party('originator')
    expect(await replacementOf(client, { deal })).to.equal(undefined)
    await ledger.act('originator', proposeReplacement(rooms, { deal, leaving, documentHash }))
    expect(await replacementOf(client, { deal })).to.deep.equal({
      proposer,
      leaving,
      entering: undefined,
      documentHash,
    })
    await ledger.act('originator', withdrawReplacement(rooms, { deal }))
    await ledger.act('originator', proposeReplacement(rooms, { deal, leaving, entering, documentHash }))
    expect((await replacementOf(client, { deal }))?.entering).to.equal(entering)
    const other = agreeReplacement(rooms, { deal, documentHash: hashOf('other agreement') })
    expect(codeOf(await refusalOf(ledger.act('trustee', other)))).to.equal('deal/replacement-differs')
    await ledger.act('trustee', agreeReplacement(rooms, { deal, documentHash }))
    expect(await poolOf(client, { deal })).to.deep.equal([entering])
    await ledger.act('originator', proposeReplacement(rooms, { deal, leaving: entering, documentHash }))
    await ledger.act('trustee', agreeReplacement(rooms, { deal, documentHash }))
    expect(await poolOf(client, { deal })).to.deep.equal([])
  })

  it('behavior: trustee and manager waive an acceleration on the same minutes', async () => {
    const { client, rooms } = ledger
    const minutes = hashOf('minutes')
    await ledger.act('trustee', proposeWaiver(rooms, { deal, documentHash: hashOf('draft of the minutes') }))
    await ledger.act('trustee', withdrawWaiver(rooms, { deal }))
    expect(await waiverOf(client, { deal })).to.equal(undefined)
    await ledger.act('trustee', proposeWaiver(rooms, { deal, documentHash: minutes }))
    const proposer = await ledger.party('trustee')
    expect(await waiverOf(client, { deal })).to.deep.equal({ proposer, documentHash: minutes })
    const other = agreeWaiver(rooms, { deal, documentHash: hashOf('other minutes') })
    expect(codeOf(await refusalOf(ledger.act('manager', other)))).to.equal('deal/waiver-differs')
    await ledger.act('manager', agreeWaiver(rooms, { deal, documentHash: minutes }))
    expect(await stageOf(client, { deal })).to.equal('Active')
    expect(await waiverOf(client, { deal })).to.equal(undefined)
  })
})

/** A deal that is paid and accelerated; a stranger stands in for the rooms that take it there. */
async function acceleratedDeal(ledger: Ledger): Promise<DealId> {
  const { rooms } = ledger
  const receipt = await ledger.act('manager', draftDeal(rooms, { terms: await dealTerms(ledger) }))
  const query = { contract: 'DealBook', at: rooms.DealBook, event: 'DealDrafted' } as const
  const deal = dealId(requireEvent(receipt, query).deal)
  const rights = [await registeredRight(ledger, 'patent of battery cells')]
  await ledger.act('originator', pledgeRights(rooms, { deal, rights }))
  await ledger.act('manager', limitPool(rooms, { deal, limits: [] }))
  const filing = { deal, kind: 'csrc.filing', documentHash: hashOf('filing') }
  await ledger.act('manager', fileDocument(rooms, filing))
  await ledger.act('manager', issueNotes(rooms, { deal }))
  for (const role of ['ROOM_WATERFALL', 'ROOM_REPORTS', 'ROOM_OFFERING', 'DEAL_MOVER'] as const)
    await ledger.standIn('stranger', roomRoles[role])
  await ledger.room('DealBook', 'fixProgram', [deal, hashOf('program')])
  await ledger.room('DealBook', 'fixReporting', [deal])
  await ledger.act('manager', offerDeal(rooms, { deal }))
  await ledger.room('DealBook', 'activate', [deal])
  await ledger.room('DealBook', 'accelerate', [deal, hashOf('trigger')])
  return deal
}
