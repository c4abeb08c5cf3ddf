import { expect } from 'chai'
import type { Holding } from '../../../../src/cli/commands/rights/holding.ts'
import { isWanted } from '../../../../src/cli/commands/rights/runFind.ts'
import { parseDay } from '../../../../src/domain/dates.ts'
import { dealId, hash32, rightId } from '../../../../src/domain/ids.ts'
import { CNY } from '../../../../src/domain/money.ts'
import { parsePlace } from '../../../../src/domain/places.ts'

const claim = {
  right: rightId(1n),
  maturity: 'Stable',
  trl: 9,
  currency: CNY,
  appraisedValue: 500n,
  deal: undefined,
} as const

const holding: Holding = {
  title: hash32(`0x${'0a'.repeat(32)}`),
  number: '201710601862.3',
  name: 'Battery cell',
  owner: 'Institute',
  kind: 'Invention',
  place: parsePlace('Guangzhou'),
  field: 'H01M',
  maturity: 'Stable',
  filed: parseDay('2017-07-20'),
  granted: parseDay('2020-02-11'),
  expiry: parseDay('2037-07-20'),
  economicEnd: parseDay('2034-12-31'),
  lifeEnd: parseDay('2034-12-31'),
  feeDue: undefined,
  isRegistered: true,
  isListed: true,
  faults: [],
  claims: [claim],
}

const any = { listed: false }

describe('isWanted', () => {
  it('default: no condition wants everything', () => {
    expect(isWanted(holding, any)).to.equal(true)
  })

  it('behavior: each condition decides alone', () => {
    const conditions = [
      [{ kind: 'Invention' }, { kind: 'Design' }],
      [{ field: 'h01' }, { field: 'A23' }],
      [{ maturity: 'Stable' }, { maturity: 'Early' }],
      [{ place: parsePlace('CN') }, { place: parsePlace('HK') }],
      [{ place: parsePlace('Guangdong') }, { place: parsePlace('Shenzhen') }],
      [{ minValue: 500n }, { minValue: 501n }],
      [{ aliveOn: parseDay('2034-12-31') }, { aliveOn: parseDay('2035-01-01') }],
      [{ encumbrance: 'free' }, { encumbrance: 'encumbered' }],
    ] as const
    for (const [met, missed] of conditions) {
      expect(isWanted(holding, { ...any, ...met })).to.equal(true)
      expect(isWanted(holding, { ...any, ...missed })).to.equal(false)
    }
  })

  it('behavior: one claim in a deal encumbers the title, and what is not known meets no condition', () => {
    const pledged = { ...holding, claims: [claim, { ...claim, deal: dealId(1n) }] }
    expect(isWanted(pledged, { ...any, encumbrance: 'encumbered' })).to.equal(true)
    expect(isWanted(pledged, { ...any, encumbrance: 'free' })).to.equal(false)
    expect(
      isWanted({ ...holding, lifeEnd: undefined }, { ...any, aliveOn: parseDay('2026-01-01') }),
    ).to.equal(false)
    expect(isWanted({ ...holding, claims: [] }, { ...any, minValue: 1n })).to.equal(false)
    expect(isWanted({ ...holding, isListed: false }, { listed: true })).to.equal(false)
  })
})
