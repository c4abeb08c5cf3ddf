import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type CompiledDeal, compileDeal } from '../../deal/compile.ts'
import { parseDeal } from '../../deal/parse.ts'
import { type Inputs, parseInputs } from '../../deal/parseInputs.ts'
import { LedgerError } from '../../domain/errors.ts'
import { readTextFile } from '../readTextFile.ts'
import { untilRedeemed } from './untilRedeemed.ts'

/** A deal with the history that it runs through. */
export interface DemoDeal {
  readonly compiled: CompiledDeal
  readonly inputs: Inputs
  /** Folder of the books in which the history lies as statements and bank files, if it does. */
  readonly books?: string | undefined
}

/** What a person asks the demo to run. */
export interface DemoChoice {
  readonly scenario?: string
  readonly deal?: string
  readonly inputs?: string
}

const DEMO = 'DEMO-GBA-2026-1'
const PATENTS = 'CN-SZSE-2019-GDD-PATENT-LICENCE'
const DEFAULT_SCENARIO = 'base'
const CONTRACTUAL = 'contractual'

/** The deals of the project lie beside its sources. */
const folder = join(import.meta.dirname, '../../../deals')

/** The chosen deal, or the two sample deals; in the order of their closing, because the clock of a chain moves forward only. */
export async function loadDemoDeals({ scenario, deal, inputs }: DemoChoice): Promise<readonly DemoDeal[]> {
  if (deal !== undefined && inputs !== undefined) {
    if (scenario !== undefined) throw new ChoiceConflictError()
    return [await loadDeal(deal, inputs)]
  }
  if (deal !== undefined || inputs !== undefined) throw new DealIncompleteError()
  const chosen = scenario ?? DEFAULT_SCENARIO
  const known = await scenariosOf(DEMO)
  if (!known.includes(chosen)) throw new UnknownScenarioError(chosen, known)
  return [await loadSample(PATENTS, CONTRACTUAL), await loadSample(DEMO, chosen)]
}

async function loadSample(id: string, scenario: string): Promise<DemoDeal> {
  const deal = await loadDeal(join(folder, `${id}.json`), inputsPath(id, scenario))
  return { ...deal, books: join(folder, 'histories', id, scenario) }
}

async function loadDeal(dealPath: string, inputsFile: string): Promise<DemoDeal> {
  const deal = parseDeal(await readTextFile(dealPath))
  const inputs = parseInputs(await readTextFile(inputsFile), deal)
  const compiled = compileDeal(deal)
  return { compiled, inputs: await untilRedeemed(compiled, inputs) }
}

function inputsPath(id: string, scenario: string): string {
  return join(folder, 'inputs', `${id}.${scenario}.json`)
}

async function scenariosOf(id: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'inputs'))
  return names
    .filter(name => name.startsWith(`${id}.`) && name.endsWith('.json'))
    .map(name => name.slice(id.length + 1, -'.json'.length))
    .toSorted()
}

export class UnknownScenarioError extends LedgerError {
  override readonly code = 'cli/unknown-scenario'

  constructor(scenario: string, known: readonly string[]) {
    super(`There is no scenario "${scenario}"`, { remedy: `Choose one of ${known.join(', ')}` })
  }
}

export class DealIncompleteError extends LedgerError {
  override readonly code = 'cli/deal-incomplete'

  constructor() {
    super('A deal of your own needs a deal file and its period inputs', {
      remedy: 'Give --deal FILE and --inputs FILE together',
    })
  }
}

export class ChoiceConflictError extends LedgerError {
  override readonly code = 'cli/choice-conflict'

  constructor() {
    super('A scenario belongs to the sample deal', {
      remedy: 'Give --scenario alone, or --deal and --inputs without it',
    })
  }
}
