import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { readTable } from '../../../src/cli/catalogue/readTable.ts'
import { mergeCatalogue, writeCatalogue } from '../../../src/domain/catalogue/catalogue.ts'
import { readRows } from '../../../src/domain/catalogue/readRows.ts'
import { readDossier } from '../../../src/domain/dossier/dossier.ts'
import { fileSchemas } from '../../../src/domain/fileSchemas.ts'
import { hash32 } from '../../../src/domain/ids.ts'
import { valueByRoyalty } from '../../../src/domain/valuation/reliefFromRoyalty.ts'
import { readRoyaltyFile } from '../../../src/domain/valuation/royaltyFile.ts'

const root = join(import.meta.dirname, '../../..')
const jsonOf = (path: string): object => JSON.parse(readFileSync(join(root, path), 'utf8'))
const sampleOf = (name: string): object => jsonOf(`deals/catalogue/${name}`)
const isOfForm = (name: string, data: unknown): unknown =>
  new Ajv2020().compile(jsonOf(`src/domain/${name}`))(data)

describe('the files about titles and rights', () => {
  for (const [path, schema] of Object.entries(fileSchemas())) {
    it(`default: ${path} is what its reader reads by`, () => {
      expect(jsonOf(`src/domain/${path}`)).to.deep.equal(JSON.parse(JSON.stringify(schema)))
    })
  }

  it('default: the samples are of their form and read', async () => {
    expect(isOfForm('dossier/dossier.schema.json', sampleOf('dossier.json'))).to.equal(true)
    expect(readDossier(sampleOf('dossier.json')).figures.total).to.equal(6_900n)
    expect(isOfForm('valuation/royalty.schema.json', sampleOf('royalty.json'))).to.equal(true)
    expect(valueByRoyalty(readRoyaltyFile(sampleOf('royalty.json'))).value.minor).to.equal(7_808_000n)
    const { offered } = readRows(await readTable(join(root, 'deals/catalogue/titles.csv')))
    expect(offered.length).to.equal(7)
    const salt = hash32(`0x${'0b'.repeat(32)}`)
    const catalogue = writeCatalogue(mergeCatalogue([], { offered, saltOf: () => salt }).entries)
    expect(isOfForm('catalogue/catalogue.schema.json', catalogue)).to.equal(true)
    expect(isOfForm('catalogue/catalogue.schema.json', { ...catalogue, surprise: 1 })).to.equal(false)
  })
})
