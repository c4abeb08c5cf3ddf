import { expect } from 'chai'
import { compileDeal } from '../../../src/deal/compile.ts'
import { DealFileError, DealTooLargeError } from '../../../src/deal/errors.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { pathParts, pointer } from '../../../src/deal/pointer.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import type { Problem } from '../../../src/domain/errors.ts'
import { plainDeal, tranche } from './plainDeal.ts'

function problemsOf(file: unknown): readonly Problem[] {
  try {
    parseDeal(JSON.stringify(file))
  } catch (error) {
    if (error instanceof DealFileError) return error.problems
    throw error
  }
  return []
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Every part of a file, one of each kind: the first of every list stands for the others. */
function partsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isObject(value)) return [path]
  const keys = Array.isArray(value) ? [...value.keys()].slice(0, 2).map(String) : Object.keys(value)
  const below = keys.flatMap(key => partsIn(Reflect.get(value, key), [...path, key]))
  return path.length === 0 ? below : [path, ...below]
}

function changed(
  file: unknown,
  path: readonly string[],
  change: (parent: object, key: string) => void,
): unknown {
  const copy: unknown = structuredClone(file)
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (isObject(at) ? Reflect.get(at, key) : at), copy)
  if (isObject(parent)) change(parent, path.at(-1) ?? '')
  return copy
}

/** A deal with something of everything. */
const full: DealFile = plainDeal({
  parties: [
    { id: 'servicer', name: 'Servicer', place: 'CN', offices: ['servicer', 'manager', 'originator'] },
    { id: 'guarantor', name: 'Guarantor', place: 'CN', offices: ['guarantor'] },
  ],
  tranches: [
    tranche('A', {
      size: '1000',
      coupon: '0.05',
      resets: [{ from: '2026-01-15', rate: '0.06' }],
      interestOnArrears: { factor: '1.5', margin: '0.01' },
      stepUp: { from: '2026-01-21', rate: '0.01' },
      amortisation: { kind: 'equal', instalments: 3 },
    }),
    tranche('B', {
      size: '100',
      coupon: '0.07',
      level: 'mezz',
      amortisation: {
        kind: 'schedule',
        instalments: [
          { date: '2026-01-12', amount: '40' },
          { date: '2026-02-02', amount: '60' },
        ],
      },
    }),
    tranche('C', { size: '200' }),
  ],
  accounts: [
    { id: 'collection', purpose: 'collection', sweepsTo: 'income', bank: 'servicer' },
    { id: 'income', purpose: 'plan', receives: ['income'] },
    { id: 'principal', purpose: 'plan', receives: ['principal'] },
    { id: 'reserve', purpose: 'reserve' },
  ],
  tax: { rate: '0.03', inclusive: true },
  fees: [
    { id: 'agent', rank: 'senior', payTo: 'servicer', basis: { kind: 'rate', rate: '0.01', on: 'notes' } },
    {
      id: 'extra',
      rank: 'junior',
      payTo: 'manager',
      basis: { kind: 'perPeriod', amount: '3' },
      yearlyCap: '9',
    },
  ],
  supports: [
    {
      id: 'facility',
      kind: 'liquidity',
      party: 'guarantor',
      commitment: '50',
      covers: ['tax', 'int:A'],
      draws: 'atStep',
      restores: true,
    },
  ],
  reserve: { opening: '10', target: { kind: 'percent', percent: '0.02', floor: '5' } },
  refunds: { cap: '5' },
  losses: 'deficiency',
  triggers: [
    {
      id: 'OC',
      effect: 'demote',
      when: [{ kind: 'overcollateralisation', tranches: ['A', 'B'], below: '1.1' }],
      decision: 'automatic',
      latched: false,
    },
    {
      id: 'LOW',
      effect: 'acceleration',
      when: [
        { kind: 'lowCollections', below: '0.8', periods: 2 },
        { kind: 'callUnpaid', support: 'facility' },
      ],
      decision: 'automatic',
      latched: true,
    },
  ],
  periods: [
    { payment: '2026-01-12', baseline: '100' },
    { payment: '2026-01-21', baseline: '100' },
    { payment: '2026-02-02', baseline: '100' },
  ],
  calendars: ['CN-SSE'],
  waterfall: {
    normal: [
      { step: 'tax', support: ['facility'] },
      'fees_senior',
      { step: 'interest', to: 'A', support: ['facility', 'reserve'] },
      { step: 'interest', to: 'B', unless: ['OC'] },
      { step: 'cure', to: 'rated', into: 'principal' },
      'prin_sched:rated',
      'step_up:A',
      'reserve_topup',
      { step: 'reimburse', support: 'facility' },
      'fees_junior',
      { step: 'move', from: 'principal', into: 'income', share: '0.5', onlyIf: ['OC'] },
      'junior_if_allowed',
    ],
    acceleration: [
      { step: 'move', from: 'principal', into: 'income' },
      'int:rated',
      { step: 'principal', to: 'rated', amount: 'all', from: 'income' },
      'step_up:A',
      'junior',
    ],
  },
  periodCalendar: [{ act: 'record', at: 'T-1', who: 'servicer' }],
  provenance: { '/': 'assumed', '/tranches/0/coupon': 'known' },
})
describe('a fault of form', () => {
  it('default: the file without a fault', () => {
    expect(problemsOf(full)).to.deep.equal([])
  })

  for (const path of partsIn(full)) {
    const at = pointer(path)
    const meets = (problem: Problem): boolean =>
      pathParts(problem.path).every((part, index) => path[index] === undefined || path[index] === part)

    it(`behavior: what stands in for ${at} is not faulted elsewhere`, () => {
      const wrong = problemsOf(
        changed(full, path, (parent, key) => Reflect.set(parent, key, { wrong: [true] })),
      )
      expect(wrong.filter(problem => !meets(problem))).to.deep.equal([])
      expect(wrong.length).to.be.greaterThan(0)
    })
  }

  it('behavior: whatever stands in its place, a part is read or refused', () => {
    const wild = [
      '',
      '-1',
      '99999999999999999999',
      'constructor',
      '2026-02-30',
      0,
      401,
      1.5,
      true,
      null,
      [],
      [null],
    ]
    let refused = 0
    for (const path of partsIn(full)) {
      for (const value of wild) {
        const text = JSON.stringify(changed(full, path, (parent, key) => Reflect.set(parent, key, value)))
        try {
          compileDeal(parseDeal(text))
        } catch (error) {
          if (!(error instanceof DealFileError) && !(error instanceof DealTooLargeError)) throw error
          refused += 1
        }
      }
    }
    expect(refused).to.be.greaterThan(2000)
  })

  it('behavior: faults of sums, dates, names and steps are told with it', () => {
    const { tranches } = full
    const [first, ...others] = tranches
    const wrong = problemsOf({
      ...full,
      tranches: [{ ...first, coupon: '5%' }, ...others],
      pool: { ...full.pool, total: '1299' },
      periods: full.periods.with(1, { payment: '2026-01-24', baseline: '100' }),
      supports: full.supports.map(support => ({ ...support, party: 'nobody' })),
      waterfall: { ...full.waterfall, normal: [...full.waterfall.normal, 'tithe', 'int:D'] },
    })
    expect(wrong.map(({ path }) => path).sort()).to.deep.equal([
      '/periods/1/payment',
      '/pool/total',
      '/supports/0/party',
      '/tranches/0/coupon',
      '/waterfall/normal/12',
      '/waterfall/normal/13',
    ])
  })

  const told: Readonly<Record<string, { readonly change: object; readonly remedy: RegExp }>> = {
    'an amount with separators': { change: { total: '1,300' }, remedy: /digits only.*such as "1250000"$/ },
    'an amount without quotes': { change: { total: 1300 }, remedy: /^Write "1300", in quotes$/ },
    'a percentage': {
      change: { tax: { rate: '3%', inclusive: true } },
      remedy: /decimal fraction.*up to 9 places.*such as "0.0325"$/,
    },
    'a date in another order': { change: { closingDate: '01/01/2026' }, remedy: /such as "2026-09-21"$/ },
    'a name with a space': { change: { id: 'MY DEAL' }, remedy: /no spaces, such as "A1"$/ },
    'an offset': { change: { periodCalendar: [{ act: 'record', at: 'D-1' }] }, remedy: /such as "T-8"$/ },
    'a cover': {
      change: { supports: full.supports.map(support => ({ ...support, covers: ['rent'] })) },
      remedy: /such as "int:senior"$/,
    },
    'two words as a step': {
      change: { waterfall: { normal: ['pay all'] } },
      remedy: /such as "carry_forward"$/,
    },
    'a value that is unknown': { change: { dayCount: 'ACT/300' }, remedy: /^Write one of .*ACT\/365F/ },
    'a kind that is unknown': {
      change: { reserve: { target: { kind: 'half' } } },
      remedy: /^Write one of fixed, percent$/,
    },
    'a text instead of a list': { change: { fees: 'none' }, remedy: /^Write a list in square brackets$/ },
    'no tranches': { change: { tranches: [] }, remedy: /^Give at least one of them$/ },
    'a name without letters': {
      change: { names: { ...full.names, pt: '' } },
      remedy: /^Give at least one character$/,
    },
    'too many months': { change: { tail: { months: 13 } }, remedy: /^Give at most 12$/ },
  }
  for (const [name, { change, remedy }] of Object.entries(told)) {
    it(`behavior: ${name} is told in words with an example`, () => {
      const [problem] = problemsOf({ ...full, ...change })
      expect(problem?.remedy).to.match(remedy)
      expect(`${problem?.message} ${problem?.remedy}`).not.to.match(/pattern|\\d|\^/)
    })
  }
})
