import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { dealEventKinds, maturityClasses, offices } from '../../../src/deal/schema/atoms.ts'
import { jsonSchemas } from '../../../src/deal/schema/jsonSchemas.ts'
import * as enumerations from '../../../src/domain/enumerations.ts'
import { dealFileText, root, sampleIds } from './samples.ts'

const folder = join(root, 'src', 'deal', 'schema')
const schemaIn = (name: string): object => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe('the JSON schemas', () => {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    it(`default: ${name} is what the parser reads by`, () => {
      expect(schemaIn(name)).to.deep.equal(JSON.parse(JSON.stringify(schema)))
    })
  }

  it('default: every deal and every history is of their form, and a broken one is not', () => {
    const ajv = new Ajv2020()
    const isDeal = ajv.compile(schemaIn('deal.schema.json'))
    const isInputs = ajv.compile(schemaIn('inputs.schema.json'))
    for (const id of sampleIds) expect(isDeal(JSON.parse(dealFileText(id))), id).to.equal(true)
    const histories = readdirSync(join(root, 'deals', 'inputs')).filter(name => name.endsWith('.json'))
    for (const name of histories) {
      expect(isInputs(JSON.parse(readFileSync(join(root, 'deals', 'inputs', name), 'utf8'))), name).to.equal(
        true,
      )
    }
    expect(isDeal({ ...JSON.parse(dealFileText(sampleIds[0] ?? '')), surprise: 1 })).to.equal(false)
  })
})

describe('names shared with the chain', () => {
  const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

  it('default: offices, maturity classes and events are in the order of the enums', () => {
    expect(['none', ...offices]).to.deep.equal(enumerations.offices.map(lower))
    expect(['none', ...maturityClasses]).to.deep.equal(enumerations.maturities.map(lower))
    expect(['None', ...dealEventKinds]).to.deep.equal(enumerations.dealEventKinds)
  })
})
