import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../src/deal/contractual.ts'
import type { Deal } from '../src/deal/deal.ts'
import { type HistoryTerms, historyOf } from '../src/deal/history.ts'
import { parseDeal } from '../src/deal/parse.ts'

/** Writes deals/inputs/*.json: what obligors paid, by contract and in the scenarios of the demo deal. */

const folder = join(import.meta.dirname, '..', 'deals')

const DEMO = 'DEMO-GBA-2026-1'

const allDefault = ({ file }: Deal): Scenario => ({
  defaults: { 2: file.pool.assets.map(({ id }) => id) },
  recoveries: { 8: 9_000_000_000n },
})

export const demoScenarios: { readonly [name: string]: (deal: Deal) => HistoryTerms } = {
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
  const scenarios = Object.entries(deal.id === DEMO ? demoScenarios : contractual)
  return new Map(
    scenarios.map(([name, terms]) => [
      `${deal.id}.${name}.json`,
      `${JSON.stringify(historyOf(deal, terms(deal)), null, 1)}\n`,
    ]),
  )
}

function main(): void {
  mkdirSync(join(folder, 'inputs'), { recursive: true })
  for (const name of readdirSync(folder).filter(file => file.endsWith('.json'))) {
    const deal = parseDeal(readFileSync(join(folder, name), 'utf8'))
    for (const [file, text] of historyTexts(deal)) writeFileSync(join(folder, 'inputs', file), text)
  }
}

if (process.argv[1] === import.meta.filename) main()
