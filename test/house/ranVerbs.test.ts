import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { verbsWithoutRun, writeVerbs } from '../../scripts/ranVerbs.ts'

const root = join(import.meta.dirname, '../..')

describe('ranVerbs', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lingnan-verbs-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('default: finds every verb that writes, each with a call of its own', () => {
    const verbs = writeVerbs(root)
    expect(verbs).to.deep.include({ verb: 'draftDeal', calls: 'DealBook.draft' })
    expect(verbs).to.deep.include({ verb: 'returnPayout', calls: 'PayingAgent.returnPayout' })
    expect(new Set(verbs.map(({ calls }) => calls)).size).to.equal(verbs.length)
    expect(verbs.filter(({ calls }) => calls.includes('undefined'))).to.deep.equal([])
    const barrels = globSync('src/sdk/*.ts', { cwd: root }).map(path =>
      readFileSync(join(root, path), 'utf8'),
    )
    expect(verbs.filter(({ verb }) => !barrels.some(text => text.includes(`/${verb}.ts'`)))).to.deep.equal([])
  })

  it('behavior: names the verbs that nothing ran', () => {
    const verbs = [
      { verb: 'draftDeal', calls: 'DealBook.draft' },
      { verb: 'closeDeal', calls: 'DealBook.close' },
    ]
    const ranFile = join(folder, 'ran')
    expect(verbsWithoutRun(verbs, ranFile)).to.deep.equal(['draftDeal', 'closeDeal'])
    writeFileSync(ranFile, 'DealBook.draft\nDealBook.offer\n')
    expect(verbsWithoutRun(verbs, ranFile)).to.deep.equal(['closeDeal'])
    writeFileSync(ranFile, 'DealBook.draft\nDealBook.close\n')
    expect(verbsWithoutRun(verbs, ranFile)).to.deep.equal([])
  })
})
