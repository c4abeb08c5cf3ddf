import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { hash32 } from '../../../src/domain/ids.ts'
import { draftFolder } from '../../../src/oracle/submit/draftFolder.ts'
import type { CollectionReport } from '../../../src/sdk/reports/collectionReport.ts'
import { refusalOf } from '../chain/refusalOf.ts'

const readme = readFileSync(join(import.meta.dirname, '../../../src/oracle/README.md'), 'utf8')
const [, sample = ''] = /```json\n(\{\n {2}"schema": "lingnan-report-draft\/1"[\s\S]*?)```/.exec(readme) ?? []

describe('draftFolder', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lingnan-drafts-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const lay = (name: string, changes: object = {}) =>
    writeFileSync(join(folder, name), JSON.stringify({ ...JSON.parse(sample), ...changes }))
  const moments = { observedAt: 5n, validUntil: 9n, configDigest: hash32(`0x${'33'.repeat(32)}`) }
  const ownReport = async (): Promise<CollectionReport> => {
    const [draft] = (await draftFolder(folder).drafts()).drafts
    if (draft === undefined) expect.fail('there is a draft')
    return { ...draft.fields, ...moments }
  }

  it('default: the member makes the same report from its own draft, with the moments of the proposal', async () => {
    lay('1.json')
    const report = await ownReport()
    const { recompute } = draftFolder(folder)
    expect(await recompute({ report, attachment: null })).to.deep.equal({ kind: 'report', report })
    lay('1.json', { income: '901' })
    const other = await recompute({ report, attachment: null })
    expect(other).to.deep.equal({ kind: 'report', report: { ...report, income: 901n } })
  })

  it('behavior: without a draft not yet; another report replaced is a difference', async () => {
    lay('1.json', { replaces: 2 })
    const report = await ownReport()
    const { recompute } = draftFolder(folder)
    const elsewhere = { ...report, stream: 2 }
    expect(await recompute({ report: elsewhere, attachment: null })).to.deep.equal({
      kind: 'not-yet',
      code: 'oracle/no-draft',
    })
    expect(await recompute({ report, attachment: null })).to.deep.equal({
      kind: 'differences',
      differences: [{ field: 'replaces', ours: '2', theirs: 'undefined' }],
    })
  })

  it('behavior: files that cannot be read are named, and the rest goes on', async () => {
    lay('good.json')
    lay('amount.json', { income: 900 })
    lay('extra.json', { rate: '5' })
    lay('hash.json', { statementHash: '0x12' })
    writeFileSync(join(folder, 'none.json'), '{')
    writeFileSync(join(folder, 'note.txt'), 'not looked at')
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    writeFileSync(join(folder, 'deep.json'), sample.replace(/}\s*$/, `,"attachment":${deep}}`))
    mkdirSync(join(folder, 'folder.json'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.json'))
    writeFileSync(join(folder, 'huge.json'), '')
    truncateSync(join(folder, 'huge.json'), 100_000_000)
    const { drafts, problems } = await draftFolder(folder).drafts()
    expect(drafts.length).to.equal(1)
    expect(problems.map(({ code }) => code)).to.deep.equal(Array(8).fill('file/draft-refused'))
    for (const [index, name] of [
      'amount',
      'deep',
      'extra',
      'folder',
      'gone',
      'hash',
      'huge',
      'none',
    ].entries())
      expect(problems[index]?.fact).to.include(`${name}.json`)
  })

  it('error: DraftRefusedError where the folder is not there', async () => {
    const error = await refusalOf(draftFolder(join(folder, 'none')).drafts())
    expect(Reflect.get(Object(error), 'code')).to.equal('file/draft-refused')
  })
})
