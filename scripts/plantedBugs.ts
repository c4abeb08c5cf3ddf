/** A fault that somebody might make, and the test of an invariant that must notice it. */
export interface PlantedBug {
  readonly invariant: string
  /** What the contract does then. */
  readonly fact: string
  readonly path: string
  /** What stands in the contract, once: a statement with its semicolon, or an expression. */
  readonly search: string
  /** What stands there instead; nothing where a statement is left out. */
  readonly replacement: string
  readonly test: string
}

const invariants = 'test/contracts/invariants'

/** At least one for each invariant. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    invariant: 'INV-01',
    fact: 'a receiver gets one unit more than was sent',
    path: 'contracts/notes/NoteToken.sol',
    search: 'target.units + units',
    replacement: 'target.units + units + 1',
    test: `${invariants}/NoteInvariants.t.sol`,
  },
  {
    invariant: 'INV-02',
    fact: 'half of what is issued counts as settled',
    path: 'contracts/settlement/Offering.sol',
    search: 'sum.toUint96()',
    replacement: '(sum / 2).toUint96()',
    test: `${invariants}/OfferingInvariants.t.sol`,
  },
  {
    invariant: 'INV-03',
    fact: 'a restricted party receives notes',
    path: 'contracts/notes/NoteToken.sol',
    search: 'code == RefusalLib.NONE || code == RefusalLib.FROZEN',
    replacement:
      'code == RefusalLib.NONE || code == RefusalLib.FROZEN || code == RefusalLib.RECEIVER_RESTRICTED',
    test: `${invariants}/NoteInvariants.t.sol`,
  },
  {
    invariant: 'INV-04',
    fact: 'a deal moves to any stage',
    path: 'contracts/deals/DealBook.sol',
    search: 'require(from.canMove(to), IllegalMove(deal, from, to));',
    replacement: '',
    test: `${invariants}/DealInvariants.t.sol`,
  },
  {
    invariant: 'INV-04',
    fact: 'a period moves to any stage',
    path: 'contracts/deals/DealBook.sol',
    search: 'require(from.canMove(to), IllegalPeriodMove(deal, period, from, to));',
    replacement: '',
    test: `${invariants}/DealInvariants.t.sol`,
  },
  {
    invariant: 'INV-05',
    fact: 'a right that backs a deal is pledged to another',
    path: 'contracts/rights/RightsRegistry.sol',
    search: 'require(standing == DealId.wrap(0), RightAlreadyEncumbered(right, standing));',
    replacement: '',
    test: `${invariants}/DealInvariants.t.sol`,
  },
  {
    invariant: 'INV-06',
    fact: 'what a rejected report counted stays in the sums',
    path: 'contracts/reports/CollectionOracle.sol',
    search: 'sums.remove(report, _release(report, digest));',
    replacement: '_release(report, digest);',
    test: `${invariants}/ReportInvariants.t.sol`,
  },
  {
    invariant: 'INV-06',
    fact: 'a receipt is used by two reports',
    path: 'contracts/cash/CashLedger.sol',
    search: 'line.isSpent = true;',
    replacement: '',
    test: `${invariants}/ReportInvariants.t.sol`,
  },
  {
    invariant: 'INV-07',
    fact: 'one unit is lost between two parts of an account',
    path: 'contracts/cash/CashLedger.sol',
    search: 'target.balance += amount;',
    replacement: 'target.balance += amount - 1;',
    test: `${invariants}/CashInvariants.t.sol`,
  },
  {
    invariant: 'INV-08',
    fact: 'a short step leaves half of its account to those after it',
    path: 'contracts/libraries/WaterfallLib.sol',
    search: 'available < due ? available : due',
    replacement: 'available < due ? available / 2 : due',
    test: 'test/contracts/libraries/WaterfallLib.t.sol',
  },
  {
    invariant: 'INV-09',
    fact: 'the money of a closing moves and its notes stay locked',
    path: 'contracts/settlement/Offering.sol',
    search: 'for (uint256 i = 0; i < series.length; ++i) _note(series[i]).release();',
    replacement: '',
    test: `${invariants}/OfferingInvariants.t.sol`,
  },
  {
    invariant: 'INV-10',
    fact: 'money sent in one currency arrives in another',
    path: 'contracts/cash/CashLedger.sol',
    search:
      'require(source.currency == target.currency, CurrenciesDiffer(from, to));\n        require(!_isDivided(source), AccountDivided(from));',
    // Written with `while`, so that what stays of the guards is not itself taken for one.
    replacement: 'while (_isDivided(source)) revert AccountDivided(from);',
    test: `${invariants}/CashInvariants.t.sol`,
  },
  {
    invariant: 'INV-11',
    fact: 'the event of a move names the stage that was left',
    path: 'contracts/deals/DealBook.sol',
    search: 'emit DealMoved(deal, from, to, reason);',
    replacement: 'emit DealMoved(deal, from, from, reason);',
    test: `${invariants}/RoomsReplay.t.sol`,
  },
  {
    invariant: 'INV-11',
    fact: 'a pledge tells nobody',
    path: 'contracts/rights/RightsRegistry.sol',
    search: 'emit RightEncumbered(right, deal);',
    replacement: '',
    test: `${invariants}/RoomsReplay.t.sol`,
  },
  {
    invariant: 'INV-12',
    fact: 'the first movement after a record date forgets what was held at it',
    path: 'contracts/notes/HoldingLib.sol',
    search: 'position.units != 0 || position.records != 0',
    replacement: 'position.records != 0',
    test: `${invariants}/NoteInvariants.t.sol`,
  },
  {
    invariant: 'INV-13',
    fact: 'what the guarantor sends counts as income',
    path: 'contracts/waterfall/Calculator.sol',
    search: 'run.arrivals[i] = run.cash[account] - run.held[account];',
    replacement: 'run.arrivals[0] += run.cash[account] - run.held[account];',
    test: 'test/contracts/waterfall/WaterfallPeriod.t.sol',
  },
  {
    invariant: 'INV-14',
    fact: 'a debit is written and taken from no balance',
    path: 'contracts/cash/CashLedger.sol',
    search: 'book.balance = balance - amount;',
    replacement: '',
    test: `${invariants}/CashInvariants.t.sol`,
  },
  {
    invariant: 'INV-15',
    fact: 'an entitlement is rounded up',
    path: 'contracts/settlement/PayoutBook.sol',
    search: '(units * perUnit) / PER_UNIT_SCALE',
    replacement: '(units * perUnit) / PER_UNIT_SCALE + 1',
    test: `${invariants}/NoteInvariants.t.sol`,
  },
]

/** The bugs with the tests that notice them, for the README of the invariants. */
export function plantedTable(): string {
  const rows = plantedBugs.map(({ invariant, fact, path, test }) => {
    const file = (name: string) => `\`${name.split('/').at(-1)}\``
    return `| ${invariant} | ${fact} | ${file(path)} | ${file(test)} |`
  })
  return ['| number | planted bug | in | noticed by |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
