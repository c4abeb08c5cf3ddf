import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { accessTable } from '../../scripts/accessTable.ts'
import { fillMarked } from '../../scripts/markedText.ts'
import type { Distribution } from '../../src/sdk/waterfall/distribution.ts'
import { replayed } from '../replay/replayed.ts'
import { dependsOn, nameOf, storyOf, unlike } from '../replay/unlike.ts'
import { type Exam, startExam } from './exam.ts'
import { matrix, type Row } from './matrix.ts'
import { walkCash, walkNotes, walkOffices, walkProceeds, walkSchedule } from './walks/active.ts'
import { walkCouncil } from './walks/council.ts'
import { type Draft, INTEREST, walkDraft } from './walks/draft.ts'
import { walkHostile } from './walks/hostile.ts'
import { type Accounts, walkOffering } from './walks/offering.ts'
import { walkParties } from './walks/parties.ts'
import { walkEnd, walkPayout, walkReport, walkResolution } from './walks/period.ts'
import { walkRights } from './walks/rights.ts'
import type { Scene } from './walks/scene.ts'
import { startWorld, type World, writes } from './world.ts'

const readme = join(import.meta.dirname, '../../contracts/access/README.md')

/** Names of the rows for which something holds. */
function rowsWhere(holds: (row: Row) => boolean): readonly string[] {
  return Object.entries(matrix).flatMap(([contract, rows]) =>
    Object.entries(rows)
      .filter(([, row]) => holds(row))
      .map(([key]) => `${contract}.${key}`),
  )
}

const functionOf = (row: string): string => row.split(' / ')[0] ?? row

describe('access matrix', function () {
  this.timeout(300_000)
  let world: World
  let exam: Exam
  const differences: string[] = []
  const witnessed = new Map<string, Set<string>>()
  const known = new Set<unknown>()
  let scene: Scene
  let draft: Draft
  let accounts: Accounts
  let distribution: Distribution
  before(async () => {
    world = await startWorld()
    exam = startExam(world, compare)
    scene = { world, exam, at: world.at }
  })
  after(() => world.close())

  /** Holds what rooms answer to their events, and sees which views each event tells about that is new since the last time. */
  async function compare(): Promise<void> {
    const story = await storyOf(world)
    const { faults, kept } = await unlike(world, story)
    differences.push(...faults)
    for (const { contract, verb } of kept) of(`${contract}.${verb}`)
    const marks = story.events.map((said, index) =>
      [index, nameOf(said), said.block, String(said.args)].join(),
    )
    const names = story.events.filter((_, index) => !known.has(marks[index])).map(nameOf)
    known.clear()
    for (const mark of marks) known.add(mark)
    for (const [view, event] of dependsOn(story, new Set(names))) of(view).add(event)
  }

  function of(view: string): Set<string> {
    const found = witnessed.get(view) ?? new Set()
    witnessed.set(view, found)
    return found
  }

  /** Tries each call of a walk by every actor; the matrix says whom it lets in and with what it refuses the others. */
  const walk = (name: string, act: () => Promise<void>) =>
    it(`behavior: ${name}`, async () => {
      await act()
      known.clear()
      await compare()
      expect(exam.faults).to.deep.equal([])
    })

  it('default: every function that writes has a row, and every row a function', () => {
    expect([...new Set(rowsWhere(() => true).map(functionOf))].sort()).to.deep.equal([...writes()].sort())
  })

  walk('the council and the access manager', () => walkCouncil(scene))
  walk('parties', () => walkParties(scene))
  walk('titles, rights and dossiers', () => walkRights(scene))
  walk('a deal in Draft', async () => {
    draft = await walkDraft(scene)
  })
  walk('a deal on offer', async () => {
    accounts = await walkOffering(scene, draft.deal)
  })
  walk('the proceeds', () => walkProceeds(scene, draft))
  walk('notes and the orders over them', () => walkNotes(scene, draft))
  walk('accounts', () => walkCash(scene, draft, accounts))
  walk('a false attester in an active deal', () => walkHostile(scene, draft, accounts))
  walk('offices and stages', () => walkOffices(scene, draft))
  walk('a longer schedule', () => walkSchedule(scene, draft, [2n * (INTEREST << 128n)]))
  walk('a report and its distribution', async () => {
    distribution = await walkReport(scene, draft, accounts)
  })
  walk('payouts', () => walkPayout(scene, draft, distribution))
  walk('a resolution', () => walkResolution(scene, draft))
  walk('the end of a deal', () => walkEnd(scene, draft, accounts))

  it('INV-11: what rooms keep is what their events say, after every part and whatever was tried', () => {
    expect(differences).to.deep.equal([])
  })

  it('INV-11: each view is rebuilt from the events of its row, and misses each of them', () => {
    const found = [...witnessed].map(([view, events]) => [view, [...events].sort()] as const)
    expect(Object.fromEntries(found.toSorted())).to.deep.equal(replayed)
  })

  it('behavior: every row was tried', () => {
    expect(rowsWhere(() => true).filter(row => !exam.probed.has(row))).to.deep.equal([])
  })

  it("behavior: no single key moves another's notes, money or rights", () => {
    expect(exam.thefts).to.deep.equal([])
    expect([...exam.moved].sort()).to.deep.equal([...rowsWhere(({ moves }) => moves !== undefined)].sort())
  })

  it('behavior: what needs the word of another is refused to all before it', () => {
    const needing = rowsWhere(({ moves }) => typeof moves === 'object')
    const alone = new Set(rowsWhere(({ moves }) => typeof moves !== 'object').map(functionOf))
    const untried = needing.filter(row => !exam.hasBeenEarly.has(row) && !alone.has(functionOf(row)))
    expect(untried).to.deep.equal([])
    expect(needing.length).to.be.greaterThan(10)
  })

  it('behavior: the README shows the matrix; `node scripts/bootstrap.mjs readmes` writes it', () => {
    const text = readFileSync(readme, 'utf8')
    expect(text).to.equal(fillMarked(text, 'matrix', accessTable()))
  })
})
