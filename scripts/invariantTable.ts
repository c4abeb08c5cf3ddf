import { join } from 'node:path'
import { projectFiles } from './projectFiles.ts'

const root = join(import.meta.dirname, '..')

/** What holds after any transaction: numbers and sentences of the design, which never change. */
export interface Invariant {
  readonly number: string
  readonly sentence: string
  /** Tests that do not bear the number in their name, with what they show of it. */
  readonly elsewhere?: Readonly<Record<string, string>>
}

export const invariants: readonly Invariant[] = [
  { number: 'INV-01', sentence: 'Balances of a series sum to its supply.' },
  {
    number: 'INV-02',
    sentence:
      'Supply never exceeds the size of the series and is what was settled; principal repaid never exceeds issued.',
  },
  {
    number: 'INV-03',
    sentence: 'Nobody receives a note without being eligible at that moment, not even by force.',
  },
  { number: 'INV-04', sentence: 'Stages of deals and periods move only along their tables.' },
  { number: 'INV-05', sentence: 'A right backs at most one live deal, and its own record names that deal.' },
  {
    number: 'INV-06',
    sentence:
      'One standing report a deal, stream, period and number, with the quorum of its kind; sums are of standing reports, receipts are spent while they stand.',
  },
  { number: 'INV-07', sentence: 'Cash in is cash out plus cash held, per deal, currency and account.' },
  {
    number: 'INV-08',
    sentence:
      'No step is paid while a step before it from the same account is short, unless the deal says so.',
    elsewhere: {
      'test/src/deal/seniority.test.ts': 'TypeScript; both machines agree by `test/differential`',
    },
  },
  {
    number: 'INV-09',
    sentence:
      'After any transaction no closing holds one leg: notes are free exactly when the money has moved.',
  },
  { number: 'INV-10', sentence: 'Amounts of different currencies meet only in a sale with its fixing.' },
  {
    number: 'INV-11',
    sentence: 'Storage can be rebuilt from events.',
    elsewhere: {
      'test/contracts/deals/Replacements.t.sol': 'pools that change',
      'test/contracts/invariants/EnforcementReplay.t.sol': 'orders, freezes, pauses',
      'test/access/accessMatrix.test.ts': 'every room that deals with cash, notes, reports and votes: below',
    },
  },
  {
    number: 'INV-12',
    sentence:
      'A freeze, an order, a pause or a later movement never erases or changes an entitlement; it is paid whole and once.',
    elsewhere: { 'test/contracts/settlement/PayingAgentPause.t.sol': 'pauses of a place' },
  },
  {
    number: 'INV-13',
    sentence: 'Guarantor money reaches only what it covers, or goes back.',
    elsewhere: {
      'test/contracts/waterfall/WaterfallPeriod.t.sol': '`testFuzz_Period_GuarantorMoneyStaysWhereItBelongs`',
    },
  },
  {
    number: 'INV-14',
    sentence:
      'Each account of the ledger is its confirmed credits less debits, and the shifts between sub-ledgers of one bank account cancel.',
  },
  {
    number: 'INV-15',
    sentence:
      'Entitlements sum to no more than is booked for the tranche and fall short by less than one minor unit a holder and kind.',
  },
]

/** The tests that bear the number of an invariant in their name, and those that are named beside it. */
export function testsOf({ number, elsewhere = {} }: Invariant): ReadonlyMap<string, string> {
  const digits = number.replace('-', '')
  const bearing = projectFiles(root, 'test/contracts', ['.t.sol']).filter(({ text }) =>
    new RegExp(`function (?:invariant|test|testFuzz)\\w*_${digits}(?:_|\\w*\\()`).test(text),
  )
  return new Map([...bearing.map(({ path }) => [path, ''] as const), ...Object.entries(elsewhere)])
}

/** For the README of the invariants. */
export function invariantTable(): string {
  const cell = ([path, what]: readonly [string, string]) => {
    const name = path.startsWith('test/contracts/') ? path.replace(/^.*\//, '') : path
    return what === '' ? `\`${name}\`` : `\`${name}\` (${what})`
  }
  const row = (own: Invariant) =>
    `| ${own.number} | ${own.sentence} | ${[...testsOf(own)].map(cell).join(', ')} |`
  return ['| number | sentence | test |', '| --- | --- | --- |', ...invariants.map(row)].join('\n')
}
