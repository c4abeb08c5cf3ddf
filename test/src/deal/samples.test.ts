import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { dealText } from '../../../scripts/makeDeals.ts'
import { historyTexts } from '../../../scripts/makeHistories.ts'
import { parseInputs } from '../../../src/deal/parseInputs.ts'
import { valueAt } from '../../../src/deal/pointer.ts'
import { simulate } from '../../../src/deal/simulate.ts'
import { compiledSample, DEMO, dealFileText, root, sampleDeal, sampleIds, sampleInputs } from './samples.ts'

const textOf = (...path: readonly string[]): string => readFileSync(join(root, 'deals', ...path), 'utf8')
const termSheets = readdirSync(join(root, 'deals', 'termsheets')).map(name => name.replace(/\.json$/, ''))

describe('sample deals', () => {
  it('default: one deal file for each term sheet', () => {
    expect([...sampleIds].sort()).to.deep.equal([...termSheets].sort())
  })

  for (const id of termSheets) {
    it(`default: deals/${id}.json is what its term sheet gives`, () => {
      expect(dealFileText(id)).to.equal(dealText(id, textOf('termsheets', `${id}.json`)))
    })

    it(`default: the histories of ${id} are what the script gives`, () => {
      for (const [name, text] of historyTexts(sampleDeal(id)))
        expect(textOf('inputs', name), name).to.equal(text)
    })

    it(`behavior: every tag of the term sheet of ${id} is kept, and every gap is tagged`, () => {
      const sheet = JSON.parse(textOf('termsheets', `${id}.json`))
      const { provenance } = JSON.parse(dealFileText(id))
      const tags = Object.values(provenance)
      for (const tag of Object.values(sheet.provenance)) expect(tags).to.include(tag)
      for (const pointer of ['/names/pt', '/accounts', '/supports']) {
        if (sheet.provenance['/'] !== 'assumed') expect(provenance[pointer], pointer).to.equal('assumed')
      }
    })
  }

  it('behavior: facts without a field of their own are kept', () => {
    const file = JSON.parse(dealFileText('CN-SZSE-2019-GDD-PATENT-LICENCE'))
    expect(valueAt(file, '/facts/pool/ip')).to.deep.equal({ invention: 103, utility_model: 37 })
    expect(file.provenance['/facts/pool/ip']).to.equal('reported S3,S4')
    expect(file.total).to.equal('30100000000')
    expect(file.pool.assets.length).to.equal(11)
  })

  for (const id of termSheets.filter(name => name !== DEMO)) {
    it(`behavior: ${id} is repaid by contract, on its dates`, async () => {
      const compiled = compiledSample(id)
      const { unpaid, periods } = await simulate(compiled, sampleInputs(compiled.deal, 'contractual'))
      expect(unpaid).to.equal(false)
      expect(periods.every(({ mode }) => mode === 'normal')).to.equal(true)
      const residual = periods.at(-1)?.lines.find(line => line.id === 'excess:C')?.paid
      expect(Number(residual ?? 0n)).to.be.greaterThan(0)
    })
  }
})

describe('the tail of a deal that is not repaid', () => {
  it('default: quarterly dates up to legal final, where unpaid principal is an event of default', async () => {
    const compiled = compiledSample(DEMO)
    const { periods, unpaid } = await simulate(compiled, sampleInputs(compiled.deal, 'default_to_final'))
    expect(unpaid).to.equal(true)
    expect(periods.slice(12).map(({ date, tail }) => [date, tail])).to.deep.equal(
      [
        '2029-09-21',
        '2029-12-21',
        '2030-03-21',
        '2030-06-21',
        '2030-09-23',
        '2030-12-23',
        '2031-03-21',
        '2031-06-23',
      ].map(date => [date, true]),
    )
    const raised = periods.map(({ triggers }) =>
      triggers.some(trigger => trigger.id === 'ED2' && trigger.raised),
    )
    expect(raised).to.deep.equal(periods.map((_, index) => index === 19))
  })

  it('error: InputsFileError beyond legal final', () => {
    const { deal } = compiledSample(DEMO)
    const inputs = JSON.parse(textOf('inputs', `${DEMO}.default_to_final.json`))
    inputs.periods.push({ period: 21, collections: [] })
    expect(() => parseInputs(JSON.stringify(inputs), deal)).to.throw('Leave the period out')
  })
})
