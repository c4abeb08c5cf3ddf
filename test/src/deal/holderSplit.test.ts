import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { simulate } from '../../../src/deal/simulate.ts'
import { compiledSample, DEMO, root, sampleInputs } from './samples.ts'

type Row = {
  readonly holder: string
  readonly units: number
  readonly interest: string
  readonly principal: string
}

const golden: {
  readonly rows: readonly Row[]
  readonly interest_total: string
  readonly principal_total: string
} = JSON.parse(readFileSync(join(root, 'test', 'golden', 'holder_split.json'), 'utf8'))

/** The rows of one holder are alternatives by withholding rate: the first is taken. */
const holders = golden.rows.filter(
  (row, index) => golden.rows.findIndex(({ holder }) => holder === row.holder) === index,
)
const units = holders.reduce((sum, row) => sum + BigInt(row.units), 0n)
const PER_UNIT_SCALE = 10n ** 18n

describe('split of a tranche among its holders', () => {
  it('default: the demo pays tranche A what the golden split divides', async () => {
    const compiled = compiledSample(DEMO)
    const { periods } = await simulate(compiled, sampleInputs(compiled.deal, 'base'))
    const paid = (name: string): string | undefined =>
      periods[0]?.payees.find(payee => payee.name === name)?.amount.toString()
    expect(paid('paid:interest:A')).to.equal(golden.interest_total)
    expect(paid('paid:principal:A')).to.equal(golden.principal_total)
    const [tranche] = compiled.deal.tranches
    expect(tranche?.size).to.equal(units * BigInt(compiled.deal.file.face))
    expect(compiled.deal.file.tranches[0]?.series.map(({ size }) => BigInt(size) / 10_000n)).to.deep.equal(
      holders.map(row => BigInt(row.units)),
    )
  })

  for (const kind of ['interest', 'principal'] as const) {
    it(`behavior: floor a holder is at most one unit below the largest remainder, ${kind}`, () => {
      const total = BigInt(golden[`${kind}_total`])
      // Ours: an amount a unit is fixed with 18 decimals and each holder's entitlement is rounded down, so that it never
      // depends on who else holds. Golden: the units left over go one each to the largest remainders. The difference is
      // the dust: less than one fen a holder, kept in the payment account and paid to the residual holder at the end.
      const perUnit = (total * PER_UNIT_SCALE) / units
      const floors = holders.map(row => (BigInt(row.units) * perUnit) / PER_UNIT_SCALE)
      const largest = holders.map(row => BigInt(row[kind]))
      expect(largest.reduce((sum, share) => sum + share, 0n)).to.equal(total)
      const above = largest.map((share, index) => share - (floors[index] ?? 0n))
      for (const difference of above) expect([0n, 1n]).to.include(difference)
      const dust = total - floors.reduce((sum, share) => sum + share, 0n)
      expect(above.reduce((sum, difference) => sum + difference, 0n)).to.equal(dust)
      expect(dust < BigInt(holders.length)).to.equal(true)
      expect(dust).to.equal(kind === 'interest' ? 1n : 2n)
    })
  }
})
