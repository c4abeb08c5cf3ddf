import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { invariants, invariantTable, testsOf } from '../../scripts/invariantTable.ts'
import { fillMarked } from '../../scripts/markedText.ts'
import { replayGaps, replayRows, replayTable } from '../../scripts/replayTable.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'test/contracts/invariants/README.md'), 'utf8')

describe('tables of the invariants', () => {
  it('default: every view of every contract is rebuilt from events or says why not', () => {
    expect(replayGaps()).to.deep.equal([])
  })

  it('behavior: what a mirror compares and reads is found in its source', () => {
    const mirrored = replayRows().filter(({ by }) => by.endsWith('.sol'))
    expect(mirrored.length).to.be.greaterThan(7)
    for (const { contract, views, events, by } of mirrored) {
      expect(contract, by).to.match(/^[A-Z][A-Za-z]+$/)
      expect(Math.min(views.length, events.length), by).to.be.greaterThan(1)
    }
  })

  it('behavior: every invariant has a test that exists', () => {
    for (const invariant of invariants) {
      const paths = [...testsOf(invariant).keys()]
      expect(paths, invariant.number).not.to.deep.equal([])
      for (const path of paths) expect(existsSync(join(root, path)), path).to.equal(true)
    }
  })

  it('behavior: the README shows both; `node scripts/bootstrap.mjs readmes` writes them', () => {
    expect(readme, 'run `node scripts/bootstrap.mjs readmes`').to.equal(
      fillMarked(fillMarked(readme, 'replay', replayTable()), 'invariants', invariantTable()),
    )
  })
})
