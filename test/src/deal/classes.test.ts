import { expect } from 'chai'
import { requireClasses } from '../../../src/deal/checks/classes.ts'
import { DealFileError } from '../../../src/deal/errors.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { gbaLaw } from '../domain/law/sampleLaw.ts'
import { dealFileText } from './samples.ts'

const DEMO = 'DEMO-GBA-2026-1'

/** The demo deal with classes for its first series, which is of the mainland. */
function withClasses(classes: readonly string[]) {
  const data = JSON.parse(dealFileText(DEMO))
  data.tranches[0].series[0].classes = classes
  return parseDeal(JSON.stringify(data)).file
}

describe('requireClasses', () => {
  const law = gbaLaw()

  it('default: a file that names classes of its places, or none', () => {
    requireClasses(parseDeal(dealFileText(DEMO)).file, law)
    const file = withClasses(['cn-professional', 'cn-class-one-professional'])
    requireClasses(file, law)
    expect(file.tranches[0]?.series[0]?.classes).to.have.length(2)
  })

  for (const [name, id] of [
    ['that the law does not know', 'retail'],
    ['of another place', 'hk-individual'],
    ['that holds no notes', 'office'],
  ] as const)
    it(`error: DealFileError for a class ${name}`, () => {
      const file = withClasses(['cn-professional', id])
      try {
        requireClasses(file, law)
        expect.fail('the class is refused')
      } catch (error) {
        if (!(error instanceof DealFileError)) throw error
        const [problem] = error.problems
        expect(problem).to.deep.include({ path: '/tranches/0/series/0/classes/1', value: id })
      }
    })

  it('error: DealFileError for an empty list, which would offer it to nobody', () => {
    expect(() => withClasses([])).to.throw(DealFileError)
  })
})
