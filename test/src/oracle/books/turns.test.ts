import { expect } from 'chai'
import { turns } from '../../../../src/oracle/books/turns.ts'

describe('turns', () => {
  it('default: work begins when what came before has ended, also in failure, and each has its own outcome', async () => {
    const inTurn = turns()
    const events: string[] = []
    const work = (name: string, end: () => string) => async () => {
      events.push(`${name} begins`)
      await new Promise(resolve => setTimeout(resolve, 5))
      events.push(`${name} ends`)
      return end()
    }
    const outcomes = await Promise.allSettled([
      inTurn(work('first', () => 'one')),
      inTurn(
        work('second', () => {
          throw new RangeError('two')
        }),
      ),
      inTurn(work('third', () => 'three')),
    ])
    expect(events).to.deep.equal(
      ['first', 'second', 'third'].flatMap(name => [`${name} begins`, `${name} ends`]),
    )
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
  })
})
