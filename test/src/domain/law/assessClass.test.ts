import { expect } from 'chai'
import fc from 'fast-check'
import { assessClass } from '../../../../src/domain/law/assessClass.ts'
import { type Figures, FiguresRefusedError, readFigures } from '../../../../src/domain/law/figures.ts'
import { classNamed } from '../../../../src/domain/law/law.ts'
import { gbaLaw } from './sampleLaw.ts'

const law = gbaLaw()

const base = { schema: 'lingnan-figures/1', asOf: '2026-10-31', amounts: {}, facts: [] }

const person = (changes: object): Figures => readFigures({ ...base, holder: 'person', ...changes })
const entity = (changes: object): Figures => readFigures({ ...base, holder: 'entity', ...changes })
const yuan = (millions: number) => ({ currency: 'CNY', minor: (BigInt(millions) * 100_000_000n).toString() })
const patacas = (millions: number) => ({ ...yuan(millions), currency: 'MOP' })

const outcomeOf = (id: string, figures: Figures) => assessClass(classNamed(law, id), figures).outcome

describe('assessClass', () => {
  it('default: says of every way which criteria are met, with their source', () => {
    const figures = person({ amounts: { financialAssets: yuan(5) }, experienceYears: 1 })
    const { outcome, ways } = assessClass(classNamed(law, 'cn-qualified'), figures)
    expect(outcome).to.equal('unmet')
    const byAssets = ways.find(({ way }) => way.id === 'person-by-assets')
    expect(byAssets?.isOpen).to.equal(true)
    expect(
      byAssets?.criteria.map(({ outcome: its, criterion }) => [its, criterion.source.tag]),
    ).to.deep.equal([
      ['met', 'R S49'],
      ['short', 'R S49'],
    ])
    const byFamily = ways.find(({ way }) => way.id === 'person-by-family-assets')
    expect(byFamily?.criteria[0]).to.deep.include({ outcome: 'missing', found: undefined })
    expect(ways.find(({ way }) => way.id === 'legal-person')?.isOpen).to.equal(false)
  })

  it('behavior: one way suffices', () => {
    const rich = person({ amounts: { financialAssets: yuan(5) }, experienceYears: 2 })
    expect(outcomeOf('cn-qualified', rich)).to.equal('met')
    expect(outcomeOf('cn-professional', rich)).to.equal('met')
  })

  it('behavior: a threshold is reached at its amount, not one fen below', () => {
    const at = (minor: string) => entity({ amounts: { netAssets: { currency: 'CNY', minor } } })
    expect(outcomeOf('cn-qualified', at('1000000000'))).to.equal('met')
    expect(outcomeOf('cn-qualified', at('999999999'))).to.equal('unmet')
  })

  it('behavior: a way for persons is closed to entities', () => {
    const amounts = { portfolio: { currency: 'HKD', minor: '800000000' } }
    expect(outcomeOf('hk-individual', person({ amounts }))).to.equal('met')
    expect(outcomeOf('hk-individual', entity({ amounts }))).to.equal('unmet')
    expect(outcomeOf('hk-corporate', entity({ amounts }))).to.equal('met')
  })

  it('behavior: an institution is one by its licence', () => {
    expect(outcomeOf('cn-class-one-professional', entity({ facts: ['licensedInstitution'] }))).to.equal('met')
    expect(outcomeOf('cn-class-one-professional', entity({ amounts: { netAssets: yuan(900) } }))).to.equal(
      'unmet',
    )
  })

  it('behavior: an ordinary investor turns professional only if that was accepted', () => {
    const figures = { amounts: { financialAssets: yuan(3) }, experienceYears: 1 }
    expect(outcomeOf('cn-professional', person(figures))).to.equal('unmet')
    expect(outcomeOf('cn-professional', person({ ...figures, facts: ['conversionAccepted'] }))).to.equal(
      'met',
    )
  })

  it('behavior: what satisfies only one of two sources is disputed', () => {
    const withAssets = (millions: number) => entity({ amounts: { totalAssets: patacas(millions) } })
    expect(outcomeOf('mo-professional', withAssets(39))).to.equal('unmet')
    expect(outcomeOf('mo-professional', withAssets(40))).to.equal('disputed')
    expect(outcomeOf('mo-professional', withAssets(399))).to.equal('disputed')
    expect(outcomeOf('mo-professional', withAssets(400))).to.equal('met')
    const alsoRich = entity({ amounts: { totalAssets: patacas(40), portfolio: patacas(8) } })
    expect(outcomeOf('mo-professional', alsoRich)).to.equal('met')
  })

  it('behavior: money in another currency is not compared', () => {
    const figures = person({ amounts: { portfolio: yuan(100) } })
    const [way] = assessClass(classNamed(law, 'hk-individual'), figures).ways
    expect(way?.criteria[0]?.outcome).to.equal('otherCurrency')
    expect(way?.outcome).to.equal('unmet')
  })

  it('behavior: an office needs no figures', () => {
    expect(outcomeOf('office', entity({}))).to.equal('met')
  })

  it('behavior: more money and more years never lose a class', () => {
    const rank = { unmet: 0, disputed: 1, met: 2 }
    const figure = fc.constantFrom(
      'financialAssets',
      'netAssets',
      'averageIncome',
      'familyNetFinancialAssets',
    )
    const millions = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(
        fc.constantFrom('cn-qualified', 'cn-professional'),
        fc.constantFrom(person, entity),
        fc.dictionary(figure, millions),
        fc.nat(3),
        fc.nat(10),
        (id, make, amounts, experienceYears, more) => {
          const of = (extra: number) =>
            make({
              amounts: Object.fromEntries(
                Object.entries(amounts).map(([name, amount]) => [name, yuan(amount + extra)]),
              ),
              experienceYears: experienceYears + extra,
            })
          expect(rank[outcomeOf(id, of(more))]).to.be.at.least(rank[outcomeOf(id, of(0))])
        },
      ),
    )
  })
})

describe('readFigures', () => {
  it('default', () => {
    const figures = person({ amounts: { portfolio: patacas(8) }, facts: ['conversionAccepted'] })
    expect(figures.amounts.get('portfolio')?.minor).to.equal(800_000_000n)
    expect(figures.experienceYears).to.equal(undefined)
    expect([...figures.facts]).to.deep.equal(['conversionAccepted'])
  })

  const faults: readonly (readonly [string, object, string])[] = [
    ['an unknown figure', { amounts: { shoes: yuan(1) } }, '/amounts/shoes'],
    ['a date that is none', { asOf: '2026-02-30' }, '/asOf'],
    [
      'an amount with a point',
      { amounts: { portfolio: { currency: 'HKD', minor: '1.5' } } },
      '/amounts/portfolio/minor',
    ],
  ]
  for (const [name, changes, path] of faults)
    it(`error: FiguresRefusedError for ${name}`, () => {
      try {
        person(changes)
        expect.fail('the figures are refused')
      } catch (error) {
        if (!(error instanceof FiguresRefusedError)) throw error
        expect(error.code).to.equal('file/figures-refused')
        expect(error.problems.map(problem => problem.path)).to.deep.equal([path])
      }
    })
})
