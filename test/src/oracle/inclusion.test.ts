import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { hexlify } from 'ethers'
import { interfaces } from '../../../src/chain/rooms.ts'
import { exitCodes } from '../../../src/cli/exitCodes.ts'
import { type AccountId, type DealId, type Hash32, hash32 } from '../../../src/domain/ids.ts'
import {
  type Evidence,
  evidenceOf,
  lineHashOf,
  proofData,
  proveItem,
} from '../../../src/oracle/evidence/evidence.ts'
import { writeReport } from '../../../src/oracle/journal/reportText.ts'
import { writeDeployment } from '../../../src/sdk/access/deploymentRecord.ts'
import type { CollectionReport } from '../../../src/sdk/reports/collectionReport.ts'
import { disputeReport } from '../../../src/sdk/reports/disputeReport.ts'
import { inclusionOf } from '../../../src/sdk/reports/inclusionOf.ts'
import { reportDigestOf } from '../../../src/sdk/reports/reportDigestOf.ts'
import { restateReport } from '../../../src/sdk/reports/restateReport.ts'
import { signReport } from '../../../src/sdk/reports/signReport.ts'
import { submitReport } from '../../../src/sdk/reports/submitReport.ts'
import { fuzzSeed, type Random, randomFrom } from '../../differential/random.ts'
import { runCommand } from '../../e2e/runCommand.ts'
import { chainGround } from '../../processes/ledgerChain.ts'
import { refusalOf } from '../chain/refusalOf.ts'
import { activeDeal, bookCredit, firstReport, planAccount } from '../sdk/activeDeal.ts'
import { hashOf, type Ledger, startLedger } from '../sdk/ledger.ts'
import { meetOffices, REPORTING } from '../sdk/sampleDeal.ts'

const [DUE = 0n] = REPORTING.dueAt.flat()
/** Two streams: one that ends in dispute, one that is restated. */
const TERMS = {
  ...{ ...REPORTING, challengeSeconds: 3600n, streams: 2, baselines: [1_000_000n] },
  dueAt: [[DUE, DUE]],
}
const COMMITTEE = ['servicer', 'accountBank', 'verificationAgent'] as const
const TREES = 16
const MOST_LINES = 200
/** Letters of the three places, signs that JSON escapes, and one outside the first plane of Unicode. */
const ALPHABET = ['a', 'Z', '"', '\\', ' ', '\n', '0', '粵', '澳', 'ã', '𠮷', '{', '}', ':']

describe('lines on the ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-inclusion-'))
  const file = (name: string) => join(folder, name)
  let ledger: Ledger
  let deal: DealId
  let plan: AccountId
  let base: CollectionReport
  let sequence = 0
  let onLedger: readonly string[]

  before(async () => {
    const { chain, ground } = await chainGround()
    ledger = await startLedger(ground)
    await meetOffices(ledger)
    deal = await activeDeal(ledger, TERMS)
    plan = await planAccount(ledger, deal)
    base = await firstReport(ledger, deal, plan)
    const { chain: identity, rooms } = ledger.client
    const deployer = ledger.wallet('deployer')
    const record = { chain: identity, deployer, sandboxed: true, contracts: rooms, isComplete: true }
    writeFileSync(file('deployment.json'), JSON.stringify(writeDeployment(record)))
    onLedger = ['--rpc', chain.url, '--deployment', file('deployment.json')]
  })
  after(async () => {
    await ledger.close()
    rmSync(folder, { recursive: true })
  })

  const signed = (report: CollectionReport) =>
    Promise.all(COMMITTEE.map(name => signReport(ledger.client, { report, signer: ledger.person(name) })))

  /** An interim report over this evidence that the ledger accepted. */
  async function filed(root: Hash32): Promise<CollectionReport> {
    sequence += 1
    const receipt = await bookCredit(ledger, { account: plan, amount: 1n, reference: `credit ${sequence}` })
    const amounts = { income: 1n, principal: 0n, receipts: [receipt], feesDue: [] }
    const kind = { sequence, isFinal: false, performing: [0n, 0n, 0n, 0n] as const }
    const report = { ...base, ...amounts, ...kind, evidenceRoot: root }
    await ledger.act('stranger', submitReport(ledger.rooms, { report, signatures: await signed(report) }))
    return report
  }
  const prove = (report: CollectionReport, evidence: Evidence, id: string) => {
    const item = proveItem(evidence, id)
    return inclusionOf(ledger.client, { report, line: lineHashOf(item), proof: item.proof })
  }
  const codeOf = async (work: Promise<unknown>) => Reflect.get(Object(await refusalOf(work)), 'code')

  it('behavior: trees of any size lead on the ledger where they lead here, and nothing else does', async () => {
    console.log(`      seed 0x${fuzzSeed.toString(16)}: FUZZ_SEED repeats it`)
    const random = randomFrom(fuzzSeed)
    for (let tree = 0; tree < TREES; tree += 1) {
      const evidence = randomEvidence(random, tree < 4 ? tree + 1 : 1 + random.below(MOST_LINES))
      const report = await filed(evidence.root)
      for (let probe = 0; probe < 4; probe += 1) {
        const { id } = evidence.items[random.below(evidence.items.length)] ?? expect.fail('it has items')
        const where = `tree of ${evidence.items.length}, item ${id}`
        expect((await prove(report, evidence, id)).root, where).to.equal(evidence.root)
        const item = proveItem(evidence, id)
        const line = lineHashOf(item)
        const refused = async (changed: { line?: Hash32; proof?: readonly Hash32[] }) =>
          codeOf(inclusionOf(ledger.client, { report, line, proof: item.proof, ...changed }))
        expect(await refused({ line: randomHash(random) }), where).to.equal('evidence/not-proven')
        expect(await refused({ proof: [...item.proof, randomHash(random)] }), where).to.equal(
          'evidence/not-proven',
        )
        expect(await refused({ line: evidence.root, proof: [] }), where).to.equal('evidence/not-proven')
        if (item.proof.length > 0)
          expect(await refused({ proof: item.proof.slice(1) }), where).to.equal('evidence/not-proven')
      }
    }
  })

  it('behavior: salt and words of a line have one hash here and on the ledger', async () => {
    const random = randomFrom(fuzzSeed)
    const lens = interfaces.EvidenceLens
    for (const { salt, content } of randomEvidence(random, 40).items) {
      const data = lens.encodeFunctionData('lineOf', [salt, content])
      const answer = await ledger.client.provider.call({ to: ledger.rooms.EvidenceLens, data })
      expect(lens.decodeFunctionResult('lineOf', answer)[0], content).to.equal(lineHashOf({ salt, content }))
    }
  })

  it('default: a line is told with the standing of its report, through dispute and restatement', async () => {
    const { client, rooms } = ledger
    const evidence = evidenceOf(['A', 'B', 'C'].map(item))
    const report = await filed(evidence.root)
    const digest = await reportDigestOf(client, { report })
    const { acceptedAt, ...standing } = await prove(report, evidence, 'B')
    expect(acceptedAt > 0n).to.equal(true)
    const expected = {
      ...{ digest, root: evidence.root, stage: 'Standing', isCurrent: true, isDisputed: false },
      signers: ['Servicer', 'AccountBank', 'VerificationAgent'],
      lastSequence: sequence,
    }
    expect(standing).to.deep.equal(expected)
    await ledger.act('trustee', disputeReport(rooms, { ...placeOf(report), documentHash: hashOf('letter') }))
    expect(await prove(report, evidence, 'B')).to.include({ isCurrent: true, isDisputed: true })
  })

  it('error: reports that the ledger does not know', async () => {
    const evidence = evidenceOf(['A', 'B'].map(item))
    const unknown = { ...base, sequence: 999, evidenceRoot: evidence.root }
    expect(await codeOf(prove(unknown, evidence, 'A'))).to.equal('evidence/report-not-filed')
  })

  describe('lingnan evidence verify', () => {
    const evidence = evidenceOf(['A', 'B', 'C'].map(item))
    const verify = (...options: readonly string[]) =>
      runCommand(['evidence', 'verify', '--proof', file('proof.json'), ...options])
    const write = (report: CollectionReport, proven: Evidence = evidence) => {
      writeFileSync(file('proof.json'), JSON.stringify(proofData(proveItem(proven, 'B'))))
      writeFileSync(file('report.json'), writeReport(report))
      return ['--report', file('report.json'), ...onLedger]
    }

    it('default: the ledger proves the line, and says in each language that the report was restated', async () => {
      // The stream of the tests before is in dispute; the second one is free.
      const other = await startStream(evidence.root)
      const options = write(other)
      const { code, out } = await verify(...options, '--json')
      expect(code).to.equal(exitCodes.ok)
      expect(JSON.parse(out)).to.deep.include({
        proven: true,
        id: 'B',
        content: 'content of B',
        stage: 'Standing',
      })
      expect((await verify(...options)).out).to.match(
        /^"B" is behind report 1 of stream 2, .*\ncontent of B\nThe report stands\.\n$/,
      )
      await restate(other)
      expect(JSON.parse((await verify(...options, '--json')).out)).to.include({
        ...{ stage: 'Superseded', isCurrent: false, root: evidence.root, lastSequence: 2 },
      })
      const said = async (language: string) =>
        (await verify(...options, '--lang', language)).out.split('\n')[2]
      expect(await said('en')).to.include(
        'restated and counts no more; the newest of its stream and period is number 2',
      )
      expect(await said('zh-Hans')).to.include('不再计入')
      expect(await said('zh-Hant')).to.include('不再計入')
      expect(await said('pt')).to.include('já não conta')
    })

    it('error: a report that was not accepted, and a proof that leads elsewhere', async () => {
      const refusal = async (options: readonly string[]) => {
        const { code, err } = await verify(...options, '--json')
        return [code, JSON.parse(err).error.code]
      }
      const unknown = { ...base, sequence: 999, evidenceRoot: evidence.root }
      expect(await refusal(write(unknown))).to.deep.equal([exitCodes.refused, 'evidence/report-not-filed'])
      const elsewhere = { ...base, evidenceRoot: hashOf('another root') }
      expect(await refusal(write(elsewhere))).to.deep.equal([exitCodes.refused, 'evidence/not-proven'])
    })
  })

  async function startStream(root: Hash32): Promise<CollectionReport> {
    const empty = {
      income: 0n,
      principal: 0n,
      receipts: [],
      feesDue: [],
      performing: [0n, 0n, 0n, 0n] as const,
    }
    const report = { ...base, ...empty, stream: 2, sequence: 1, isFinal: false, evidenceRoot: root }
    await ledger.act('stranger', submitReport(ledger.rooms, { report, signatures: await signed(report) }))
    return report
  }

  async function restate(previous: CollectionReport): Promise<void> {
    const supersedes = await reportDigestOf(ledger.client, { report: previous })
    const changes = { kind: 'Restatement', sequence: 2, supersedes, evidenceRoot: hashOf('newer') } as const
    const report = { ...previous, ...changes }
    const signatures = await signed(report)
    await ledger.act('stranger', restateReport(ledger.rooms, { previous, report, signatures }))
  }
})

function item(id: string) {
  return { id, content: `content of ${id}`, salt: hashOf(`salt of ${id}`) }
}

function placeOf({ deal, period, stream, sequence }: CollectionReport) {
  return { deal, period, stream, sequence }
}

function randomEvidence(random: Random, count: number): Evidence {
  return evidenceOf(
    Array.from({ length: count }, (_, index) => ({
      id: `${index}`,
      content: randomText(random),
      salt: randomHash(random),
    })),
  )
}

function randomText(random: Random): string {
  const letter = () => ALPHABET[random.below(ALPHABET.length)] ?? ''
  return Array.from({ length: 1 + random.below(100) }, letter).join('')
}

function randomHash(random: Random): Hash32 {
  return hash32(hexlify(Uint8Array.from({ length: 32 }, () => random.below(256))))
}
