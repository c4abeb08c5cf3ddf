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

describe('the files of books, collecting and matching', () => {
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

  const books = join(folder, '../../deals/histories')
  const forms = ['assets', 'books', 'decision', 'fixings', 'servicing']

  it('default: the books of the samples and of every history are of their form', () => {
    const paths = [books, join(folder, 'samples')].flatMap(root =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map(path => join(root, path)),
    )
    const found = new Map<string, number>()
    for (const path of paths.filter(name => name.endsWith('.json'))) {
      const data = JSON.parse(readFileSync(path, 'utf8'))
      const [, form = ''] = /^lingnan-(\w+)\/1$/.exec(data.schema) ?? []
      if (!forms.includes(form)) continue
      found.set(form, (found.get(form) ?? 0) + 1)
      expect(isOfForm(`books/${form}.schema.json`, data), path).to.equal(true)
      expect(isOfForm(`books/${form}.schema.json`, { ...data, surprise: 1 }), path).to.equal(false)
    }
    for (const form of ['assets', 'books', 'servicing']) expect(found.get(form), form).to.be.greaterThan(0)
  })

  it('default: decisions and fixings are of their form', () => {
    const words = { schema: 'lingnan-decision/1', note: 'a gift', by: 'Chan' }
    const accept = { kind: 'unidentified', of: 'B-9', amount: 'CNY 300.00' }
    const decided = (matter: object) => isOfForm('books/decision.schema.json', { ...words, ...matter })
    expect(decided({ accept })).to.equal(true)
    expect(decided({ withdraw: `0x${'ab'.repeat(32)}` })).to.equal(true)
    expect(decided({ accept, withdraw: `0x${'ab'.repeat(32)}` })).to.equal(false)
    expect(decided({ accept: { ...accept, kind: 'nonsense' } })).to.equal(false)
    expect(decided({})).to.equal(false)
    const fixing = { on: '2026-03-31', from: 'USD', to: 'CNY', rate: '7.1' }
    const fixed = (data: object) =>
      isOfForm('books/fixings.schema.json', { schema: 'lingnan-fixings/1', fixings: [data] })
    expect(fixed(fixing)).to.equal(true)
    expect(fixed({ ...fixing, to: 'RMB' })).to.equal(false)
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
