import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { compileDeal } from '../../../../src/deal/compile.ts'
import { assemble, disassemble } from '../../../../src/deal/disassemble.ts'
import { parseDeal } from '../../../../src/deal/parse.ts'
import { parseInputs } from '../../../../src/deal/parseInputs.ts'
import { type PeriodResult, simulate } from '../../../../src/deal/simulate.ts'
import { root } from '../samples.ts'
import {
  type AbsBoxDeal,
  type AbsBoxPeriod,
  calledFileOf,
  calledInputsOf,
  dealFileOf,
  inputsFileOf,
} from './convert.ts'

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
  const source = vectors.deals.find(({ cleanUpCall }) => cleanUpCall !== undefined)
  const called = async (
    proceeds: number,
  ): Promise<{
    readonly fee: bigint
    readonly due: bigint
    readonly residual: bigint
    readonly left: bigint
  }> => {
    if (source?.cleanUpCall === undefined) return expect.fail('no deal has a clean-up call')
    const [[, unpaid = 0] = []] = source.cleanUpCall.observed['fee 服务商费用'] ?? []
    const deal = parseDeal(JSON.stringify(calledFileOf(source, source.cleanUpCall)))
    const inputs = calledInputsOf(source, { proceeds, due: { 服务商费用: Number(unpaid) } })
    const { periods } = await simulate(compileDeal(deal), parseInputs(JSON.stringify(inputs), deal))
    const last = periods.at(-1)
    const paid = (name: string): bigint => last?.payees.find(row => row.name === name)?.amount ?? 0n
    const cell = (name: string): bigint => last?.cells.find(row => row.name === name)?.after ?? -1n
    return {
      fee: paid('paid:fee:服务商费用'),
      due: cell('feeDue:服务商费用'),
      residual: paid('paid:residual:B'),
      left: cell('account:账户01'),
    }
  }

  it('the row as observed: the sale brings nothing, the fee of 25 stays due', async () => {
    expect(await called(0)).to.deep.equal({ fee: 0n, due: 25n, residual: 0n, left: 0n })
  })

  it('a fee takes 70 % of what the sale brings, rounded down, the equity the rest', async () => {
    expect(await called(1001)).to.deep.equal({ fee: 700n, due: 25n, residual: 301n, left: 0n })
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
