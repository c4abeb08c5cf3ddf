import { type Measure, type Operation, operations } from './measure.ts'
import { HOLDERS } from './ownLedger.ts'

/** One line of the table, in gas. */
export interface Row {
  readonly operation: Operation
  readonly own: bigint | undefined
  readonly trex: bigint | undefined
  readonly target: bigint | undefined
}

/** What the design wants, in gas. */
const targets: Readonly<Partial<Record<Operation, bigint>>> = {
  transfer: 65_000n,
  transferAfterRecord: 115_000n,
  crossingTransfer: 80_000n,
  onboard: 90_000n,
  mint: 45_000n,
  delivery: 200_000n,
  period: 700_000n,
  payout: 40_000n,
  newDeal: 3_500_000n,
}

export function rowsOf(measured: {
  readonly own: readonly Measure[]
  readonly trex: readonly Measure[]
}): Row[] {
  return (Object.keys(operations) as Operation[]).map(operation => ({
    operation,
    own: gasOf(measured.own, operation),
    trex: gasOf(measured.trex, operation),
    target: targets[operation],
  }))
}

/** The table of `contracts/README.md`. */
export function gasTable(rows: readonly Row[]): string {
  const gas = (value: bigint | undefined) => (value === undefined ? '–' : value.toLocaleString('en-US'))
  return [
    `Gas of whole transactions at the Cancun level, in one run; the measured series has ${HOLDERS} holders. Periods are the third of their deal: the first two write its banks of cells for the first time. \`npm run bench:gas -- --write\` writes this table; the tests run the bench and fail when a figure differs.`,
    '',
    '| operation | Lingnan | wanted at most | T-REX 4.1.6 |',
    '|---|---:|---:|---:|',
    ...rows.map(
      ({ operation, own, trex, target }) =>
        `| ${operations[operation]} | ${gas(own)} | ${gas(target)} | ${gas(trex)} |`,
    ),
  ].join('\n')
}

function gasOf(measures: readonly Measure[], operation: Operation): bigint | undefined {
  return measures.find(measure => measure.operation === operation)?.gas
}
