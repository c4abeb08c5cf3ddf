import { expect } from 'chai'
import { columnNamed, columnNames, columns, headingOf } from '../../../../src/domain/catalogue/columns.ts'
import { CatalogueRefusedError, readRows } from '../../../../src/domain/catalogue/readRows.ts'
import { parseDay } from '../../../../src/domain/dates.ts'
import { parsePlace } from '../../../../src/domain/places.ts'

const HEADINGS = columnNames.map(headingOf)

const BATTERY = [
  'ZL201710601862.3',
  'Invention',
  'Guangzhou',
  'Battery cell with a solid electrolyte',
  'H01M',
  'Guangzhou Institute of Energy',
  '91350100M000100Y43',
  '2017-07-20',
  '2020-02-11',
  '2037-07-20',
  '2034-12-31',
  '2026-07-20',
  '8',
  '2026-05-04',
  'the dean',
  'consent 2026-17',
]

const withCell = (row: readonly string[], column: string, value: string): string[] =>
  row.map((cell, index) => (HEADINGS[index] === column ? value : cell))

const problemsOf = (table: readonly (readonly string[])[]): readonly (readonly [string, unknown])[] => {
  try {
    readRows(table)
    return []
  } catch (error) {
    if (!(error instanceof CatalogueRefusedError)) throw error
    return error.problems.map(({ path, value }) => [path, value] as const)
  }
}

describe('readRows', () => {
  it('default', () => {
    const { offered, repeated } = readRows([HEADINGS, BATTERY])
    expect(repeated).to.equal(0)
    expect(offered).to.deep.equal([
      {
        number: '201710601862.3',
        kind: 'Invention',
        place: parsePlace('Guangzhou'),
        name: 'Battery cell with a solid electrolyte',
        field: 'H01M',
        owner: 'Guangzhou Institute of Energy',
        ownerCode: '91350100M000100Y43',
        filed: parseDay('2017-07-20'),
        granted: parseDay('2020-02-11'),
        expiry: parseDay('2037-07-20'),
        economicEnd: parseDay('2034-12-31'),
        feeDue: parseDay('2026-07-20'),
        readiness: 8,
        consent: { day: parseDay('2026-05-04'), by: 'the dean', document: 'consent 2026-17' },
      },
    ])
  })

  it('behavior: headings in Chinese, in any order, and without the optional columns', () => {
    const headings = [
      '类型',
      '编号',
      '地区',
      '名称',
      '技术领域',
      '权利人',
      '申请日',
      '同意日',
      '同意签署人',
      '同意文件',
    ]
    const row = [
      'TechnicalSecret',
      'R-7',
      '澳门',
      'recipe',
      'A23L',
      '澳大',
      '2020-01-01',
      '2026-05-04',
      'dean',
      'letter',
    ]
    const [found] = readRows([headings, row]).offered
    expect([found?.number, found?.kind, found?.place]).to.deep.equal([
      'R-7',
      'TechnicalSecret',
      parsePlace('MO'),
    ])
    expect([found?.expiry, found?.readiness, found?.ownerCode]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('behavior: each language names every column, and no two columns alike', () => {
    const all = columnNames.flatMap(name => columns[name])
    const named = columnNames.flatMap(name => columns[name].map(() => name))
    expect(all.map(heading => columnNamed(heading.toUpperCase()))).to.deep.equal(named)
    expect(columnNames.every(name => columns[name].length === 4)).to.equal(true)
    expect(columnNamed('colour')).to.equal(undefined)
  })

  it('behavior: the same title written twice counts once, and empty rows do not count', () => {
    const again = withCell(BATTERY, 'number', '2017106018623')
    const { offered, repeated } = readRows([HEADINGS, BATTERY, BATTERY.map(() => ' '), again])
    expect([offered.length, repeated]).to.deep.equal([1, 1])
  })

  it('behavior: the numbers of each office, and an owner with an LEI', () => {
    const rows = [
      withCell(withCell(BATTERY, 'number', '30012345'), 'place', 'HK'),
      withCell(withCell(BATTERY, 'number', 'j/12'), 'place', 'MO'),
      withCell(withCell(BATTERY, 'number', '2009sr12345'), 'kind', 'Software'),
      withCell(BATTERY, 'number', 'pct/cn2024/123456'),
      withCell(withCell(BATTERY, 'number', ' 12345678 '), 'kind', 'trademark'),
      withCell(withCell(BATTERY, 'number', '95115608.X'), 'owner code', '213800WSGIIZCXF1P572'),
    ]
    expect(readRows([HEADINGS, ...rows]).offered.map(({ number }) => number)).to.deep.equal([
      'HK30012345',
      'J/000012',
      '2009SR0012345',
      'PCT/CN2024/123456',
      '12345678',
      '95115608.X',
    ])
  })

  it('error: CatalogueRefusedError names every fault by row and column', () => {
    const first = withCell(withCell(BATTERY, 'number', '201710601862.4'), 'owner code', '91350100M000100Y4Y')
    const second = withCell(
      withCell(withCell(BATTERY, 'kind', 'Idea'), 'filed', '20.7.2017'),
      'consent by',
      '',
    )
    const third = withCell(withCell(BATTERY, 'granted', '2016-01-01'), 'expiry', '2017-07-20')
    const fourth = withCell(withCell(BATTERY, 'kind', 'UtilityModel'), 'readiness', '10')
    expect(problemsOf([HEADINGS, first, second, third, fourth])).to.deep.equal([
      ['row 2, number', '201710601862.4'],
      ['row 2, owner code', '91350100M000100Y4Y'],
      ['row 3, kind', 'Idea'],
      ['row 3, filed', '20.7.2017'],
      ['row 3, consent by', ''],
      ['row 4, granted', ''],
      ['row 4, expiry', ''],
      ['row 5, number', 'ZL201710601862.3'],
      ['row 5, readiness', '10'],
    ])
  })

  it('error: a title twice with other facts', () => {
    const other = withCell(BATTERY, 'owner', 'Shenzhen Institute of Energy')
    expect(problemsOf([HEADINGS, BATTERY, other])).to.deep.equal([['row 3, number', '201710601862.3']])
  })

  it('error: headings that are unknown, twice or missing', () => {
    const headings = HEADINGS.map(heading =>
      heading === 'field' ? 'Colour' : heading === 'fee due' ? 'filed' : heading,
    )
    expect(problemsOf([headings, BATTERY])).to.deep.equal([
      ['row 1, column 5', 'Colour'],
      ['row 1, column 12', 'filed'],
      ['row 1', 'field'],
    ])
  })

  it('error: a table without rows, and a number that cannot be kept', () => {
    expect(problemsOf([HEADINGS])).to.deep.equal([['row 2', '']])
    const long = withCell(withCell(BATTERY, 'kind', 'Trademark'), 'number', '9'.repeat(32))
    expect(problemsOf([HEADINGS, long])).to.deep.equal([['row 2, number', '9'.repeat(32)]])
    const design = withCell(withCell(BATTERY, 'kind', 'Design'), 'number', 'PCT/CN2024/123456')
    expect(problemsOf([HEADINGS, design])).to.deep.equal([['row 2, number', 'PCT/CN2024/123456']])
  })
})
