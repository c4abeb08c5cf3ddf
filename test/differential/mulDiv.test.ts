import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { network } from 'hardhat'
import { DivisionByZeroError, mulDivDown, mulDivUp, OverflowError } from '../../src/domain/mulDiv.ts'

type Operands = { readonly a: string; readonly b: string; readonly denominator: string }
type Quotient = Operands & { readonly floor: string; readonly ceil: string }
type Refusal = Operands & { readonly error: string }

const file = new URL('../vectors/muldiv.json', import.meta.url)
const { cases, meta } = JSON.parse(readFileSync(file, 'utf8')) as {
  cases: (Quotient | Refusal)[]
  meta: { count: number }
}
const refusals = cases.filter((vector): vector is Refusal => 'error' in vector)
const quotients = cases.filter((vector): vector is Quotient => !('error' in vector))

describe('a × b / c over 512 bits, in the contracts and in TypeScript', () => {
  it('every quotient, floor and ceil', async () => {
    const connection = await network.create()
    const harness = await connection.ethers.deployContract('MulDivHarness')
    for (const { a, b, denominator, floor, ceil } of quotients) {
      const quotient = { times: BigInt(b), over: BigInt(denominator) }
      expect(mulDivDown(BigInt(a), quotient)).to.equal(BigInt(floor))
      expect(mulDivUp(BigInt(a), quotient)).to.equal(BigInt(ceil))
      expect(await harness.getFunction('mulDivDown').staticCall(a, b, denominator)).to.equal(BigInt(floor))
      expect(await harness.getFunction('mulDivUp').staticCall(a, b, denominator)).to.equal(BigInt(ceil))
    }
    await connection.close()
  })

  it('every refusal, with its panic code', async () => {
    const connection = await network.create()
    const { ethers } = connection
    const harness = await ethers.deployContract('MulDivHarness')
    for (const { a, b, denominator, error } of refusals) {
      const panic = BigInt(/0x\w+/.exec(error)?.[0] ?? 0)
      const here = panic === 0x12n ? DivisionByZeroError : OverflowError
      expect(() => mulDivDown(BigInt(a), { times: BigInt(b), over: BigInt(denominator) })).to.throw(here)
      await expect(harness.getFunction('mulDivDown').staticCall(a, b, denominator)).to.be.revertedWithPanic(
        panic,
      )
    }
    await connection.close()
  })

  it('no case is left out', () => {
    expect(quotients.length + refusals.length).to.equal(meta.count)
    expect(refusals).to.not.be.empty
  })
})
