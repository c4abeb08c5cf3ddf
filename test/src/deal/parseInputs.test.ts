import { expect } from 'chai'
import { InputsFileError } from '../../../src/deal/errors.ts'
import { csvColumns } from '../../../src/deal/inputsCsv.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { type Inputs, parseInputs } from '../../../src/deal/parseInputs.ts'
import type { Problem } from '../../../src/domain/errors.ts'
import { plainDeal } from './plainDeal.ts'
import { DEMO, sampleDeal, sampleInputs } from './samples.ts'

const demo = sampleDeal(DEMO)
const line = { asset: 'A01', kind: 'income', currency: 'CNY', amount: '5' }
const file = (period: object, rest: object = {}): string =>
  JSON.stringify({
    schema: 'lingnan-inputs/1',
    deal: DEMO,
    periods: [{ period: 1, collections: [line], ...period }],
    ...rest,
  })

function problemsOf(text: string): readonly Problem[] {
  try {
    parseInputs(text, demo)
  } catch (error) {
    if (error instanceof InputsFileError) return error.problems
    throw error
  }
  return []
}

const faults: Readonly<Record<string, { readonly text: string; readonly at: string }>> = {
  'another deal': { text: file({}, { deal: 'OTHER' }), at: '/deal' },
  'a period left out': { text: file({ period: 2 }), at: '/periods/0/period' },
  'a period beyond the dates': {
    text: file(
      {},
      { periods: Array.from({ length: 21 }, (_, index) => ({ period: index + 1, collections: [] })) },
    ),
    at: '/periods/20/period',
  },
  'collections that no cell can count': {
    text: file({ collections: Array.from({ length: 4 }, () => ({ ...line, amount: '9'.repeat(38) })) }),
    at: '/periods/0/collections',
  },
  'an unknown asset': {
    text: file({ collections: [{ ...line, asset: 'A99' }] }),
    at: '/periods/0/collections/0',
  },
  'an unknown kind': {
    text: file({ collections: [{ ...line, kind: 'gift' }] }),
    at: '/periods/0/collections/0/kind',
  },
  'another currency without a fixing': {
    text: file({ collections: [{ ...line, currency: 'HKD' }] }),
    at: '/periods/0/collections/0/fixing',
  },
  'a fixing of the own currency': {
    text: file({ collections: [{ ...line, fixing: '1' }] }),
    at: '/periods/0/collections/0/fixing',
  },
  'a fixing of zero': {
    text: file({ collections: [{ ...line, currency: 'HKD', fixing: '0' }] }),
    at: '/periods/0/collections/0/fixing',
  },
  'a negative amount': {
    text: file({ collections: [{ ...line, amount: '-5' }] }),
    at: '/periods/0/collections/0/amount',
  },
  'a default of an unknown asset': {
    text: file({ defaults: [{ asset: 'A99', amount: '1' }] }),
    at: '/periods/0/defaults',
  },
  'a loss on an unknown asset': {
    text: file({ losses: [{ asset: 'A99', amount: '1' }] }),
    at: '/periods/0/losses',
  },
  'a fee that is not due by report': { text: file({ fees: { senior: '5' } }), at: '/periods/0/fees' },
  'a refund that the deal does not allow': { text: file({ refund: '5' }), at: '/periods/0/refund' },
  'an unknown event': { text: file({ events: ['Earthquake'] }), at: '/periods/0/events/0' },
  'an unknown support': { text: file({ supports: { uncle: '5' } }), at: '/periods/0/supports' },
  'the behaviour of an unknown support': { text: file({}, { supports: { uncle: 'pays' } }), at: '/supports' },
  'an unknown field': { text: file({ weather: 'fine' }), at: '/periods/0/weather' },
  'a text of neither form': { text: 'a,b,c\n1,2,3', at: '/' },
  'a record that is unknown': {
    text: `${csvColumns.join(',')}\n1,gift,A01,,,5,`,
    at: 'line 2, column record',
  },
  'a line of too few cells': { text: `${csvColumns.join(',')}\n1,nil`, at: 'line 2' },
  'a nil beside a collection': {
    text: `${csvColumns.join(',')}\n1,nil,,,,,\n1,collection,A01,income,CNY,5,`,
    at: 'line 2',
  },
  'a nil with an amount': { text: `${csvColumns.join(',')}\n1,nil,,,,5,`, at: 'line 2' },
  'a figure given twice': {
    text: `${csvColumns.join(',')}\n1,performing,stable,,,5,\n1,performing,stable,,,7,`,
    at: 'line 3',
  },
  'an amount in CSV that is none': {
    text: `${csvColumns.join(',')}\n1,collection,A01,income,CNY,5,\n\n1,collection,A01,income,CNY,"1,000",`,
    at: 'line 4, column amount',
  },
  'a kind in CSV that is unknown': {
    text: `${csvColumns.join(',')}\n1,collection,A01,gift,CNY,5,`,
    at: 'line 2, column kind',
  },
  'a currency in CSV without a fixing': {
    text: `${csvColumns.join(',')}\n1,collection,A01,income,HKD,5,`,
    at: 'line 2, column fixing',
  },
  'an asset in CSV that is unknown': {
    text: `${csvColumns.join(',')}\n1,collection,A01,income,CNY,5,\n1,collection,A99,income,CNY,5,`,
    at: 'line 3, column name',
  },
  'a default in CSV of an unknown asset': {
    text: `${csvColumns.join(',')}\n1,default,A01,,,5,\n1,default,A99,,,5,`,
    at: 'line 3, column name',
  },
  'a loss in CSV that is none': {
    text: `${csvColumns.join(',')}\n1,loss,A01,,,5,\n1,loss,A01,,,much,`,
    at: 'line 3, column amount',
  },
  'a class in CSV that is unknown': {
    text: `${csvColumns.join(',')}\n1,performing,stable,,,5,\n1,performing,solid,,,5,`,
    at: 'line 3, column name',
  },
  'a fee in CSV that is not due by report': {
    text: `${csvColumns.join(',')}\n1,nil,,,,,\n1,fee,senior,,,5,`,
    at: 'line 3, column name',
  },
  'a refund in CSV that the deal does not allow': {
    text: `${csvColumns.join(',')}\n1,nil,,,,,\n1,refund,,,,5,`,
    at: 'line 3, column amount',
  },
  'an event in CSV that is unknown': {
    text: `${csvColumns.join(',')}\n1,event,Insolvency,,,,\n1,event,Earthquake,,,,`,
    at: 'line 3, column name',
  },
  'a support in CSV that is unknown': {
    text: `${csvColumns.join(',')}\n1,nil,,,,,\n1,support,uncle,,,5,`,
    at: 'line 3, column name',
  },
  'a period left out in CSV': {
    text: `${csvColumns.join(',')}\n1,nil,,,,,\n3,nil,,,,,`,
    at: 'line 3, column period',
  },
  'a period that is no number': {
    text: `${csvColumns.join(',')}\n0x1,nil,,,,,`,
    at: 'line 2, column period',
  },
  'a list instead of an object': { text: '[]', at: '/' },
  'no JSON': { text: '{"schema"', at: '/' },
}

describe('parseInputs', () => {
  it('default: money in another currency is converted once, by the fixing of its line, rounded down', () => {
    const text = file({
      collections: [line, { ...line, kind: 'recovery', currency: 'HKD', amount: '1000', fixing: '0.9199' }],
    })
    const [period] = parseInputs(text, demo).periods
    expect([period?.income, period?.principal, period?.recovery]).to.deep.equal([5n, 919n, 919n])
  })

  it('default: the demo collects in yuan, Hong Kong dollars and patacas, at fixings below one', () => {
    const lines = sampleInputs(demo, 'base').periods.flatMap(period => period.lines)
    expect([...new Set(lines.map(({ currency }) => currency))].sort()).to.deep.equal(['CNY', 'HKD', 'MOP'])
    for (const { fixing, converted, amount } of lines.filter(({ currency }) => currency !== 'CNY')) {
      expect(Number(fixing)).to.be.within(0.5, 0.999999999)
      const [, decimals = ''] = (fixing ?? '').split('.')
      const rate = BigInt(decimals.padEnd(9, '0'))
      expect(BigInt(amount)).to.equal((converted * 1_000_000_000n + rate - 1n) / rate)
    }
  })

  it('default: CSV says the same as JSON', () => {
    const file = plainDeal({
      fees: [{ id: 'agent', rank: 'senior', payTo: 'servicer', basis: { kind: 'reported' } }],
      refunds: { cap: '10' },
      supports: [
        {
          id: 'g',
          kind: 'guarantor',
          party: 'guarantor',
          commitment: '9',
          covers: ['int:senior'],
          draws: 'secondPass',
        },
      ],
      waterfall: { normal: ['fees_senior', 'int:senior', 'prin_sched:senior', 'junior_if_allowed'] },
    })
    const deal = parseDeal(JSON.stringify(file))
    const csv = [
      csvColumns.join(','),
      '1,collection,P,income,CNY,7,',
      '1,collection,P,principal,HKD,100,0.92',
      '1,default,P,,,3,',
      '1,loss,P,,,2,',
      '1,performing,stable,,,1190,',
      '1,fee,agent,,,4,',
      '1,refund,,,,6,',
      '1,event,Insolvency,,,,',
      '1,support,g,,,1,',
      '2,nil,,,,,',
    ].join('\r\n')
    const json = {
      schema: 'lingnan-inputs/1',
      deal: 'PLAIN',
      periods: [
        {
          period: 1,
          collections: [
            { asset: 'P', kind: 'income', currency: 'CNY', amount: '7' },
            { asset: 'P', kind: 'principal', currency: 'HKD', amount: '100', fixing: '0.92' },
          ],
          defaults: [{ asset: 'P', amount: '3' }],
          losses: [{ asset: 'P', amount: '2' }],
          performing: { stable: '1190' },
          fees: { agent: '4' },
          refund: '6',
          events: ['Insolvency'],
          supports: { g: '1' },
        },
        { period: 2, collections: [] },
      ],
    }
    const figures = ({ periods }: Inputs): unknown => periods
    expect(figures(parseInputs(csv, deal))).to.deep.equal(figures(parseInputs(JSON.stringify(json), deal)))
  })

  it('behavior: cells of CSV may stand in quotes, as spreadsheets write them', () => {
    const rows = ['"1","collection","A01","income","CNY","5",""', '"1",event,"Insolvency",,,, ']
    const [period] = parseInputs(`\uFEFF${[csvColumns.join(','), ...rows].join('\r\n')}\r\n`, demo).periods
    expect([period?.income, period?.events]).to.deep.equal([5n, ['Insolvency']])
  })

  it('behavior: a support that fails pays nothing unless a period says otherwise', () => {
    const periods = [
      { period: 1, collections: [] },
      { period: 2, collections: [], supports: { guarantor: '4' } },
    ]
    const { periods: read } = parseInputs(file({}, { supports: { guarantor: 'fails' }, periods }), demo)
    expect(read.map(({ supportPays }) => supportPays.get('guarantor'))).to.deep.equal([0n, 4n])
  })

  for (const [name, { text, at }] of Object.entries(faults)) {
    it(`error: InputsFileError for ${name}, at ${at}`, () => {
      expect(problemsOf(text).map(({ path }) => path)).to.include(at)
    })
  }

  it('error: InputsFileError names a period that is left out once, not all that follow', () => {
    const without = [1, 2, 4, 5, 6].map(period => ({ period, collections: [] }))
    const problems = problemsOf(file({}, { periods: without }))
    expect(problems.map(({ path, message }) => [path, message])).to.deep.equal([
      ['/periods/2/period', 'Period 3 is expected here'],
    ])
  })

  it('error: InputsFileError names the period with which defaults are too many to count', () => {
    const many = Array.from({ length: 2 }, () => ({ asset: 'A01', amount: '9'.repeat(38) }))
    const periods = [1, 2, 3].map(period => ({ period, collections: [], defaults: many }))
    expect(problemsOf(file({}, { periods })).map(({ path }) => path)).to.deep.equal(['/periods/1/defaults'])
  })

  it('error: InputsFileError names every fault at once', () => {
    const text = file({ collections: [{ ...line, asset: 'A99' }], refund: '5', fees: { senior: '1' } })
    expect(problemsOf(text).length).to.equal(3)
  })
})
