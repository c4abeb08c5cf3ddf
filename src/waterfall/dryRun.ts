import { least } from './operations.ts'
import type { Prepared } from './prepare.ts'
import { type MachineState, open, type PeriodInputs, preparedOf, runSteps } from './run.ts'

/** What a calculation would draw from a support that could pay all, and what may be called from it. */
export type Shortfall = { readonly need: bigint; readonly call: bigint }

/**
 * The shortfall of each support: the period is run with unlimited cash and commitment of every support. Where one needs
 * more than its commitment left, the period is run again with it bounded, so that the others are called for the rest:
 * one by one, the first first.
 * The call is the need within the commitment that is left.
 */
export function dryRun(
  program: Prepared | readonly bigint[],
  state: MachineState,
  period: PeriodInputs,
): readonly Shortfall[] {
  const trial = { prepared: preparedOf(program), state, period }
  const { left, needs } = drawWithin(trial, new Map())
  return left.map((commitment, support) => {
    const need = needs[support] ?? 0n
    return { need, call: least(need, commitment) }
  })
}

type Trial = { readonly prepared: Prepared; readonly state: MachineState; readonly period: PeriodInputs }
type Draw = { readonly left: readonly bigint[]; readonly needs: readonly bigint[] }

/** `bounded` holds the need of each support that cannot pay all. */
function drawWithin(trial: Trial, bounded: ReadonlyMap<number, bigint>): Draw {
  const machine = open(trial.prepared, trial.state, trial.period)
  if (machine.supports === 0) return { left: [], needs: [] }
  const firstLeft = machine.firstOwed + machine.supports
  const left = machine.cells.slice(firstLeft, firstLeft + machine.supports)
  left.forEach((commitment, support) => {
    const most = bounded.has(support) ? commitment : unlimited
    machine.cells[machine.firstSupport + support] = most
    machine.cells[firstLeft + support] = most
  })
  runSteps(trial.prepared, machine)
  const needs = machine.drawn.map((drawn, support) => bounded.get(support) ?? drawn)
  const short = needs.findIndex((need, support) => !bounded.has(support) && need > (left[support] ?? 0n))
  if (short < 0 || bounded.size + 1 === left.length) return { left, needs }
  return drawWithin(trial, new Map([...bounded, [short, needs[short] ?? 0n]]))
}

const unlimited = 1n << 127n
