import { expect } from 'chai'
import { DealFileError } from '../../../src/deal/errors.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import type { Condition, TriggerFile } from '../../../src/deal/schema/trigger.ts'
import { linesOf, type PlainPeriod, plainDeal, raised, runPlain, tranche } from './plainDeal.ts'

const waterfall: DealFile['waterfall'] = {
  normal: ['int:senior', 'prin_sched:senior', 'junior_if_allowed'],
  acceleration: ['prin_all:senior', 'int:senior', 'junior'],
  default: ['prin_all:senior', 'int:senior', 'junior'],
}

function triggered(when: Condition[], terms: Partial<TriggerFile> = {}): DealFile {
  const trigger: TriggerFile = {
    id: 'X',
    effect: 'acceleration',
    when,
    decision: 'automatic',
    latched: false,
    ...terms,
  }
  return plainDeal({
    waterfall,
    losses: 'deficiency',
    triggers: [trigger],
    periods: ['2026-01-11', '2026-01-21', '2026-01-31'].map(payment => ({ payment, baseline: '100' })),
    supports: [
      {
        id: 'guarantor',
        kind: 'guarantor',
        party: 'guarantor',
        commitment: '1000',
        covers: ['int:senior'],
        draws: 'secondPass',
      },
    ],
  })
}

async function standing(file: DealFile, periods: readonly PlainPeriod[]): Promise<readonly boolean[]> {
  const ran = await runPlain(file, periods)
  return periods.map((_, index) => raised(ran, index + 1).includes('X'))
}

async function modes(
  file: DealFile,
  periods: readonly PlainPeriod[],
): Promise<readonly (string | undefined)[]> {
  const ran = await runPlain(file, periods)
  return periods.map((_, index) => ran.periods[index]?.mode)
}

const defaulted = (amount: number): PlainPeriod => ({ defaults: [{ asset: 'P', amount: amount.toString() }] })

describe('conditions', () => {
  const table: Readonly<Record<string, { when: Condition[]; periods: PlainPeriod[]; raised: boolean[] }>> = {
    'cumulative default above a share of the pool, the share itself is good': {
      when: [{ kind: 'cumulativeDefault', above: '0.05' }],
      periods: [defaulted(60), defaulted(1), {}],
      raised: [false, true, true],
    },
    'new default above a share of the notes': {
      when: [{ kind: 'periodDefault', above: '0.1' }],
      periods: [defaulted(120), defaulted(121), {}],
      raised: [false, true, false],
    },
    'low collections of one period, the share itself is good': {
      when: [{ kind: 'lowCollections', below: '0.8', periods: 1 }],
      periods: [{ income: 80 }, { income: 79 }, { income: 70, principal: 10 }],
      raised: [false, true, false],
    },
    'low collections twice in a row': {
      when: [{ kind: 'lowCollections', below: '0.8', periods: 2 }],
      periods: [{ income: 79 }, { income: 79 }, { income: 80 }],
      raised: [false, true, false],
    },
    'cumulative shortfall against the baseline': {
      when: [{ kind: 'cumulativeShortfall', below: '0.9' }],
      periods: [{ income: 90 }, { income: 89 }, { income: 91 }],
      raised: [false, true, false],
    },
    'a deficiency': {
      when: [{ kind: 'deficiency', tranches: ['C'] }],
      periods: [{}, { losses: [{ asset: 'P', amount: '1' }] }, {}],
      raised: [false, true, true],
    },
    'a pool at or below its share': {
      when: [{ kind: 'poolBelow', share: '0.1' }],
      periods: [
        { performing: { stable: '121' } },
        { performing: { stable: '100', early: '20' } },
        { performing: { stable: '119' } },
      ],
      raised: [false, true, true],
    },
    'losses of a period': {
      when: [{ kind: 'lossAbove', amount: '5' }],
      periods: [{ losses: [{ asset: 'P', amount: '5' }] }, { losses: [{ asset: 'P', amount: '6' }] }, {}],
      raised: [false, true, false],
    },
    'an event': {
      when: [{ kind: 'event', event: 'ServicerDefault' }],
      periods: [{ events: ['Insolvency'] }, { events: ['ServicerDefault'] }, {}],
      raised: [false, true, false],
    },
    'a call that is not paid in full': {
      when: [{ kind: 'callUnpaid', support: 'guarantor' }],
      periods: [{}, { supports: { guarantor: '9' } }, {}],
      raised: [false, true, false],
    },
    'a fact known before the payment beside one known after it': {
      when: [
        { kind: 'event', event: 'ServicerDefault' },
        { kind: 'interestUnpaid', tranches: ['A'] },
      ],
      periods: [
        { events: ['ServicerDefault'], income: 10 },
        { income: 10 },
        { supports: { guarantor: '0' } },
      ],
      raised: [true, false, true],
    },
    'low collections in a row beside a fact known after the payment are counted once': {
      when: [
        { kind: 'interestUnpaid', tranches: ['A'] },
        { kind: 'lowCollections', below: '0.8', periods: 2 },
      ],
      periods: [{ income: 79 }, { income: 79 }, { income: 80 }],
      raised: [false, true, false],
    },
    'any of several conditions': {
      when: [
        { kind: 'event', event: 'Insolvency' },
        { kind: 'lossAbove', amount: '5' },
      ],
      periods: [{ events: ['Insolvency'] }, { losses: [{ asset: 'P', amount: '6' }] }, {}],
      raised: [true, true, false],
    },
    'interest unpaid after the payment': {
      when: [{ kind: 'interestUnpaid', tranches: ['A'] }],
      periods: [{ supports: { guarantor: '0' } }, { income: 20 }, { income: 20 }],
      raised: [true, false, false],
    },
  }

  for (const [name, { when, periods, raised: expected }] of Object.entries(table)) {
    it(name, async () => {
      expect(await standing(triggered(when), periods)).to.deep.equal(expected)
    })
  }

  it('principal unpaid at legal final, not before', async () => {
    const file = {
      ...triggered([{ kind: 'principalUnpaid', tranches: ['A'] }], { effect: 'default' }),
      legalFinal: '2026-05-15',
      tail: { months: 1 },
    }
    const ran = await runPlain(file, [{}, {}, {}, {}, {}, {}, {}])
    expect(ran.periods.map(({ date }) => date).slice(3)).to.deep.equal([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-15',
    ])
    expect(ran.periods.map(({ tail }) => tail)).to.deep.equal([false, false, false, true, true, true, true])
    expect([6, 7].map(number => raised(ran, number))).to.deep.equal([[], ['X']])
  })
})

describe('modes', () => {
  const event: Condition[] = [{ kind: 'event', event: 'Insolvency' }]

  it('a start test takes effect in its own calculation, and the mode stays when the trigger is cured', async () => {
    const file = triggered(event)
    expect(await modes(file, [{ income: 5 }, { income: 5, events: ['Insolvency'] }, {}])).to.deep.equal([
      'normal',
      'acceleration',
      'acceleration',
    ])
    const ran = await runPlain(file, [{ income: 5, events: ['Insolvency'] }])
    expect(linesOf(ran, 1)).to.deep.equal(['prin:A 1000/5', 'int:A 10/0', 'prin:C 200/0', 'int:A 10/10'])
  })

  it('an end test takes effect at the next date', async () => {
    const file = triggered([{ kind: 'interestUnpaid', tranches: ['A'] }], { effect: 'default' })
    expect(await modes(file, [{ supports: { guarantor: '0' } }, { income: 20 }, {}])).to.deep.equal([
      'normal',
      'default',
      'default',
    ])
  })

  it('of a trigger with both, what is known before the payment takes effect at once', async () => {
    const file = triggered([{ kind: 'interestUnpaid', tranches: ['A'] }, ...event])
    expect(await modes(file, [{ events: ['Insolvency'] }])).to.deep.equal(['acceleration'])
    expect(await modes(file, [{ supports: { guarantor: '0' } }, {}])).to.deep.equal([
      'normal',
      'acceleration',
    ])
  })

  it('a latched trigger stays raised', async () => {
    const periods: PlainPeriod[] = [{ events: ['Insolvency'] }, {}]
    expect(await standing(triggered(event, { latched: true }), periods)).to.deep.equal([true, true])
  })

  it('by resolution: the mode changes when holders declare it while the trigger is on', async () => {
    const file = triggered(event, { decision: 'resolution', latched: true })
    const declared: PlainPeriod = { events: ['AccelerationDeclared'] }
    expect(await modes(file, [declared, { events: ['Insolvency'] }, declared])).to.deep.equal([
      'normal',
      'normal',
      'acceleration',
    ])
  })

  it('waived: the mode goes back until the trigger is raised anew', async () => {
    const file = triggered(event, { waivable: true, latched: true })
    expect(await modes(file, [{ events: ['Insolvency'] }, { events: ['Waived'] }, {}])).to.deep.equal([
      'acceleration',
      'normal',
      'normal',
    ])
    const cured = triggered(event, { waivable: true })
    expect(
      await modes(cured, [{ events: ['Insolvency', 'Waived'] }, {}, { events: ['Insolvency'] }]),
    ).to.deep.equal(['normal', 'normal', 'acceleration'])
    expect(
      await modes(triggered(event), [{ events: ['Insolvency'] }, { events: ['Waived'] }, {}]),
    ).to.deep.equal(['acceleration', 'acceleration', 'acceleration'])
  })

  describe('a cure time', () => {
    const insolvent: PlainPeriod = { events: ['Insolvency'] }
    const onDays = (days: number, terms: Partial<TriggerFile> = {}) =>
      triggered(event, { standsFor: { days }, ...terms })

    it('the mode changes on the date on which the breach still stands when it is over, not before', async () => {
      const periods = [insolvent, insolvent, insolvent]
      expect(await modes(onDays(1), periods)).to.deep.equal(['normal', 'acceleration', 'acceleration'])
      expect(await modes(onDays(10), periods)).to.deep.equal(['normal', 'acceleration', 'acceleration'])
      expect(await modes(onDays(11), periods)).to.deep.equal(['normal', 'normal', 'acceleration'])
      expect(await modes(onDays(20), periods)).to.deep.equal(['normal', 'normal', 'acceleration'])
      expect(await modes(onDays(21), periods)).to.deep.equal(['normal', 'normal', 'normal'])
    })

    it('the breach shows from the date that finds it', async () => {
      expect(await standing(onDays(21), [insolvent, {}, insolvent])).to.deep.equal([true, false, true])
    })

    it('a breach that ceases is cured, and counts anew when it comes again', async () => {
      expect(await modes(onDays(10), [insolvent, {}, insolvent])).to.deep.equal([
        'normal',
        'normal',
        'normal',
      ])
    })

    it('a waiver that was reported while it stands holds the mode', async () => {
      const waived: PlainPeriod = { events: ['Insolvency', 'Waived'] }
      const waivable = onDays(10, { waivable: true })
      expect(await modes(waivable, [waived, insolvent, insolvent])).to.deep.equal([
        'normal',
        'normal',
        'normal',
      ])
      expect(await modes(waivable, [insolvent, insolvent, waived])).to.deep.equal([
        'normal',
        'acceleration',
        'normal',
      ])
    })

    it('belongs to what changes the mode by itself and can cease', () => {
      const faultsOf = (terms: Partial<TriggerFile>): readonly string[] => {
        try {
          parseDeal(JSON.stringify(onDays(10, terms)))
        } catch (error) {
          if (error instanceof DealFileError) return error.problems.map(({ path }) => path)
          throw error
        }
        return []
      }
      expect(faultsOf({})).to.deep.equal([])
      expect(faultsOf({ effect: 'default' })).to.deep.equal([])
      expect(faultsOf({ effect: 'disclosure' })).to.deep.equal(['/triggers/0/standsFor'])
      expect(faultsOf({ decision: 'resolution' })).to.deep.equal(['/triggers/0/standsFor'])
      expect(faultsOf({ latched: true })).to.deep.equal(['/triggers/0/latched'])
    })
  })

  it('no junior cash before the rated tranches are repaid, and all of it after', async () => {
    const tranches = [
      tranche('A', { size: '1000', coupon: '0.365', amortisation: { kind: 'equal', instalments: 3 } }),
      tranche('C', { size: '200' }),
    ]
    const ran = await runPlain(plainDeal({ tranches }), [
      { income: 10, principal: 500 },
      { principal: 500 },
      { principal: 500 },
    ])
    expect([1, 2, 3].map(number => linesOf(ran, number).filter(line => line.includes(':C')))).to.deep.equal([
      [],
      [],
      ['prin:C 200/200', 'excess:C 291/291'],
    ])
  })
})
