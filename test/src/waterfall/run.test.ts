import { expect } from 'chai'
import { checkProgram } from '../../../src/waterfall/check.ts'
import { dryRun } from '../../../src/waterfall/dryRun.ts'
import {
  CalculationError,
  isCalculationFault,
  isProgramFault,
  MalformedProgramError,
} from '../../../src/waterfall/errors.ts'
import { prepare, takeApart } from '../../../src/waterfall/prepare.ts'
import { run } from '../../../src/waterfall/run.ts'
import { layoutOf, pay, stateOf, wordsOf } from './build.ts'

const layout = layoutOf({ income: 1, supports: 1, free: 1, payees: 1 })
const [income, guarantor, left, due, fee] = [1, 2, 4, 5, 6] as const
const words = wordsOf(layout, [pay({ from: income, due, to: fee, supports: [guarantor] })])
const state = stateOf(layout, { state: [0n, 40n, 100n] })
const period = { arrivals: [30n, 0n], inputs: [] }

describe('run', () => {
  it('default: of words, and of a prepared program', () => {
    const outcome = run(words, state, period)
    expect(outcome).to.deep.equal({
      cells: [0n, 0n, 0n, 40n, 70n],
      flags: 0,
      payees: [30n],
      lines: [{ ran: true, due: 100n, paid: 30n }],
    })
    expect(run(prepare(words), state, period)).to.deep.equal(outcome)
    expect([left, state.cells[left - 1]]).to.deep.equal([4, 40n])
  })

  it('behavior: the state given is not changed', () => {
    const frozen = Object.freeze({ cells: Object.freeze([...state.cells]), flags: 0 })
    run(words, frozen, period)
    expect(frozen).to.deep.equal(state)
  })

  it('error: MalformedProgramError before anything runs', () => {
    expect(() => run([0n], state, period)).to.throw(MalformedProgramError)
    expect(() => prepare([0n])).to.throw(MalformedProgramError)
    const unknown = [...words.slice(0, -1), 9n << 252n]
    expect(() => takeApart(unknown))
      .to.throw(MalformedProgramError)
      .with.property('reason', 'UnknownOperation')
  })

  it('error: CalculationError with the reason, the step and the cell, and what to do', () => {
    const broken = { arrivals: [1n << 128n, 0n], inputs: [] }
    expect(() => run(words, state, broken))
      .to.throw(CalculationError)
      .with.include({ code: 'waterfall/opening-out-of-bounds', reason: 'OpeningOutOfBounds' })
  })

  it('error: CalculationError for a value below zero', () => {
    expect(() => run(words, state, { arrivals: [-1n, 0n], inputs: [] })).to.throw(CalculationError)
  })
})

describe('dryRun', () => {
  it('default: the need of the period, and the call within the commitment left', () => {
    expect(dryRun(words, state, period)).to.deep.equal([{ need: 70n, call: 40n }])
    expect(dryRun(prepare(words), state, { arrivals: [90n, 0n], inputs: [] })).to.deep.equal([
      { need: 10n, call: 10n },
    ])
  })

  it('behavior: what a support cannot pay is called from the next, and from no other', () => {
    const three = layoutOf({ income: 1, supports: 3, free: 1, payees: 1 })
    const shared = wordsOf(three, [pay({ from: 1, due: 11, to: 12, supports: [2, 3, 4] })])
    const called = (commitments: readonly bigint[]) =>
      dryRun(shared, stateOf(three, { state: [0n, 0n, 0n, ...commitments, 100n] }), {
        arrivals: [0n, 0n, 0n, 0n],
        inputs: [],
      })
    expect(called([100n, 50n, 50n]).map(({ call }) => call)).to.deep.equal([100n, 0n, 0n])
    expect(called([30n, 50n, 50n])).to.deep.equal([
      { need: 100n, call: 30n },
      { need: 70n, call: 50n },
      { need: 20n, call: 20n },
    ])
    expect(called([0n, 10n, 5n])).to.deep.equal([
      { need: 100n, call: 0n },
      { need: 100n, call: 10n },
      { need: 90n, call: 5n },
    ])
  })
})

describe('faults', () => {
  it('default: the names tell which engine part refused', () => {
    expect(isCalculationFault('Overflow')).to.equal(true)
    expect(isCalculationFault('WrongClass')).to.equal(false)
    expect(isProgramFault('WrongClass')).to.equal(true)
    expect(isProgramFault('toString')).to.equal(false)
  })

  it('behavior: a checked program passes silently', () => {
    expect(checkProgram(words)).to.equal(undefined)
  })
})
