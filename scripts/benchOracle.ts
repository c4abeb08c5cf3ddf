import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figures, LICENCES } from './bench/matching.ts'
import { fillMarkedFile } from './markedText.ts'
import { runTool } from './runTool.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    lines: { type: 'string', default: '100000' },
  },
})

const { code, output, stdout } = await runTool(
  process.execPath,
  ['--import', 'tsx', 'scripts/bench/matching.ts', '--lines', values.lines],
  { cwd: root },
)
if (code === 0) show(JSON.parse(stdout))
else {
  process.stderr.write(output)
  process.exitCode = 1
}

function show(figures: Figures): void {
  const text = table(figures)
  if (values.write) fillMarkedFile(join(root, 'src/oracle/README.md'), 'bench', text)
  process.stdout.write(values.json ? `${JSON.stringify(figures, undefined, 2)}\n` : `${text}\n`)
}

function table(found: Figures): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.versions.node}, one core`
  const grouped = (value: number) => value.toLocaleString('en-US')
  return [
    `Measured on ${machine}: ${grouped(found.lines)} lines of ${LICENCES} licences, ${grouped(found.credits)} credits.`,
    '',
    '| what | processor seconds | result |',
    '|---|---:|---|',
    `| CSV to exact lines | ${found.readSeconds.toFixed(2)} | ${grouped(found.lines)} lines |`,
    `| three-way match | ${found.matchSeconds.toFixed(2)} | ${grouped(found.matches)} matches, ${grouped(found.exceptions)} named exceptions |`,
    `| peak memory of the process | – | ${found.peakMegabytes} MB |`,
    `| SQLite (node:sqlite): lines and credits inserted and joined by reference | ${found.sqliteSeconds.toFixed(2)} | ${grouped(found.sqliteMatches)} references found on both sides |`,
  ].join('\n')
}
