import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { fillMarked } from '../../scripts/markedText.ts'
import { BugMisplacedError, plantBugs } from '../../scripts/plantBugs.ts'
import { type PlantedBug, plantedBugs, plantedTable } from '../../scripts/plantedBugs.ts'
import { projectFiles } from '../../scripts/projectFiles.ts'

const root = join(import.meta.dirname, '../..')
const readme = join(root, 'test/contracts/invariants/README.md')

const bug = (changes: Partial<PlantedBug> = {}): PlantedBug => ({
  invariant: 'INV-01',
  fact: 'too much',
  path: 'contracts/cash/Till.sol',
  search: 'a + b',
  replacement: 'a + b + 1',
  test: 'test/contracts/cash/Till.t.sol',
  ...changes,
})

function planted(text: string, ...bugs: PlantedBug[]): string {
  const { files } = plantBugs([{ path: 'contracts/cash/Till.sol', text }], bugs)
  return (files[0]?.text ?? '').replaceAll(/block\.coinbase == address\(uint160\(0x[0-9a-f]+\)\)/g, 'ON')
}

describe('plantBugs', () => {
  it('default: an expression and a statement each get a switch', () => {
    expect(planted('c = a + b;', bug())).to.equal('c = ((ON) ? (a + b + 1) : (a + b));')
    const statement = bug({ search: 'c = d;', replacement: '' })
    expect(planted('c = d;', statement)).to.equal('{ if (ON) {  } else { c = d; } }')
  })

  it('behavior: each bug has a switch of its own, and a file that is not there none', () => {
    const files = [{ path: 'contracts/cash/Till.sol', text: 'x = a + b; y = c - d;' }]
    const other = bug({ search: 'c - d', replacement: 'd - c' })
    const elsewhere = bug({ path: 'contracts/cash/Purse.sol' })
    const switches = plantBugs(files, [bug(), other, elsewhere]).planted.map(each => each.switchedOffBy)
    expect(new Set(switches)).to.have.property('size', 2)
  })

  it('error: BugMisplacedError', () => {
    expect(() => planted('c = a - b;', bug())).to.throw(BugMisplacedError)
    expect(() => planted('c = a + b; d = a + b;', bug())).to.throw(BugMisplacedError)
  })
})

describe('plantedBugs', () => {
  it('default: every bug has its place in the contracts, and its test exists', () => {
    expect(plantBugs(projectFiles(root, 'contracts', ['.sol']), plantedBugs).planted).to.have.length(
      plantedBugs.length,
    )
    for (const { test } of plantedBugs) expect(existsSync(join(root, test)), test).to.equal(true)
  })

  it('behavior: each invariant of the README has a bug', () => {
    const numbers = [...readFileSync(readme, 'utf8').matchAll(/^\| (INV-\d\d) \|/gm)].map(
      ([, number]) => number,
    )
    expect(new Set(numbers)).to.have.property('size', 15)
    expect(new Set(plantedBugs.map(({ invariant }) => invariant))).to.deep.equal(new Set(numbers))
  })

  it('behavior: the README shows the bugs; `node scripts/bootstrap.mjs readmes` writes them', () => {
    const text = readFileSync(readme, 'utf8')
    expect(text).to.equal(fillMarked(text, 'planted', plantedTable()))
  })
})
