import { expect } from 'chai'
import type { CompiledDeal } from '../../../src/deal/compile.ts'
import { assemble, disassemble } from '../../../src/deal/disassemble.ts'
import { explainProgram } from '../../../src/deal/explain.ts'
import type { PeriodResult } from '../../../src/deal/simulate.ts'
import { languages } from '../../../src/domain/languages.ts'
import { furtherDeals } from './furtherDeals.ts'
import { linesOf, runPlain } from './plainDeal.ts'

describe('further deals of the kind', () => {
  for (const { name, file, periods, lines } of furtherDeals) {
    it(`${name}: every line`, async () => {
      const ran = await runPlain(file, periods)
      expect(lines.map((_, index) => linesOf(ran, index + 1))).to.deep.equal(lines)
      for (const period of ran.periods) checkConserved(period, ran.compiled)
    })

    it(`${name}: in words and back`, async () => {
      const { compiled } = await runPlain(file, periods)
      expect(assemble(disassemble(compiled.words, compiled))).to.deep.equal(compiled.words)
      for (const language of languages) {
        for (const { heading, sentences } of explainProgram(compiled.words, { compiled, language }))
          expect(`${heading} ${sentences.join(' ')}`).not.to.match(/\{\}|undefined|scheduled:|paid:|report:/)
      }
    })
  }
})

/** What was there and came in is what is there and went out. */
function checkConserved(period: PeriodResult, { cells, layout }: CompiledDeal): void {
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
  const cash = new Set(cells.slice(1, 1 + layout.cash.length))
  const held = period.cells.filter(row => cash.has(row.name))
  const came = period.income + period.principal + sum(period.calls.map(({ paid }) => paid))
  expect(sum(held.map(({ before }) => before)) + came).to.equal(
    sum(held.map(({ after }) => after)) + sum(period.payees.map(({ amount }) => amount)),
  )
}
