import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Simulation } from '../../src/deal/simulate.ts'
import { furtherDeals } from '../src/deal/furtherDeals.ts'
import { plainInputs } from '../src/deal/plainDeal.ts'
import { randomDealFile, randomPeriods } from '../src/deal/randomDeal.ts'
import { compiledSample, root, sampleInputs } from '../src/deal/samples.ts'
import { type Machines, openMachines, outcomeOf } from './machines.ts'
import { fuzzSeed, randomFrom, Tally } from './random.ts'
import { recorded } from './recorded.ts'

const RANDOM_DEALS = 40
const PERIODS = 8

const histories = readdirSync(join(root, 'deals', 'inputs')).filter(name => name.endsWith('.json'))

describe('both machines on deal files', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  for (const name of histories) {
    it(`the same figures of ${name}`, async () => {
      const [id = '', scenario = ''] = name.split('.')
      const compiled = compiledSample(id)
      const { history, simulation } = await recorded(compiled, sampleInputs(compiled.deal, scenario))
      const attempts = await machines.runAll(history)
      expect(attempts.length).to.equal(simulation.periods.length)
      for (const [index, period] of simulation.periods.entries()) {
        const { cells, flags } = outcomeOf(attempts[index])
        expect(cells).to.deep.equal(period.cells.map(({ after }) => after))
        expect(flags).to.equal(period.flags.after)
      }
    })
  }

  for (const { name, file, periods } of furtherDeals) {
    it(`the same figures of ${name}`, async () => {
      const { compiled, inputs } = plainInputs(file, periods)
      const { history, simulation } = await recorded(compiled, inputs)
      expect(await machines.check(compiled.words)).to.equal(undefined)
      const attempts = await machines.runAll(history)
      expect(attempts.map(attempt => outcomeOf(attempt).cells)).to.deep.equal(
        simulation.periods.map(({ cells }) => cells.map(({ after }) => after)),
      )
    })
  }

  it(`the same figures of ${RANDOM_DEALS} random deals over ${PERIODS} periods`, async () => {
    const random = randomFrom(fuzzSeed + 20)
    const tally = new Tally().expect(
      'normal',
      'acceleration',
      'default',
      'drawn',
      'failing test',
      'short',
      'zero',
      'step-up paid',
      'restored',
    )
    for (let count = 0; count < RANDOM_DEALS; count += 1) {
      const file = randomDealFile(random)
      const { compiled, inputs } = plainInputs(file, randomPeriods(random, file, PERIODS))
      const { history, simulation } = await recorded(compiled, inputs)
      await machines.runAll(history)
      see(tally, simulation)
    }
    expect(tally.unseen(), tally.line()).to.deep.equal([])
    process.stdout.write(`    random deals: ${tally.line()} (seed 0x${fuzzSeed.toString(16)})\n`)
  })
})

function see(tally: Tally, { periods }: Simulation): void {
  for (const { mode, calls, lines, triggers, income, principal, cells } of periods) {
    tally.see(
      'step-up paid',
      lines.some(({ id, paid }) => id.startsWith('step_up') && paid > 0n),
    )
    tally.see(
      'restored',
      cells.some(({ name, before, after }) => name.startsWith('left:') && after > before),
    )
    tally.see(mode)
    tally.see(
      'drawn',
      calls.some(({ drawn }) => drawn > 0n),
    )
    tally.see(
      'failing test',
      triggers.some(({ raised }) => raised),
    )
    tally.see(
      'short',
      lines.some(({ shortfall }) => shortfall > 0n),
    )
    tally.see('zero', income === 0n || principal === 0n)
  }
}
