import { encodeProgram } from '../../src/waterfall/encode.ts'
import type { MachineState, Outcome, PeriodInputs } from '../../src/waterfall/run.ts'
import {
  cashNames,
  type FreeName,
  freeNames,
  inputNames,
  type PayeeName,
  payeeNames,
  type Terms,
  threeTrancheProgram,
} from '../src/waterfall/threeTranche.ts'
import {
  type Books,
  flagWord,
  type PeriodFigures,
  type Result,
} from '../src/waterfall/threeTrancheEquations.ts'
import type { Random } from './random.ts'

/** A deal of three tranches with its opening books and some years of quarters, all drawn at random. */
export type RandomDeal = {
  readonly terms: Terms
  readonly words: readonly bigint[]
  readonly opening: Books
  readonly periods: readonly PeriodFigures[]
}

export function randomDeal(random: Random, periods: number): RandomDeal {
  const terms = randomTerms(random)
  const opening = randomBooks(random, terms)
  const isCalm = random.percent(50)
  const periodOf = (period: number): PeriodFigures => {
    const drawn = randomPeriod(random, terms, period === periods - 1)
    return isCalm ? calmed(drawn, terms) : drawn
  }
  return {
    terms,
    words: encodeProgram(threeTrancheProgram(terms)),
    opening,
    periods: Array.from({ length: periods }, (_, period) => periodOf(period)),
  }
}

/** Books as the machine keeps them; the purses are empty between periods. */
export function stateFrom({ cash, owed, left, balance, dues, flags }: Books): MachineState {
  const cashCells = cashNames.map(name => (name === 'purseA' || name === 'purseB' ? 0n : cash[name]))
  const { facility, guarantor } = owed
  return {
    cells: [
      ...cashCells,
      ...[facility, guarantor, left.facility, left.guarantor],
      ...[balance.A, balance.B, balance.J],
      ...freeNames.map(name => dues[name]),
    ],
    flags: flagWord(flags),
  }
}

export function inputsFrom({ arrivals, inputs }: PeriodFigures): PeriodInputs {
  const { income, principal, facility, guarantor } = arrivals
  return { arrivals: [income, principal, facility, guarantor], inputs: inputNames.map(name => inputs[name]) }
}

/** The result of the equations in the shape of the machine's, without the lines. */
export function outcomeFrom({ books, paid }: Result): Omit<Outcome, 'lines'> {
  return { ...stateFrom(books), payees: payeeNames.map((name: PayeeName) => paid[name]) }
}

/** The same period of a deal that does well: collections as planned, a pool that covers the notes, no event. */
function calmed({ arrivals, inputs }: PeriodFigures, { pool }: Terms): PeriodFigures {
  const [income, principal] = [arrivals.income + pool / 40n, arrivals.principal]
  const sound = {
    performing: (pool * 7n) / 5n,
    loss: 0n,
    refundDue: 0n,
    servicerDefault: 0n,
    eventOfDefault: 0n,
  }
  const collected = { incomeCollected: income, principalCollected: principal, baseline: inputs.baseline / 2n }
  return { arrivals: { ...arrivals, income }, inputs: { ...inputs, ...sound, ...collected } }
}

function randomTerms(random: Random): Terms {
  return {
    marginPpb: random.oneOf([0n, 5_000_000n, 20_000_000n]),
    ocBp: random.oneOf([10_000n, 11_000n, 13_000n]),
    icBp: random.oneOf([10_000n, 12_000n, 20_000n]),
    cumulativeBp: random.oneOf([8_500n, 9_500n]),
    accelerationBp: random.oneOf([3_000n, 6_000n]),
    reserveBp: random.oneOf([0n, 150n, 500n]),
    pool: 1_000_000_000n,
    principalForInterest: random.percent(50),
    mode: random.oneOf(['proRata', 'target', 'sequential']),
  }
}

function randomBooks(random: Random, { pool }: Terms): Books {
  const A = (pool * BigInt(50 + random.below(30))) / 100n + random.bigBelow(1_000n)
  const B = ((pool - A) * BigInt(30 + random.below(60))) / 100n
  const commitment = () => random.oneOf([0n, pool / 50n, pool])
  const dues = Object.fromEntries(freeNames.map(name => [name, 0n])) as Record<FreeName, bigint>
  return {
    cash: { income: 0n, principal: 0n, facility: 0n, guarantor: 0n, reserve: random.bigBelow(pool / 50n) },
    owed: { facility: 0n, guarantor: 0n },
    left: { facility: commitment(), guarantor: commitment() },
    balance: { A, B, J: pool - A - B },
    dues,
    flags: new Set(),
  }
}

function randomPeriod(random: Random, { pool }: Terms, isFinal: boolean): PeriodFigures {
  const baseline = pool / 25n
  const share = (amount: bigint, percent: number) => (amount * BigInt(random.below(percent + 1))) / 100n
  const sometimes = (chance: number, amount: () => bigint) => (random.percent(chance) ? amount() : 0n)
  const income = sometimes(90, () => share(baseline, 80))
  const collected = sometimes(85, () => share(baseline, 180))
  // Sold at the end, for enough to repay every note.
  const principal = isFinal && random.percent(60) ? pool : collected
  const support = () => sometimes(50, () => share(baseline, 120))
  return {
    arrivals: { income, principal, facility: support(), guarantor: support() },
    inputs: {
      days: BigInt(89 + random.below(4)),
      year: random.oneOf([360n, 365n, 366n]),
      rateA: random.bigBelow(60_000_000n),
      rateB: random.bigBelow(90_000_000n),
      rateJ: random.bigBelow(120_000_000n),
      baseline: share(baseline, 150),
      reserveFloor: sometimes(50, () => share(baseline, 60)),
      targetA: random.bigBelow(pool),
      targetB: random.bigBelow(pool / 4n),
      seniorCap: 2_000_000n,
      isLast: isFinal ? 1n : 0n,
      refundDue: sometimes(15, () => share(baseline, 200)),
      loss: sometimes(20, () => share(pool, 20)),
      performing: share(pool, 120),
      newTax: random.bigBelow(1_000_000n),
      newSenior: random.bigBelow(3_000_000n),
      newSubordinated: random.bigBelow(2_000_000n),
      servicerDefault: random.percent(2) ? 1n : 0n,
      eventOfDefault: random.percent(3) ? 1n : 0n,
      income12: random.bigBelow(200_000_000n),
      debtService12: random.bigBelow(130_000_000n),
      callPrice: sometimes(10, () => pool),
      incomeCollected: income,
      principalCollected: principal,
    },
  }
}
