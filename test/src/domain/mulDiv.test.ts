import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  DivisionByZeroError,
  mulDivDown,
  mulDivHalfUp,
  mulDivUp,
  OverflowError,
} from '../../../src/domain/mulDiv.ts'
import { checkAlways } from './checkAlways.ts'

type Row = {
  readonly a: string
  readonly b: string
  readonly denominator: string
  readonly floor?: string
  readonly ceil?: string
  readonly error?: string
}

const { cases }: { readonly cases: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../../vectors/muldiv.json', import.meta.url), 'utf8'),
)

const word = fc.bigInt(0n, 2n ** 256n - 1n)
const amount = fc.bigInt(0n, 2n ** 128n - 1n)

describe('mulDiv', () => {
  it('default', () => {
    expect(mulDivDown(7n, { times: 3n, over: 2n })).to.equal(10n)
    expect(mulDivUp(7n, { times: 3n, over: 2n })).to.equal(11n)
    expect(mulDivHalfUp(7n, { times: 3n, over: 2n })).to.equal(11n)
    expect(mulDivHalfUp(7n, { times: 1n, over: 3n })).to.equal(2n)
  })

  for (const [index, row] of cases.entries()) {
    it(`behavior: vector ${index} (${row.error ?? 'a result'})`, () => {
      const quotient = { times: BigInt(row.b), over: BigInt(row.denominator) }
      if (row.error !== undefined) {
        const failure = row.error.startsWith('division') ? DivisionByZeroError : OverflowError
        expect(() => mulDivDown(BigInt(row.a), quotient)).to.throw(failure)
        expect(() => mulDivUp(BigInt(row.a), quotient)).to.throw(failure)
        expect(() => mulDivHalfUp(BigInt(row.a), quotient)).to.throw(failure)
        return
      }
      expect(mulDivDown(BigInt(row.a), quotient).toString()).to.equal(row.floor)
      expect(mulDivUp(BigInt(row.a), quotient).toString()).to.equal(row.ceil)
    })
  }

  it('behavior: down ≤ half up ≤ up ≤ down + 1', () => {
    checkAlways(
      fc.property(amount, amount, word, (value, times, over) => {
        fc.pre(over > 0n)
        const quotient = { times, over }
        const [down, half, up] = [mulDivDown, mulDivHalfUp, mulDivUp].map(divide => divide(value, quotient))
        expect(down !== undefined && half !== undefined && up !== undefined).to.equal(true)
        expect([down, half, up]).to.deep.equal([down, half, up].sort((x, y) => Number((x ?? 0n) - (y ?? 0n))))
        const exact = (value * times) % over === 0n
        expect(up).to.equal(mulDivDown(value, quotient) + (exact ? 0n : 1n))
      }),
    )
  })

  it('error: OverflowError', () => {
    expect(() => mulDivDown(-1n, { times: 1n, over: 1n })).to.throw(OverflowError)
    expect(() => mulDivUp(1n, { times: 2n ** 256n, over: 1n })).to.throw(OverflowError)
    expect(() => mulDivHalfUp(2n ** 256n - 1n, { times: 3n, over: 2n })).to.throw(OverflowError)
  })
})
