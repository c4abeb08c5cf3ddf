import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CompiledDeal, compileDeal } from '../../../src/deal/compile.ts'
import type { Deal } from '../../../src/deal/deal.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { type Inputs, parseInputs } from '../../../src/deal/parseInputs.ts'

export const root = join(import.meta.dirname, '..', '..', '..')
export const DEMO = 'DEMO-GBA-2026-1'

export const sampleIds = readdirSync(join(root, 'deals'))
  .filter(name => name.endsWith('.json'))
  .map(name => name.replace(/\.json$/, ''))

export function dealFileText(id: string): string {
  return readFileSync(join(root, 'deals', `${id}.json`), 'utf8')
}

export function sampleDeal(id: string): Deal {
  return parseDeal(dealFileText(id))
}

export function compiledSample(id: string): CompiledDeal {
  return compileDeal(sampleDeal(id))
}

export function sampleInputs(deal: Deal, scenario: string): Inputs {
  return parseInputs(readFileSync(join(root, 'deals', 'inputs', `${deal.id}.${scenario}.json`), 'utf8'), deal)
}
