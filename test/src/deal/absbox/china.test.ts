import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { compileDeal } from '../../../../src/deal/compile.ts'
import { assemble, disassemble } from '../../../../src/deal/disassemble.ts'
import { parseDeal } from '../../../../src/deal/parse.ts'
import { parseInputs } from '../../../../src/deal/parseInputs.ts'
import { type PeriodResult, simulate } from '../../../../src/deal/simulate.ts'
import { root } from '../samples.ts'
import { type AbsBoxDeal, type AbsBoxPeriod, dealFileOf, inputsFileOf } from './convert.ts'

const vectors: { readonly deals: readonly AbsBoxDeal[] } = JSON.parse(
  readFileSync(join(root, 'test', 'vectors', 'waterfall_absbox_china.json'), 'utf8'),
)

describe('deals of the AbsBox benchmark', () => {
  let rows = 0

  for (const source of vectors.deals) {
    it(`${source.id}: every note, fee and account of every period`, async () => {
      const deal = parseDeal(JSON.stringify(dealFileOf(source)))
      const compiled = compileDeal(deal)
      const { periods } = await simulate(compiled, parseInputs(JSON.stringify(inputsFileOf(source)), deal))
      expect(periods.length).to.equal(source.periods.length)
      for (const [index, expected] of source.periods.entries()) {
        const period = periods[index]
        if (period === undefined) return expect.fail(`no period ${index + 1}`)
        const actual = figuresOf(period, { source, expected })
        expect(actual, `period ${index + 1}`).to.deep.equal(expected.expected)
        rows += Object.keys(expected.expected.notes).length
      }
      return undefined
    })

    it(`${source.id}: its program in words is the identical program`, () => {
      const compiled = compileDeal(parseDeal(JSON.stringify(dealFileOf(source))))
      expect(assemble(disassemble(compiled.words, compiled))).to.deep.equal(compiled.words)
    })
  }

  it('compares all note rows of the vectors', () => {
    expect(rows).to.equal(95)
  })
})

describe('clean-up call of absbox-china-test03', () => {
  it('a fee takes 70 % of what is left, the equity the rest, and only when the call is made', async () => {
    const [, , source] = vectors.deals
    if (source === undefined) return expect.fail('the third deal is missing')
    const file = dealFileOf(source)
    const called = {
      ...file,
      fees: [{ id: '服务商费用', rank: 'junior', payTo: 'servicer', basis: { kind: 'reported' } }],
      triggers: [
        {
          id: 'CALL',
          effect: 'call',
          when: [{ kind: 'poolBelow', share: '0.1' }],
          decision: 'automatic',
          latched: true,
        },
      ],
      waterfall: {
        normal: [
          { step: 'feeResidual', fee: '服务商费用', share: '0.7', from: '账户01', onlyIf: ['CALL'] },
          ...file.waterfall.normal,
        ],
      },
    }
    const deal = parseDeal(JSON.stringify(called))
    const compiled = compileDeal(deal)
    const period = (number: number, performing: string): unknown => ({
      period: number,
      collections: [{ asset: 'POOL', kind: 'principal', currency: 'CNY', amount: '1001' }],
      performing: { stable: performing },
    })
    const inputs = {
      schema: 'lingnan-inputs/1',
      deal: deal.id,
      periods: [period(1, '5000'), period(2, '1200')],
    }
    const { periods } = await simulate(compiled, parseInputs(JSON.stringify(inputs), deal))
    const shares = periods.map(
      ({ payees }) => payees.find(({ name }) => name === 'paid:fee:服务商费用')?.amount,
    )
    expect(shares).to.deep.equal([0n, 700n])
    return undefined
  })
})

type Comparing = { readonly source: AbsBoxDeal; readonly expected: AbsBoxPeriod }

/** What the vectors state of a period, as the simulation has it. */
function figuresOf(period: PeriodResult, { source, expected }: Comparing): AbsBoxPeriod['expected'] {
  const cell = (name: string): number => Number(period.cells.find(row => row.name === name)?.after ?? 0n)
  const paid = (name: string): number => Number(period.payees.find(row => row.name === name)?.amount ?? 0n)
  const stated = expected.expected
  const notes = Object.keys(stated.notes).map(id => [
    id,
    {
      interest: paid(source.notes[id]?.type === 'Equity' ? `paid:residual:${id}` : `paid:interest:${id}`),
      principal: paid(`paid:principal:${id}`),
      endBalance: cell(`balance:${id}`),
      interestArrears: cell(`interestDue:${id}`),
      interestOnArrears: cell(`interestOnArrears:${id}`),
    },
  ])
  const fees = Object.keys(stated.fees ?? {}).map(id => [
    id,
    { paid: paid(`paid:fee:${id}`), unpaid: cell(`feeDue:${id}`) },
  ])
  const accounts = Object.keys(stated.accountEndBalances ?? {}).map(id => [id, cell(`account:${id}`)])
  return {
    notes: Object.fromEntries(notes),
    ...(stated.fees === undefined ? {} : { fees: Object.fromEntries(fees) }),
    ...(stated.accountEndBalances === undefined ? {} : { accountEndBalances: Object.fromEntries(accounts) }),
  }
}
