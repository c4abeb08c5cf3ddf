import type { CompiledDeal } from '../../src/deal/compile.ts'
import { type Engine, type PeriodInputs, tsEngine } from '../../src/deal/engine.ts'
import type { Inputs } from '../../src/deal/parseInputs.ts'
import { type Simulation, simulate } from '../../src/deal/simulate.ts'
import type { History } from './machines.ts'

/** Simulates in TypeScript and keeps what the machine was given, the money of the supports included. */
export async function recorded(
  compiled: CompiledDeal,
  inputs: Inputs,
): Promise<{ readonly history: History; readonly simulation: Simulation }> {
  const engine = tsEngine(compiled.words)
  const periods: PeriodInputs[] = []
  const recording: Engine = {
    ...engine,
    run: (state, period) => {
      periods.push(period)
      return engine.run(state, period)
    },
  }
  const simulation = await simulate(compiled, inputs, recording)
  const opening = { cells: compiled.opening, flags: compiled.flags }
  return { history: { words: compiled.words, opening, periods }, simulation }
}
