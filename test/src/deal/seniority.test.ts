import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { compileDeal } from '../../../src/deal/compile.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { type LineResult, type PeriodResult, simulate } from '../../../src/deal/simulate.ts'
import { fuzzSeed, type Random, randomFrom, Tally } from '../../differential/random.ts'
import { runPlain } from './plainDeal.ts'
import { randomDealFile, randomPeriods } from './randomDeal.ts'
import { root, sampleDeal, sampleInputs } from './samples.ts'

const DEALS = 80

const histories = readdirSync(join(root, 'deals/inputs')).map(name => name.replace(/\.json$/, '').split('.'))

describe('INV-08: no step is paid while a step before it from the same account is short', () => {
  for (const [id = '', scenario = ''] of histories)
    it(`${id}, ${scenario}`, async () => {
      const deal = sampleDeal(id)
      const { periods } = await simulate(compileDeal(deal), sampleInputs(deal, scenario))
      for (const period of periods) expectInOrder(period)
    })

  it('random deals in which every step pays from one account and for itself', async () => {
    const random = randomFrom(fuzzSeed + 11)
    const tally = new Tally().expect('normal, short', 'acceleration, short', 'default, short')
    for (let count = 0; count < DEALS; count += 1) {
      const file = drawFile(random)
      const { periods } = await runPlain(file, randomPeriods(random, file, 8))
      for (const period of periods) {
        expectInOrder(period)
        tally.see(`${period.mode}, short`, ownLines(period).some(isShort))
      }
    }
    expect(tally.unseen(), tally.line()).to.deep.equal([])
  })
})

function drawFile(random: Random): DealFile {
  const file = randomDealFile(random)
  return paysFromOneAccount(file) ? file : drawFile(random)
}

/** Otherwise the deal says itself that a later step may be paid: by a reserve, at a step, out of a share. */
function paysFromOneAccount({ accounts, supports, waterfall }: DealFile): boolean {
  return (
    accounts.length === 1 &&
    supports.every(({ draws }) => draws === 'secondPass') &&
    !JSON.stringify(waterfall).includes('"share"')
  )
}

function expectInOrder(period: PeriodResult): void {
  const lines = ownLines(period)
  lines.filter(isShort).forEach(short => {
    const later = lines.slice(lines.indexOf(short) + 1).filter(({ step }) => step !== short.step)
    for (const { id, paid } of later)
      expect(paid, `period ${period.period}: ${id} after ${short.id}, which is short`).to.equal(0n)
  })
}

/** What was paid out of the account itself, before any support stepped in. */
function ownLines({ lines }: PeriodResult): readonly LineResult[] {
  return lines.filter(({ ran, pass }) => ran && pass === 'first')
}

function isShort({ due, paid }: LineResult): boolean {
  return paid < due
}
