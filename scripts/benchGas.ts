import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { network } from 'hardhat'
import { gasTable, rowsOf } from './bench/gasTable.ts'
import { measureOwn } from './bench/ownLedger.ts'
import { measureTrex } from './bench/trexSuite.ts'
import { fillMarkedFile } from './markedText.ts'

/** Both ledgers are measured at the same moment on every machine: what a transaction costs may depend on its bytes. */
const BEGINS_AT = new Date('2026-06-01T00:00:00Z')

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
})
const say = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`)
}

const connection = await network.create({ override: { initialDate: BEGINS_AT } })
const trex = await measureTrex(await connection.ethers.getSigners())
await connection.close()
const rows = rowsOf({ own: await measureOwn(say), trex })
const table = gasTable(rows)
if (values.write) fillMarkedFile(join(root, 'contracts/README.md'), 'bench', table)
process.stdout.write(values.json ? `${JSON.stringify({ rows, table }, asNumber, 2)}\n` : `${table}\n`)

function asNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
