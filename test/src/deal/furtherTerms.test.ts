import { expect } from 'chai'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { cell, linesOf, plainDeal, raised, runPlain, tranche } from './plainDeal.ts'

const facility = (terms: Partial<DealFile['supports'][number]> = {}): DealFile['supports'] => [
  {
    id: 'facility',
    kind: 'liquidity',
    party: 'guarantor',
    commitment: '50',
    covers: ['int:A'],
    draws: 'atStep',
    ...terms,
  },
]
const calls = (ran: Awaited<ReturnType<typeof runPlain>>, number: number) => ran.periods[number - 1]?.calls

describe('a revolving facility', () => {
  const revolving = (restores: boolean): DealFile =>
    plainDeal({
      supports: facility({ restores }),
      waterfall: {
        normal: [
          { step: 'interest', to: 'A', support: ['facility'] },
          { step: 'reimburse', support: 'facility' },
          'prin_sched:A',
          'junior_if_allowed',
        ],
      },
    })
  const periods = [{ income: 4 }, { income: 30 }, {}]

  it('what is reimbursed can be drawn again', async () => {
    const ran = await runPlain(revolving(true), periods)
    expect(calls(ran, 1)?.[0]).to.include({ need: 6n, drawn: 6n, owed: 6n, left: 44n })
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 10/10', 'guarantor_reimburse 6/6', 'prin:A 1000/14'])
    expect(calls(ran, 2)?.[0]).to.include({ need: 0n, drawn: 0n, owed: 0n, left: 50n })
    expect(calls(ran, 3)?.[0]).to.include({ need: 9n, drawn: 9n, owed: 9n, left: 41n })
  })

  it('without that term the commitment only falls', async () => {
    const ran = await runPlain(revolving(false), periods)
    expect([1, 2, 3].map(number => calls(ran, number)?.[0]?.left)).to.deep.equal([44n, 44n, 35n])
  })

  it('bears 1 % in ten days on the 600 that are drawn, and costs 2 % on the 1,000, then 400 that are not', async () => {
    const on = (amount: 'drawn' | 'undrawn'): DealFile['fees'][number] => ({
      id: amount,
      rank: 'senior',
      payTo: 'guarantor',
      basis: {
        kind: 'facility',
        rate: amount === 'drawn' ? '0.365' : '0.73',
        on: amount,
        support: 'facility',
      },
    })
    const file = plainDeal({
      tranches: [tranche('A', { size: '60000', coupon: '0.365' }), tranche('C', { size: '200' })],
      supports: facility({ restores: true, commitment: '1000' }),
      fees: [on('drawn'), on('undrawn')],
      waterfall: {
        normal: [
          { step: 'interest', to: 'A', support: ['facility'] },
          { step: 'fees', fees: 'senior', order: 'sequential' },
          'guarantor_reimburse',
          'prin_sched:A',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{}, { income: 1_000 }])
    expect(linesOf(ran, 1).slice(0, 2)).to.deep.equal(['int:A 600/600', 'fees_senior:undrawn 20/0'])
    expect(linesOf(ran, 2)).to.deep.equal([
      'int:A 600/600',
      'fees_senior:drawn 6/6',
      'fees_senior:undrawn 28/28',
      'guarantor_reimburse 600/366',
      'prin:A 60000/0',
    ])
  })

  it('a fee on what is not drawn is no larger in a dry run, which lends without limit', async () => {
    const file = plainDeal({
      supports: facility({ restores: true, commitment: '1000' }),
      fees: [
        {
          id: 'undrawn',
          rank: 'senior',
          payTo: 'guarantor',
          basis: { kind: 'facility', rate: '0.365', on: 'undrawn', support: 'facility' },
        },
      ],
      waterfall: {
        normal: [
          'fees_senior',
          { step: 'interest', to: 'A', support: ['facility'] },
          'guarantor_reimburse',
          'prin_sched:A',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 20 }, { income: 13 }, { income: 20 }])
    expect([1, 2, 3].map(number => calls(ran, number)?.[0]?.need)).to.deep.equal([0n, 7n, 0n])
    expect([1, 2, 3].map(number => linesOf(ran, number)[0])).to.deep.equal([
      'fees_senior 10/10',
      'fees_senior 10/10',
      'fees_senior 9/9',
    ])
  })

  it('what is repaid in the period of a draw does not hide what has to be drawn', async () => {
    const file = plainDeal({
      supports: facility({ restores: true }),
      accounts: [
        { id: 'income', purpose: 'plan', receives: ['income'] },
        { id: 'principal', purpose: 'plan', receives: ['principal'] },
      ],
      waterfall: {
        normal: [
          { step: 'interest', to: 'A', support: ['facility'] },
          { step: 'reimburse', support: 'facility', from: 'principal' },
          'prin_sched:A',
          'junior_if_allowed',
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 4 }, { principal: 100 }])
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 10/10', 'guarantor_reimburse 16/16', 'prin:A 1000/84'])
    expect(calls(ran, 2)?.[0]).to.include({ need: 10n, drawn: 10n, owed: 0n, left: 50n })
  })
})

describe('two guarantors', () => {
  const file = plainDeal({
    parties: [
      { id: 'servicer', name: 'Servicer', place: 'CN', offices: ['servicer', 'manager'] },
      { id: 'parent', name: 'Parent', place: 'CN', offices: ['guarantor'] },
      { id: 'insurer', name: 'Insurer', place: 'HK', offices: [] },
    ],
    supports: [
      ...facility({ id: 'first', party: 'parent', kind: 'guarantor', commitment: '6', draws: 'secondPass' }),
      ...facility({ id: 'second', party: 'insurer', kind: 'guarantor', draws: 'secondPass' }),
    ],
    waterfall: { normal: ['int:A', 'prin_sched:A', 'guarantor_reimburse', 'junior_if_allowed'] },
  })

  it('a notice says that the ledger does not store it', () => {
    const [notice] = parseDeal(JSON.stringify(file)).notices
    expect([notice?.path, notice?.value]).to.deep.equal(['/supports/1', 'second'])
    const others = parseDeal(JSON.stringify(plainDeal())).notices.map(({ path }) => path)
    expect(new Set(others)).to.deep.equal(new Set(['/parties', '/poolTests']))
  })

  it('the second is called for what the commitment of the first does not cover', async () => {
    const ran = await runPlain(file, [{}, { income: 3 }])
    expect(calls(ran, 1)).to.deep.equal([
      { support: 'first', need: 6n, call: 6n, paid: 6n, drawn: 6n, owed: 6n, left: 0n },
      { support: 'second', need: 4n, call: 4n, paid: 4n, drawn: 4n, owed: 4n, left: 46n },
    ])
    expect(calls(ran, 2)).to.deep.equal([
      { support: 'first', need: 0n, call: 0n, paid: 0n, drawn: 0n, owed: 6n, left: 0n },
      { support: 'second', need: 7n, call: 7n, paid: 7n, drawn: 7n, owed: 11n, left: 39n },
    ])
  })

  it('it does not step in for a first that fails, and what the first pays too much goes back', async () => {
    const failing = await runPlain(file, [{ supports: { first: '0' } }])
    expect(calls(failing, 1)?.map(({ drawn }) => drawn)).to.deep.equal([0n, 4n])
    expect(cell(failing, 1, 'interestDue:A')).to.equal(6)
    const generous = await runPlain(file, [{ supports: { first: '20' } }])
    expect(linesOf(generous, 1).slice(-1)).to.deep.equal(['return:first 14/14'])
    expect(calls(generous, 1)?.map(({ drawn }) => drawn)).to.deep.equal([6n, 4n])
  })
})

describe('cumulative tax', () => {
  const taxed = (basis: 'period' | 'cumulative', normal: DealFile['waterfall']['normal']): DealFile =>
    plainDeal({
      tax: { rate: '0.0326', inclusive: false, basis },
      rounding: { interest: 'floor', fees: 'floor', tax: 'halfUp', split: 'first' },
      waterfall: { normal },
    })
  const firstLines = async (file: DealFile): Promise<readonly (string | undefined)[]> => {
    const ran = await runPlain(file, [{ income: 100 }, { income: 100 }, { income: 100 }])
    return [1, 2, 3].map(number => linesOf(ran, number).find(line => line.startsWith('tax')))
  }

  it('3.26 % of the income since closing, less what was paid: 3.26, 6.52 and 9.78 are rounded once', async () => {
    const normal = ['tax', 'int:A', 'prin_sched:A', 'junior_if_allowed']
    expect(await firstLines(taxed('cumulative', normal))).to.deep.equal(['tax 3/3', 'tax 4/4', 'tax 3/3'])
    expect(await firstLines(taxed('period', normal))).to.deep.equal(['tax 3/3', 'tax 3/3', 'tax 3/3'])
  })

  it('what was not paid stays due', async () => {
    const normal = ['int:A', 'prin_sched:A', 'tax', 'junior_if_allowed']
    expect(await firstLines(taxed('cumulative', normal))).to.deep.equal(['tax 3/0', 'tax 7/0', 'tax 10/0'])
  })
})

describe('the anticipated repayment date', () => {
  const stepped = (onUnpaid?: string): DealFile =>
    plainDeal({
      tranches: [
        tranche('A', {
          size: '100000',
          coupon: '0.365',
          stepUp: { from: '2026-01-16', rate: '0.73', ...(onUnpaid === undefined ? {} : { onUnpaid }) },
        }),
        tranche('C', { size: '200' }),
      ],
      waterfall: { normal: ['int:A', 'step_up:A', 'prin_sched:A', 'junior_if_allowed'] },
    })
  const periods = [{ income: 1000 }, { income: 1400 }, { income: 1000 }]

  it('further interest accrues from that date on in a bucket of its own: five days of 2 ‰ a day, then ten', async () => {
    const ran = await runPlain(stepped(), periods)
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 1000/1000', 'prin:A 100000/0'])
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 1000/1000', 'step_up:A 1000/400', 'prin:A 100000/0'])
    expect(linesOf(ran, 3)).to.deep.equal(['int:A 1000/1000', 'step_up:A 2600/0', 'prin:A 100000/0'])
    expect(ran.periods[1]?.payees.find(({ name }) => name === 'paid:interest:A')?.amount).to.equal(1400n)
  })

  it('what is unpaid of it bears interest where the deal says so: ten days of 1 ‰ on 600', async () => {
    const ran = await runPlain(stepped('0.365'), periods)
    expect(linesOf(ran, 3)[1]).to.equal('step_up:A 2606/0')
  })

  it('a trigger on the date changes the order from then on', async () => {
    const file = plainDeal({
      triggers: [
        {
          id: 'ARD',
          effect: 'divert',
          when: [{ kind: 'dateReached', date: '2026-01-12' }],
          decision: 'automatic',
          latched: false,
        },
      ],
      waterfall: {
        normal: [
          'int:A',
          { step: 'principal', to: 'A', amount: 'all', onlyIf: ['ARD'] },
          { step: 'residual', to: 'C' },
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 15 }, { income: 15 }])
    expect([raised(ran, 1), raised(ran, 2)]).to.deep.equal([[], ['ARD']])
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 10/10', 'excess:C 5/5'])
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 10/10', 'prin:A 1000/5'])
  })
})

describe('the clean-up call', () => {
  /** The pool is 1200, a tenth of it 120. */
  const file = plainDeal({
    tranches: [
      tranche('A', { size: '1000', coupon: '0.365', amortisation: { kind: 'equal', instalments: 3 } }),
      tranche('C', { size: '200' }),
    ],
    waterfall: {
      normal: [
        { step: 'cleanUpCall', to: 'rated', share: '0.10' },
        'int:A',
        'prin_sched:A',
        { step: 'junior', ifRatedRepaid: false, onlyIf: ['called'] },
      ],
    },
  })
  const called = (ran: Awaited<ReturnType<typeof runPlain>>, number: number): boolean => {
    const bit = ran.compiled.flagNames.find(({ name }) => name === 'called')?.bit ?? 0
    return (((ran.periods[number - 1]?.flags.after ?? 0) >> bit) & 1) === 1
  }

  it('repays all at once when the pool is small and the account holds the price', async () => {
    const ran = await runPlain(file, [
      { principal: 1100, performing: { stable: '121' } },
      { performing: { stable: '120' } },
      { income: 5, performing: { stable: '0' } },
    ])
    expect(linesOf(ran, 1)).to.deep.equal(['int:A 10/10', 'prin:A 333/333'])
    expect(called(ran, 1)).to.equal(false)
    expect(linesOf(ran, 2)).to.deep.equal(['int:A 6/6', 'prin:A 667/667', 'prin:C 200/84'])
    expect(called(ran, 2)).to.equal(true)
    expect(linesOf(ran, 3)).to.deep.equal(['prin:C 116/5'])
  })

  it('does nothing without the whole price: 1000 and interest of 10', async () => {
    const ran = await runPlain(file, [{ principal: 1009, performing: { stable: '120' } }])
    expect([called(ran, 1), linesOf(ran, 1)]).to.deep.equal([false, ['int:A 10/10', 'prin:A 333/333']])
    const enough = await runPlain(file, [{ principal: 1010, performing: { stable: '120' } }])
    expect(called(enough, 1)).to.equal(true)
    expect(linesOf(enough, 1)).to.deep.equal(['int:A 10/10', 'prin:A 1000/1000', 'prin:C 200/0'])
  })

  it('does nothing once all is repaid', async () => {
    const ran = await runPlain(
      plainDeal({
        waterfall: { normal: [...plainDeal().waterfall.normal, ...file.waterfall.normal.slice(0, 1)] },
      }),
      [{ income: 10, principal: 1300, performing: { stable: '0' } }],
    )
    expect([called(ran, 1), cell(ran, 1, 'balance:A')]).to.deep.equal([false, 0])
  })
})

describe('a reserve of a deal that is redeemed early', () => {
  it('goes to unpaid interest, to the supports, and then to the residual holder', async () => {
    const file = plainDeal({
      accounts: [
        { id: 'income', purpose: 'plan', receives: ['income'] },
        { id: 'principal', purpose: 'plan', receives: ['principal'] },
        { id: 'reserve', purpose: 'reserve' },
      ],
      reserve: { opening: '50', target: { kind: 'fixed', amount: '50' } },
      supports: facility({ commitment: '6' }),
      waterfall: {
        normal: [
          { step: 'interest', to: 'A', support: ['facility'] },
          { step: 'reimburse', support: 'facility' },
          'reserve_topup',
          'prin_all:A',
          { step: 'principal', to: 'C', amount: 'all', from: 'principal' },
          { step: 'residual', to: 'C', from: 'principal' },
        ],
      },
    })
    const ran = await runPlain(file, [{ income: 1, principal: 1_200 }])
    expect(linesOf(ran, 1)).to.deep.equal([
      'int:A 10/7',
      'guarantor_reimburse 6/0',
      'prin:A 1000/1000',
      'prin:C 200/200',
      'int:A 3/3',
      'excess:C 41/41',
    ])
  })
})
