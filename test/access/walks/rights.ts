import { ZeroHash } from 'ethers'
import { parseDay } from '../../../src/domain/dates.ts'
import { type RightId, rightId } from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import { parsePlace } from '../../../src/domain/places.ts'
import { parseRate } from '../../../src/domain/rates.ts'
import { recordAppraisal } from '../../../src/sdk/rights/recordAppraisal.ts'
import { recordEvaluation } from '../../../src/sdk/rights/recordEvaluation.ts'
import { recordMilestone } from '../../../src/sdk/rights/recordMilestone.ts'
import { registerRight } from '../../../src/sdk/rights/registerRight.ts'
import { registerTitle } from '../../../src/sdk/rights/registerTitle.ts'
import { signAppraisal } from '../../../src/sdk/rights/signAppraisal.ts'
import { signEvaluation } from '../../../src/sdk/rights/signEvaluation.ts'
import { signMilestone } from '../../../src/sdk/rights/signMilestone.ts'
import type { Key } from '../actors.ts'
import { targetOf } from '../exam.ts'
import { START, type Target } from '../world.ts'
import { DAY, givenIn, hash, partyOf, type Scene } from './scene.ts'

const YEAR = 31_536_000n
const LITIGATION = 6n
const LICENCE_ENDED = 5n
const PLEDGE = 2n

export function titleCall({ world }: Scene, name: string): Target {
  const terms = {
    title: hash(name),
    kind: 'Invention',
    place: parsePlace('Shenzhen'),
    field: 'H01M',
    filedDay: parseDay('2017-07-20'),
    grantedDay: parseDay('2020-02-11'),
    expiryDay: parseDay('2037-07-20'),
    feeDueDay: parseDay('2026-07-20'),
    evidence: hash(`certificate of ${name}`),
  } as const
  return targetOf(registerTitle(world.client.rooms, { terms }))
}

function rightCall({ world }: Scene, title: string): Target {
  const terms = {
    titles: [hash(title)],
    claimHash: hash(`licence of ${title}`),
    obligorHash: hash(`obligor of ${title}`),
    place: parsePlace('Shenzhen'),
    currency: CNY,
    principal: 10_000_000n,
    appraisedValue: 20_000_000n,
    appraisalValidUntil: START + YEAR,
    trl: 9,
    evidence: hash(`dossier of ${title}`),
  }
  return targetOf(registerRight(world.client.rooms, { terms }))
}

/** A right of the originator on a title of that name. */
export async function registered(scene: Scene, title: string): Promise<RightId> {
  const logs = await scene.exam.send('originator', rightCall(scene, title))
  return rightId(BigInt(givenIn(logs, 'RightRegistered', 'right')))
}

/** Titles, rights that back no deal, and their dossiers. */
export async function walkRights(scene: Scene): Promise<void> {
  const { exam } = scene
  await exam.step('originator', titleCall(scene, 'battery cells'))
  await walkTitle(scene, hash('battery cells'))
  await exam.probe(rightCall(scene, 'gene editing'))
  const right = await registered(scene, 'gene editing')
  await walkRight(scene, right)
  await walkTransfers(scene, right)
  await walkDossier(scene, right)
}

async function walkTitle(scene: Scene, title: string): Promise<void> {
  const { exam, at } = scene
  const claimant = await partyOf(scene, 'servicer')
  const permit = at('TitleRegistry', 'permit', [title, claimant, hash('licence')])
  await exam.branch(async () => {
    await exam.step('originator', permit)
    await exam.probe(at('TitleRegistry', 'forbid', [title, claimant]))
    await exam.probe(at('TitleRegistry', 'assign', [title, claimant, hash('record')]))
    await exam.step('originator', at('TitleRegistry', 'list', [title, hash('consent')]))
    await exam.probe(at('TitleRegistry', 'expressInterest', [title, hash('letter')]))
    await exam.probe(at('TitleRegistry', 'delist', [title]))
  })
  const number = { number: hash('Y2026980001234'), day: DAY }
  await exam.probe(at('TitleRegistry', 'payFee', [title, DAY, DAY + 365n, hash('receipt')]))
  await exam.probe(at('TitleRegistry', 'recordRegistration', [title, PLEDGE, number, hash('extract')]))
  await exam.probe(at('TitleRegistry', 'recordFact', [title, LITIGATION, DAY, hash('gazette')]))
}

async function walkRight(scene: Scene, right: RightId): Promise<void> {
  const { exam, at } = scene
  const title = hash('gene editing')
  const owner = await partyOf(scene, 'originator')
  const fact = { title: ZeroHash, kind: LICENCE_ENDED, day: DAY, documentHash: hash('notice') }
  await exam.probe(at('TitleRegistry', 'addClaim', [title, owner, parsePlace('Shenzhen')]))
  await exam.probe(at('TitleRegistry', 'endClaim', [title]))
  await exam.probe(at('TitleRegistry', 'mark', [title, LITIGATION, DAY, hash('gazette')]))
  await exam.probe(at('RightsRegistry', 'evaluate', [right, 7n, hash('report')]))
  await exam.probe(at('RightsRegistry', 'appraise', [right, 1_000n, START + YEAR, hash('report')]))
  await exam.probe(at('RightsRegistry', 'retire', [right, [title], hash('deed')]))
  await exam.probe(at('RightsRegistry', 'recordFact', [right, fact]), 'free')
  await exam.probe(at('RightsRegistry', 'acceptShared', [title, 1n, 2n]))
  await exam.probe(at('RightsRegistry', 'encumber', [right, 1n]))
}

async function walkTransfers({ world, exam, at }: Scene, right: RightId): Promise<void> {
  const [from, agent, to] = [
    world.addressOf('originator'),
    world.addressOf('investorHk'),
    world.addressOf('secondInvestorHk'),
  ]
  const give = at('RightsRegistry', 'transferFrom', [from, to, right])
  await exam.probe(at('RightsRegistry', 'setApprovalForAll', [agent, true]))
  await exam.probe(give, 'its own')
  for (const [verb, ...more] of [
    ['safeTransferFrom(address,address,uint256)'],
    ['safeTransferFrom(address,address,uint256,bytes)', '0x'],
  ] as const)
    await exam.probe(at('RightsRegistry', verb, [from, to, right, ...more]))
  await exam.branch(async () => {
    await exam.send('originator', at('RightsRegistry', 'setApprovalForAll', [agent, true]))
    await exam.send('originator', at('RightsRegistry', 'setApprovalForAll', [agent, false]))
    await exam.step('originator', at('RightsRegistry', 'approve', [agent, right]))
    await exam.probe(give, 'approved')
  })
}

async function walkDossier(scene: Scene, right: RightId): Promise<void> {
  const { world, exam } = scene
  const { client } = world
  const { rooms } = client
  const milestone = {
    right,
    kind: 'PilotPassed',
    day: DAY,
    evidence: hash('report'),
    issuedAt: START,
  } as const
  const evaluation = {
    right,
    trl: 7,
    indicators: 27,
    legal: 7_000n,
    technical: 8_000n,
    economic: 6_000n,
    total: 6_900n,
    hasSubstitutionSignal: false,
    hasLitigationSignal: false,
    dossier: hash('report'),
    issuedAt: START,
  }
  const appraisal = {
    right,
    method: 'ReliefFromRoyalty',
    value: 7_808_000n,
    discount: parseRate('0.25'),
    valuedOn: DAY as ReturnType<typeof parseDay>,
    validUntil: START + YEAR,
    appraiser: await partyOf(scene, 'appraiser'),
    inputs: hash('inputs'),
    evidence: hash('report'),
    issuedAt: START,
  } as const
  const statements = [
    async (key: Key) => {
      const signature = await signMilestone(client, {
        milestone: { ...milestone, day: appraisal.valuedOn },
        signer: world.signer(key),
      })
      return targetOf(
        recordMilestone(rooms, { milestone: { ...milestone, day: appraisal.valuedOn }, signature }),
      )
    },
    async (key: Key) => {
      const signature = await signEvaluation(client, { evaluation, signer: world.signer(key) })
      return targetOf(recordEvaluation(rooms, { evaluation, signature }))
    },
    async (key: Key) => {
      const signature = await signAppraisal(client, { appraisal, signer: world.signer(key) })
      return targetOf(recordAppraisal(rooms, { appraisal, signature }))
    },
  ]
  for (const sign of statements) {
    await exam.probeSigned(sign)
    await exam.probe(await sign('evaluatorCn'))
    await exam.send('stranger', await sign('evaluatorCn'))
  }
}
