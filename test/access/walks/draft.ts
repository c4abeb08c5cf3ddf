import { ZeroHash } from 'ethers'
import { encodeText } from '../../../src/chain/text32.ts'
import { ordinalOf, poolTests } from '../../../src/domain/enumerations.ts'
import { type DealId, dealId, type RightId, seriesId } from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { CN, HK, MO } from '../../../src/domain/places.ts'
import { type DealTerms, dealFields, type OfficeTerms } from '../../../src/sdk/deals/dealTerms.ts'
import { limitDeal } from '../../../src/sdk/notes/limitDeal.ts'
import { configureReports } from '../../../src/sdk/reports/configureReports.ts'
import { storeProgram } from '../../../src/sdk/waterfall/storeProgram.ts'
import { termsOf } from '../../src/sdk/sampleDeal.ts'
import { PROGRAM_WORDS } from '../../src/sdk/sampleProgram.ts'
import type { Party } from '../actors.ts'
import { targetOf } from '../exam.ts'
import { registered, titleCall } from './rights.ts'
import { givenIn, hash, partyOf, type Scene } from './scene.ts'

export const FACE = 10_000n
export const COMMITMENT = 1_000_000n
/** One fen more than the 600 notes of A can share. */
export const INTEREST = 90_001n
export const TOKEN = 1n
export const MIRROR = 2n

const PARTS = 1_000_000_000n
const ALL = 2n
/** Through which money crosses to the token. */
const CHANNEL = 1
const OBLIGORS = ordinalOf(poolTests, 'Obligors')

const offices: readonly (readonly [OfficeTerms['office'], Party, OfficeTerms['jurisdiction']?])[] = [
  ['Originator', 'originator'],
  ['Manager', 'manager'],
  ['Servicer', 'servicer'],
  ['BackupServicer', 'backupServicer'],
  ['AccountBank', 'accountBank'],
  ['SupervisingBank', 'supervisingBank'],
  ['Custodian', 'custodianCn', CN],
  ['Custodian', 'custodianHk', HK],
  ['Trustee', 'trustee'],
  ['Guarantor', 'guarantor'],
  ['VerificationAgent', 'verificationAgent'],
  ['Appraiser', 'appraiser'],
  ['RatingAgency', 'ratingAgency'],
  ['Auditor', 'auditor'],
  ['Registrar', 'registrar'],
]

export type Draft = { readonly deal: DealId; readonly backing: RightId; readonly free: RightId }

async function dealTerms(scene: Scene): Promise<DealTerms> {
  const seats = offices.map(async ([office, party, jurisdiction]) => ({
    office,
    jurisdiction,
    party: await partyOf(scene, party),
  }))
  return termsOf({ termsHash: hash('deal file'), offices: await Promise.all(seats) })
}

/** A deal of the manager with its terms fixed, still in Draft. */
export async function walkDraft(scene: Scene): Promise<Draft> {
  const { exam, at } = scene
  const draft = at('DealBook', 'draft', [dealFields(await dealTerms(scene))])
  const logs = await exam.step('manager', draft)
  const deal = dealId(BigInt(givenIn(logs, 'DealDrafted', 'deal')))
  await exam.send('manager', draft)
  await exam.send('originator', titleCall(scene, 'lidar optics'))
  const backing = await registered(scene, 'battery cells')
  const free = await registered(scene, 'lidar optics')
  await exam.step('originator', at('DealBook', 'pledge', [deal, [backing]]))
  await exam.step('manager', at('DealBook', 'file', [deal, kindOf('csrc.filing'), hash('filing')]))
  await walkPool(scene, { deal, backing, free })
  await exam.probe(at('DealBook', 'cancel', [deal, hash('reason')]), 'in Draft')
  await walkTerms(scene, deal)
  return { deal, backing, free }
}

async function walkPool(scene: Scene, { deal, backing, free }: Draft): Promise<void> {
  const { exam, at } = scene
  const entry = { holder: await partyOf(scene, 'originator'), currency: CNY }
  await exam.probe(at('PoolBook', 'add', [deal, entry, [free]]))
  await exam.probe(at('PoolBook', 'release', [deal]))
  const limits = [{ test: OBLIGORS, limit: 1n, source: encodeText('rule') }]
  await exam.step('manager', at('PoolDesk', 'limit', [deal, limits]))
  await exam.step(
    'manager',
    at('PoolDesk', 'group', [deal, [{ obligorHash: hash('obligor'), group: hash('group') }]]),
  )
  await exam.step('manager', at('PoolDesk', 'answer', [deal, 1n, hash('list')]))
  await exam.step('stranger', at('PoolDesk', 'ask', [deal]))
  await exam.probe(at('PoolTests', 'limit', [deal, 24_000n, limits]))
  await exam.probe(at('PoolTests', 'group', [deal, []]))
  await exam.probe(at('PoolTests', 'answer', [deal, 1n, hash('list')]))
  await exam.probe(at('PoolTests', 'ask', [deal, [backing], []]))
  await exam.probe(at('PoolBook', 'check', [deal, []]))
  await exam.probe(at('PoolBook', 'ask', [deal, []]))
  await exam.probe(at('PoolBook', 'replace', [deal, entry, [], backing, free]))
  await exam.probe(at('PoolBook', 'exchange', [deal, entry, [], backing, free]))
  await exam.probe(at('PoolBook', 'remove', [deal, [], backing]))
  await exam.probe(at('RightsRegistry', 'release', [backing, deal]))
}

async function walkTerms(scene: Scene, deal: DealId): Promise<void> {
  const { world, exam, at } = scene
  const { rooms } = world.client
  const admitted = { CN: [1], HK: [1], MO: [1] }
  const limits = {
    deal,
    series: [
      { series: seriesId(TOKEN), admitted, channel: CHANNEL },
      { series: seriesId(MIRROR), admitted },
    ],
    places: [{ jurisdiction: HK, holderCap: 50, offereeCap: 60 }],
    quotas: [{ channel: CHANNEL, payer: MO, payee: HK, windowDays: 30, amount: 500n * FACE }],
  }
  await exam.step('manager', targetOf(limitDeal(rooms, limits)))
  const matter = { class: ALL, quorumPpb: PARTS / 10n, thresholdPpb: PARTS / 2n, votingFor: 3600n }
  const voting = {
    matters: Array.from({ length: 6 }, () => matter),
    proposerPpb: PARTS / 10n,
    executeFor: 86_400n,
    excluded: [],
  }
  await exam.step('manager', at('Resolutions', 'configure', [deal, voting]))
  const reporting = {
    streams: 1,
    challengeSeconds: 3600n,
    disputeSeconds: 86_400n,
    bandPpb: 100_000_000n,
    refundCap: 0n,
    feeCaps: [],
    baselines: [10_060_000n],
    dueAt: [[1n]],
  }
  await exam.probe(at('DealBook', 'fixReporting', [deal]))
  await exam.step('manager', targetOf(configureReports(rooms, { deal, terms: reporting })))
  const opening = [0n, 0n, 0n, 0n, COMMITMENT, 600n * FACE, 400n * FACE]
  const program = {
    words: PROGRAM_WORDS,
    schedule: [INTEREST << 128n],
    opening,
    flags: 0,
    callSeconds: 3600n,
  }
  await exam.probe(at('DealBook', 'fixProgram', [deal, hash('program')]))
  await exam.step('manager', targetOf(storeProgram(rooms, { deal, program })))
  const note = world.addressOf('stranger')
  await exam.probe(at('DealBook', 'recordNote', [deal, TOKEN, note]))
  await exam.probe(at('LimitBook', 'bind', [TOKEN, note]))
  await exam.step('manager', at('NoteFactory', 'issue', [deal]))
  const [token, mirror] = await Promise.all([TOKEN, MIRROR].map(each => noteOf(scene, each)))
  await world.placeNotes(token ?? '', mirror ?? '')
  await exam.step('manager', at('DealBook', 'offer', [deal]))
}

async function noteOf({ world }: Scene, series: bigint): Promise<string> {
  return String(Object(await world.read('DealBook', 'seriesTermsOf', [series])).note)
}

/** A kind of document as the chain names it. */
function kindOf(text: string): string {
  return `0x${Buffer.from(text)
    .toString('hex')
    .padEnd(ZeroHash.length - 2, '0')}`
}
