import type { ProblemCollector } from '../../domain/errors.ts'
import { covered } from '../covers.ts'
import { builtInFlags, type ModeSteps, type Step } from '../deal.ts'
import type { DealFile } from '../schema/deal.ts'

type Checked = { readonly file: DealFile; readonly problems: ProblemCollector }
type CheckedMode = Checked & ModeSteps

/** What the steps of each mode must do, and must not. Only a waterfall that is whole shows what reaches an account. */
export function checkSteps(
  programs: readonly ModeSteps[],
  { file, problems, whole }: Checked & { readonly whole: boolean },
): void {
  programs.forEach(({ mode, steps }, position) => {
    const checked = { file, problems, mode, steps }
    const earlier = programs.slice(0, position).flatMap(program => program.steps)
    checkEveryTranchePaid(checked)
    if (whole) checkFunding(checked, earlier)
    checkMoveCycles(checked)
    checkMoves(checked)
    checkReferences(checked)
    checkSchedules(checked)
  })
  checkSweepCycles({ file, problems })
  checkModes(file, problems)
  checkRestorations(programs, { file, problems })
}

/** A commitment is restored by what is reimbursed. */
function checkRestorations(programs: readonly ModeSteps[], { file, problems }: Checked): void {
  const reimbursed = programs.flatMap(({ steps }) =>
    steps.flatMap(step => (step.step === 'reimburse' ? step.supports : [])),
  )
  file.supports.forEach(({ id, restores }, position) => {
    if (restores !== true || reimbursed.includes(id)) return
    problems.note({
      path: `/supports/${position}/restores`,
      value: restores,
      message: `No step reimburses ${id}, so nothing is ever restored`,
      remedy: `Add {"step": "reimburse", "support": "${id}"}, or leave "restores" out`,
    })
  })
}

function checkModes(file: DealFile, problems: ProblemCollector): void {
  file.triggers.forEach(({ effect }, position) => {
    if (effect !== 'acceleration' && effect !== 'default') return
    if (file.waterfall[effect] !== undefined) return
    problems.note({
      path: `/triggers/${position}/effect`,
      value: effect,
      message: `The waterfall has no steps for the mode ${effect}`,
      remedy: `Add /waterfall/${effect}, or give the trigger another effect`,
    })
  })
}

function checkEveryTranchePaid({ file, problems, mode, steps }: CheckedMode): void {
  file.tranches.forEach(({ id, coupon, stepUp }, position) => {
    const path = `/waterfall/${mode}`
    if (!steps.some(step => paysPrincipal(step, id))) {
      problems.note({
        path,
        value: id,
        message: `No step of this mode pays principal or the residual to ${id} (/tranches/${position})`,
        remedy: `Add prin_sched:${id}, prin_all:${id} or junior`,
      })
    }
    if (stepUp !== undefined && !steps.some(step => step.step === 'stepUp' && step.to.includes(id))) {
      problems.note({
        path,
        value: id,
        message: `No step of this mode pays the step-up interest of ${id} (/tranches/${position}/stepUp)`,
        remedy: `Add step_up:${id}, or leave the step-up out`,
      })
    }
    if (coupon !== null && !steps.some(step => paysInterest(step, id))) {
      problems.note({
        path,
        value: id,
        message: `No step of this mode pays the interest of ${id} (/tranches/${position})`,
        remedy: `Add int:${id}, or set its coupon to null`,
      })
    }
  })
}

function paysPrincipal(step: Step, id: string): boolean {
  if (step.step === 'principal' || step.step === 'junior') return step.to.includes(id)
  return step.step === 'residual' && step.to === id
}

function paysInterest(step: Step, id: string): boolean {
  return (step.step === 'interest' || step.step === 'junior') && step.to.includes(id)
}

/**
 * An account is funded by collections, by the reserve at closing, or by a step that moves money into it: in this mode, or
 * in one that comes before it, whose trapped money is still there.
 */
function checkFunding({ file, problems, mode, steps }: CheckedMode, earlier: readonly Step[]): void {
  const reserves = file.accounts.filter(({ purpose }) => purpose === 'reserve').map(({ id }) => id)
  const funded = new Set([
    ...file.accounts.filter(({ receives = [] }) => receives.length > 0).map(({ id }) => id),
    ...(BigInt(file.reserve?.opening ?? '0') > 0n || toppedUp(file) ? reserves : []),
  ])
  for (let grown = true; grown; ) {
    const before = funded.size
    const reached = [...earlier, ...steps].filter(step => 'from' in step && funded.has(step.from))
    for (const id of reached.flatMap(step => destinations(step, reserves))) funded.add(id)
    grown = funded.size > before
  }
  for (const step of steps) {
    if (!('from' in step) || step.step === 'releaseReserve' || funded.has(step.from)) continue
    problems.note({
      path: step.path,
      value: step.from,
      message: `The step pays out of nothing: no money ever reaches ${step.from} in the mode ${mode}`,
      remedy: `Let the account receive income or principal, move money into it, or pay from another account`,
    })
  }
}

function toppedUp(file: DealFile): boolean {
  return Object.values(file.waterfall).some(
    steps =>
      Array.isArray(steps) &&
      steps.some(step => step === 'reserve_topup' || (typeof step === 'object' && step.step === 'topUp')),
  )
}

function destinations(step: Step, reserves: readonly string[]): readonly string[] {
  if (step.step === 'topUp') return reserves
  if (step.step === 'move' || step.step === 'cure') return [step.into]
  return step.step === 'releaseReserve' ? [step.to] : []
}

type Edges = ReadonlyMap<string, readonly string[]>

/** Sweeps and moves carry whole accounts; a circle of them would carry the same money round. */
function checkSweepCycles({ file, problems }: Checked): void {
  const sweeps = edgesOf(file, [])
  const circles = [...sweeps.keys()].map(start => wayBetween(sweeps, { from: start, to: start }))
  noteCircle('/accounts', { circle: circles.find(circle => circle !== undefined), problems })
}

/** A circle that only sweeps make is noted once for all modes, not here. */
function checkMoveCycles({ file, problems, mode, steps }: CheckedMode): void {
  const edges = edgesOf(file, steps)
  const circles = steps
    .filter(step => step.step === 'move')
    .map(({ from, into }) => wayBetween(edges, { from: into, to: from, before: [from] }))
  noteCircle(`/waterfall/${mode}`, { circle: circles.find(circle => circle !== undefined), problems })
}

function edgesOf(file: DealFile, steps: readonly Step[]): Edges {
  const edges = new Map<string, string[]>()
  const edge = (from: string, to: string): void => {
    edges.set(from, [...(edges.get(from) ?? []), to])
  }
  for (const { id, sweepsTo } of file.accounts) if (sweepsTo !== undefined) edge(id, sweepsTo)
  for (const step of steps) if (step.step === 'move') edge(step.from, step.into)
  return edges
}

type Circle = { readonly circle: readonly string[] | undefined; readonly problems: ProblemCollector }

function noteCircle(path: string, { circle, problems }: Circle): void {
  if (circle === undefined) return
  problems.note({
    path,
    value: circle,
    message: `These accounts feed each other in a circle: ${circle.join(' → ')}`,
    remedy: 'Leave out one sweep or move of the circle',
  })
}

/** A cure out of an account into itself would take a deficiency away and move nothing. */
function checkMoves({ file, problems, steps }: CheckedMode): void {
  const reserves = file.accounts.filter(({ purpose }) => purpose === 'reserve').map(({ id }) => id)
  for (const step of steps) {
    if (step.step === 'move' || !('from' in step) || !destinations(step, reserves).includes(step.from))
      continue
    problems.note({
      path: step.path,
      value: step.from,
      message: `The step pays out of ${step.from} into ${step.from}, which moves nothing`,
      remedy: 'Name two accounts; income and principal need one each for a deficiency to be cured',
    })
  }
}

type Way = { readonly from: string; readonly to: string; readonly before?: readonly string[] }

/** The accounts on the way from one account to another, both included; the way from one to itself is a circle. */
function wayBetween(edges: Edges, { from, to, before = [] }: Way): readonly string[] | undefined {
  for (const next of edges.get(from) ?? []) {
    const trail = [...before, from]
    if (next === to) return [...trail, next]
    const found = trail.includes(next) ? undefined : wayBetween(edges, { from: next, to, before: trail })
    if (found !== undefined) return found
  }
  return undefined
}

function checkReferences({ file, problems, steps }: CheckedMode): void {
  const calls = steps.some(step => step.step === 'cleanUpCall')
  const kept = builtInFlags.filter(name => name !== 'called' || calls)
  const flags = [...file.triggers.map(({ id }) => id), ...kept]
  for (const step of steps) {
    const named = [...step.onlyIf, ...step.unless, ...(step.step === 'test' ? step.triggers : [])]
    for (const name of named.filter(flag => !flags.includes(flag))) {
      problems.note({
        path: step.path,
        value: name,
        message: 'There is no trigger of this name',
        remedy: `Name one of ${flags.join(', ')}`,
      })
    }
    checkSupports(step, { file, problems })
  }
}

/** A support may be drawn only where it covers what the step pays. */
function checkSupports(step: Step, { file, problems }: Checked): void {
  if (!('support' in step)) return
  for (const id of step.support) {
    const support = file.supports.find(row => row.id === id)
    if (support === undefined) continue
    if (support.draws === 'secondPass') {
      problems.note({
        path: step.path,
        value: id,
        message: 'This support pays in a second pass, after all steps',
        remedy: `Leave it out here, or state "draws": "atStep" for ${id}`,
      })
    }
    if (!covered(step, { covers: support.covers, file })) {
      problems.note({
        path: step.path,
        value: id,
        message: `${id} does not cover this payment`,
        remedy: `It covers ${support.covers.join(', ')}; leave it out here, or widen what it covers`,
      })
    }
  }
}

function checkSchedules({ file, problems, steps }: CheckedMode): void {
  for (const step of steps) {
    if (step.step !== 'principal' || step.amount !== 'scheduled') continue
    const without = file.tranches.filter(
      ({ id, amortisation }) => step.to.includes(id) && amortisation.kind === 'residual',
    )
    for (const { id } of without) {
      problems.note({
        path: step.path,
        value: id,
        message: `${id} has no schedule: it lives on the residual`,
        remedy: `Write prin_all:${id} or junior`,
      })
    }
  }
}
