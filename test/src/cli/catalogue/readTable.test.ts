import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import writeXlsxFile from 'write-excel-file/node'
import { readTable, TableMalformedError } from '../../../../src/cli/catalogue/readTable.ts'
import { FileNotUtf8Error, FileUnreadableError } from '../../../../src/cli/readTextFile.ts'

describe('readTable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lingnan-table-'))
  const file = (name: string) => join(folder, name)
  after(() => rmSync(folder, { recursive: true }))

  const refusalOf = async (path: string): Promise<unknown> =>
    readTable(path).then(
      () => undefined,
      (error: unknown) => error,
    )

  it('default: CSV with a byte order mark, quotes and rows of other lengths', async () => {
    writeFileSync(file('a.csv'), '\uFEFFnumber,name\r\n95115608.X,"cell, solid"\r\n\r\n1,2,3\r\n')
    expect(await readTable(file('a.csv'))).to.deep.equal([
      ['number', 'name'],
      ['95115608.X', 'cell, solid'],
      [''],
      ['1', '2', '3'],
    ])
  })

  it('behavior: XLSX gives what a person sees: digits of long numbers, days as dates', async () => {
    const day = new Date('2026-05-04T00:00:00Z')
    await writeXlsxFile([
      [{ value: 'number' }, { value: 'filed' }, { value: 'name' }],
      [{ value: 12345678901, type: Number }, { value: day, type: Date, format: 'yyyy-mm-dd' }, null],
      [{ value: '0095', type: String }, { value: '2026-05-05' }, { value: '专利' }],
    ]).toFile(file('a.xlsx'))
    expect(await readTable(file('a.xlsx'))).to.deep.equal([
      ['number', 'filed', 'name'],
      ['12345678901', '2026-05-04', ''],
      ['0095', '2026-05-05', '专利'],
    ])
  })

  it('error: TableMalformedError', async () => {
    writeFileSync(file('b.csv'), 'number,name\n"open')
    expect(await refusalOf(file('b.csv'))).to.be.instanceOf(TableMalformedError)
    writeFileSync(file('b.xlsx'), 'no workbook')
    expect(await refusalOf(file('b.xlsx'))).to.be.instanceOf(TableMalformedError)
  })

  it('error: a file that is not there, or not in UTF-8', async () => {
    expect(await refusalOf(file('c.csv'))).to.be.instanceOf(FileUnreadableError)
    expect(await refusalOf(file('c.xlsx'))).to.be.instanceOf(FileUnreadableError)
    writeFileSync(file('d.csv'), Buffer.from([0xb1, 0xe0, 0xba, 0xc5]))
    expect(await refusalOf(file('d.csv'))).to.be.instanceOf(FileNotUtf8Error)
  })
})
