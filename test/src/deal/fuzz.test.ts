import { expect } from 'chai'
import { assemble, disassemble } from '../../../src/deal/disassemble.ts'
import type { PeriodResult } from '../../../src/deal/simulate.ts'
import { fuzzSeed, randomFrom, Tally } from '../../differential/random.ts'
import { type Ran, runPlain } from './plainDeal.ts'
import { randomDealFile, randomPeriods } from './randomDeal.ts'

const DEALS = 100

describe('random deals', () => {
  it('are sound, read back to the same words, and give to each only what is due from what is there', async () => {
    const random = randomFrom(fuzzSeed + 10)
    const tally = new Tally().expect(
      'acceleration',
      'default',
      'drawn',
      'short',
      'tail',
      'junior paid',
      'second pass',
      'step-up paid',
      'called',
      'both drawn',
      'restored',
    )
    for (let count = 0; count < DEALS; count += 1) {
      const file = randomDealFile(random)
      const ran = await runPlain(file, randomPeriods(random, file, 8))
      expect(assemble(disassemble(ran.compiled.words, ran.compiled))).to.deep.equal(ran.compiled.words)
      for (const period of ran.periods) checkPeriod(period, ran)
      for (const period of ran.periods) see(tally, period)
    }
    expect(tally.unseen(), tally.line()).to.deep.equal([])
  })
})

function checkPeriod(period: PeriodResult, { compiled }: Ran): void {
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
  const cash = new Set(compiled.cells.slice(1, 1 + compiled.layout.cash.length))
  const held = period.cells.filter(({ name }) => cash.has(name))
  const received = period.income + period.principal + sum(period.calls.map(({ paid }) => paid))
  const before = sum(held.map(cell => cell.before))
  expect(before + received).to.equal(
    sum(held.map(cell => cell.after)) + sum(period.payees.map(({ amount }) => amount)),
  )
  for (const { id, ran, due, paid } of period.lines) {
    expect(paid <= due || due === 0n, `${id} due ${due} paid ${paid}`).to.equal(true)
    if (!ran) expect(paid).to.equal(0n)
  }
  for (const { name, after } of held)
    if (/^(arrival|support|purse|aside)/.test(name)) expect(after, name).to.equal(0n)
  checkGuarantor(period)
}

/** Guarantor money reaches only what it covers; what is not drawn goes back. */
function checkGuarantor({ calls, lines, payees, mode }: PeriodResult): void {
  for (const { paid, drawn, support } of calls) {
    const returned = payees.find(({ name }) => name === `paid:return:${support}`)?.amount ?? 0n
    expect(drawn + returned).to.equal(paid)
  }
  const second = lines.filter(({ pass }) => pass === 'second')
  for (const { id } of second) expect(id).to.match(/^(tax|fees_senior|int:A|ioa:A|prin:A)/)
  const drawn = calls.reduce((total, call) => total + call.drawn, 0n)
  const paid = second.reduce((total, line) => total + line.paid, 0n)
  if (second.length > 0) expect(paid, mode).to.equal(drawn)
}

function see(tally: Tally, { mode, calls, lines, tail, cells }: PeriodResult): void {
  tally.see(mode)
  tally.see('tail', tail)
  tally.see(
    'drawn',
    calls.some(({ drawn }) => drawn > 0n),
  )
  tally.see(
    'short',
    lines.some(({ shortfall }) => shortfall > 0n),
  )
  tally.see(
    'second pass',
    lines.some(({ pass, paid }) => pass === 'second' && paid > 0n),
  )
  tally.see(
    'step-up paid',
    lines.some(({ id, paid }) => id.startsWith('step_up') && paid > 0n),
  )
  tally.see(
    'called',
    lines.some(({ step, paid }) => step === 'call:rated' && paid > 0n),
  )
  tally.see('both drawn', calls.length === 2 && calls.every(({ drawn }) => drawn > 0n))
  tally.see(
    'restored',
    cells.some(({ name, before, after }) => name.startsWith('left:') && after > before),
  )
  tally.see(
    'junior paid',
    lines.some(({ id, paid }) => id === 'excess:C' && paid > 0n),
  )
}
