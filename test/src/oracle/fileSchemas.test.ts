import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { formatMoney } from '../../../src/domain/money.ts'
import { parseMapping } from '../../../src/oracle/collect/mapping.ts'
import { readCsvTable } from '../../../src/oracle/collect/readCsvTable.ts'
import { oracleFileSchemas } from '../../../src/oracle/fileSchemas.ts'
import { parseLicence } from '../../../src/oracle/match/licence.ts'
import { matchPeriod } from '../../../src/oracle/match/matchPeriod.ts'
import { parseTolerances } from '../../../src/oracle/match/tolerances.ts'
import { normaliseStatement } from '../../../src/oracle/normalise/normalise.ts'
import { credit, inputs } from './matchFixture.ts'

const folder = join(import.meta.dirname, '../../../src/oracle')
const jsonOf = (path: string): object => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const isOfForm = (name: string, data: unknown): unknown => new Ajv2020().compile(jsonOf(name))(data)

describe('the files of collecting and matching', () => {
  for (const [path, schema] of Object.entries(oracleFileSchemas()))
    it(`default: ${path} is what its reader reads by`, () => {
      expect(jsonOf(path)).to.deep.equal(JSON.parse(JSON.stringify(schema)))
    })

  it('default: the templates are of their form', () => {
    const templates = readdirSync(join(folder, 'templates')).filter(name => name.endsWith('.json'))
    expect(templates.length).to.equal(4)
    for (const name of templates) {
      const data = jsonOf(`templates/${name}`)
      const schema = name.endsWith('.mapping.json') ? 'collect/mapping' : `match/${name.replace('.json', '')}`
      expect(isOfForm(`${schema}.schema.json`, data), name).to.equal(true)
      expect(isOfForm(`${schema}.schema.json`, { ...data, surprise: 1 }), name).to.equal(false)
    }
  })

  it('default: the Chinese template is matched with its payment under its licence', () => {
    const bytes = readFileSync(join(folder, 'templates/royalty.zh-Hans.csv'))
    const mapping = parseMapping(jsonOf('templates/royalty.zh-Hans.mapping.json'))
    const { lines } = normaliseStatement(readCsvTable({ file: 'royalty.csv', bytes }), mapping)
    const { matches, exceptions } = matchPeriod(
      inputs({
        lines,
        credits: [credit(1, 5_295_000n, { remittance: 'INV-1 许可使用费', payer: '南海仪器有限公司' })],
        licences: [parseLicence(jsonOf('templates/licence.json'))],
        tolerances: parseTolerances(jsonOf('templates/tolerances.json')),
      }),
    )
    expect(matches.flatMap(match => match.lines.map(({ amount }) => formatMoney(amount)))).to.deep.equal([
      'CNY 52950.00',
    ])
    expect(exceptions.map(({ kind, amount }) => [kind, formatMoney(amount)])).to.deep.equal([
      ['bankFee', 'CNY 50.00'],
    ])
  })
})
