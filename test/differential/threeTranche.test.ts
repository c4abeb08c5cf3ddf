import { isDeepStrictEqual } from 'node:util'
import { expect } from 'chai'
import { accelerationBit, defaultBit } from '../../src/waterfall/program.ts'
import type { Outcome } from '../../src/waterfall/run.ts'
import {
  coreThreeTrancheProgram,
  flagBits,
  payeeNames,
  threeTrancheProgram,
} from '../src/waterfall/threeTranche.ts'
import { type Books, threeTranchePeriod } from '../src/waterfall/threeTrancheEquations.ts'
import { type Machines, openMachines, outcomeOf, runAllHere } from './machines.ts'
import { fuzzSeed, randomFrom, Tally } from './random.ts'
import { inputsFrom, outcomeFrom, type RandomDeal, randomDeal, stateFrom } from './threeTrancheHistories.ts'

const quarters = 40
/** Shorter, since most deals are repaid early and the EVM takes its time. */
const quartersThere = 20

describe('a three-tranche deal: program against equations written apart', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  it('has the steps of the whole prospectus', () => {
    const { terms } = randomDeal(randomFrom(fuzzSeed), 1)
    const { operations } = threeTrancheProgram({ ...terms, mode: 'target', principalForInterest: true })
    expect(operations.length).to.be.at.least(85)
    expect(coreThreeTrancheProgram(terms).operations).to.have.lengthOf(85)
  })

  it('TypeScript: every cell, payment and flag of 150 deals over ten years', () => {
    const tally = branches()
    const random = randomFrom(fuzzSeed)
    for (let deal = 0; deal < 150; deal++) {
      compare(randomDeal(random, quarters), tally, runAllHere)
    }
    report('equations and TypeScript', tally)
  })

  it('TypeScript and Solidity: the same of 24 deals, dry runs too', async () => {
    const tally = branches()
    const random = randomFrom(fuzzSeed + 1)
    for (let deal = 0; deal < 24; deal++) await compareBoth(randomDeal(random, quartersThere), tally)
    report('equations, TypeScript and Solidity', tally)
  })

  const compareBoth = async (deal: RandomDeal, tally: Tally): Promise<void> => {
    const attempts = await machines.runAll(historyOf(deal))
    compare(deal, tally, () => attempts)
  }
})

const historyOf = ({ words, opening, periods }: RandomDeal) => ({
  words,
  opening: stateFrom(opening),
  periods: periods.map(inputsFrom),
})

function compare(deal: RandomDeal, tally: Tally, run: typeof runAllHere): void {
  const attempts = run(historyOf(deal))
  let books = deal.opening
  for (const [position, period] of deal.periods.entries()) {
    const outcome = outcomeOf(attempts[position])
    const result = threeTranchePeriod(deal.terms, books, period)
    const { lines: _, ...figures } = outcome
    const expected = outcomeFrom(result)
    if (!isDeepStrictEqual(figures, expected)) expect(figures).to.deep.equal(expected)
    expectWithinBounds(result.books)
    see(tally, deal, books, outcome, result.books)
    books = result.books
  }
}

/** No deficiency above its balance, no commitment overdrawn. */
function expectWithinBounds({ balance, dues, left, owed }: Books): void {
  const deficits = [
    dues.deficiencyA <= balance.A,
    dues.deficiencyB <= balance.B,
    dues.deficiencyJ <= balance.J,
  ]
  expect(deficits).to.deep.equal([true, true, true])
  expect(
    [left.facility, left.guarantor, owed.facility, owed.guarantor].every(amount => amount >= 0n),
  ).to.equal(true)
}

function branches(): Tally {
  return new Tally().expect(
    'acceleration',
    'default',
    'OC fail',
    'IC fail',
    'cumulative fail',
    'trap half',
    'trap all',
    'guarantor draw',
    'facility draw',
    'facility repaid',
    'guarantor reimbursed',
    'support returned',
    'pro rata',
    'target',
    'sequential',
    'PDL J debit',
    'PDL A debit',
    'refund paid',
    'refund carried',
    'principal for interest',
    'last date',
    'residual',
    'all notes repaid',
  )
}

function see(
  tally: Tally,
  { terms }: RandomDeal,
  before: Books,
  { flags, payees }: Outcome,
  after: Books,
): void {
  const has = (bit: number): boolean => (flags & (1 << bit)) !== 0
  const paid = (name: (typeof payeeNames)[number]): bigint => payees[payeeNames.indexOf(name)] ?? 0n
  tally.see('acceleration', has(accelerationBit))
  tally.see('default', has(defaultBit))
  tally.see('OC fail', has(flagBits.overCollateral))
  tally.see('IC fail', has(flagBits.interestCover))
  tally.see('cumulative fail', has(flagBits.cumulative))
  tally.see('trap half', has(flagBits.trapHalf))
  tally.see('trap all', has(flagBits.trapAll))
  tally.see('last date', has(flagBits.last))
  tally.see('guarantor draw', after.left.guarantor < before.left.guarantor)
  tally.see('facility draw', after.left.facility - paid('facility') < before.left.facility)
  tally.see('facility repaid', paid('facility') > 0n)
  tally.see('guarantor reimbursed', paid('guarantor') > 0n)
  tally.see('support returned', paid('returnFacility') + paid('returnGuarantor') > 0n)
  const repaysInRank = terms.mode === 'sequential' || has(flagBits.sequential)
  tally.see('sequential', repaysInRank && paid('principalA') > 0n)
  tally.see('pro rata', !repaysInRank && terms.mode === 'proRata' && paid('principalB') > 0n)
  tally.see('target', !repaysInRank && terms.mode === 'target' && paid('principalA') > 0n)
  tally.see('PDL J debit', after.dues.deficiencyJ > before.dues.deficiencyJ)
  tally.see('PDL A debit', after.dues.deficiencyA > before.dues.deficiencyA)
  tally.see('refund paid', paid('refund') > 0n)
  tally.see('refund carried', after.dues.refund > 0n)
  tally.see(
    'principal for interest',
    terms.principalForInterest && !has(accelerationBit) && paid('interestA') > 0n,
  )
  tally.see('residual', paid('residual') > 0n)
  tally.see('all notes repaid', !has(flagBits.outstanding))
}

function report(what: string, tally: Tally): void {
  process.stdout.write(`      ${what}, seed 0x${fuzzSeed.toString(16)}: ${tally.line()}\n`)
  expect(tally.unseen()).to.deep.equal([])
}
