import { expect } from 'chai'
import { castOf } from '../../../../src/cli/demo/cast.ts'
import { loadDemoDeals } from '../../../../src/cli/demo/demoDeals.ts'
import { commitmentsOf, institutionClasses } from '../../../../src/cli/demo/investors.ts'
import { loadLaw } from '../../../../src/cli/law/loadLaw.ts'
import { classNamed, isClassOf } from '../../../../src/domain/law/law.ts'

describe('commitmentsOf', () => {
  it('behavior: every holder is of a class of its place that may hold notes', async () => {
    const law = await loadLaw(undefined)
    for (const { compiled } of await loadDemoDeals({})) {
      const { file } = compiled.deal
      for (const { investor, investorClass } of commitmentsOf(file, castOf(file))) {
        const found = classNamed(law, investorClass)
        expect(isClassOf(found, investor.place), `${investor.name} ${investorClass}`).to.equal(true)
        expect(found.holds.notes).to.equal(true)
      }
    }
  })

  it('behavior: a holder is of the first class that its series is offered to', async () => {
    const [, demo] = await loadDemoDeals({})
    if (demo === undefined) expect.fail('there are two demo deals')
    const { file } = demo.compiled.deal
    const classes = ['hk-corporate', 'hk-individual']
    const tranches = file.tranches.map(tranche => ({
      ...tranche,
      series: tranche.series.map(series => (series.place === 'HK' ? { ...series, classes } : series)),
    }))
    const commitments = commitmentsOf({ ...file, tranches }, castOf(file))
    const ofHongKong = commitments.filter(({ investor }) => investor.place === 'HK')
    expect(new Set(ofHongKong.map(({ investorClass }) => investorClass))).to.deep.equal(
      new Set(['hk-corporate']),
    )
  })

  it('behavior: no class is taken that another place knows too', () => {
    expect(new Set(Object.values(institutionClasses)).size).to.equal(3)
  })
})
