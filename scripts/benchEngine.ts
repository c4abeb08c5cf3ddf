import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileDeal } from '../src/deal/compile.ts'
import { tsEngine } from '../src/deal/engine.ts'
import { parseDeal } from '../src/deal/parse.ts'
import { parseInputs } from '../src/deal/parseInputs.ts'
import { simulate } from '../src/deal/simulate.ts'
import { dryRun } from '../src/waterfall/dryRun.ts'
import { type Prepared, prepare } from '../src/waterfall/prepare.ts'
import { type MachineState, type PeriodInputs, run } from '../src/waterfall/run.ts'
import { enginesTable, measureEngines } from './bench/measureEngines.ts'
import { fillMarkedFile } from './markedText.ts'
import { projectFiles } from './projectFiles.ts'

interface Row {
  readonly inputs: string
  readonly steps: number
  readonly periods: number
  readonly runsPerSecond: number
  /** Periods a second when each is also dry run, as the ledger does before a call on a guarantor. */
  readonly runsWithCallPerSecond: number
}

interface Recorded {
  readonly state: MachineState
  readonly period: PeriodInputs
}

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    milliseconds: { type: 'string', default: '1500' },
    write: { type: 'boolean', default: false },
  },
})
const milliseconds = Number(values.milliseconds)

const texts = new Map(projectFiles(root, 'deals', ['.json']).map(({ path, text }) => [path, text]))
const rows: Row[] = []
for (const path of texts.keys()) if (path.startsWith('deals/inputs/')) rows.push(await measure(path))
const engines = await measureEngines(milliseconds)
const text = `${table(rows)}\n\n${enginesTable(engines)}`
if (values.write) fillMarkedFile(join(root, 'src/waterfall/README.md'), 'bench', text)
process.stdout.write(
  values.json ? `${JSON.stringify({ deals: rows, engines }, undefined, 2)}\n` : `${text}\n`,
)

/** Simulates one collection history, notes what the machine was asked, and asks it again as often as time allows. */
async function measure(path: string): Promise<Row> {
  const name = path.replace(/^deals\/inputs\/|\.json$/g, '')
  const deal = parseDeal(texts.get(`deals/${name.split('.')[0]}.json`) ?? '')
  const compiled = compileDeal(deal)
  const recorded: Recorded[] = []
  const engine = tsEngine(compiled.words)
  await simulate(compiled, parseInputs(texts.get(path) ?? '', deal), {
    ...engine,
    run: (state, period) => {
      recorded.push({ state, period })
      return engine.run(state, period)
    },
  })
  const prepared = prepare(compiled.words)
  return {
    inputs: name,
    steps: compiled.program.operations.length,
    periods: recorded.length,
    runsPerSecond: rate(recorded, each => run(prepared, each.state, each.period)),
    runsWithCallPerSecond: rate(recorded, each => runWithCall(prepared, each)),
  }
}

function runWithCall(prepared: Prepared, { state, period }: Recorded): void {
  dryRun(prepared, state, period)
  run(prepared, state, period)
}

/** Periods a second on one core, after a warm-up of a tenth of the time. */
function rate(recorded: readonly Recorded[], act: (each: Recorded) => void): number {
  repeat(recorded, act, milliseconds / 10)
  const { count, elapsed } = repeat(recorded, act, milliseconds)
  return Math.round((count * 1000) / elapsed)
}

function repeat(recorded: readonly Recorded[], act: (each: Recorded) => void, duration: number) {
  const began = performance.now()
  let count = 0
  let elapsed = 0
  while (elapsed < duration) {
    for (const each of recorded) act(each)
    count += recorded.length
    elapsed = performance.now() - began
  }
  return { count, elapsed }
}

function table(rows: readonly Row[]): string {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.versions.node}, one core`
  const grouped = (value: number) => value.toLocaleString('en-US')
  return [
    `Measured on ${machine}.`,
    '',
    '| deal and history | steps | periods | periods a second | with the dry run |',
    '|---|---:|---:|---:|---:|',
    ...rows.map(
      ({ inputs, steps, periods, runsPerSecond, runsWithCallPerSecond }) =>
        `| \`${inputs}\` | ${steps} | ${periods} | ${grouped(runsPerSecond)} | ${grouped(runsWithCallPerSecond)} |`,
    ),
  ].join('\n')
}
