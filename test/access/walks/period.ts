import { ZeroAddress } from 'ethers'
import { entryId, hash32, period } from '../../../src/domain/ids.ts'
import { CNY } from '../../../src/domain/money.ts'
import type { CollectionReport } from '../../../src/sdk/reports/collectionReport.ts'
import { reportFields } from '../../../src/sdk/reports/collectionReport.ts'
import { configDigestOf } from '../../../src/sdk/reports/configDigestOf.ts'
import { reportDigestOf } from '../../../src/sdk/reports/reportDigestOf.ts'
import { restateReport } from '../../../src/sdk/reports/restateReport.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { type Distribution, distributionFields } from '../../../src/sdk/waterfall/distribution.ts'
import { previewDistribution } from '../../../src/sdk/waterfall/previewDistribution.ts'
import type { Key } from '../actors.ts'
import { targetOf } from '../exam.ts'
import { START, type Target } from '../world.ts'
import { type Draft, INTEREST, MIRROR, TOKEN } from './draft.ts'
import { type Accounts, credited } from './offering.ts'
import { DAY, givenIn, hash, partyOf, type Scene } from './scene.ts'

const YEAR = 31_536_000n
const CHALLENGE = 3_601
const DISPUTE = 86_401
const RETURN = 4
const FIRST = 1n
/** More than the interest of the first period and less than that of the second: then the guarantor is called. */
const INCOME = 100_000n
/** What the guarantor sends without being called. */
const SURPLUS = 1_000n
const committee = ['servicer', 'accountBank', 'verificationAgent'] as const

type Money = { readonly income: bigint; readonly principal: bigint }

/** What was collected in a period, credited to the plan account. */
async function reportOf(
  scene: Scene,
  { deal }: Draft,
  number: bigint,
  { receipt, income, principal }: Money & { readonly receipt: bigint },
): Promise<CollectionReport> {
  const { client } = scene.world
  return {
    deal,
    period: period(number),
    stream: 1,
    sequence: 1,
    kind: 'Initial',
    isFinal: true,
    currency: CNY,
    income,
    principal,
    deductions: 0n,
    receipts: [entryId(receipt)],
    withServicer: 0n,
    performing: [0n, 0n, 0n, 0n],
    defaulted: 0n,
    losses: 0n,
    refundDue: 0n,
    feesDue: [],
    statementHash: hash('statement'),
    evidenceRoot: hash('evidence'),
    observedAt: START,
    validUntil: START + YEAR,
    configDigest: await configDigestOf(client, { deal }),
  }
}

/** A report comes in, is disputed, restated, and stands; a distribution is calculated and approved. */
export async function walkReport(scene: Scene, draft: Draft, accounts: Accounts): Promise<Distribution> {
  const { world, exam, at } = scene
  const { deal } = draft
  const receipt = await credited(scene, accounts.get('plan'), INCOME + 4_000_000n)
  const report = await reportOf(scene, draft, FIRST, { receipt, income: INCOME, principal: 4_000_000n })
  await exam.probeSigned(key => submitted(scene, report, [key]))
  await exam.probe(await submitted(scene, report, committee))
  await exam.send('stranger', await submitted(scene, report, committee))
  await walkDispute(scene, draft, report)
  await world.pass(CHALLENGE)
  await credited(scene, accounts.get('guarantee'), SURPLUS)
  const calculate = at('Waterfall', 'calculate', [deal, FIRST])
  const preview = await previewDistribution(world.client, { deal, period: period(FIRST) })
  const book = at('DistributionDesk', 'book', [distributionFields(preview)])
  await exam.early(book)
  await exam.step('stranger', calculate)
  await exam.early(book)
  const digest = givenIn(await exam.send('stranger', calculate), 'DistributionCalculated', 'distributionHash')
  await exam.step('trustee', at('Waterfall', 'approve', [deal, FIRST, digest]))
  await exam.probe(at('Waterfall', 'withdraw', [deal, FIRST]))
  return preview
}

async function submitted(
  { world }: Scene,
  report: CollectionReport,
  signers: readonly Key[],
): Promise<Target> {
  const { client } = world
  const signatures = await Promise.all(
    signers.map(key => signReport(client, { report, signer: world.signer(key) })),
  )
  return targetOf(submitReport(client.rooms, { report, signatures }))
}

async function walkDispute(scene: Scene, { deal }: Draft, report: CollectionReport): Promise<void> {
  const { world, exam, at } = scene
  const { client } = world
  const supersedes = hash32(await reportDigestOf(client, { report }))
  const restated = { ...report, sequence: 2, kind: 'Restatement', supersedes, losses: 1n } as const
  const restate = async (signers: readonly Key[]) => {
    const signatures = await Promise.all(
      signers.map(key => signReport(client, { report: restated, signer: world.signer(key) })),
    )
    return targetOf(restateReport(client.rooms, { previous: report, report: restated, signatures }))
  }
  await exam.probeSigned(key => restate([key]))
  await exam.probe(await restate(committee))
  await exam.branch(async () => {
    await exam.send('stranger', await restate(committee))
  })
  await exam.branch(async () => {
    const other = { ...report, evidenceRoot: hash('other lines') }
    await exam.send('stranger', await submitted(scene, other, committee))
  })
  const dispute = at('CollectionOracle', 'dispute', [deal, FIRST, 1n, 1n, hash('letter')])
  const uphold = at('CollectionOracle', 'uphold', [deal, FIRST, 1n])
  const reject = at('CollectionOracle', 'reject', [reportFields(report)])
  for (const answer of [uphold, reject])
    await exam.branch(async () => {
      await exam.send('trustee', dispute)
      await exam.send('trustee', answer)
    })
  await exam.branch(async () => {
    await exam.step('supervisingBank', dispute)
    await exam.probe(uphold)
    await exam.probe(reject, 'in time')
    await world.pass(DISPUTE)
    await exam.probe(reject, 'when the dispute is over')
  })
}

/** Books close, the distribution is booked, holders and payees are instructed, the bank pays. */
export async function walkPayout(scene: Scene, { deal }: Draft, distribution: Distribution): Promise<void> {
  const { world, exam, at } = scene
  const holder = world.addressOf('investorHk')
  const fields = distributionFields(distribution)
  const book = at('DistributionDesk', 'book', [fields])
  const instruct = at('PayingAgent', 'instruct', [TOKEN, FIRST, [holder], hash('payment file')])
  await exam.probe(at('SeriesNote', 'closeBook', []))
  await exam.early(book)
  await exam.step('custodianHk', at('DistributionDesk', 'closeBook', [TOKEN, FIRST]))
  await exam.probe(at('SeriesNote', 'openBook', []))
  await exam.probe(at('SeriesNote', 'takeBook', []))
  await exam.probe(at('DistributionDesk', 'openBook', [TOKEN, FIRST]), 'deferred')
  await exam.send('registrar', at('DistributionDesk', 'closeBook', [MIRROR, FIRST]))
  await exam.step('stranger', book)
  await exam.probe(at('DistributionDesk', 'openBook', [TOKEN, FIRST]), 'after the booking')
  await exam.send('custodianHk', at('DistributionDesk', 'openBook', [TOKEN, FIRST]))
  await exam.send('registrar', at('DistributionDesk', 'openBook', [MIRROR, FIRST]))
  await exam.probe(at('PayingAgent', 'open', [deal, FIRST, [], 0n]))
  await exam.probe(at('PayingAgent', 'instruct', [MIRROR, FIRST, [], hash('mirror file')]), 'a mirror')
  const payees = at('DistributionDesk', 'instructPayees', [fields, [RETURN], hash('return')])
  const due = [{ payee: RETURN, amount: SURPLUS }]
  await exam.probe(
    at('PayingAgent', 'instructPayees', [deal, FIRST, due, world.addressOf('manager'), hash('return')]),
  )
  await exam.probe(payees)
  await exam.branch(() => walkWithheld(scene, instruct))
  const settle = at('PayingAgent', 'settle', [1n, DAY, hash('paid')])
  await exam.early(settle)
  await exam.step('custodianHk', instruct, 'a token')
  const reject = at('PayingAgent', 'reject', [1n, hash('wrong file')])
  await exam.probe(reject)
  await exam.branch(async () => {
    await exam.send('accountBank', reject)
  })
  await exam.step('accountBank', settle)
  const back = [1n, holder, DAY, hash('came back'), hash('account closed')]
  await exam.probe(at('PayingAgent', 'returnPayout', back))
  await exam.branch(async () => {
    await exam.send('accountBank', at('PayingAgent', 'returnPayout', back))
  })
  const others = [TOKEN, FIRST, [world.addressOf('secondInvestorHk')], hash('second file')]
  await exam.send('custodianHk', at('PayingAgent', 'instruct', others), 'a token')
  await exam.send('registrar', at('PayingAgent', 'instruct', [MIRROR, FIRST, [], hash('file')]), 'a mirror')
  await exam.send('manager', payees)
  for (const instruction of [2n, 3n, 4n])
    await exam.send(
      'accountBank',
      at('PayingAgent', 'settle', [instruction, DAY, hash(`paid ${instruction}`)]),
    )
  for (const instruction of [3n, 4n])
    await exam.branch(async () => {
      const returned = [instruction, ZeroAddress, DAY, hash('came back'), hash('account closed')]
      await exam.send('accountBank', at('PayingAgent', 'returnPayout', returned))
    })
}

async function walkWithheld(scene: Scene, instruct: Target): Promise<void> {
  const { world, exam, at } = scene
  const party = await partyOf(scene, 'investorHk')
  await exam.send('regulatorHk', at('PartyRegistry', 'restrict', [party, hash('order')]))
  await exam.step('custodianHk', instruct, 'a restricted holder')
  const release = at('PayingAgent', 'releaseWithheld', [TOKEN, FIRST, [world.addressOf('investorHk')]])
  await exam.early(release)
  await exam.send('regulatorHk', at('PartyRegistry', 'lift', [1n, hash('order to lift')]))
  await exam.probe(release)
  await exam.branch(async () => {
    await exam.send('custodianHk', release)
  })
}

/** Holders resolve by the book that was taken. */
export async function walkResolution(scene: Scene, { deal }: Draft): Promise<void> {
  const { world, exam, at } = scene
  const acceleration = [deal, 1n, EMPTY, hash('minutes')] as const
  await exam.probe(at('Resolutions', 'proposeAsHolder', [...acceleration, [TOKEN]]))
  await exam.step('trustee', at('Resolutions', 'propose', acceleration))
  const vote = (holder: 'investorHk' | 'registrar', unitsFor: bigint) => ({
    holder: world.addressOf(holder),
    unitsFor,
    unitsAgainst: 0n,
  })
  await exam.step('investorHk', at('Resolutions', 'cast', [1n, TOKEN, vote('investorHk', 500n)]))
  await exam.step('registrar', at('Resolutions', 'castListed', [1n, MIRROR, [vote('registrar', 400n)]]))
  await exam.probe(at('Resolutions', 'exclude', [1n, TOKEN, []]))
  await world.pass(CHALLENGE)
  await exam.step('stranger', at('Resolutions', 'conclude', [1n]))
  await exam.probe(at('Resolutions', 'execute', [1n, '0x']))
}

/** The second period repays all; the deal ends. */
export async function walkEnd(scene: Scene, draft: Draft, accounts: Accounts): Promise<void> {
  const { world, exam, at } = scene
  const { deal } = draft
  const second = 2n
  const receipt = await credited(scene, accounts.get('plan'), INCOME + 6_000_000n)
  const report = await reportOf(scene, draft, second, { receipt, income: INCOME, principal: 6_000_000n })
  await exam.send('stranger', await submitted(scene, report, committee))
  await world.pass(CHALLENGE)
  await exam.step('manager', at('Waterfall', 'call', [deal, second]))
  await credited(scene, accounts.get('guarantee'), 2n * INTEREST - INCOME)
  const distribution = await previewDistribution(world.client, { deal, period: period(second) })
  const calculated = await exam.send('stranger', at('Waterfall', 'calculate', [deal, second]))
  const digest = givenIn(calculated, 'DistributionCalculated', 'distributionHash')
  await exam.send('trustee', at('Waterfall', 'approve', [deal, second, digest]))
  await exam.send('custodianHk', at('DistributionDesk', 'closeBook', [TOKEN, second]))
  await exam.send('registrar', at('DistributionDesk', 'closeBook', [MIRROR, second]))
  await exam.send('stranger', at('DistributionDesk', 'book', [distributionFields(distribution)]))
  const holders = [world.addressOf('investorHk'), world.addressOf('secondInvestorHk')]
  await exam.send(
    'custodianHk',
    at('PayingAgent', 'instruct', [TOKEN, second, holders, hash('file')]),
    'a token',
  )
  await exam.send('registrar', at('PayingAgent', 'instruct', [MIRROR, second, [], hash('file')]), 'a mirror')
  for (const instruction of [5n, 6n])
    await exam.send(
      'accountBank',
      at('PayingAgent', 'settle', [instruction, DAY, hash(`paid ${instruction}`)]),
    )
  await exam.probe(at('Treasury', 'sweep', [deal, hash('dust')]))
  await exam.probe(at('SeriesNote', 'retire', []))
  await exam.branch(async () => {
    await exam.step('manager', at('Treasury', 'retire', [deal]))
  })
  await exam.probe(at('DealBook', 'close', [deal]), 'in Redeemed')
}

/** keccak256 of nothing. */
const EMPTY = '0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'
