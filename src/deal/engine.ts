import { dryRun } from '../waterfall/dryRun.ts'
import type { Line } from '../waterfall/operations.ts'
import { type Prepared, prepare } from '../waterfall/prepare.ts'
import { type MachineState, type Outcome, type PeriodInputs, run } from '../waterfall/run.ts'

/** What runs the program of a deal: the machine in TypeScript, or the one on a chain. */
export type Engine = {
  readonly name: string
  readonly run: (state: MachineState, period: PeriodInputs) => Promise<Outcome> | Outcome
  /** What each support would have to pay, unlimited by its own commitment. */
  readonly need: (state: MachineState, period: PeriodInputs) => Promise<readonly bigint[]> | readonly bigint[]
}

export type { Line, MachineState, Outcome, PeriodInputs }

/** The machine in TypeScript. */
export function tsEngine(words: readonly bigint[]): Engine {
  const prepared: Prepared = prepare(words)
  return {
    name: 'ts',
    run: (state, period) => run(prepared, state, period),
    need: (state, period) => dryRun(prepared, state, period).map(({ need }) => need),
  }
}
