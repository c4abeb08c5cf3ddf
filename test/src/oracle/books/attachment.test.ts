import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { hash32 } from '../../../../src/domain/ids.ts'
import {
  attachmentOf,
  EvidenceMissingError,
  evidenceBehind,
  saltedFacts,
} from '../../../../src/oracle/books/attachment.ts'
import { refusalOf } from '../../chain/refusalOf.ts'

const seed = hash32(`0x${'33'.repeat(32)}`)
const few = [
  { id: 'L-1', content: '{"net":"CNY 1.00"}' },
  { id: 'L-2', content: '{"net":"CNY 2.00"}' },
]
const many = Array.from({ length: 21 }, (_, index) => ({ id: `L-${index}`, content: 'x'.repeat(100_000) }))

describe('attachmentOf', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lingnan-attachment-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const attach = (facts: typeof few) =>
    attachmentOf(folder, { seed, facts, evidence: saltedFacts(facts, seed) })

  it('default: facts that a message holds are told, and give the evidence again', async () => {
    const attachment = await attach(few)
    expect(attachment.facts).to.deep.equal(few)
    const evidence = saltedFacts(few, seed)
    const report = { evidenceRoot: evidence.root }
    expect(await evidenceBehind(report, { attachment, folder })).to.deep.equal(evidence)
    expect(readdirSync(folder)).to.deep.equal([])
  })

  it('behavior: more facts than that are kept in the books, once, and found by the root', async () => {
    const attachment = await attach(many)
    expect(attachment).to.deep.include({ facts: null, seed })
    expect(await attach(many)).to.deep.equal(attachment)
    expect(readdirSync(join(folder, 'evidence')).length).to.equal(1)
    const evidence = saltedFacts(many, seed)
    expect(await evidenceBehind({ evidenceRoot: evidence.root }, { attachment, folder })).to.deep.equal(
      evidence,
    )
  })

  it('error: facts of another report, facts that nobody kept here, and no facts at all', async () => {
    const other = { evidenceRoot: hash32(`0x${'44'.repeat(32)}`) }
    const behind = (attachment: unknown) => refusalOf(evidenceBehind(other, { attachment, folder }))
    expect(await behind(await attach(few))).to.be.instanceOf(EvidenceMissingError)
    expect(await behind(await attach(many))).to.be.instanceOf(EvidenceMissingError)
    expect(await behind({ line: 1 })).to.be.instanceOf(EvidenceMissingError)
  })
})
