import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Acceptance } from './bench/acceptance.ts'
import { type Figures, LICENCES } from './bench/matching.ts'
import { fillMarkedFile } from './markedText.ts'
import { runTool } from './runTool.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    lines: { type: 'string', default: '100000' },
    periods: { type: 'string', default: '6' },
    milliseconds: { type: 'string', default: '2000' },
    only: { type: 'string' },
  },
})

const { lines, periods, milliseconds } = values
const matching = await measured<Figures>('matching', ['--lines', lines])
const acceptance = await measured<Acceptance>('acceptance', [
  ...['--periods', periods],
  ...['--milliseconds', milliseconds],
])
if (values.json) process.stdout.write(`${JSON.stringify({ matching, acceptance }, undefined, 2)}\n`)
if (matching !== undefined) show('bench', matchingTable(matching))
if (acceptance !== undefined) show('bench-acceptance', acceptanceTable(acceptance))

/** Runs a measurement in a process of its own; nothing where another one is asked for or it failed. */
async function measured<Result>(name: string, args: readonly string[]): Promise<Result | undefined> {
  if (values.only !== undefined && values.only !== name) return undefined
  const tool = ['--import', 'tsx', `scripts/bench/${name}.ts`, ...args]
  const { code, output, stdout } = await runTool(process.execPath, tool, { cwd: root })
  if (code === 0) return JSON.parse(stdout) as Result
  process.stderr.write(output)
  process.exitCode = 1
  return undefined
}

function show(mark: string, text: string): void {
  if (values.write) fillMarkedFile(join(root, 'src/oracle/README.md'), mark, text)
  if (!values.json) process.stdout.write(`${text}\n\n`)
}

function machine(): string {
  return `${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.versions.node}`
}

function matchingTable(found: Figures): string {
  const grouped = (value: number) => value.toLocaleString('en-US')
  return [
    `Measured on ${machine()}, one core: ${grouped(found.lines)} lines of ${LICENCES} licences, ${grouped(found.credits)} credits.`,
    '',
    '| what | processor seconds | result |',
    '|---|---:|---|',
    `| CSV to exact lines | ${found.readSeconds.toFixed(2)} | ${grouped(found.lines)} lines |`,
    `| three-way match | ${found.matchSeconds.toFixed(2)} | ${grouped(found.matches)} matches, ${grouped(found.exceptions)} named exceptions |`,
    `| peak memory of the process | – | ${found.peakMegabytes} MB |`,
    `| SQLite (node:sqlite): lines and credits inserted and joined by reference | ${found.sqliteSeconds.toFixed(2)} | ${grouped(found.sqliteMatches)} references found on both sides |`,
  ].join('\n')
}

function acceptanceTable({ blockSeconds, bySigners, byOneProgram }: Acceptance): string {
  const row = (what: string, blocks: readonly number[]): string => {
    const [least = 0, median = 0, most = 0] = [0, 0.5, 1].map(
      at => blocks[Math.ceil(at * (blocks.length - 1))],
    )
    return `| ${what} | ${blocks.length} | ${least} | ${median} | ${most} |`
  }
  return [
    `Measured on ${machine()}, ${cpus().length} cores, blocks of ${blockSeconds} s: blocks from the files in the inboxes to the accepted report.`,
    '',
    '| who | reports | least | median | most |',
    '|---|---:|---:|---:|---:|',
    row('three signers, each a process, from statements and bank files', bySigners),
    row('one program with all keys and the figures at hand', byOneProgram),
  ].join('\n')
}
