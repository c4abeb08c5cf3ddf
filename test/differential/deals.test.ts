import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { CompiledDeal } from '../../src/deal/compile.ts'
import { type Engine, type PeriodInputs, tsEngine } from '../../src/deal/engine.ts'
import type { Inputs } from '../../src/deal/parseInputs.ts'
import { type Simulation, simulate } from '../../src/deal/simulate.ts'
import { plainInputs } from '../src/deal/plainDeal.ts'
import { randomDealFile, randomPeriods } from '../src/deal/randomDeal.ts'
import { compiledSample, root, sampleInputs } from '../src/deal/samples.ts'
import { type History, type Machines, openMachines, outcomeOf } from './machines.ts'
import { fuzzSeed, randomFrom, Tally } from './random.ts'

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

/** Simulates in TypeScript and keeps what the machine was given, the money of the supports included. */
async function recorded(
  compiled: CompiledDeal,
  inputs: Inputs,
): Promise<{ readonly history: History; readonly simulation: Simulation }> {
  const engine = tsEngine(compiled.words)
  const periods: PeriodInputs[] = []
  const recording: Engine = {
    ...engine,
    run: (state, period) => {
      periods.push(period)
      return engine.run(state, period)
    },
  }
  const simulation = await simulate(compiled, inputs, recording)
  const opening = { cells: compiled.opening, flags: compiled.flags }
  return { history: { words: compiled.words, opening, periods }, simulation }
}

function see(tally: Tally, { periods }: Simulation): void {
  for (const { mode, calls, lines, triggers, income, principal } of periods) {
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
