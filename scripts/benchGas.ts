import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { network } from 'hardhat'
import { type Measure, type Operation, operations } from './bench/measure.ts'
import { HOLDERS, measureOwn } from './bench/ownLedger.ts'
import { measureTrex } from './bench/trexSuite.ts'
import { fillMarkedFile } from './markedText.ts'

interface Row {
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

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
})
const say = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`)
}

const connection = await network.create()
const trex = await measureTrex(await connection.ethers.getSigners())
await connection.close()
const own = await measureOwn(say)
const rows = (Object.keys(operations) as Operation[]).map(operation => ({
  operation,
  own: gasOf(own, operation),
  trex: gasOf(trex, operation),
  target: targets[operation],
}))
if (values.write) fillMarkedFile(join(root, 'contracts/README.md'), 'bench', table(rows))
process.stdout.write(values.json ? `${JSON.stringify(rows, asNumber, 2)}\n` : `${table(rows)}\n`)

function gasOf(measures: readonly Measure[], operation: Operation): bigint | undefined {
  return measures.find(measure => measure.operation === operation)?.gas
}

function asNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

function table(rows: readonly Row[]): string {
  const gas = (value: bigint | undefined) => (value === undefined ? '–' : value.toLocaleString('en-US'))
  return [
    `Gas of whole transactions at the Cancun level, in one run; the measured series has ${HOLDERS} holders. Periods are the third of their deal: the first two write its banks of cells for the first time.`,
    '',
    '| operation | Lingnan | wanted at most | T-REX 4.1.6 |',
    '|---|---:|---:|---:|',
    ...rows.map(
      ({ operation, own, trex, target }) =>
        `| ${operations[operation]} | ${gas(own)} | ${gas(target)} | ${gas(trex)} |`,
    ),
  ].join('\n')
}
