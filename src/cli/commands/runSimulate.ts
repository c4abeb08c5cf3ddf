import { type CompiledDeal, compileDeal } from '../../deal/compile.ts'
import { type Engine, tsEngine } from '../../deal/engine.ts'
import { headingWords } from '../../deal/explain.ts'
import { parseDeal } from '../../deal/parse.ts'
import { parseInputs } from '../../deal/parseInputs.ts'
import { type PeriodResult, type Simulation, simulate } from '../../deal/simulate.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { Language } from '../../domain/languages.ts'
import { currencyOf, money } from '../../domain/money.ts'
import { showAmount } from '../output/amounts.ts'
import { toJson } from '../output/json.ts'
import { renderTable } from '../output/table.ts'
import { readTextFile } from '../readTextFile.ts'
import type { CommandContext } from '../streams.ts'
import type { SimulateOptions } from './simulateOptions.ts'

/** Runs a deal over its inputs and prints what happened in each period. */
export async function runSimulate(
  { deal: dealPath, inputs: inputsPath, engine, lang, json }: SimulateOptions & { readonly deal: string },
  { streams }: CommandContext,
): Promise<void> {
  const deal = parseDeal(await readTextFile(dealPath))
  const inputs = parseInputs(await readTextFile(inputsPath), deal)
  const compiled = compileDeal(deal)
  const simulation = await withEngine(engine, { compiled, use: on => simulate(compiled, inputs, on) })
  const agreed = engine === 'evm' ? 'Both machines agree, cell by cell\n' : ''
  streams.out(json ? `${toJson(simulation)}\n` : `${textOf(simulation, { compiled, lang })}${agreed}`)
}

type Using = {
  readonly compiled: CompiledDeal
  readonly use: (engine: Engine) => Promise<Simulation>
}

async function withEngine(name: 'ts' | 'evm', { compiled, use }: Using): Promise<Simulation> {
  if (name === 'ts') return use(tsEngine(compiled.words))
  const { openEvmEngine } = await import('../engine/evmEngine.ts')
  const opened = await openEvmEngine(compiled.words)
  try {
    const found = await use(opened.engine)
    requireAgreement(found, await use(tsEngine(compiled.words)))
    return found
  } finally {
    await opened.close()
  }
}

/** What the machine on a chain gave is what the one in TypeScript gives, cell by cell. */
function requireAgreement(found: Simulation, expected: Simulation): void {
  const differing = found.periods.find((period, row) => toJson(period) !== toJson(expected.periods[row]))
  if (differing !== undefined) throw new EnginesDisagreeError(differing.period)
}

type Showing = { readonly compiled: CompiledDeal; readonly lang: Language }

function textOf({ scenario, engine, programHash, periods }: Simulation, showing: Showing): string {
  const { deal } = showing.compiled
  const title = `${deal.file.names[showing.lang]} (${deal.id})${scenario === null ? '' : `, ${scenario}`}`
  const left = deal.notices.map(({ path, value, text }) => `${path} ${value}: ${text}`)
  const parts = periods.map(period => periodText(period, showing))
  return `${[title, `engine ${engine}, program ${programHash}`, ...left, '', ...parts].join('\n')}\n`
}

function periodText(period: PeriodResult, { compiled, lang }: Showing): string {
  const currency = currencyOf(compiled.deal.file.currency)
  const show = (minor: bigint): string => showAmount(money(currency, minor))
  const lines = period.lines.filter(({ ran, due, paid }) => ran && (due > 0n || paid > 0n))
  const held = period.cells.filter(({ name }) => /^(account|balance):/.test(name))
  const raised = period.triggers.filter(trigger => trigger.raised).map(({ id }) => id)
  const heading = [
    `${period.period}  ${period.date}${period.tail ? ' (tail)' : ''}  ${period.mode}`,
    `income ${show(period.income)}, principal ${show(period.principal)}`,
    ...(raised.length === 0 ? [] : [`raised ${raised.join(', ')}`]),
    ...period.calls
      .filter(({ need }) => need > 0n)
      .map(
        ({ support, need, call, paid }) =>
          `${support}: need ${show(need)}, call ${show(call)}, paid ${show(paid)}`,
      ),
  ].join('; ')
  const steps = renderTable(
    [
      { heading: 'step' },
      { heading: 'due', align: 'right' },
      { heading: 'paid', align: 'right' },
      { heading: 'short', align: 'right' },
    ],
    lines.map(({ id, pass, due, paid, shortfall }) => [
      `${headingWords(id, lang)}${pass === 'second' ? ' *' : ''}`,
      show(due),
      show(paid),
      show(shortfall),
    ]),
  )
  const balances = held.map(({ name, after }) => `${name} ${show(after)}`).join(', ')
  return `${heading}\n${steps}${balances}\n`
}

export class EnginesDisagreeError extends LedgerError {
  override readonly code = 'invariant/engines-disagree'

  constructor(period: number) {
    super(`The two machines come to different results in period ${period}`, {
      remedy: 'Report the deal file and its inputs; do not use the result',
    })
  }
}
