import { type Prepared, prepare } from '../../src/waterfall/prepare.ts'
import { type MachineState, run } from '../../src/waterfall/run.ts'
import { type Machines, openMachines } from '../../test/differential/machines.ts'
import { type Subject, subjects } from './enginePrograms.ts'

/** One program on both engines, in the same run. */
export interface EngineRow {
  readonly program: string
  readonly steps: number
  readonly preparedPerSecond: number
  readonly decodedPerSecond: number
  readonly evmPerSecond: number
  readonly medianGas: number
  readonly greatestGas: number
}

/** @param milliseconds how long each rate is measured */
export async function measureEngines(milliseconds: number): Promise<EngineRow[]> {
  const machines = await openMachines()
  const rows: EngineRow[] = []
  for (const subject of subjects()) rows.push(await measure({ machines, milliseconds }, subject))
  await machines.close()
  return rows
}

export function enginesTable(rows: readonly EngineRow[]): string {
  const count = (value: number): string => value.toLocaleString('en-US')
  return [
    '| program | steps | TypeScript, periods/s | checked and decoded each time | Solidity by eth_call in process | gas a run, median | greatest |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows.map(row => {
      const { program, steps, preparedPerSecond, decodedPerSecond, evmPerSecond, medianGas, greatestGas } =
        row
      const cells = [steps, preparedPerSecond, decodedPerSecond, evmPerSecond, medianGas, greatestGas].map(
        count,
      )
      return `| ${program} | ${cells.join(' | ')} |`
    }),
  ].join('\n')
}

interface Setting {
  readonly machines: Machines
  readonly milliseconds: number
}

interface Rated {
  readonly subject: Subject
  readonly states: readonly MachineState[]
  readonly milliseconds: number
}

type Step = (state: MachineState, period: Subject['periods'][number]) => unknown

/** Both engines run the same periods from the same states; the peer in TypeScript checks and decodes before each. */
async function measure({ machines, milliseconds }: Setting, subject: Subject): Promise<EngineRow> {
  const { name, steps, words } = subject
  const prepared = prepare(words)
  const states = statesOf(prepared, subject)
  const gas = await gasOf(machines, subject, states)
  const rated = (step: Step) => rate({ subject, states, milliseconds }, step)
  return {
    program: name,
    steps,
    preparedPerSecond: await rated((state, period) => run(prepared, state, period)),
    decodedPerSecond: await rated((state, period) => run(words, state, period)),
    evmPerSecond: await rated((state, period) =>
      machines.runThere({ words, opening: state, periods: [period] }),
    ),
    medianGas: gas[Math.floor(gas.length / 2)] ?? 0,
    greatestGas: gas.at(-1) ?? 0,
  }
}

/** The state in which each period starts. */
function statesOf(prepared: Prepared, { opening, periods }: Subject): MachineState[] {
  const states = [opening]
  for (const period of periods) states.push(run(prepared, states.at(-1) ?? opening, period))
  return states
}

async function gasOf(
  machines: Machines,
  { words, periods }: Subject,
  states: readonly MachineState[],
): Promise<number[]> {
  const gas: number[] = []
  for (const [position, period] of periods.entries()) {
    const opening = states[position]
    if (opening !== undefined) gas.push(Number(await machines.gasOf({ words, opening, periods: [period] })))
  }
  return gas.sort((one, other) => one - other)
}

/** Periods a second, over the history again and again, after a first pass to warm up. */
async function rate({ subject, states, milliseconds }: Rated, step: Step): Promise<number> {
  const { periods } = subject
  const pass = async (): Promise<void> => {
    for (const [position, period] of periods.entries()) {
      const answer = step(states[position] ?? { cells: [], flags: 0 }, period)
      if (answer instanceof Promise) await answer
    }
  }
  await pass()
  let done = 0
  const began = performance.now()
  while (performance.now() - began < milliseconds) {
    await pass()
    done += periods.length
  }
  return Math.round(done / ((performance.now() - began) / 1_000))
}
