import { expect } from 'chai'
import { findCycles } from '../../scripts/findCycles.ts'

describe('findCycles', () => {
  it('default: a graph without cycles', () => {
    expect(findCycles(new Map(Object.entries({ a: ['b', 'c'], b: ['c'], c: [] })))).to.deep.equal([])
  })

  it('behavior: finds a cycle behind an entrance', () => {
    expect(findCycles(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] })))).to.deep.equal([
      ['b', 'c', 'b'],
    ])
  })

  it('behavior: finds a file that imports itself', () => {
    expect(findCycles(new Map(Object.entries({ a: ['a'] })))).to.deep.equal([['a', 'a']])
  })
})
