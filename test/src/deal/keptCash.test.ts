import { expect } from 'chai'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { plainDeal } from './plainDeal.ts'

const kept = (normal: DealFile['waterfall']['normal']): readonly unknown[] => {
  const file = plainDeal({
    accounts: [
      { id: 'income', purpose: 'plan', receives: ['income'] },
      { id: 'principal', purpose: 'plan', receives: ['principal'] },
      { id: 'trap', purpose: 'plan' },
    ],
    waterfall: { normal },
  })
  const { notices } = parseDeal(JSON.stringify(file))
  return notices.filter(({ path }) => path.startsWith('/accounts')).map(({ value }) => value)
}

describe('keptCash', () => {
  it('default: an account that no step empties is told', () => {
    expect(kept(['int:A', 'prin_all:A', 'junior_if_allowed'])).to.deep.equal(['principal'])
  })

  it('behavior: a residual or a whole move empties an account, a share does not', () => {
    const residual = { step: 'residual', to: 'C', from: 'principal' } as const
    const move = { step: 'move', from: 'principal', into: 'income' } as const
    const steps = (step: typeof residual | typeof move, share?: string): DealFile['waterfall']['normal'] => [
      'int:A',
      'prin_all:A',
      share === undefined ? step : { ...step, share },
      'junior_if_allowed',
    ]
    expect(kept(steps(residual))).to.deep.equal([])
    expect(kept(steps(move))).to.deep.equal([])
    expect(kept(steps(residual, '0.5'))).to.deep.equal(['principal'])
    expect(kept(steps(move, '0.5'))).to.deep.equal(['principal'])
  })

  it('behavior: a trap that is filled and never emptied is told, one that is not filled is not', () => {
    const trap = { step: 'move', from: 'income', into: 'trap', share: '0.5' } as const
    const rest = { step: 'residual', to: 'C', from: 'principal' } as const
    expect(kept([trap, 'int:A', 'prin_all:A', rest, 'junior_if_allowed'])).to.deep.equal(['trap'])
  })
})
