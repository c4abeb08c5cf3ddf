import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { runDemoDeal } from './runCommand.ts'

const DEAL = 'DEMO-GBA-2026-1'

interface GoldenPeriod {
  readonly n: number
  readonly date: string
  readonly mode: string
  readonly coll_interest: string
  readonly coll_principal: string
  readonly recovery: string
  readonly draw: string
  readonly carry_in: string
  readonly carry_out: string
  readonly steps: readonly { readonly step: string; readonly due: string; readonly paid: string }[]
  readonly balances: Readonly<Record<string, string>>
}

interface ShownPeriod {
  readonly period: number
  readonly paymentDate: string
  readonly mode: string
  readonly income: string
  readonly principal: string
  readonly carriedIn: string
  readonly carriedOut: string
  readonly calls: readonly { readonly received: string }[]
  readonly steps: readonly { readonly step: string; readonly paid: string }[]
  readonly balances: readonly { readonly tranche: string; readonly balance: string }[]
}

/** Runs a scenario on the ledger and compares every period with the golden run, to the fen. */
export async function expectGolden(scenario: string) {
  const { code, out, err } = await runDemoDeal(DEAL, scenario, '--json')
  expect({ code, err }).to.deep.equal({ code: 0, err: '' })
  const { deals } = JSON.parse(out)
  requireGolden(deals[0].periods, scenario)
  return deals[0]
}

/** Compares the periods that a run shows with the golden ones. */
export function requireGolden(shown: readonly ShownPeriod[], scenario: string): void {
  const golden: readonly GoldenPeriod[] = readGolden(scenario).periods
  expect(shown.map(factsShown)).to.deep.equal(golden.map(factsOfGolden))
}

function readGolden(scenario: string): { readonly periods: readonly GoldenPeriod[] } {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../golden', `${scenario}.json`), 'utf8'))
}

function factsOfGolden(period: GoldenPeriod) {
  return {
    period: period.n,
    date: period.date,
    mode: period.mode,
    income: period.coll_interest,
    principal: sum([period.coll_principal, period.recovery]),
    carriedIn: period.carry_in,
    carriedOut: period.carry_out,
    drawn: period.draw,
    balances: period.balances,
    paid: Object.fromEntries(
      groups.map(([group, ofGolden]) => [
        group,
        sum(period.steps.filter(({ step }) => ofGolden.test(step)).map(({ paid }) => paid)),
      ]),
    ),
  }
}

function factsShown(period: ShownPeriod) {
  return {
    period: period.period,
    date: period.paymentDate,
    mode: period.mode,
    income: period.income,
    principal: period.principal,
    carriedIn: period.carriedIn,
    carriedOut: period.carriedOut,
    drawn: sum(period.calls.map(({ received }) => received)),
    balances: Object.fromEntries(period.balances.map(({ tranche, balance }) => [tranche, balance])),
    paid: Object.fromEntries(
      groups.map(([group, , shown]) => [
        group,
        sum(period.steps.filter(({ step }) => shown.test(step)).map(({ paid }) => paid)),
      ]),
    ),
  }
}

/** What is paid under one heading: its steps in the golden runs, and as the deal file names them. */
const groups: readonly (readonly [string, RegExp, RegExp])[] = [
  ['tax', /^tax$/, /^tax$/],
  ['senior fees', /^fees_senior$/, /^fees_senior$/],
  ['interest of A', /^int:A$/, /^int:senior$/],
  ['interest of B', /^int:B$/, /^int:mezz$/],
  ['principal of A', /^prin(_all)?:A$/, /^prin_(sched|all):senior$/],
  ['principal of B', /^prin(_all)?:B$/, /^prin_(sched|all):mezz$/],
  ['guarantor', /^guarantor_reimburse$/, /^guarantor_reimburse$/],
]

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total + BigInt(amount), 0n).toString()
}
