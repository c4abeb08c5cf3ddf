import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { strToU8, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { FileFaultError } from '../../../src/domain/fileFault.ts'
import { FileMissingError, fileStore, writeWhole } from '../../../src/oracle/collect/fileStore.ts'
import { MappingRefusedError, parseMapping } from '../../../src/oracle/collect/mapping.ts'
import { pickUp } from '../../../src/oracle/collect/pickUp.ts'
import { readCsvTable } from '../../../src/oracle/collect/readCsvTable.ts'
import { readXlsxTable } from '../../../src/oracle/collect/readXlsxTable.ts'
import type { Table } from '../../../src/oracle/collect/table.ts'
import { normaliseStatement } from '../../../src/oracle/normalise/normalise.ts'

const templates = join(import.meta.dirname, '../../../src/oracle/templates')
const utf8 = (text: string) => new TextEncoder().encode(text)
/** "南海,许可" in GB18030. */
const GB = Uint8Array.from([0xc4, 0xcf, 0xba, 0xa3, 0x2c, 0xd0, 0xed, 0xbf, 0xc9])

const textsOf = ({ rows }: Table) => rows.map(({ cells }) => cells.map(({ text }) => text))

async function faultOf(act: () => unknown): Promise<readonly unknown[]> {
  try {
    await act()
    return []
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error
    return [error.code, error.place.line, error.place.column]
  }
}

describe('readCsvTable', () => {
  const read = (bytes: Uint8Array, options = {}) => readCsvTable({ file: 'a.csv', bytes }, options)

  it('default: UTF-8, with and without a mark, and GB18030', () => {
    for (const bytes of [utf8('南海,许可'), utf8('\uFEFF南海,许可'), GB])
      expect(textsOf(read(bytes))).to.deep.equal([['南海', '许可']])
  })

  it('behavior: lines are those of the file, also after line breaks in cells', () => {
    const table = read(utf8('a,"b\nc"\r\n\r\nd\r\n'))
    expect(table.rows.map(({ line }) => line)).to.deep.equal([1, 3, 4])
  })

  for (const cell of ['=1+1', ' @SUM(A1)', "+cmd|' /C calc'!A0", '-2+3', '＝1', '-(1)'])
    it(`error: the formula ${cell}`, async () =>
      expect(await faultOf(() => read(utf8(`a,b\nc,"${cell}"`)))).to.deep.equal([
        'file/formula-refused',
        2,
        2,
      ]))

  it('behavior: signs before numbers and words are no formula', () => {
    expect(read(utf8('-1.00,+852 2888 0000,-,-无')).rows.length).to.equal(1)
  })

  it('error: another encoding, broken quotes, a large file', async () => {
    const utf16 = new Uint8Array(Buffer.from('\uFEFFa,b', 'utf16le'))
    expect(await faultOf(() => read(utf16))).to.deep.equal(['file/table-unreadable', 1, 1])
    const cut = Uint8Array.from([...utf8('a,b\n南海,"c,d",'), 0xff, ...utf8('许可\n')])
    expect(await faultOf(() => read(cut))).to.deep.equal(['file/table-unreadable', 2, 3])
    const gb = Uint8Array.from([...GB, 0x0a, 0x61, 0x2c, 0xff, 0xff])
    expect(await faultOf(() => read(gb))).to.deep.equal(['file/table-unreadable', 2, 2])
    const [wide, long] = [utf8(`a\n${','.repeat(16_384)}`), utf8('\n'.repeat(8_000_000))]
    expect(await faultOf(() => read(wide))).to.deep.equal(['file/table-too-large', 2, 0])
    expect(await faultOf(() => read(long))).to.deep.equal(['file/table-too-large', 8_000_001, 0])
    expect(read(utf8(`a,"${','.repeat(16_384)}"`)).rows.length).to.equal(1)
    expect(await faultOf(() => read(utf8('a,b\n"c,d')))).to.deep.equal(['file/table-unreadable', 2, 0])
    expect(await faultOf(() => read(utf8('a,b'), { largest: 2 }))).to.deep.equal(['file/too-large', 0, 0])
  })
})

describe('readXlsxTable', () => {
  const read = (bytes: Uint8Array, options = {}) => readXlsxTable({ file: 'a.xlsx', bytes }, options)

  /** A workbook of two sheets, of which the first holds the given rows. */
  const workbook = (rows: string): Uint8Array =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="One" r:id="x"/><sheet name="Two" r:id="y"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="y" Target="worksheets/a.xml"/><Relationship Id="x" Target="/xl/worksheets/b.xml"/></Relationships>',
      ),
      'xl/worksheets/b.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      'xl/worksheets/a.xml': strToU8(
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>se</t></r><rPh><t>x</t></rPh><r><t>cond</t></r></is></c></row></sheetData></worksheet>',
      ),
    })

  it('default: texts, numbers as stored, days as numbers, empty cells', async () => {
    const bytes = await writeXlsxFile([
      [{ value: '序号' }, { value: '金额' }],
      [{ value: '0001' }, { value: 1234.5, type: Number }, null, { value: '许可' }],
      [{ value: new Date('2026-03-31T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }],
    ]).toBuffer()
    const table = await read(new Uint8Array(bytes))
    expect(textsOf(table)).to.deep.equal([['序号', '金额'], ['0001', '1234.5', '', '许可'], ['46112']])
    expect(table.rows[1]?.cells.map(({ kind }) => kind)).to.deep.equal(['text', 'number', 'text', 'text'])
    expect(table.from1904).to.equal(false)
  })

  it('behavior: the named sheet, else the first, by relation; digits as they are stored', async () => {
    const bytes = workbook('<row r="3"><c r="B3"><v>0.30000000000000004</v></c></row>')
    const first = await read(bytes)
    expect([first.rows[0]?.line, textsOf(first), first.from1904]).to.deep.equal([
      3,
      [['', '0.30000000000000004']],
      true,
    ])
    expect(textsOf(await read(bytes, { sheet: 'Two' }))).to.deep.equal([['second']])
  })

  it('error: formula and error cells, at their line and cell', async () => {
    const formula = workbook('<row r="2"><c r="C2"><f>A1+B1</f><v>3</v></c></row>')
    expect(await faultOf(() => read(formula))).to.deep.equal(['file/formula-refused', 2, 3])
    const failed = workbook('<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>')
    expect(await faultOf(() => read(failed))).to.deep.equal(['file/cell-refused', 2, 1])
  })

  it('error: what is no workbook, lacks the sheet, is out of order or unpacks too far', async () => {
    expect(await faultOf(() => read(utf8('PK')))).to.deep.equal(['file/table-unreadable', 0, 0])
    expect(await faultOf(() => read(zipSync({ 'a.txt': utf8('a') })))).to.deep.equal([
      'file/table-unreadable',
      0,
      0,
    ])
    expect(await faultOf(() => read(workbook(''), { sheet: 'Three' }))).to.deep.equal([
      'file/table-unreadable',
      0,
      0,
    ])
    const backwards = workbook('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>')
    expect(await faultOf(() => read(backwards))).to.deep.equal(['file/table-unreadable', 1, 0])
    const bomb = workbook(' '.repeat(2_000_000))
    expect(bomb.byteLength).to.be.lessThan(20_000)
    expect(await faultOf(() => read(bomb, { largest: 20_000 }))).to.deep.equal(['file/too-large', 0, 0])
    const entities = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') })
    expect((await faultOf(() => read(entities)))[0]).to.equal('file/xml-forbidden')
  })
})

describe('normaliseStatement', () => {
  const mapping = (name: string) =>
    parseMapping(JSON.parse(readFileSync(join(templates, `${name}.mapping.json`), 'utf8')))
  const statement = (name: string) => readFileSync(join(templates, `${name}.csv`), 'utf8')
  const read = (text: string, name: string) =>
    normaliseStatement(readCsvTable({ file: 'a.csv', bytes: utf8(text) }), mapping(name))

  it('default: the Chinese template', () => {
    const { lines, faults } = read(statement('royalty.zh-Hans'), 'royalty.zh-Hans')
    expect(faults).to.deep.equal([])
    expect(lines.map(({ key, obligor, reference }) => [key, obligor, reference])).to.deep.equal([
      ['L-1 2026-01-01 2026-03-31 1', '南海仪器', 'INV-1'],
    ])
    const [line] = lines
    expect(
      [line?.revenue, line?.gross, line?.vat, line?.withholding, line?.net].map(each => each?.minor),
    ).to.deep.equal([100_000_000n, 5_000_000n, 300_000n, 0n, 5_300_000n])
  })

  it('default: the English template', () => {
    const { lines, faults } = read(statement('royalty.en'), 'royalty.en')
    expect([lines.map(({ net }) => net.minor), faults]).to.deep.equal([[930_000n], []])
  })

  it('behavior: one faulty line is named, the rest is read, the total is not blamed too', () => {
    const text = statement('royalty.en').replace(
      'Total',
      '2,L-2,Kowloon Instruments,01/01/2026,31/03/2026,HKD,,1.005,,,,\nTotal',
    )
    const { lines, faults } = read(text, 'royalty.en')
    expect(lines.length).to.equal(1)
    expect(faults.map(({ code, place }) => [code, place.line, place.column])).to.deep.equal([
      ['file/figure-refused', 3, 8],
    ])
  })

  it('error: net that does not follow, a total that does not add up, a missing or strange cell', () => {
    const faultsAfter = (from: string, to: string) =>
      read(statement('royalty.en').replace(from, to), 'royalty.en').faults.map(({ code, place }) => [
        code,
        place.line,
        place.column,
      ])
    expect(faultsAfter('"9,300.00",INV-2', '"9,300.01",INV-2')).to.deep.equal([['file/cell-refused', 2, 11]])
    expect(faultsAfter('"9,300.00",\n', '"9,300.01",\n')).to.deep.equal([['file/cell-refused', 3, 11]])
    expect(faultsAfter('L-2', '')).to.deep.equal([['file/cell-refused', 2, 2]])
    expect(faultsAfter('HKD', 'EUR')).to.deep.equal([['file/cell-refused', 2, 6]])
    expect(faultsAfter('31/03/2026', '31/12/2025')).to.deep.equal([['file/cell-refused', 2, 5]])
    expect(faultsAfter('Royalty', 'Royalties')).to.deep.equal([['file/headings-unknown', 1, 0]])
    expect(faultsAfter('Payable', 'VAT')).to.deep.equal([['file/headings-unknown', 1, 0]])
  })

  it('behavior: constants, units and tables in 万元', () => {
    const found = normaliseStatement(
      readCsvTable({ file: 'a.csv', bytes: utf8('# March\nn,fee,pieces\n1,1.234567,"1,200"\n') }),
      parseMapping({
        schema: 'lingnan-mapping/1',
        name: 'constants',
        headingLine: 2,
        scale: '10000',
        columns: { line: ['n'], gross: ['fee'], units: ['pieces'] },
        constants: { licence: 'L-1', obligor: '南海仪器', currency: 'CNY', period: '2026-03' },
      }),
    )
    expect(found.faults).to.deep.equal([])
    expect(found.lines.map(({ gross, units }) => [gross.minor, units])).to.deep.equal([[1_234_567n, 1_200n]])
  })

  it('error: MappingRefusedError names what lines would lack', () => {
    const refusal = (() => {
      try {
        return parseMapping({
          schema: 'lingnan-mapping/1',
          name: 'x',
          columns: {},
          constants: { currency: 'EUR' },
        })
      } catch (error) {
        return error
      }
    })()
    expect(refusal).to.be.instanceOf(MappingRefusedError)
    const paths = refusal instanceof MappingRefusedError ? refusal.problems.map(({ path }) => path) : []
    expect(paths).to.deep.equal([
      '/columns/line',
      '/columns/licence',
      '/columns/obligor',
      '/columns/gross',
      '/columns/period',
      '/constants/currency',
    ])
  })
})

describe('fileStore and pickUp', () => {
  const root = mkdtempSync(join(tmpdir(), 'lingnan-store-'))
  after(() => rmSync(root, { recursive: true }))
  const at = (name: string) => join(root, name)

  it('default: a file is kept once, and read back', async () => {
    const store = fileStore(at('a'))
    const first = await store.keep(utf8('statement'))
    const again = await store.keep(utf8('statement'))
    expect([first.isNew, again.isNew, again.hash]).to.deep.equal([true, false, first.hash])
    expect(await store.read(first.hash)).to.deep.equal(Buffer.from('statement'))
  })

  it('behavior: the same bytes that several keep at once are kept whole, and nothing else stays', async () => {
    const store = fileStore(at('g'))
    const bytes = utf8('statement'.repeat(10_000))
    const kept = await Promise.all(Array.from({ length: 20 }, () => store.keep(bytes)))
    const [{ hash, path } = expect.fail('it is kept')] = kept
    expect(await store.read(hash)).to.deep.equal(Buffer.from(bytes))
    expect(readdirSync(dirname(path))).to.deep.equal([hash.slice(2)])
  })

  it('error: what cannot be put in its place leaves no draft', async () => {
    const path = at('h/file')
    mkdirSync(path, { recursive: true })
    const failed = await writeWhole(path, utf8('x')).catch((error: unknown) => error)
    expect(failed).to.have.property('code', 'EISDIR')
    expect(readdirSync(dirname(path))).to.deep.equal(['file'])
  })

  it('error: FileMissingError for a file that was changed, or is not there', async () => {
    const store = fileStore(at('b'))
    const { hash, path } = await store.keep(utf8('statement'))
    writeFileSync(path, 'Statement')
    expect(await store.read(hash).catch((error: unknown) => error)).to.be.instanceOf(FileMissingError)
    rmSync(path)
    expect(await store.read(hash).catch((error: unknown) => error)).to.be.instanceOf(FileMissingError)
  })

  const folders = (name: string) => ({
    inbox: at(`${name}/in`),
    work: at(`${name}/work`),
    refused: at(`${name}/no`),
  })
  const take = (name: string, now = 100_000) =>
    pickUp(folders(name), { store: fileStore(at(`${name}/store`)), now, quietFor: 5_000, largest: 20 })

  const drop = (path: string, text: string, seconds: number) => {
    writeFileSync(path, text)
    utimesSync(path, seconds, seconds)
  }

  it('default: quiet files are taken in once; what is being written waits', async () => {
    expect(await take('c')).to.deep.equal({ picked: [], refused: [] })
    const { inbox } = folders('c')
    drop(join(inbox, 'a.csv'), 'a', 90)
    drop(join(inbox, 'b.csv'), 'b', 97)
    drop(join(inbox, 'c.csv.part'), 'c', 90)
    drop(join(inbox, 'd.csv'), 'a', 90)
    const { picked } = await take('c')
    expect(picked.map(({ name, kept }) => [name, kept.isNew])).to.deep.equal([
      ['a.csv', true],
      ['d.csv', false],
    ])
    expect(readdirSync(inbox).toSorted()).to.deep.equal(['b.csv', 'c.csv.part'])
    expect((await take('c', 103_000)).picked.map(({ name }) => name)).to.deep.equal(['b.csv'])
  })

  it('behavior: what a crash left is taken in before a file of the same name', async () => {
    await take('d')
    const { inbox, work } = folders('d')
    drop(join(work, 'a.csv'), 'old', 1)
    drop(join(inbox, 'a.csv'), 'new', 1)
    const { picked } = await take('d')
    expect(picked.map(({ name, kept }) => [name, kept.isNew])).to.deep.equal([
      ['a.csv', true],
      ['a.csv', true],
    ])
    expect(readdirSync(work)).to.deep.equal([])
  })

  it('behavior: a file that another process took meanwhile is passed over, the rest is taken', async () => {
    await take('f')
    const { inbox, work } = folders('f')
    for (const name of ['a.csv', 'b.csv']) drop(join(inbox, name), name, 1)
    const other = { ...folders('f'), work: `${work}-of-another` }
    const rules = { store: fileStore(at('f/store')), now: 100_000, quietFor: 5_000, largest: 20 }
    const both = await Promise.all([pickUp(other, rules), take('f')])
    expect(both.flatMap(({ picked }) => picked.map(({ name }) => name)).toSorted()).to.deep.equal([
      'a.csv',
      'b.csv',
    ])
  })

  it('behavior: a file too large is left to a person, the rest goes on', async () => {
    await take('e')
    drop(join(folders('e').inbox, 'a.csv'), 'x'.repeat(21), 1)
    drop(join(folders('e').inbox, 'b.csv'), 'b', 1)
    const { picked, refused } = await take('e')
    expect([picked.map(({ name }) => name), refused.map(({ place }) => place.file)]).to.deep.equal([
      ['b.csv'],
      ['a.csv'],
    ])
    expect(readdirSync(folders('e').refused)).to.deep.equal(['a.csv'])
  })
})
