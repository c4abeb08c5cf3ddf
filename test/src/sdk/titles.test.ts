import { expect } from 'chai'
import { simulate } from '../../../src/chain/send.ts'
import { parseDay } from '../../../src/domain/dates.ts'
import { dealId, type Hash32, hash32, type RightId } from '../../../src/domain/ids.ts'
import { CN, parsePlace } from '../../../src/domain/places.ts'
import { parseRate } from '../../../src/domain/rates.ts'
import { acceptSharedTitle } from '../../../src/sdk/deals/acceptSharedTitle.ts'
import { draftDeal } from '../../../src/sdk/deals/draftDeal.ts'
import { pledgeRights } from '../../../src/sdk/deals/pledgeRights.ts'
import { reportFact } from '../../../src/sdk/deals/reportFact.ts'
import { acceptedFor } from '../../../src/sdk/rights/acceptedFor.ts'
import { appraisalOf } from '../../../src/sdk/rights/appraisalOf.ts'
import { assignTitle } from '../../../src/sdk/rights/assignTitle.ts'
import { consentOf } from '../../../src/sdk/rights/consentOf.ts'
import { delistTitle } from '../../../src/sdk/rights/delistTitle.ts'
import { dossierOf } from '../../../src/sdk/rights/dossierOf.ts'
import { expressInterest } from '../../../src/sdk/rights/expressInterest.ts'
import { forbidClaim } from '../../../src/sdk/rights/forbidClaim.ts'
import { listTitle } from '../../../src/sdk/rights/listTitle.ts'
import { payFee } from '../../../src/sdk/rights/payFee.ts'
import { permitClaim } from '../../../src/sdk/rights/permitClaim.ts'
import { recordAppraisal } from '../../../src/sdk/rights/recordAppraisal.ts'
import { recordEvaluation } from '../../../src/sdk/rights/recordEvaluation.ts'
import { recordFact } from '../../../src/sdk/rights/recordFact.ts'
import { recordMilestone } from '../../../src/sdk/rights/recordMilestone.ts'
import { recordRegistration } from '../../../src/sdk/rights/recordRegistration.ts'
import { recordTitleFact } from '../../../src/sdk/rights/recordTitleFact.ts'
import { registeredTitles } from '../../../src/sdk/rights/registeredTitles.ts'
import { registerTitle } from '../../../src/sdk/rights/registerTitle.ts'
import { registrationOf } from '../../../src/sdk/rights/registrationOf.ts'
import { rightCount } from '../../../src/sdk/rights/rightCount.ts'
import { rightOf } from '../../../src/sdk/rights/rightOf.ts'
import { secondClaimOn } from '../../../src/sdk/rights/secondClaimOn.ts'
import { signAppraisal } from '../../../src/sdk/rights/signAppraisal.ts'
import { signEvaluation } from '../../../src/sdk/rights/signEvaluation.ts'
import { signMilestone } from '../../../src/sdk/rights/signMilestone.ts'
import { soundnessOf } from '../../../src/sdk/rights/soundnessOf.ts'
import type { Appraisal, Evaluation, Milestone } from '../../../src/sdk/rights/statements.ts'
import { titleByNumber } from '../../../src/sdk/rights/titleByNumber.ts'
import { titleOf } from '../../../src/sdk/rights/titleOf.ts'
import { titlesOf } from '../../../src/sdk/rights/titlesOf.ts'
import type { TitleTerms } from '../../../src/sdk/rights/titleTerms.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { hashOf, type Ledger, START, startLedger, YEAR } from './ledger.ts'
import { dealTerms, meetOffices, registeredRight } from './sampleDeal.ts'

const DAY = parseDay('2026-05-04')

describe('titles', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
  })
  after(() => ledger.close())

  const terms = (name: string, changes: Partial<TitleTerms> = {}): TitleTerms => ({
    title: hashOf(name),
    kind: 'Invention',
    place: parsePlace('Shenzhen'),
    field: 'H01M',
    publicNumber: '201710601862.3',
    filedDay: parseDay('2017-07-20'),
    grantedDay: parseDay('2020-02-11'),
    expiryDay: parseDay('2037-07-20'),
    economicEndDay: parseDay('2034-12-31'),
    feeDueDay: parseDay('2026-07-20'),
    evidence: hashOf(`certificate of ${name}`),
    ...changes,
  })
  const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
    Reflect.get(Object(await refusalOf(promise)), 'code')

  it('default: a title reads back as it was described, and by its number', async () => {
    const { client, rooms } = ledger
    const described = terms('battery cells')
    await ledger.act('originator', registerTitle(rooms, { terms: described }))
    const { title, evidence: _kept, ...facts } = described
    expect(await titleOf(client, { title })).to.deep.equal({
      ...facts,
      owner: await ledger.party('originator'),
      faults: [],
      claims: 0,
      isListed: false,
    })
    const number = { jurisdiction: CN, kind: 'Invention', publicNumber: '201710601862.3' } as const
    expect(await titleByNumber(client, number)).to.equal(title)
    expect(await titleByNumber(client, { ...number, kind: 'Design' })).to.equal(undefined)
  })

  it('behavior: a secret has neither number nor end, and titles are found by their events', async () => {
    const { client, rooms } = ledger
    const secret: TitleTerms = {
      title: hashOf('recipe of a sauce'),
      kind: 'TechnicalSecret',
      place: parsePlace('Foshan'),
      field: 'A23L',
      filedDay: parseDay('2020-01-01'),
      evidence: hashOf('deposit of the recipe'),
    }
    await ledger.act('originator', registerTitle(rooms, { terms: secret }))
    const found = await titleOf(client, { title: secret.title })
    expect([found.publicNumber, found.grantedDay, found.expiryDay]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ])
    const block = await client.provider.getBlockNumber()
    expect(await registeredTitles(client, { block })).to.deep.equal([hashOf('battery cells'), secret.title])
  })

  it('behavior: the catalogue: listed, wanted, delisted', async () => {
    const { client, rooms } = ledger
    const title = hashOf('battery cells')
    const from = ledger.wallet('manager')
    const wish = expressInterest(rooms, { title, documentHash: hashOf('letter of the manager') })
    expect(await codeOf(simulate(client, { call: wish, from }))).to.equal('title/unlisted')
    await ledger.act('originator', listTitle(rooms, { title, consent: hashOf('consent') }))
    expect((await titleOf(client, { title })).isListed).to.equal(true)
    await ledger.act('manager', wish)
    await ledger.act('originator', delistTitle(rooms, { title }))
    expect((await titleOf(client, { title })).isListed).to.equal(false)
  })

  it('behavior: fees, registrations and consents', async () => {
    const { client, rooms } = ledger
    const title = hashOf('battery cells')
    const nextDueDay = parseDay('2027-07-20')
    const evidence = hashOf('receipt')
    await ledger.act('originator', payFee(rooms, { title, paidDay: DAY, nextDueDay, evidence }))
    expect((await titleOf(client, { title })).feeDueDay).to.equal(nextDueDay)
    const pledge = { kind: 'Pledge', number: 'Y2026980001234', day: DAY } as const
    await ledger.act('evaluatorCn', recordRegistration(rooms, { title, ...pledge, evidence }))
    expect(await registrationOf(client, { title, kind: 'Pledge' })).to.deep.equal({
      number: pledge.number,
      day: DAY,
    })
    expect(await registrationOf(client, { title, kind: 'Licence' })).to.equal(undefined)
    const claimant = await ledger.party('servicer')
    expect(await consentOf(client, { title, claimant })).to.equal(undefined)
    await ledger.act('originator', permitClaim(rooms, { title, claimant, consent: hashOf('licence') }))
    expect(await consentOf(client, { title, claimant })).to.equal(hashOf('licence'))
    await ledger.act('originator', forbidClaim(rooms, { title, claimant }))
    expect(await consentOf(client, { title, claimant })).to.equal(undefined)
  })

  it('behavior: a title passes to another party', async () => {
    const { client, rooms } = ledger
    const sold = terms('paint', { publicNumber: undefined })
    const { title } = sold
    await ledger.act('originator', registerTitle(rooms, { terms: sold }))
    const assignee = await ledger.party('servicer')
    await ledger.act('originator', assignTitle(rooms, { title, assignee, evidence: hashOf('record') }))
    expect((await titleOf(client, { title })).owner).to.equal(assignee)
  })

  it('behavior: a fact about a title, then about a right on it, changes what stands', async () => {
    const { client, rooms } = ledger
    const title = hashOf('lidar optics')
    await ledger.act(
      'originator',
      registerTitle(rooms, { terms: terms('lidar optics', { publicNumber: undefined }) }),
    )
    const documentHash = hashOf('gazette')
    const fact = { title, kind: 'Litigation', day: DAY, documentHash } as const
    await ledger.act('evaluatorCn', recordTitleFact(rooms, fact))
    expect((await titleOf(client, { title })).faults).to.deep.equal(['Litigation'])
    await ledger.act('evaluatorCn', recordTitleFact(rooms, { ...fact, kind: 'LitigationEnded' }))
    const right = await registeredRight(ledger, 'lidar optics')
    expect(await titlesOf(client, { right })).to.deep.equal([title])
    expect(await soundnessOf(client, { right })).to.deep.equal({
      isLicenceEnded: false,
      lost: 0,
      watched: 0,
      lifeEndDay: parseDay('2034-12-31'),
      boundTo: undefined,
    })
    await ledger.act('evaluatorCn', recordFact(rooms, { right, fact: { ...fact, kind: 'Invalidated' } }))
    const ended = { kind: 'LicenceEnded', day: DAY, documentHash } as const
    await ledger.act('evaluatorCn', recordFact(rooms, { right, fact: ended }))
    const { lost, isLicenceEnded } = await soundnessOf(client, { right })
    expect([lost, isLicenceEnded]).to.deep.equal([1, true])
    expect((await rightOf(client, { right })).maturity).to.equal('None')
  })

  it('behavior: officers of a deal report facts, and two trustees share a title', async () => {
    const { client, rooms } = ledger
    const right = await registeredRight(ledger, 'battery cells')
    const title = hashOf('battery cells')
    const deal = await draft()
    const other = await draft()
    await ledger.act('originator', pledgeRights(rooms, { deal, rights: [right] }))
    const documentHash = hashOf('agreement')
    await ledger.act('trustee', acceptSharedTitle(rooms, { deal, title, other, documentHash }))
    await ledger.act('trustee', acceptSharedTitle(rooms, { deal: other, title, other: deal, documentHash }))
    expect(await acceptedFor(client, { title, deal })).to.equal(other)
    expect(await acceptedFor(client, { title: hashOf('nothing'), deal })).to.equal(undefined)
    const second = await registeredRight(ledger, 'battery cells')
    expect(await secondClaimOn(client, { title })).to.equal(second)
    expect(await secondClaimOn(client, { title: hashOf('lidar optics') })).to.equal(undefined)
    expect(await rightCount(client, {})).to.equal(second)
    expect((await soundnessOf(client, { right: second })).boundTo).to.equal(other)
    const fact = { title, kind: 'Substituted', day: DAY, documentHash } as const
    await ledger.act('manager', reportFact(rooms, { deal, right, fact }))
    expect((await rightOf(client, { right: second })).maturity).to.equal('PilotPassed')
  })

  async function draft() {
    const receipt = await ledger.act('manager', draftDeal(ledger.rooms, { terms: await dealTerms(ledger) }))
    const found = receipt.logs.find(log => log.address === ledger.rooms.DealBook)
    return dealId(BigInt(found?.topics[1] ?? 0))
  }
})

describe('dossiers', () => {
  let ledger: Ledger
  let right: RightId
  before(async () => {
    ledger = await startLedger()
    await meetOffices(ledger)
    right = await registeredRight(ledger, 'gene editing')
  })
  after(() => ledger.close())

  const report: Hash32 = hash32(`0x${'0d'.repeat(32)}`)

  it('default: a milestone and an evaluation that an evaluator signed, submitted by a stranger', async () => {
    const { client, rooms } = ledger
    const signer = ledger.person('evaluatorCn')
    const milestone: Milestone = { right, kind: 'PilotPassed', day: DAY, evidence: report, issuedAt: START }
    const signed = await signMilestone(client, { milestone, signer })
    await ledger.act('stranger', recordMilestone(rooms, { milestone, signature: signed }))
    const evaluation: Evaluation = {
      right,
      trl: 7,
      indicators: 27,
      legal: 7_000n,
      technical: 8_000n,
      economic: 6_000n,
      total: 6_900n,
      hasSubstitutionSignal: true,
      hasLitigationSignal: false,
      dossier: report,
      issuedAt: START,
    }
    const signature = await signEvaluation(client, { evaluation, signer })
    await ledger.act('stranger', recordEvaluation(rooms, { evaluation, signature }))
    expect(await dossierOf(client, { right })).to.deep.equal({
      milestoneAt: START,
      evaluationAt: START,
      appraisalAt: 0n,
      milestones: ['PilotPassed'],
      indicators: 27,
      figures: { legal: 7_000n, technical: 8_000n, economic: 6_000n, total: 6_900n },
      hasSubstitutionSignal: true,
      hasLitigationSignal: false,
    })
    expect((await rightOf(client, { right })).maturity).to.equal('PilotPassed')
    const from = ledger.wallet('stranger')
    const again = simulate(client, { call: recordEvaluation(rooms, { evaluation, signature }), from })
    expect(Reflect.get(Object(await refusalOf(again)), 'code')).to.equal('evaluation/statement-stale')
  })

  it('behavior: an appraisal keeps its method, its rate and the hash of its inputs', async () => {
    const { client, rooms } = ledger
    expect(await appraisalOf(client, { right })).to.equal(undefined)
    const appraisal: Appraisal = {
      right,
      method: 'ReliefFromRoyalty',
      value: 7_808_000n,
      discount: parseRate('0.25'),
      valuedOn: DAY,
      validUntil: START + YEAR,
      appraiser: await ledger.party('servicer'),
      inputs: hashOf('inputs'),
      evidence: report,
      issuedAt: START,
    }
    const signature = await signAppraisal(client, { appraisal, signer: ledger.person('evaluatorCn') })
    await ledger.act('stranger', recordAppraisal(rooms, { appraisal, signature }))
    expect(await appraisalOf(client, { right })).to.deep.equal(appraisal)
    expect((await rightOf(client, { right })).appraisedValue).to.equal(7_808_000n)
  })
})
