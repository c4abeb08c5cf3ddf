import { expect } from 'chai'
import { DealFileError } from '../../../src/deal/errors.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { Problem } from '../../../src/domain/errors.ts'
import { gbaLaw } from '../domain/law/sampleLaw.ts'
import { DEMO, dealFileText, sampleDeal, sampleIds } from './samples.ts'

type Change = readonly [path: string, value: unknown]

/** The demo deal with some of its parts replaced; `undefined` takes a part out. */
function changed(...changes: readonly Change[]): string {
  const file: unknown = JSON.parse(dealFileText(DEMO))
  for (const [path, value] of changes) {
    const keys = path.split('/').slice(1)
    const last = keys.pop() ?? ''
    const parent = keys.reduce<unknown>((at, key) => (isObject(at) ? Reflect.get(at, key) : undefined), file)
    if (!isObject(parent)) return expect.fail(`${path} does not exist`)
    if (value === undefined) Reflect.deleteProperty(parent, last)
    else Reflect.set(parent, last, value)
  }
  return JSON.stringify(file)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function problemsOf(text: string): readonly Problem[] {
  try {
    parseDeal(text)
  } catch (error) {
    if (error instanceof DealFileError) return error.problems
    throw error
  }
  return []
}

const part = (path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) => (isObject(at) ? Reflect.get(at, key) : undefined),
      JSON.parse(dealFileText(DEMO)),
    )

const step = (body: object): readonly Change[] => [
  ['/waterfall/normal', [body, ...Object.values(part('/waterfall/normal') ?? {})]],
]
const reserve = { target: { kind: 'fixed', amount: '100' } }
const reserveAccount = { id: 'reserve', purpose: 'reserve' }
const accounts = (...more: readonly unknown[]): Change => [
  '/accounts',
  [...Object.values(part('/accounts') ?? {}), ...more],
]

/** What is wrong → the changes that make it so, and where the problem must stand. */
const faults: Readonly<Record<string, { readonly changes: readonly Change[]; readonly at: string }>> = {
  'a wrong sum of tranches': { changes: [['/total', '20000000001']], at: '/total' },
  'a wrong sum of series': { changes: [['/tranches/0/series/0/size', '9000020000']], at: '/tranches/0/size' },
  'a wrong sum of assets': { changes: [['/pool/assets/0/principal', '2500000000']], at: '/pool/total' },
  'a wrong sum of instalments': {
    changes: [
      ['/tranches/0/amortisation', { kind: 'schedule', instalments: [{ date: '2026-09-21', amount: '1' }] }],
    ],
    at: '/tranches/0/amortisation',
  },
  'a tranche without size': { changes: [['/tranches/2/size', '0']], at: '/tranches/2' },
  'a part of a unit': {
    changes: [
      ['/tranches/0/series/0/size', '9000010001'],
      ['/tranches/0/series/1/size', '4499989999'],
    ],
    at: '/tranches/0/series',
  },
  'an amount beyond the machine': {
    changes: [['/supports/0/commitment', '72057594037927936']],
    at: '/supports/0/commitment',
  },
  'an unknown step': { changes: [['/waterfall/normal/0', 'tithe']], at: '/waterfall/normal/0' },
  'a step named like a property of every object': {
    changes: [['/waterfall/normal/0', 'constructor']],
    at: '/waterfall/normal/0',
  },
  'an unknown step as an object': {
    changes: [['/waterfall/normal/0', { step: 'tithe' }]],
    at: '/waterfall/normal/0/step',
  },
  'a step for an unknown tranche': { changes: [['/waterfall/normal/2', 'int:D']], at: '/waterfall/normal/2' },
  'a step from an unknown account': {
    changes: step({ step: 'tax', from: 'drawer' }),
    at: '/waterfall/normal/0',
  },
  'a step for an unknown fee': { changes: step({ step: 'fees', fees: ['tip'] }), at: '/waterfall/normal/0' },
  'a step on an unknown trigger': {
    changes: step({ step: 'tax', onlyIf: ['AE9'] }),
    at: '/waterfall/normal/0',
  },
  'a scheduled payment without a schedule': {
    changes: [['/waterfall/normal/4', 'prin_sched:C']],
    at: '/waterfall/normal/4',
  },
  'a cycle of swept accounts': { changes: [['/accounts/1/sweepsTo', 'collection']], at: '/accounts' },
  'a cycle of moves': {
    changes: [
      accounts({ id: 'trap', purpose: 'plan' }),
      [
        '/waterfall/acceleration',
        [
          'tax',
          'fees_senior',
          'int:rated',
          { step: 'move', into: 'trap', from: 'plan' },
          { step: 'move', from: 'trap', into: 'plan' },
          'prin_all:rated',
          'junior',
        ],
      ],
    ],
    at: '/waterfall/acceleration',
  },
  'a payment date out of order': {
    changes: [['/periods/1/payment', '2026-09-21']],
    at: '/periods/1/payment',
  },
  'a payment date on a holiday': {
    changes: [['/periods/0/payment', '2026-10-01']],
    at: '/periods/0/payment',
  },
  'a payment date on a weekend after the last published year': {
    changes: [['/periods/11/payment', '2029-06-23']],
    at: '/periods/11/payment',
  },
  'a payment date after legal final': { changes: [['/legalFinal', '2029-06-20']], at: '/periods/11/payment' },
  'a date that does not exist': { changes: [['/closingDate', '2026-02-30']], at: '/closingDate' },
  'an instalment on no payment date': {
    changes: [
      [
        '/tranches/1/amortisation',
        { kind: 'schedule', instalments: [{ date: '2026-09-22', amount: '3000000000' }] },
      ],
    ],
    at: '/tranches/1/amortisation',
  },
  'more instalments than dates': {
    changes: [['/tranches/0/amortisation/instalments', 13]],
    at: '/tranches/0/amortisation',
  },
  'a target that rises': {
    changes: [
      [
        '/tranches/0/amortisation',
        {
          kind: 'target',
          balances: [
            { date: '2026-09-21', balance: '5' },
            { date: '2026-12-21', balance: '6' },
          ],
        },
      ],
    ],
    at: '/tranches/0/amortisation',
  },
  'targets out of order': {
    changes: [
      [
        '/tranches/0/amortisation',
        {
          kind: 'target',
          balances: [
            { date: '2026-12-21', balance: '6' },
            { date: '2026-09-21', balance: '5' },
          ],
        },
      ],
    ],
    at: '/tranches/0/amortisation',
  },
  'a currency without a fixing': {
    changes: [['/tranches/0/series/1/currency', 'HKD']],
    at: '/tranches/0/series/1/currency',
  },
  'an unknown currency': { changes: [['/currency', 'XYZ']], at: '/currency' },
  'a coupon above its bound': { changes: [['/tranches/0/coupon', '1.01']], at: '/tranches/0/coupon' },
  'a fee above its bound': { changes: [['/fees/0/basis/rate', '2']], at: '/fees/0/basis/rate' },
  'a tax above its bound': { changes: [['/tax/rate', '1.5']], at: '/tax/rate' },
  'a rate with too many decimals': {
    changes: [['/tranches/0/coupon', '0.0260000001']],
    at: '/tranches/0/coupon',
  },
  'a tranche whose principal nobody pays': {
    changes: [['/waterfall/default', ['tax', 'fees_senior', 'int:rated', 'prin_all:A', 'junior']]],
    at: '/waterfall/default',
  },
  'a tranche whose interest nobody pays': {
    changes: [['/waterfall/default', ['tax', 'fees_senior', 'int:A', 'prin_all:rated', 'junior']]],
    at: '/waterfall/default',
  },
  'a step that pays out of nothing': {
    changes: [accounts({ id: 'empty', purpose: 'plan' }), ...step({ step: 'tax', from: 'empty' })],
    at: '/waterfall/normal/0',
  },
  'units that are worth nothing': { changes: [['/face', '0']], at: '/face' },
  'no account for income': { changes: [['/accounts/2/receives', ['principal']]], at: '/accounts' },
  'two accounts for income': {
    changes: [accounts({ id: 'other', purpose: 'plan', receives: ['income'] })],
    at: '/accounts',
  },
  'a collection account that receives': {
    changes: [['/accounts/0/receives', ['income']]],
    at: '/accounts/0',
  },
  'a sweep into nowhere': { changes: [['/accounts/1/sweepsTo', 'moon']], at: '/accounts/1/sweepsTo' },
  'a plan account that is swept': {
    changes: [['/accounts/2/sweepsTo', 'collection']],
    at: '/accounts/2/sweepsTo',
  },
  'a reserve without an account': { changes: [['/reserve', reserve]], at: '/accounts' },
  'a reserve account without a reserve': { changes: [accounts(reserveAccount)], at: '/accounts' },
  'an unknown field': { changes: [['/tranches/0/colour', 'blue']], at: '/tranches/0/colour' },
  'an unknown field at the top': { changes: [['/colour', 'blue']], at: '/colour' },
  'a missing field': { changes: [['/dayCount', undefined]], at: '/dayCount' },
  'a wrong type': { changes: [['/tranches/0/size', 15000000000]], at: '/tranches/0/size' },
  'a wrong version': { changes: [['/schema', 'lingnan-deal/2']], at: '/schema' },
  'a tranche twice': { changes: [['/tranches/1/id', 'A']], at: '/tranches' },
  'a series twice': { changes: [['/tranches/1/series/0/id', 'A-CN']], at: '/tranches/*/series' },
  'an asset twice': { changes: [['/pool/assets/1/id', 'A01']], at: '/pool/assets' },
  'a right in two assets': { changes: [['/pool/assets/1/right', `${DEMO}-R01`]], at: '/pool/assets/*/right' },
  'a trigger twice': { changes: [['/triggers/1/id', 'AE1']], at: '/triggers' },
  'a name of a flag that the program keeps': { changes: [['/triggers/1/id', 'scratch']], at: '/triggers' },
  'a closing on the first payment date': {
    changes: [
      ['/accrualStart', '2026-06-22'],
      ['/closingDate', '2026-09-21'],
    ],
    at: '/closingDate',
  },
  'a cure out of an account into itself': {
    changes: [['/losses', 'deficiency'], ...step({ step: 'cure', to: 'A', into: 'plan' })],
    at: '/waterfall/normal/0',
  },
  'a release of the reserve into itself': {
    changes: [
      ['/reserve', reserve],
      accounts(reserveAccount),
      ...step({ step: 'releaseReserve', to: 'reserve', amount: 'all' }),
    ],
    at: '/waterfall/normal/0',
  },
  'a name with a meaning of its own': { changes: [['/triggers/1/id', 'lastDate']], at: '/triggers' },
  'an office held twice': {
    changes: [['/parties/1/offices', ['manager', 'originator']]],
    at: '/parties/1/offices',
  },
  'two guarantors in the office of one': {
    changes: [['/parties/1/offices', ['manager', 'guarantor']]],
    at: '/parties/5/offices',
  },
  'a fee on an unknown facility': {
    changes: [['/fees/0/basis', { kind: 'facility', rate: '0.01', on: 'drawn', support: 'uncle' }]],
    at: '/fees/0/basis/support',
  },
  'a fee on a facility above its bound': {
    changes: [['/fees/0/basis', { kind: 'facility', rate: '1.01', on: 'drawn', support: 'guarantor' }]],
    at: '/fees/0/basis/rate',
  },
  'a fee for a vacant office': { changes: [['/fees/0/payTo', 'auditor']], at: '/fees/0/payTo' },
  'a support of an unknown party': { changes: [['/supports/0/party', 'nobody']], at: '/supports/0/party' },
  'a place that is unknown': { changes: [['/pool/assets/0/place', 'Atlantis']], at: '/pool/assets/0/place' },
  'a readiness level of another class': { changes: [['/pool/assets/0/trl', 7]], at: '/pool/assets/0/trl' },
  'an early asset without a payer': { changes: [['/pool/assets/7/payer', undefined]], at: '/pool/assets/7' },
  'more lent than the appraisal bears': {
    changes: [['/pool/assets/0/appraisedValue', '5199999999']],
    at: '/pool/assets/0/principal',
  },
  'a tranche backed by too little': {
    changes: [['/tranches/1/maturityClasses', ['stable', 'pilotPassed']]],
    at: '/tranches/1/maturityClasses',
  },
  'a trigger for a mode without steps': {
    changes: [['/waterfall/default', undefined]],
    at: '/triggers/3/effect',
  },
  'a trigger on an unknown tranche': {
    changes: [['/triggers/3/when', [{ kind: 'interestUnpaid', tranches: ['D'] }]]],
    at: '/triggers/3/when/0/tranches',
  },
  'a trigger on interest that is never due': {
    changes: [['/triggers/3/when', [{ kind: 'interestUnpaid', tranches: ['C'] }]]],
    at: '/triggers/3/when/0/tranches',
  },
  'a trigger on an unknown support': {
    changes: [['/triggers/1/when', [{ kind: 'callUnpaid', support: 'uncle' }]]],
    at: '/triggers/1/when/0',
  },
  'a trigger on a ledger that is not kept': {
    changes: [['/triggers/6/when', [{ kind: 'deficiency', tranches: ['A'] }]]],
    at: '/triggers/6/when/0',
  },
  'a trigger on a baseline that is not stated': {
    changes: [['/periods/3/baseline', undefined]],
    at: '/periods/3/baseline',
  },
  'a cure without a deficiency ledger': {
    changes: step({ step: 'cure', to: 'A', into: 'plan' }),
    at: '/waterfall/normal/0',
  },
  'a support drawn at a step although it has a second pass': {
    changes: step({ step: 'tax', support: ['guarantor'] }),
    at: '/waterfall/normal/0',
  },
  'a support drawn for what it does not cover': {
    changes: [
      ['/supports/0/draws', 'atStep'],
      ...step({ step: 'interest', to: 'B', support: ['guarantor'] }),
    ],
    at: '/waterfall/normal/0',
  },
  'a support drawn for more principal than is scheduled': {
    changes: [
      ['/supports/0/draws', 'atStep'],
      ...step({ step: 'principal', to: 'A', amount: 'all', support: ['guarantor'] }),
    ],
    at: '/waterfall/normal/0',
  },
  'a support that covers no tranche': {
    changes: [['/supports/0/covers/2', 'int:D']],
    at: '/supports/0/covers/2',
  },
  'a share of defaults above the whole pool': {
    changes: [['/triggers/0/when', [{ kind: 'cumulativeDefault', above: '5' }]]],
    at: '/triggers/0/when/0/above',
  },
  'new defaults above all notes': {
    changes: [['/triggers/0/when', [{ kind: 'periodDefault', above: '1.000000001' }]]],
    at: '/triggers/0/when/0/above',
  },
  'a clean-up call above the whole pool': {
    changes: [['/triggers/0/when', [{ kind: 'poolBelow', share: '10' }]]],
    at: '/triggers/0/when/0/share',
  },
  'a multiple that is a percentage': {
    changes: [['/triggers/0/when', [{ kind: 'overcollateralisation', tranches: ['A'], below: '110' }]]],
    at: '/triggers/0/when/0/below',
  },
  'a condition that never holds': {
    changes: [['/triggers/0/when', [{ kind: 'cumulativeShortfall', below: '0' }]]],
    at: '/triggers/0/when/0/below',
  },
  'a condition on a date that does not exist': {
    changes: [['/triggers/0/when', [{ kind: 'dateReached', date: '2027-02-29' }]]],
    at: '/triggers/0/when/0/date',
  },
  'a multiple of the coupon that is a percentage': {
    changes: [['/tranches/0/interestOnArrears', { factor: '130' }]],
    at: '/tranches/0/interestOnArrears/factor',
  },
  'a share of an account above all of it': {
    changes: step({ step: 'move', from: 'plan', into: 'trap', share: '1.5' }),
    at: '/waterfall/normal/0/share',
  },
  'a share of nothing': {
    changes: step({ step: 'principal', to: 'A', amount: 'all', share: '0' }),
    at: '/waterfall/normal/0/share',
  },
  'shares of principal that are not all of it': {
    changes: [['/pool/repayment', { kind: 'stated', shares: [{ at: 1, share: '0.9' }] }]],
    at: '/pool/repayment/shares',
  },
  'a fixing of zero': { changes: [['/fixings/0/rate', '0']], at: '/fixings/0/rate' },
  'a reset on a date that does not exist': {
    changes: [['/tranches/0/resets', [{ from: '2026-02-30', rate: '0.03' }]]],
    at: '/tranches/0/resets/0/from',
  },
  'two resets on one date': {
    changes: [
      [
        '/tranches/0/resets',
        [
          { from: '2027-01-01', rate: '0.03' },
          { from: '2027-01-01', rate: '0.04' },
        ],
      ],
    ],
    at: '/tranches/0/resets/1/from',
  },
  'a target on a date that does not exist': {
    changes: [
      ['/tranches/0/amortisation', { kind: 'target', balances: [{ date: '2026-13-01', balance: '0' }] }],
    ],
    at: '/tranches/0/amortisation/balances/0/date',
  },
  'a step-up above its bound': {
    changes: [['/tranches/0/stepUp', { from: '2027-01-01', rate: '1.5' }]],
    at: '/tranches/0/stepUp/rate',
  },
  'unpaid step-up interest that bears too much': {
    changes: [['/tranches/0/stepUp', { from: '2027-01-01', rate: '0.01', onUnpaid: '2' }]],
    at: '/tranches/0/stepUp/onUnpaid',
  },
  'a step-up from a date that does not exist': {
    changes: [['/tranches/0/stepUp', { from: '2027-04-31', rate: '0.01' }]],
    at: '/tranches/0/stepUp/from',
  },
  'a step-up that nobody pays': {
    changes: [['/tranches/0/stepUp', { from: '2027-01-01', rate: '0.01' }]],
    at: '/waterfall/normal',
  },
  'a clean-up call in a share of more than the pool': {
    changes: step({ step: 'cleanUpCall', to: 'rated', share: '2' }),
    at: '/waterfall/normal/0/share',
  },
  'a step after a clean-up call that is not there': {
    changes: step({ step: 'tax', onlyIf: ['called'] }),
    at: '/waterfall/normal/0',
  },
  'a commitment that is restored though nothing is reimbursed': {
    changes: [
      ['/supports/0/restores', true],
      ['/waterfall', { normal: ['tax', 'fees_senior', 'int:rated', 'prin_all:rated', 'junior'] }],
    ],
    at: '/supports/0/restores',
  },
  'a provenance that points nowhere': {
    changes: [['/provenance', { '/moon': 'assumed' }]],
    at: '/provenance/~1moon',
  },
  'a provenance without a tag': { changes: [['/provenance', { '/': 'hearsay' }]], at: '/provenance/~1' },
}

describe('parseDeal', () => {
  for (const id of sampleIds) {
    it(`default: ${id}`, () => {
      expect(sampleDeal(id).id).to.equal(id)
    })
  }

  it('behavior: steps for absent levels are left out with a notice', () => {
    const { notices, programs } = sampleDeal('CN-SZSE-2019-GDD-PATENT-LICENCE')
    expect(notices.map(({ path, value }) => [path, value])).to.deep.include([
      '/waterfall/normal/3',
      'int:mezz',
    ])
    expect(programs[0]?.steps.map(({ name }) => name)).to.deep.equal([
      'tax',
      'fees_senior',
      'int:senior',
      'prin_sched:senior',
      'guarantor_reimburse',
      'junior_if_allowed',
      'carry_forward',
    ])
  })

  it('behavior: dates after the last published year are provisional', () => {
    const standing = sampleDeal(DEMO).dates.map(({ provisional }) => provisional)
    expect(standing.slice(0, 3)).to.deep.equal([false, false, true])
  })

  it('behavior: a tail of quarterly dates ends at legal final', () => {
    const tail = sampleDeal(DEMO).dates.filter(date => date.tail)
    expect(tail.length).to.equal(8)
    expect(tail.at(-1)?.day).to.equal(sampleDeal(DEMO).legalFinal)
  })

  it('error: DealFileError for a text that is not JSON', () => {
    expect(problemsOf('{"schema":').map(({ path }) => path)).to.deep.equal(['/'])
  })

  for (const [name, { changes, at }] of Object.entries(faults)) {
    it(`error: DealFileError for ${name}, at ${at}`, () => {
      const problems = problemsOf(changed(...changes))
      expect(problems.map(({ path }) => path)).to.include(at)
      for (const { message, remedy } of problems) expect([message, remedy]).not.to.include('')
    })
  }

  it('error: DealFileError names a legal final before closing once, against closing', () => {
    for (const date of ['2020-06-21', part('/closingDate')]) {
      const problems = problemsOf(changed(['/legalFinal', date]))
      expect(problems.map(({ path }) => path)).to.deep.equal(['/legalFinal'])
      expect(problems[0]?.message).to.include('/closingDate')
    }
  })

  it('error: DealFileError names a circle of swept accounts once, not in every mode', () => {
    const problems = problemsOf(changed(['/accounts/1/sweepsTo', 'collection']))
    expect(problems.map(({ path }) => path)).to.deep.equal(['/accounts'])
    expect(problems[0]?.value).to.deep.equal(['collection', 'supervised', 'collection'])
  })

  it('error: DealFileError names a circle of moves and sweeps in the mode that moves, beside one of sweeps', () => {
    const paths = problemsOf(
      changed(
        ['/accounts/1/sweepsTo', 'collection'],
        [
          '/waterfall/acceleration',
          ['tax', { step: 'move', from: 'plan', into: 'collection' }, 'prin_all:rated', 'junior'],
        ],
      ),
    ).map(({ path }) => path)
    expect(paths).to.include.members(['/accounts', '/waterfall/acceleration'])
  })

  it('behavior: a byte order mark before the text is left aside', () => {
    expect(parseDeal(`\uFEFF${dealFileText(DEMO)}`).id).to.equal(DEMO)
  })

  it('error: DealFileError for a field that is given twice, wherever it stands', () => {
    const twice = (field: string, other: string): string =>
      dealFileText(DEMO).replace(field, `${other}, ${field}`)
    const paths = (text: string): readonly string[] => problemsOf(text).map(({ path }) => path)
    expect(paths(twice('"total": "20000000000"', '"total": "1"'))).to.deep.equal(['/total'])
    expect(paths(twice('"coupon": "0.0480"', '"c\\u006fupon": "0.09"'))).to.deep.equal(['/tranches/1/coupon'])
    expect(paths('[{"a": "{\\"a\\":1,\\"a\\":2}", "b": {"a": 1}}]')).to.deep.equal(['/'])
  })

  it('error: DealFileError for a text that is nested without end', () => {
    for (const text of [
      '['.repeat(200_000) + ']'.repeat(200_000),
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    ]) {
      const [problem] = problemsOf(text)
      expect([problem?.path, problem?.message]).to.deep.equal([
        '/',
        'Lists and objects stand in each other more than 256 levels deep',
      ])
    }
  })

  it('error: DealFileError for units that are worth nothing, with the law at hand too', () => {
    expect(() => parseDeal(changed(['/face', '0']), gbaLaw())).to.throw(
      DealFileError,
      'A unit is worth nothing',
    )
  })

  it('behavior: what a mode traps can be paid out in a mode that comes after it', () => {
    const trap = { id: 'trap', purpose: 'plan' }
    const into = [
      'tax',
      { step: 'move', from: 'plan', into: 'trap', share: '0.5' },
      'int:rated',
      'prin_all:rated',
      'junior',
    ]
    const out = [{ step: 'move', from: 'trap', into: 'plan' }, 'tax', 'int:rated', 'prin_all:rated', 'junior']
    const paths = (normal: unknown, later: unknown): readonly string[] =>
      problemsOf(
        changed(accounts(trap), ['/waterfall', { normal, acceleration: later, default: later }]),
      ).map(({ path }) => path)
    expect(paths(into, out)).to.deep.equal([])
    expect(paths(out, into)).to.deep.equal(['/waterfall/normal/0'])
  })

  it('error: DealFileError shows a text that is no object', () => {
    const [problem] = problemsOf('[1]')
    expect([problem?.path, problem?.value]).to.deep.equal(['/', [1]])
  })

  it('error: DealFileError names every fault at once, unknown fields too', () => {
    const text = changed(
      ['/total', '1'],
      ['/colour', 'blue'],
      ['/tranches/0/coupon', '1.5'],
      ['/periods/0/payment', '2026-10-01'],
      ['/waterfall/normal/0', 'tithe'],
    )
    const paths = problemsOf(text).map(({ path }) => path)
    expect(paths).to.include.members([
      '/colour',
      '/total',
      '/tranches/0/coupon',
      '/periods/0/payment',
      '/waterfall/normal/0',
    ])
  })
})
