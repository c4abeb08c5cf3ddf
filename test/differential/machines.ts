import { isDeepStrictEqual } from 'node:util'
import { expect } from 'chai'
import { Interface, type InterfaceAbi, type Result } from 'ethers'
import { artifacts, network } from 'hardhat'
import { checkProgram } from '../../src/waterfall/check.ts'
import { dryRun } from '../../src/waterfall/dryRun.ts'
import { CalculationError, MalformedProgramError } from '../../src/waterfall/errors.ts'
import { type Prepared, takeApart } from '../../src/waterfall/prepare.ts'
import { type MachineState, type Outcome, type PeriodInputs, run } from '../../src/waterfall/run.ts'

/** Why an engine refused: the name of the contract error, and its arguments. */
export type Fault = { readonly reason: string; readonly args: readonly bigint[] }

/** One period on one engine: what it gave or why it refused; the same for the dry run. */
export type Attempt = {
  readonly outcome: Outcome | Fault
  readonly needs: readonly bigint[] | Fault
}

/** Many periods of one program, each starting where the last that could be calculated ended. */
export type History = {
  readonly words: readonly bigint[]
  readonly opening: MachineState
  readonly periods: readonly PeriodInputs[]
}

/** The same questions to both engines; an answer is given only if they agree on it. */
export type Machines = {
  readonly runAll: (history: History) => Promise<Attempt[]>
  readonly check: (words: readonly bigint[]) => Promise<Fault | undefined>
  /** Runs the first period in the EVM alone, to measure it. */
  readonly runThere: (history: History) => Promise<string>
  /** Gas of the steps of the first period alone, cells in memory. */
  readonly gasOf: (history: History) => Promise<bigint>
  readonly close: () => Promise<void>
}

export function isFault(answer: object): answer is Fault {
  return 'reason' in answer
}

/** The outcome of a period that both engines could calculate. */
export function outcomeOf(attempt: Attempt | undefined): Outcome {
  expect(attempt?.outcome).to.have.property('cells')
  if (attempt === undefined || isFault(attempt.outcome)) throw new TypeError('the period has no outcome')
  return attempt.outcome
}

export async function openMachines(): Promise<Machines> {
  const connection = await network.create({ override: { blockGasLimit: callGas } })
  const { ethers } = connection
  const harness = await ethers.deployContract('WaterfallHarness')
  const to = await harness.getAddress()
  const { abi } = await artifacts.readArtifact('WaterfallHarness')
  const face = new Interface(abi as InterfaceAbi)
  const call = async (name: string, args: readonly unknown[]): Promise<string> =>
    ethers.provider.call({ to, data: face.encodeFunctionData(name, args), gasLimit: callGas })
  const ask: Ask = { call, refusal: (name, args) => refusal(face, () => call(name, args)) }
  return {
    runAll: async history => {
      const here = runAllHere(history)
      const there = await runAllThere(ask, history, here)
      if (!isDeepStrictEqual(there, here)) expect(there).to.deep.equal(here)
      return here
    },
    check: async words => {
      const there = await ask.refusal('check', [words])
      expect(there).to.deep.equal(checkHere(words))
      return there
    },
    runThere: ({ words, opening, periods }) => call('run', [words, openingOf(opening), periods[0]]),
    gasOf: async ({ words, opening, periods }) =>
      BigInt(await call('gasOf', [words, openingOf(opening), periods[0]])),
    close: () => connection.close(),
  }
}

/** Runs a history in TypeScript. The program is not checked, so that malformed ones can be tried on both engines. */
export function runAllHere({ words, opening, periods }: History): Attempt[] {
  const prepared = takeApart(words)
  let state = opening
  return periods.map(period => {
    const attempt = attemptHere(prepared, state, period)
    if (!isFault(attempt.outcome)) state = attempt.outcome
    return attempt
  })
}

const callGas = 1_000_000_000n
/** A call with more periods is slower by the period. */
const periodsPerCall = 8
const noRefusal: Fault = { reason: 'none', args: [] }

type Ask = {
  readonly call: (name: string, args: readonly unknown[]) => Promise<string>
  readonly refusal: (name: string, args: readonly unknown[]) => Promise<Fault | undefined>
}

type Question = {
  readonly at: number
  readonly opening: MachineState
  readonly period: PeriodInputs
  readonly here: Attempt
}

function attemptHere(prepared: Prepared, state: MachineState, period: PeriodInputs): Attempt {
  return {
    outcome: orFault(() => run(prepared, state, period)),
    needs: orFault(() => dryRun(prepared, state, period).map(({ need }) => need)),
  }
}

function checkHere(words: readonly bigint[]): Fault | undefined {
  const answer = orFault(() => {
    checkProgram(words)
    return {}
  })
  return isFault(answer) ? answer : undefined
}

function orFault<T extends object>(answer: () => T): T | Fault {
  try {
    return answer()
  } catch (error) {
    if (error instanceof CalculationError || error instanceof MalformedProgramError) {
      return { reason: error.reason, args: error.args }
    }
    throw error
  }
}

/**
 * The same history in the EVM: periods that can be calculated in a few calls, each of the others in a call of its own.
 * Which these are is taken from `here`; if the EVM thinks otherwise, a call fails or gives no refusal.
 */
async function runAllThere(ask: Ask, history: History, here: readonly Attempt[]): Promise<Attempt[]> {
  const questions = questionsOf(history, here)
  const outcomes = await outcomesThere(ask, history, questions)
  const needs = await needsThere(ask, history, questions)
  return questions.map(({ at }) => ({
    outcome: outcomes.get(at) ?? noRefusal,
    needs: needs.get(at) ?? noRefusal,
  }))
}

async function outcomesThere(
  ask: Ask,
  { words }: History,
  questions: readonly Question[],
): Promise<Map<number, Outcome | Fault>> {
  const outcomes = new Map<number, Outcome | Fault>()
  const prepared = takeApart(words)
  for (const some of chunksOf(questions.filter(({ here }) => !isFault(here.outcome)))) {
    const [first] = some
    const rows = rowsOf(
      await ask.call('runAll', [words, openingOf(first?.opening), some.map(({ period }) => period)]),
    )
    for (const [position, { at }] of some.entries())
      outcomes.set(at, outcomeFrom(prepared, rows[position] ?? []))
  }
  for (const { at, opening, period } of questions.filter(({ here }) => isFault(here.outcome))) {
    outcomes.set(at, (await ask.refusal('run', [words, openingOf(opening), period])) ?? noRefusal)
  }
  return outcomes
}

async function needsThere(
  ask: Ask,
  { words }: History,
  questions: readonly Question[],
): Promise<Map<number, readonly bigint[] | Fault>> {
  const needs = new Map<number, readonly bigint[] | Fault>()
  const hasSupports = takeApart(words).supports > 0
  for (const some of chunksOf(questions.filter(({ here }) => hasSupports && !isFault(here.needs)))) {
    const openings = some.map(({ opening }) => openingOf(opening))
    const rows = rowsOf(await ask.call('dryRunAll', [words, openings, some.map(({ period }) => period)]))
    for (const [position, { at }] of some.entries()) needs.set(at, rows[position] ?? [])
  }
  for (const { at, opening, period, here } of questions) {
    if (isFault(here.needs)) {
      needs.set(at, (await ask.refusal('dryRun', [words, openingOf(opening), period])) ?? noRefusal)
    } else if (!hasSupports) needs.set(at, [])
  }
  return needs
}

/** Each period with the state in which it starts. */
function questionsOf({ opening, periods }: History, attempts: readonly Attempt[]): Question[] {
  let state = opening
  return attempts.map((here, at) => {
    const question = { at, opening: state, period: periods[at] ?? { arrivals: [], inputs: [] }, here }
    if (!isFault(here.outcome)) state = here.outcome
    return question
  })
}

function chunksOf(questions: readonly Question[]): Question[][] {
  return Array.from({ length: Math.ceil(questions.length / periodsPerCall) }, (_, chunk) =>
    questions.slice(chunk * periodsPerCall, (chunk + 1) * periodsPerCall),
  )
}

/** A row of the harness: flags, ran, persisted cells, payees, due of each line, paid of each line. */
function outcomeFrom(
  { persisted, payees, lines }: Prepared,
  [flags, ran, ...row]: readonly bigint[],
): Outcome {
  const firstLine = persisted + payees
  return {
    cells: row.slice(0, persisted),
    flags: Number(flags),
    payees: row.slice(persisted, firstLine),
    lines: Array.from({ length: lines }, (_, line) => ({
      ran: (((ran ?? 0n) >> BigInt(line)) & 1n) === 1n,
      due: row[firstLine + line] ?? -1n,
      paid: row[firstLine + lines + line] ?? -1n,
    })),
  }
}

/** Reads the encoding of uint256[][] without the detour of a general decoder. */
function rowsOf(data: string): bigint[][] {
  const wordAt = (index: number): bigint => BigInt(`0x${data.slice(2 + 64 * index, 66 + 64 * index)}`)
  const count = Number(wordAt(1))
  return Array.from({ length: count }, (_, row) => {
    const at = 2 + Number(wordAt(2 + row)) / 32
    return Array.from({ length: Number(wordAt(at)) }, (_, position) => wordAt(at + 1 + position))
  })
}

async function refusal(face: Interface, ask: () => Promise<unknown>): Promise<Fault | undefined> {
  try {
    await ask()
    return undefined
  } catch (error) {
    return faultOf(face, revertDataOf(error))
  }
}

function faultOf(face: Interface, data: string): Fault {
  const error = face.parseError(data)
  if (error === null) return { reason: `unknown ${data}`, args: [] }
  return { reason: error.name, args: bigintsOf(error.args) }
}

/** The revert data, wherever the provider put it. */
function revertDataOf(error: unknown): string {
  let current: unknown = error
  while (typeof current === 'object' && current !== null) {
    if ('data' in current && typeof current.data === 'string') return current.data
    current = 'error' in current ? current.error : 'cause' in current ? current.cause : undefined
  }
  throw error
}

function openingOf(state: MachineState | undefined): readonly unknown[] {
  return [state?.cells, state?.flags]
}

function bigintsOf(values: Result): bigint[] {
  return values.toArray() as bigint[]
}
