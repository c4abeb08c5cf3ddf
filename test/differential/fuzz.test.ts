import { expect } from 'chai'
import { decodeProgram } from '../../src/waterfall/decode.ts'
import { encodeProgram } from '../../src/waterfall/encode.ts'
import { type Attempt, type History, isFault, type Machines, openMachines } from './machines.ts'
import { fuzzSeed, type Random, randomFrom, Tally } from './random.ts'
import { randomHistory } from './randomPrograms.ts'
import { inputsFrom, randomDeal, stateFrom } from './threeTrancheHistories.ts'

const limit = (1n << 128n) - 1n

describe('both machines on random programs', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  it('the same figures and the same refusals, of 400 programs over four periods', async () => {
    const tally = new Tally().expect(
      ...['calculated', 'line ran', 'line masked', 'line short', 'zero value', 'greatest value'],
      ...[
        'Overflow',
        'Underflow',
        'RateOutOfBounds',
        'DaysOutOfBounds',
        'ZeroDenominator',
        'OpeningOutOfBounds',
      ],
      ...['support needed'],
    )
    const random = randomFrom(fuzzSeed)
    for (let program = 0; program < 400; program++) {
      const history = randomHistory(random, 4)
      for (const attempt of await machines.runAll(history)) see(tally, attempt)
      seeValues(tally, history)
    }
    report('random programs', tally)
  })

  it('the same refusals of malformed words: 1,500 programs with a few bits changed', async () => {
    const tally = new Tally().expect(
      'accepted',
      'StrayBits',
      'CellOutOfRange',
      'WrongClass',
      'UnknownVersion',
    )
    const random = randomFrom(fuzzSeed + 2)
    for (let program = 0; program < 1_500; program++) {
      const { words } = randomHistory(random, 0)
      const fault = await machines.check(damaged(random, words))
      tally.see(fault?.reason ?? 'accepted')
    }
    report('damaged programs', tally)
  })

  it('what is accepted decodes and encodes to the same words', () => {
    const random = randomFrom(fuzzSeed + 3)
    for (let program = 0; program < 500; program++) {
      const { words } = randomHistory(random, 0)
      expect(encodeProgram(decodeProgram(words))).to.deep.equal(words)
    }
  })

  it('the same figures and refusals of 30 three-tranche deals with nothing, one unit and the greatest amounts', async () => {
    const tally = new Tally().expect('calculated', 'Overflow', 'line masked', 'line short', 'support needed')
    const random = randomFrom(fuzzSeed + 4)
    for (let deal = 0; deal < 30; deal++) {
      for (const attempt of await machines.runAll(extremeHistory(random))) see(tally, attempt)
    }
    report('extreme deals', tally)
  })
})

function see(tally: Tally, { outcome, needs }: Attempt): void {
  if (isFault(outcome)) {
    tally.see(outcome.reason)
    return
  }
  tally.see('calculated')
  tally.see(
    'line ran',
    outcome.lines.some(({ ran }) => ran),
  )
  tally.see(
    'line masked',
    outcome.lines.some(({ ran }) => !ran),
  )
  tally.see(
    'line short',
    outcome.lines.some(({ due, paid }) => paid < due),
  )
  tally.see('support needed', !isFault(needs) && needs.some(need => need > 0n))
}

function seeValues(tally: Tally, { opening, periods }: History): void {
  const values = [opening.cells, ...periods.map(({ arrivals }) => arrivals)].flat()
  tally.see('zero value', values.includes(0n))
  tally.see('greatest value', values.includes(limit))
}

/** A structured deal in which every cash figure of some periods is at its edge. */
function extremeHistory(random: Random): History {
  const { words, opening, periods } = randomDeal(random, 6)
  const edge = () => random.oneOf([0n, 1n, limit / 4n, limit])
  return {
    words,
    opening: stateFrom(opening),
    periods: periods.map(inputsFrom).map(period => {
      if (random.percent(30)) return period
      const amount = edge()
      return { ...period, arrivals: period.arrivals.map(() => (random.percent(60) ? amount : 0n)) }
    }),
  }
}

function damaged(random: Random, words: readonly bigint[]): bigint[] {
  const copy = [...words]
  const flips = 1 + random.below(3)
  for (let flip = 0; flip < flips; flip++) {
    const index = random.below(copy.length)
    copy[index] = (copy[index] ?? 0n) ^ (1n << BigInt(random.below(256)))
  }
  return random.percent(5) ? copy.slice(0, random.below(copy.length)) : copy
}

function report(what: string, tally: Tally): void {
  process.stdout.write(`      ${what}, seed 0x${fuzzSeed.toString(16)}: ${tally.line()}\n`)
  expect(tally.unseen()).to.deep.equal([])
}
