import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimpleMerkleTree, StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { expect } from 'chai'
import { keccak256, toUtf8Bytes } from 'ethers'
import fc from 'fast-check'
import { exitCodes } from '../../../src/cli/exitCodes.ts'
import { hash32 } from '../../../src/domain/ids.ts'
import {
  EvidenceMalformedError,
  EvidenceRepeatedError,
  EvidenceUnknownError,
  evidenceData,
  evidenceOf,
  isProven,
  lineContents,
  NO_EVIDENCE,
  ProofFailedError,
  parseEvidence,
  parseProof,
  proofData,
  proveItem,
} from '../../../src/oracle/evidence/evidence.ts'
import { merkleTree, rootFrom } from '../../../src/oracle/evidence/merkleTree.ts'
import { matchPeriod } from '../../../src/oracle/match/matchPeriod.ts'
import { claim, credit, inputs } from './matchFixture.ts'

const hashOf = (text: string) => hash32(keccak256(toUtf8Bytes(text)))
const values = (count: number) => Array.from({ length: count }, (_, index) => hashOf(`value ${index}`))
const item = (id: string) => ({ id, content: `content of ${id}`, salt: hashOf(`salt of ${id}`) })

describe('merkleTree', () => {
  for (const count of [1, 2, 3, 5, 8, 13])
    it(`default: root and proofs of OpenZeppelin's standard tree of ${count}`, () => {
      const theirs = StandardMerkleTree.of(
        values(count).map(value => [value]),
        ['bytes32'],
      )
      const ours = merkleTree(values(count))
      expect(ours?.root).to.equal(theirs.root)
      for (const value of values(count)) {
        expect(ours?.proofOf(value)).to.deep.equal(theirs.getProof([value]))
        expect(
          StandardMerkleTree.verify(
            ours?.root ?? '',
            ['bytes32'],
            [value],
            [...(ours?.proofOf(value) ?? [])],
          ),
        ).to.equal(true)
      }
    })

  it('behavior: an inner node does not pass for a value', () => {
    const [left, right] = values(2)
    const root = merkleTree(values(2))?.root
    expect(root).to.not.equal(SimpleMerkleTree.of(values(2)).root)
    expect(rootFrom(hash32(root ?? ''), [])).to.not.equal(root)
    expect(merkleTree([])).to.equal(undefined)
    expect(merkleTree([left ?? NO_EVIDENCE])?.proofOf(right ?? NO_EVIDENCE)).to.equal(undefined)
  })

  it('behavior: the set of values decides, not their order', () => {
    const root = merkleTree(values(9))?.root
    const orders = fc.shuffledSubarray(values(9), { minLength: 9 })
    fc.assert(
      fc.property(orders, order => {
        expect(merkleTree(order)?.root).to.equal(root)
      }),
    )
  })
})

describe('evidence', () => {
  const evidence = evidenceOf(['A', 'B', 'C'].map(item))

  it('default: each item is proven under the root, also after a way through files', () => {
    const kept = parseEvidence(JSON.parse(JSON.stringify(evidenceData(evidence))))
    for (const { id } of evidence.items) {
      const proof = parseProof(JSON.parse(JSON.stringify(proofData(proveItem(kept, id)))))
      expect(isProven(proof, evidence.root)).to.equal(true)
      expect(isProven({ ...proof, content: 'another content' }, evidence.root)).to.equal(false)
      expect(isProven({ ...proof, salt: hashOf('another salt') }, evidence.root)).to.equal(false)
      expect(isProven({ ...proof, proof: proof.proof.slice(1) }, evidence.root)).to.equal(false)
      expect(isProven(proof, hashOf('another root'))).to.equal(false)
    }
  })

  it('behavior: nothing at all has the root of a NIL', () => {
    expect(evidenceOf([]).root).to.equal(NO_EVIDENCE)
  })

  it('behavior: equal contents look different to who has no salt', () => {
    const twins = evidenceOf([
      { ...item('A'), content: 'the same' },
      { ...item('B'), content: 'the same' },
    ])
    expect(proveItem(twins, 'A').proof[0]).to.not.equal(proveItem(twins, 'B').proof[0])
  })

  it('behavior: a matched line holds what was stated, and what was received from which credits', () => {
    const lines = [claim(1, 5_000n, { vat: 300n, reference: 'INV-1' }), claim(2, 100n)]
    const matching = matchPeriod(inputs({ lines, credits: [credit(1, 5_200n, { references: ['INV-1'] })] }))
    const contents = lineContents(lines, matching)
    expect([...contents.keys()]).to.deep.equal([lines[0]?.key])
    expect(JSON.parse(contents.get(lines[0]?.key ?? '') ?? '')).to.deep.equal({
      line: '1',
      licence: 'L-1',
      obligor: 'Nanhai Instruments',
      from: '2026-01-01',
      to: '2026-03-31',
      currency: 'CNY',
      revenue: 'CNY 50.00',
      gross: 'CNY 50.00',
      vat: 'CNY 3.00',
      withholding: 'CNY 0.00',
      net: 'CNY 53.00',
      reference: 'INV-1',
      matched: 'CNY 52.00',
      credits: ['6217 reference B-1'],
    })
  })

  it('error: one name twice, an unknown item, a root that does not follow, another form', () => {
    expect(() => evidenceOf([item('A'), item('A')])).to.throw(EvidenceRepeatedError)
    expect(() => proveItem(evidence, 'D')).to.throw(EvidenceUnknownError)
    expect(() => parseEvidence({ ...evidenceData(evidence), root: hashOf('another') })).to.throw(
      ProofFailedError,
    )
    expect(() => parseEvidence({ ...evidenceData(evidence), items: [{}] })).to.throw(EvidenceMalformedError)
    expect(() => parseProof({})).to.throw(EvidenceMalformedError)
  })
})

describe('lingnan evidence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-evidence-'))
  const evidence = evidenceOf(['A', 'B', 'C'].map(item))
  const file = (name: string) => join(folder, name)
  before(() => writeFileSync(file('evidence.json'), JSON.stringify(evidenceData(evidence))))
  after(() => rmSync(folder, { recursive: true }))

  async function run(...args: readonly string[]) {
    const written = { out: '', err: '' }
    const streams = {
      out: (text: string) => {
        written.out += text
      },
      err: (text: string) => {
        written.err += text
      },
      isTerminal: false,
    }
    const { runCli } = await import('../../../src/cli/runCli.ts')
    const signal = new AbortController().signal
    const code = await runCli(['evidence', ...args], { streams, signal, environment: {} })
    return { code, ...written }
  }

  it('default: a line is proven, and verified offline against the root', async () => {
    const proved = await run('prove', '--evidence', file('evidence.json'), '--id', 'B')
    expect(proved.code).to.equal(exitCodes.ok)
    writeFileSync(file('proof.json'), proved.out)
    const verified = await run('verify', '--proof', file('proof.json'), '--root', evidence.root, '--json')
    expect(JSON.parse(verified.out)).to.deep.equal({
      proven: true,
      id: 'B',
      content: 'content of B',
      root: evidence.root,
    })
    const told = await run('verify', '--proof', file('proof.json'), '--root', evidence.root)
    expect(told.out).to.equal(`"B" is behind the root ${evidence.root}:\ncontent of B\n`)
  })

  it('error: another root, an unknown line, a file of another form, no root, two roots', async () => {
    const root = ['--root', hashOf('another')]
    const proof = ['--proof', file('proof.json')]
    expect((await run('verify', ...proof, ...root)).code).to.equal(exitCodes.refused)
    expect((await run('prove', '--evidence', file('evidence.json'), '--id', 'D')).code).to.equal(
      exitCodes.refused,
    )
    expect((await run('prove', '--evidence', file('proof.json'), '--id', 'B')).code).to.equal(
      exitCodes.badFile,
    )
    expect((await run('verify', ...proof)).code).to.equal(exitCodes.usage)
    expect((await run('verify', ...proof, ...root, '--report', file('proof.json'))).code).to.equal(
      exitCodes.usage,
    )
  })
})
