import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { readTable } from '../../../src/cli/catalogue/readTable.ts'
import { mergeCatalogue, writeCatalogue } from '../../../src/domain/catalogue/catalogue.ts'
import { readRows } from '../../../src/domain/catalogue/readRows.ts'
import { readClaimOrder } from '../../../src/domain/claims/claimOrder.ts'
import { readDossier } from '../../../src/domain/dossier/dossier.ts'
import { fileSchemas } from '../../../src/domain/fileSchemas.ts'
import { hash32 } from '../../../src/domain/ids.ts'
import { readAppraisalFile } from '../../../src/domain/valuation/appraisalFile.ts'
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
    expect(isOfForm('valuation/appraisal.schema.json', sampleOf('appraisal.json'))).to.equal(true)
    expect(readAppraisalFile(sampleOf('appraisal.json')).value.minor).to.equal(6_000_000n)
    expect(isOfForm('claims/claim.schema.json', sampleOf('claim.json'))).to.equal(true)
    const { offered } = readRows(await readTable(join(root, 'deals/catalogue/titles.csv')))
    expect(offered.length).to.equal(7)
    const salt = hash32(`0x${'0b'.repeat(32)}`)
    const { entries } = mergeCatalogue([], { offered, saltOf: () => salt })
    expect(readClaimOrder(sampleOf('claim.json'), entries).titles).to.deep.equal([
      entries.find(({ number }) => number === '201710601862.3')?.title,
    ])
    const catalogue = writeCatalogue(entries)
    expect(isOfForm('catalogue/catalogue.schema.json', catalogue)).to.equal(true)
    expect(isOfForm('catalogue/catalogue.schema.json', { ...catalogue, surprise: 1 })).to.equal(false)
  })
})
