import { least } from './operations.ts'
import type { Prepared } from './prepare.ts'
import { type MachineState, open, type PeriodInputs, preparedOf, runSteps } from './run.ts'

/** What a calculation would draw from a support that could pay all, and what may be called from it. */
export type Shortfall = { readonly need: bigint; readonly call: bigint }

/**
 * The shortfall of each support: the period is run with unlimited cash and commitment of every support.
 * The call is the need within the commitment that is left.
 */
export function dryRun(
  program: Prepared | readonly bigint[],
  state: MachineState,
  period: PeriodInputs,
): readonly Shortfall[] {
  const prepared = preparedOf(program)
  const machine = open(prepared, state, period)
  const firstLeft = machine.firstOwed + prepared.supports
  const left = machine.cells.slice(firstLeft, firstLeft + prepared.supports)
  left.forEach((_, support) => {
    machine.cells[machine.firstSupport + support] = unlimited
    machine.cells[firstLeft + support] = unlimited
  })
  runSteps(prepared, machine)
  return left.map((commitment, support) => {
    const need = machine.drawn[support] ?? 0n
    return { need, call: least(need, commitment) }
  })
}

const unlimited = 1n << 127n
