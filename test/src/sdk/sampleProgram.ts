import type { Layout } from '../../../src/waterfall/program.ts'
import { pay, wordsOf } from '../waterfall/build.ts'

/** Interest of A from income, supported by the guarantor; principal of A, then of C; the rest and the return. */
const LAYOUT: Layout = {
  arrivals: 3,
  supports: 1,
  cash: [
    { feed: 'income', purpose: 'plan' },
    { feed: 'principal', purpose: 'plan' },
    { feed: 'support', purpose: 'guarantee' },
  ],
  notes: 2,
  state: 4,
  payees: [
    { kind: 'interest', ref: 0 },
    { kind: 'principal', ref: 0 },
    { kind: 'principal', ref: 1 },
    { kind: 'residual', ref: 1 },
    { kind: 'return', ref: 0 },
  ],
  scheduled: 1,
  reportInputs: [],
  temps: 0,
}

/** The program of a deal of two tranches; a row of its schedule is the interest of A. */
export const PROGRAM_WORDS = wordsOf(LAYOUT, [
  pay({ from: 1, due: 13, to: 8, supports: [3] }),
  pay({ from: 2, due: 6, to: 9 }),
  pay({ from: 2, due: 7, to: 10 }),
  pay({ from: 1, to: 11 }),
  pay({ from: 3, to: 12 }),
])
