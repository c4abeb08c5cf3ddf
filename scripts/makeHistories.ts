import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../src/deal/contractual.ts'
import type { Deal } from '../src/deal/deal.ts'
import { historyOf } from '../src/deal/history.ts'
import { parseDeal } from '../src/deal/parse.ts'

/** Writes deals/inputs/*.json: what obligors paid, by contract and in the scenarios of the demo deal. */

const folder = join(import.meta.dirname, '..', 'deals')

const DEMO = 'DEMO-GBA-2026-1'

export const demoScenarios: { readonly [name: string]: (deal: Deal) => Scenario } = {
  base: () => ({}),
  late_then_cured: () => ({ late: { 1: ['A01', 'A02', 'A03', 'A04'] } }),
  default: ({ file }) => ({
    defaults: { 2: file.pool.assets.map(({ id }) => id) },
    recoveries: { 8: 9_000_000_000n },
  }),
}

/** The text of each history of a deal, by file name. */
export function historyTexts(deal: Deal): ReadonlyMap<string, string> {
  const scenarios = deal.id === DEMO ? Object.entries(demoScenarios) : [['contractual', () => ({})] as const]
  return new Map(
    scenarios.map(([scenario, terms]) => [
      `${deal.id}.${scenario}.json`,
      `${JSON.stringify(historyOf(deal, { scenario, terms: terms(deal) }), null, 1)}\n`,
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
