import { expect } from 'chai'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { cell, linesOf, plainDeal, raised, runPlain, tranche } from './plainDeal.ts'

const twoSeniors = [
  tranche('A1', { size: '600', coupon: '0.365' }),
  tranche('A2', { size: '400', coupon: '0.365' }),
  tranche('C', { size: '200' }),
]
const guarantor = (draws: 'secondPass' | 'atStep', covers: string[]): DealFile['supports'] => [
  { id: 'guarantor', kind: 'guarantor', party: 'guarantor', commitment: '50', covers, draws },
]
const twoAccounts: DealFile['accounts'] = [
  { id: 'income', purpose: 'plan', receives: ['income'] },
  { id: 'principal', purpose: 'plan', receives: ['principal'] },
]
const reserveAccount: DealFile['accounts'][number] = { id: 'reserve', purpose: 'reserve' }

describe('steps', () => {
  it('interest: arrears stay due and bear interest only where the deal says so', async () => {
    const without = await runPlain(plainDeal(), [{}, { income: 30 }])
    expect(linesOf(without, 2)).to.deep.equal(['int:A 20/20', 'prin:A 1000/10'])
    const tranches = [
      tranche('A', { size: '1000', coupon: '0.365', interestOnArrears: { factor: '2', margin: '0.365' } }),
      tranche('C', { size: '200' }),
    ]
    const bearing = await runPlain(plainDeal({ tranches }), [{}, { income: 5 }, { income: 20 }])
    expect(linesOf(bearing, 2)).to.deep.equal(['int:A 20/5', 'prin:A 1000/0'])
    expect(linesOf(bearing, 3)).to.deep.equal(['int:A 25/20', 'prin:A 1000/0'])
    const long = plainDeal({
      tranches,
      periods: [{ payment: '2026-04-11' }, { payment: '2026-07-20' }],
      legalFinal: '2026-08-01',
    })
    const late = await runPlain(long, [{}, { income: 50 }])
    expect(linesOf(late, 2)).to.deep.equal(['ioa:A 30/30', 'int:A 200/20', 'prin:A 1000/0'])
  })

  it('interest: a coupon changes on its reset date, inside a period', async () => {
    const tranches = [
      tranche('A', { size: '1000', coupon: '0.365', resets: [{ from: '2026-01-15', rate: '0.73' }] }),
      tranche('C', { size: '200' }),
    ]
    const ran = await runPlain(plainDeal({ tranches }), [{ income: 10 }, { income: 16 }, { income: 20 }])
    expect([1, 2, 3].map(number => linesOf(ran, number)[0])).to.deep.equal([
      'int:A 10/10',
      'int:A 16/16',
      'int:A 20/20',
    ])
  })

  it('pro rata: members of a rank share what is there, the rest goes to the first or the largest remainder', async () => {
    const first = await runPlain(plainDeal({ tranches: twoSeniors }), [{ income: 9 }])
    expect(linesOf(first, 1).slice(0, 2)).to.deep.equal(['int:A1 6/6', 'int:A2 4/3'])
    const rounding = { interest: 'floor', fees: 'floor', tax: 'floor', split: 'largest' } as const
    const largest = await runPlain(plainDeal({ tranches: twoSeniors, rounding }), [{ income: 9 }])
    expect(linesOf(largest, 1).slice(0, 2)).to.deep.equal(['int:A1 6/5', 'int:A2 4/4'])
  })

  it('sequential: one after the other, as far as the step says so', async () => {
    const normal: DealFile['waterfall']['normal'] = [
      'int:senior',
      { step: 'principal', to: 'senior', amount: 'all', order: 'sequential' },
      'junior_if_allowed',
    ]
    const ran = await runPlain(plainDeal({ tranches: twoSeniors, waterfall: { normal } }), [
      { income: 10, principal: 650 },
    ])
    expect(linesOf(ran, 1).slice(2, 4)).to.deep.equal(['prin:A1 600/600', 'prin:A2 400/50'])
  })

  it('principal with a share leaves the rest in its account', async () => {
    const normal: DealFile['waterfall']['normal'] = [
      { step: 'principal', to: 'senior', amount: 'all', share: '0.5' },
      'int:senior',
      'junior_if_allowed',
    ]
    const ran = await runPlain(plainDeal({ tranches: twoSeniors, waterfall: { normal } }), [
      { principal: 200 },
    ])
    expect(linesOf(ran, 1)).to.deep.equal(['prin:A1 600/60', 'prin:A2 400/40', 'int:A1 6/6', 'int:A2 4/4'])
    expect(cell(ran, 1, 'account:plan')).to.equal(90)
  })

  it('scheduled principal: equal instalments, stated ones, targets', async () => {
    const amortised = (amortisation: DealFile['tranches'][number]['amortisation']): DealFile =>
      plainDeal({
        tranches: [tranche('A', { size: '1000', coupon: '0', amortisation }), tranche('C', { size: '200' })],
      })
    const due = async (file: DealFile): Promise<readonly (string | undefined)[]> => {
      const ran = await runPlain(file, [{ principal: 1000 }, {}, {}])
      return [1, 2, 3].map(number => linesOf(ran, number)[0])
    }
    expect(await due(amortised({ kind: 'equal', instalments: 3 }))).to.deep.equal([
      'prin:A 333/333',
      'prin:A 333/333',
      'prin:A 334/334',
    ])
    expect(await due(amortised({ kind: 'equal', instalments: 2, first: 2 }))).to.deep.equal([
      undefined,
      'prin:A 500/500',
      'prin:A 500/500',
    ])
    const instalments = [
      { date: '2026-01-11', amount: '100' },
      { date: '2026-01-31', amount: '900' },
    ]
    expect(await due(amortised({ kind: 'schedule', instalments }))).to.deep.equal([
      'prin:A 100/100',
      undefined,
      'prin:A 900/900',
    ])
    const balances = [
      { date: '2026-01-20', balance: '700' },
      { date: '2026-01-31', balance: '0' },
    ]
    expect(await due(amortised({ kind: 'target', balances }))).to.deep.equal([
      undefined,
      'prin:A 300/300',
      'prin:A 700/700',
    ])
  })

  it('fees: by rate, by period and by report, with caps; what exceeds a cap ranks with junior fees', async () => {
    const fees: DealFile['fees'] = [
      {
        id: 'trustee',
        rank: 'senior',
        payTo: 'manager',
        basis: { kind: 'perPeriod', amount: '7' },
        yearlyCap: '10',
      },
      { id: 'agent', rank: 'senior', payTo: 'servicer', basis: { kind: 'reported', cap: '3' } },
      {
        id: 'service',
        rank: 'junior',
        payTo: 'servicer',
        basis: { kind: 'rate', rate: '0.365', on: 'rated' },
      },
    ]
    const normal: DealFile['waterfall']['normal'] = [
      'fees_senior',
      'int:senior',
      'fees_junior',
      'prin_sched:senior',
      'junior_if_allowed',
    ]
    const ran = await runPlain(plainDeal({ fees, waterfall: { normal } }), [
      { income: 100, fees: { agent: '5' } },
      { income: 100 },
    ])
    expect(linesOf(ran, 1)).to.deep.equal([
      'fees_senior:trustee 7/7',
      'fees_senior:agent 3/3',
      'int:A 10/10',
      'fees_junior 10/10',
      'fees_over:agent 2/2',
      'prin:A 1000/68',
    ])
    expect(linesOf(ran, 2)).to.deep.include.members(['fees_senior:trustee 3/3', 'fees_over:trustee 4/4'])
  })

  it('refund: paid before everything else, up to its cap; the excess ranks with junior fees', async () => {
    const normal: DealFile['waterfall']['normal'] = [
      'int:senior',
      'fees_junior',
      'prin_sched:senior',
      'junior_if_allowed',
    ]
    const ran = await runPlain(plainDeal({ refunds: { cap: '5' }, waterfall: { normal } }), [
      { income: 12, refund: '8' },
      { income: 20 },
    ])
    expect(linesOf(ran, 1)).to.deep.equal(['refund 5/5', 'int:A 10/7', 'refund_over 3/0', 'prin:A 1000/0'])
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 13/13', 'refund_over 3/3', 'prin:A 1000/4'])
  })

  it('reserve: supports a step, is topped up to its target, and joins the income on the last date', async () => {
    const file = plainDeal({
      accounts: [{ id: 'plan', purpose: 'plan', receives: ['income', 'principal'] }, reserveAccount],
      reserve: { opening: '15', target: { kind: 'percent', percent: '0.02', floor: '12' } },
      waterfall: {
        normal: [
          { step: 'interest', to: 'senior', support: ['reserve'] },
          'reserve_topup',
          'prin_sched:senior',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 4 }, { income: 25 }, { income: 10 }])
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 10/10', 'reserve_topup 11/0', 'prin:A 1000/0'])
    expect(cell(ran, 1, 'account:reserve')).to.equal(9)
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 10/10', 'reserve_topup 11/11', 'prin:A 1000/4'])
    expect(linesOf(ran, 3)).to.deep.equal(['reserve_release 20/20', 'int:A 9/9', 'prin:A 996/21'])
    expect(cell(ran, 3, 'account:reserve')).to.equal(0)
  })

  it('reserve: excess above the target is released where the steps say so', async () => {
    const file = plainDeal({
      accounts: [{ id: 'plan', purpose: 'plan', receives: ['income', 'principal'] }, reserveAccount],
      reserve: { opening: '15', target: { kind: 'fixed', amount: '12' } },
      waterfall: {
        normal: [
          { step: 'releaseReserve', to: 'plan', amount: 'excess' },
          'int:senior',
          'prin_sched:senior',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 10 }])
    expect(linesOf(ran, 1)).to.deep.equal(['reserve_release 3/3', 'int:A 10/10', 'prin:A 1000/3'])
  })

  it('guarantor: a second pass pays what it covers and nothing else, pro rata in a rank', async () => {
    const file = plainDeal({
      tranches: twoSeniors,
      supports: guarantor('secondPass', ['int:senior']),
      waterfall: { normal: ['int:senior', 'prin_sched:senior', 'guarantor_reimburse', 'junior_if_allowed'] },
    })
    const ran = await runPlain(file, [
      { income: 5 },
      { income: 5, supports: { guarantor: '3' } },
      { income: 500 },
    ])
    expect(linesOf(ran, 1)).to.deep.equal([
      'int:A1 6/3',
      'int:A2 4/2',
      'prin:A1 600/0',
      'prin:A2 400/0',
      'int:A1 3/3',
      'int:A2 2/2',
    ])
    expect(ran.periods[1]?.calls).to.deep.equal([
      { support: 'guarantor', need: 5n, call: 5n, paid: 3n, drawn: 3n, owed: 8n, left: 42n },
    ])
    expect(linesOf(ran, 2).slice(-2)).to.deep.equal(['int:A1 3/2', 'int:A2 2/1'])
    expect(linesOf(ran, 3)).to.deep.include('int:A1 7/7')
    expect(linesOf(ran, 3)).to.deep.include('guarantor_reimburse 8/0')
  })

  it('guarantor: money that is not drawn goes back, and a call is within the commitment that is left', async () => {
    const file = plainDeal({
      supports: guarantor('secondPass', ['int:senior', 'prin_sched:senior']),
      waterfall: { normal: ['int:senior', 'prin_sched:senior', 'guarantor_reimburse', 'junior_if_allowed'] },
      tranches: [
        tranche('A', { size: '1000', coupon: '0.365', amortisation: { kind: 'equal', instalments: 3 } }),
        tranche('C', { size: '200' }),
      ],
    })
    const ran = await runPlain(file, [{ income: 320, supports: { guarantor: '30' } }])
    expect(linesOf(ran, 1)).to.deep.equal([
      'int:A 10/10',
      'prin:A 333/310',
      'prin:A 23/23',
      'return:guarantor 7/7',
    ])
    const exhausted = await runPlain(file, [{}])
    expect(exhausted.periods[0]?.calls[0]).to.include({ need: 343n, call: 50n, paid: 50n, left: 0n })
  })

  it('guarantor: scheduled principal is covered only where there is a schedule', async () => {
    const ran = await runPlain(
      plainDeal({ supports: guarantor('secondPass', ['int:senior', 'prin_sched:senior']) }),
      [{ income: 4 }],
    )
    expect(ran.periods[0]?.calls[0]?.need).to.equal(6n)
  })

  it('guarantor at a step: what is short of that step, after the reserve', async () => {
    const file = plainDeal({
      accounts: [{ id: 'plan', purpose: 'plan', receives: ['income', 'principal'] }, reserveAccount],
      reserve: { opening: '3', target: { kind: 'fixed', amount: '0' } },
      supports: guarantor('atStep', ['int:senior']),
      waterfall: {
        normal: [
          { step: 'interest', to: 'senior', support: ['reserve', 'guarantor'] },
          'prin_sched:senior',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 2 }])
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 10/10', 'prin:A 1000/0'])
    expect(ran.periods[0]?.calls[0]).to.include({ need: 5n, drawn: 5n })
    const shared = await runPlain(
      {
        ...file,
        ...plainDeal({ tranches: twoSeniors }),
        accounts: file.accounts,
        reserve: file.reserve,
        supports: file.supports,
        waterfall: file.waterfall,
      },
      [{ income: 2 }],
    )
    expect(linesOf(shared, 1).slice(0, 6)).to.deep.equal([
      'int:A1 6/2',
      'int:A2 4/0',
      'int:A1@reserve 4/2',
      'int:A2@reserve 4/1',
      'int:A1@guarantor 2/2',
      'int:A2@guarantor 3/3',
    ])
  })

  it('deficiency: losses are booked in reverse rank and cured from income; principal used for interest too', async () => {
    const tranches = [
      tranche('A', { size: '1000', coupon: '0.365' }),
      tranche('B', { size: '100', coupon: '0.365', level: 'mezz' }),
      tranche('C', { size: '200' }),
    ]
    const file = plainDeal({
      tranches,
      losses: 'deficiency',
      accounts: twoAccounts,
      waterfall: {
        normal: [
          'int:A',
          { step: 'interest', to: 'A', from: 'principal', debitDeficiency: true },
          { step: 'cure', to: 'A', into: 'principal' },
          'int:B',
          { step: 'cure', to: 'B', into: 'principal' },
          { step: 'principal', to: ['A', 'B'], amount: 'all', order: 'sequential' },
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [
      { income: 8, principal: 50, losses: [{ asset: 'P', amount: '240' }] },
      { income: 40 },
    ])
    expect(linesOf(ran, 1)).to.deep.equal([
      'int:A 10/8',
      'int:A 2/2',
      'int:B 1/0',
      'cure:B 42/0',
      'prin:A 1000/48',
      'prin:B 100/0',
    ])
    expect(['A', 'B', 'C'].map(id => cell(ran, 1, `deficiency:${id}`))).to.deep.equal([0, 42, 200])
    expect(linesOf(ran, 2)).to.deep.equal([
      'int:A 9/9',
      'int:B 2/2',
      'cure:B 42/29',
      'prin:A 952/29',
      'prin:B 100/0',
    ])
  })

  it('tests: failed interest cover diverts all that is left of the income', async () => {
    const file = plainDeal({
      accounts: twoAccounts,
      triggers: [
        {
          id: 'IC',
          effect: 'divert',
          when: [{ kind: 'interestCoverage', tranches: ['A'], below: '1.5' }],
          decision: 'automatic',
          latched: false,
        },
      ],
      waterfall: {
        normal: [
          'int:A',
          { step: 'move', from: 'income', into: 'principal', onlyIf: ['IC'] },
          { step: 'principal', to: 'A', amount: 'all' },
          { step: 'residual', to: 'C', from: 'income' },
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 14 }, { income: 15 }])
    expect(raised(ran, 1)).to.deep.equal(['IC'])
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 10/10', 'move:principal 4/4', 'prin:A 1000/4'])
    expect(raised(ran, 2)).to.deep.equal([])
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 9/9', 'prin:A 996/0', 'excess:C 6/6'])
  })

  it('traps: a share of the income goes into an account of its own', async () => {
    const file = plainDeal({
      accounts: [...twoAccounts, { id: 'trap', purpose: 'plan' }],
      triggers: [
        {
          id: 'TRAP50',
          effect: 'trap',
          when: [{ kind: 'debtService', tranches: ['A'], below: '2' }],
          decision: 'automatic',
          latched: false,
        },
      ],
      waterfall: {
        normal: [
          'int:A',
          { step: 'move', from: 'income', into: 'trap', share: '0.5', onlyIf: ['TRAP50'] },
          { step: 'residual', to: 'C', from: 'income' },
          { step: 'principal', to: 'A', amount: 'all' },
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 19 }, { income: 20 }])
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 10/10', 'move:trap 4/4', 'excess:C 5/5', 'prin:A 1000/0'])
    expect(cell(ran, 1, 'account:trap')).to.equal(4)
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 10/10', 'excess:C 10/10', 'prin:A 1000/0'])
  })

  it('demotion: interest of a tranche waits behind principal while a test fails', async () => {
    const tranches = [
      tranche('A', { size: '1000', coupon: '0.365' }),
      tranche('B', { size: '100', coupon: '0.365', level: 'mezz' }),
      tranche('C', { size: '200' }),
    ]
    const file = plainDeal({
      tranches,
      triggers: [
        {
          id: 'OC',
          effect: 'demote',
          when: [{ kind: 'overcollateralisation', tranches: ['A', 'B'], below: '1.1' }],
          decision: 'automatic',
          latched: false,
        },
      ],
      waterfall: {
        normal: [
          'int:A',
          { step: 'interest', to: 'B', unless: ['OC'] },
          'prin_all:A',
          { step: 'interest', to: 'B', onlyIf: ['OC'] },
          'prin_all:B',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [
      { income: 20, performing: { stable: '1300' } },
      { income: 20, performing: { stable: '1000' } },
    ])
    expect(linesOf(ran, 1).slice(0, 2)).to.deep.equal(['int:A 10/10', 'int:B 1/1'])
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 9/9', 'prin:A 991/11', 'int:B 1/0', 'prin:B 100/0'])
  })
})
