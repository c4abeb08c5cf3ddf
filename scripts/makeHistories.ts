import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Scenario } from '../src/deal/contractual.ts'
import type { Deal } from '../src/deal/deal.ts'
import { type HistoryTerms, historyOf } from '../src/deal/history.ts'
import { parseDeal } from '../src/deal/parse.ts'
import type { InputsFile } from '../src/deal/schema/inputs.ts'
import { type BookFiles, booksOf } from './histories/booksOf.ts'
import { inputsOf } from './histories/inputsOf.ts'
import { operations, type Plan } from './histories/plan.ts'

/**
 * Writes deals/inputs/*.json: what obligors paid, by contract and in the scenarios of the demo deal; and, for the two
 * deals of the demo, deals/histories: the statements and bank files that say so, with the terms to read them by.
 */

const folder = join(import.meta.dirname, '..', 'deals')

const DEMO = 'DEMO-GBA-2026-1'
const PATENTS = 'CN-SZSE-2019-GDD-PATENT-LICENCE'

const allDefault = ({ file }: Deal): Scenario => ({
  defaults: { 2: file.pool.assets.map(({ id }) => id) },
  recoveries: { 8: 9_000_000_000n },
})

const demoScenarios: { readonly [name: string]: (deal: Deal) => HistoryTerms } = {
  base: () => ({ scenario: 'base', terms: {} }),
  late_then_cured: () => ({
    scenario: 'late_then_cured',
    terms: { late: { 1: ['A01', 'A02', 'A03', 'A04'] } },
  }),
  default: deal => ({ scenario: 'default', terms: allDefault(deal) }),
  default_to_final: deal => ({ scenario: 'default_to_final', terms: allDefault(deal), throughTail: true }),
}

const contractual = { contractual: () => ({ scenario: 'contractual', terms: {} }) }

/** The text of each history of a deal, by file name. */
export function historyTexts(deal: Deal): ReadonlyMap<string, string> {
  const histories = Object.entries(deal.id === DEMO ? demoScenarios : contractual).map(([, terms]) =>
    historyOf(deal, terms(deal)),
  )
  const all = deal.id === DEMO ? [...histories, inputsOf(deal, operations)] : histories
  return new Map(all.map(history => [`${deal.id}.${history.scenario}.json`, textOf(history)]))
}

function textOf(history: InputsFile): string {
  return `${JSON.stringify(history, null, 1)}\n`
}

/** The plans of a deal whose histories exist as statements and bank files. */
export function plansOf(deal: Deal): readonly Plan[] {
  if (deal.id === PATENTS) return [{ scenario: 'contractual' }]
  if (deal.id !== DEMO) return []
  const played = Object.values(demoScenarios).map(terms => {
    const { scenario, terms: happened, throughTail = false } = terms(deal)
    return { ...happened, scenario, throughTail }
  })
  return [...played, operations]
}

/** The books of each plan of a deal, by scenario. */
export function historyBooks(deal: Deal): ReadonlyMap<string, BookFiles> {
  return new Map(plansOf(deal).map(plan => [plan.scenario, booksOf(deal, plan)]))
}

function main(): void {
  mkdirSync(join(folder, 'inputs'), { recursive: true })
  rmSync(join(folder, 'histories'), { recursive: true, force: true })
  for (const name of readdirSync(folder).filter(file => file.endsWith('.json'))) {
    const deal = parseDeal(readFileSync(join(folder, name), 'utf8'))
    for (const [file, text] of historyTexts(deal)) writeFileSync(join(folder, 'inputs', file), text)
    for (const [scenario, files] of historyBooks(deal))
      for (const [path, bytes] of files) write(join(folder, 'histories', deal.id, scenario, path), bytes)
  }
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

if (process.argv[1] === import.meta.filename) main()
