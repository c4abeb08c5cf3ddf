import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { type PlainPeriod, plainDeal, tranche } from './plainDeal.ts'

/** A deal of the kind, what is collected, and every line that is due or paid as "line due/paid", by period. */
export type FurtherDeal = {
  readonly name: string
  readonly file: DealFile
  readonly periods: readonly PlainPeriod[]
  readonly lines: readonly (readonly string[])[]
}

type Amortisation = DealFile['tranches'][number]['amortisation']
const twoAccounts: DealFile['accounts'] = [
  { id: 'income', purpose: 'plan', receives: ['income'] },
  { id: 'principal', purpose: 'plan', receives: ['principal'] },
]
const dates = (...days: readonly string[]): Pick<DealFile, 'periods' | 'legalFinal'> => ({
  periods: days.map(payment => ({ payment })),
  legalFinal: days.at(-1) ?? '',
})

/** 120,000 at 6 %, months of 30 days of 360: half a per cent a month of 120,000, 80,000 and 40,000. */
const monthly: FurtherDeal = {
  name: 'one tranche, monthly, 30E/360',
  file: plainDeal({
    id: 'MONTHLY',
    dayCount: '30E/360',
    tranches: [tranche('A', { size: '120000', coupon: '0.06' }), tranche('C', { size: '2000' })],
    ...dates('2026-02-01', '2026-03-01', '2026-04-01'),
  }),
  periods: [
    { income: 600, principal: 40_000 },
    { income: 400, principal: 40_000 },
    { income: 300, principal: 40_000 },
  ],
  lines: [
    ['int:A 600/600', 'prin:A 120000/40000'],
    ['int:A 400/400', 'prin:A 80000/40000'],
    ['int:A 200/200', 'prin:A 40000/40000', 'prin:C 2000/100'],
  ],
}

/**
 * 36,000 and 24,000 at 4 %, periods of 90 days of 360: 1 % each. Principal goes 36 to 24. Defaults of 4,000 are 6.06 % of
 * the pool of 66,000: from then on what is left of the income (1,000 − 330 − 220) joins the principal.
 */
const turbo: FurtherDeal = {
  name: 'two seniors pro rata with a turbo, ACT/360',
  file: plainDeal({
    id: 'TURBO',
    dayCount: 'ACT/360',
    tranches: [
      tranche('A1', { size: '36000', coupon: '0.04' }),
      tranche('A2', { size: '24000', coupon: '0.04' }),
      tranche('C', { size: '6000' }),
    ],
    accounts: twoAccounts,
    triggers: [
      {
        id: 'TURBO',
        effect: 'divert',
        when: [{ kind: 'cumulativeDefault', above: '0.05' }],
        decision: 'automatic',
        latched: true,
      },
    ],
    waterfall: {
      normal: [
        'int:senior',
        { step: 'move', from: 'income', into: 'principal', onlyIf: ['TURBO'] },
        'prin_all:senior',
        { step: 'residual', to: 'C', from: 'income' },
        'junior_if_allowed',
      ],
    },
    ...dates('2026-04-01', '2026-06-30', '2026-09-28'),
  }),
  periods: [
    { income: 700, principal: 5_000 },
    { income: 1_000, principal: 550, defaults: [{ asset: 'P', amount: '4000' }] },
    { income: 540, principal: 54_000 },
  ],
  lines: [
    ['int:A1 360/360', 'int:A2 240/240', 'prin:A1 36000/3000', 'prin:A2 24000/2000', 'excess:C 100/100'],
    ['int:A1 330/330', 'int:A2 220/220', 'move:principal 450/450', 'prin:A1 33000/600', 'prin:A2 22000/400'],
    ['int:A1 324/324', 'int:A2 216/216', 'prin:A1 32400/32400', 'prin:A2 21600/21600', 'prin:C 6000/0'],
  ],
}

/**
 * Halves of a year: 2 % of 100,000, 3 % of 20,000, 4 % of 10,000. B2 waits behind B1 and keeps 300; of 25,000 the two
 * mezzanines take 600 and 300 + 400 as interest, then 20,000 and the rest as principal.
 */
const mezzanines: FurtherDeal = {
  name: 'four tranches with two mezzanines, semi-annual',
  file: plainDeal({
    id: 'MEZZANINES',
    dayCount: '30E/360',
    tranches: [
      tranche('A', { size: '100000', coupon: '0.04' }),
      tranche('B1', { size: '20000', coupon: '0.06', level: 'mezz' }),
      tranche('B2', { size: '10000', coupon: '0.08', level: 'mezz' }),
      tranche('C', { size: '5000' }),
    ],
    waterfall: {
      normal: [
        'int:A',
        { step: 'interest', to: 'mezz', order: 'sequential' },
        { step: 'principal', to: 'rated', amount: 'all', order: 'sequential' },
        'junior_if_allowed',
      ],
    },
    ...dates('2026-07-01', '2027-01-01', '2027-07-01'),
  }),
  periods: [{ income: 3_000, principal: 100_000 }, { income: 700 }, { principal: 25_000 }],
  lines: [
    [
      'int:A 2000/2000',
      'int:B1 600/600',
      'int:B2 400/400',
      'prin:A 100000/100000',
      'prin:B1 20000/0',
      'prin:B2 10000/0',
    ],
    ['int:B1 600/600', 'int:B2 400/100', 'prin:B1 20000/0', 'prin:B2 10000/0'],
    ['int:B1 600/600', 'int:B2 700/700', 'prin:B1 20000/20000', 'prin:B2 10000/3700'],
  ],
}

/**
 * A tenth of 133,590 (365 × 366) a year. 184 days of 365 and 182 of 366 are 133,774 / 133,590 of a year, so 13,377.4; 184
 * of 366 and 181 of 365 are 133,406 / 133,590, so 13,340.6; both rounded down.
 */
const leapYear: FurtherDeal = {
  name: 'a year in two, ACT/ACT across a leap year',
  file: plainDeal({
    id: 'LEAP-YEAR',
    dayCount: 'ACT/ACT ISDA',
    closingDate: '2027-07-01',
    tranches: [tranche('A', { size: '133590', coupon: '0.1' }), tranche('C', { size: '10' })],
    ...dates('2028-07-01', '2029-07-01'),
  }),
  periods: [{ income: 13_377 }, { income: 20_000, principal: 133_590 }],
  lines: [
    ['int:A 13377/13377', 'prin:A 133590/0'],
    ['int:A 13340/13340', 'prin:A 133590/133590', 'prin:C 10/10', 'excess:C 6650/6650'],
  ],
}

/**
 * 100,000 over a prime rate as it was fixed: 90 days at 5 % (1,232.87) and 91 at 4.6 % (1,146.84), then 92 at 4.6 %
 * (1,159.45) and 92 at 4.4 % (1,109.04); each stretch is rounded down by itself.
 */
const floating: FurtherDeal = {
  name: 'a floating rate by its fixings, ACT/365F',
  file: plainDeal({
    id: 'FLOATING',
    tranches: [
      tranche('A', {
        size: '100000',
        coupon: '0.05',
        resets: [
          { from: '2026-04-01', rate: '0.046' },
          { from: '2026-10-01', rate: '0.044' },
        ],
      }),
      tranche('C', { size: '10' }),
    ],
    ...dates('2026-07-01', '2027-01-01'),
  }),
  periods: [{ income: 2_378 }, { income: 2_268 }],
  lines: [
    ['int:A 2378/2378', 'prin:A 100000/0'],
    ['int:A 2268/2268', 'prin:A 100000/0'],
  ],
}

/** A earns 1 % in ten days. Z bears nothing: it is repaid after A, and what is left after that is its gain. */
const zeroCoupon: FurtherDeal = {
  name: 'a junior without coupon',
  file: plainDeal({
    id: 'ZERO-COUPON',
    tranches: [
      tranche('A', { size: '1000', coupon: '0.365' }),
      tranche('Z', { size: '200', coupon: '0', level: 'junior', amortisation: { kind: 'passThrough' } }),
    ],
    waterfall: { normal: ['int:rated', 'prin_all:A', 'int:Z', 'prin_all:Z', { step: 'residual', to: 'Z' }] },
  }),
  periods: [{ income: 10, principal: 900 }, { income: 1, principal: 150 }, { principal: 180 }],
  lines: [
    ['int:A 10/10', 'prin:A 1000/900', 'prin:Z 200/0'],
    ['int:A 1/1', 'prin:A 100/100', 'prin:Z 200/50'],
    ['prin:Z 150/150', 'excess:Z 30/30'],
  ],
}

/**
 * The reserve starts empty and is to be 3 % of A, never below 12: 30, then 24 of 800. It is built up over two dates (25,
 * then 5), gives 8 for interest, is released to 24 as A falls to 800, and joins the income on the last date: 6 + 24 + 778.
 */
const reserve: FurtherDeal = {
  name: 'a reserve that is built up, drawn and released',
  file: plainDeal({
    id: 'RESERVE',
    accounts: [
      { id: 'plan', purpose: 'plan', receives: ['income', 'principal'] },
      { id: 'reserve', purpose: 'reserve' },
    ],
    reserve: { target: { kind: 'percent', percent: '0.03', floor: '12' } },
    waterfall: {
      normal: [
        { step: 'interest', to: 'A', support: ['reserve'] },
        'reserve_topup',
        'prin_sched:A',
        { step: 'releaseReserve', to: 'plan', amount: 'excess' },
        'junior_if_allowed',
      ],
    },
    ...dates('2026-01-11', '2026-01-21', '2026-01-31', '2026-02-10', '2026-02-20'),
  }),
  periods: [
    { income: 35 },
    { income: 15, principal: 0 },
    { income: 2 },
    { income: 18, principal: 200 },
    { income: 8, principal: 770 },
  ],
  lines: [
    ['int:A 10/10', 'reserve_topup 30/25', 'prin:A 1000/0'],
    ['int:A 10/10', 'reserve_topup 5/5', 'prin:A 1000/0'],
    ['int:A 10/10', 'reserve_topup 8/0', 'prin:A 1000/0'],
    ['int:A 10/10', 'reserve_topup 8/8', 'prin:A 1000/200', 'reserve_release 6/6'],
    ['reserve_release 24/24', 'int:A 8/8', 'prin:A 800/800', 'prin:C 200/0'],
  ],
}

const planned: Amortisation = {
  kind: 'target',
  balances: [
    { date: '2026-01-11', balance: '800' },
    { date: '2026-01-21', balance: '500' },
    { date: '2026-01-31', balance: '0' },
  ],
}
/**
 * A falls to its plan of 800, 500 and 0 whatever is prepaid; B takes what comes beyond it: 500 − 200, then 350 − 300. In
 * the last period 480 are short of 500, and B has to wait.
 */
const prepayments: FurtherDeal = {
  name: 'a planned tranche and its companion under prepayments',
  file: plainDeal({
    id: 'PREPAYMENTS',
    tranches: [
      tranche('A', { size: '1000', coupon: '0', amortisation: planned }),
      tranche('B', { size: '400', coupon: '0', level: 'mezz' }),
      tranche('C', { size: '100' }),
    ],
    waterfall: { normal: ['int:rated', 'prin_sched:A', 'prin_sched:B', 'junior_if_allowed'] },
  }),
  periods: [{ principal: 500 }, { principal: 350 }, { principal: 480 }],
  lines: [
    ['prin:A 200/200', 'prin:B 400/300'],
    ['prin:A 300/300', 'prin:B 100/50'],
    ['prin:A 500/480', 'prin:B 50/0'],
  ],
}

/**
 * Until 20 January principal buys new rights from the originator, as it reports them; from the next date on it repays A,
 * which earns 1 % in ten days. The 20 of the first period that bought nothing repay A too.
 */
const revolving: FurtherDeal = {
  name: 'a revolving period of purchases',
  file: plainDeal({
    id: 'REVOLVING',
    parties: [{ id: 'owner', name: 'Owner', place: 'CN', offices: ['originator', 'servicer', 'manager'] }],
    accounts: twoAccounts,
    fees: [{ id: 'purchase', rank: 'junior', payTo: 'originator', basis: { kind: 'reported', cap: '300' } }],
    triggers: [
      {
        id: 'AMORTISE',
        effect: 'divert',
        when: [
          { kind: 'dateReached', date: '2026-01-20' },
          { kind: 'event', event: 'ServicerDefault' },
        ],
        decision: 'automatic',
        latched: true,
      },
    ],
    waterfall: {
      normal: [
        'int:A',
        { step: 'fees', fees: ['purchase'], from: 'principal', unless: ['AMORTISE'] },
        { step: 'principal', to: 'A', amount: 'all', onlyIf: ['AMORTISE'] },
        { step: 'residual', to: 'C', from: 'income' },
        'junior_if_allowed',
      ],
    },
  }),
  periods: [
    { income: 12, principal: 200, fees: { purchase: '180' } },
    { income: 10, principal: 300 },
  ],
  lines: [
    ['int:A 10/10', 'fees_junior 180/180', 'excess:C 2/2'],
    ['int:A 10/10', 'prin:A 1000/320'],
  ],
}

/**
 * Half of A is repaid in time; at legal final 400 of the other 500 come. The interest of 5 is paid first, 105 stay
 * unpaid, which is an event of default found after the payment.
 */
const shortfall: FurtherDeal = {
  name: 'a shortfall at legal final',
  file: plainDeal({
    id: 'SHORTFALL',
    triggers: [
      {
        id: 'FINAL',
        effect: 'default',
        when: [{ kind: 'principalUnpaid', tranches: ['A'] }],
        decision: 'automatic',
        latched: true,
      },
    ],
    waterfall: {
      normal: ['int:A', 'prin_sched:A', 'junior_if_allowed'],
      default: ['int:A', 'prin_all:A', 'junior'],
    },
    ...dates('2026-01-11', '2026-01-21'),
  }),
  periods: [{ income: 10, principal: 500 }, { principal: 400 }],
  lines: [
    ['int:A 10/10', 'prin:A 1000/500'],
    ['int:A 5/5', 'prin:A 500/395'],
  ],
}

/**
 * VAT of 3.26 % of the income since closing, less what was paid; a facility of 20 that can be drawn again and a guarantor behind
 * it; 1 % of interest in ten days, from 21 January on 2 % more that waits behind principal; a call once the pool of 5,200 is
 * at 520 or below.
 * 1: tax 2.608, so 3; 37 are left for interest of 50, the facility pays 13.
 * 2: tax 3.26 less 3; fees take 20 of 40; of 50 the facility has 7 left, the guarantor pays 43.
 * 3: tax 13.04 less 3; fees 40 + 20; the facility is repaid and has 20 again; 5,010 are less than the price of
 * 50 + 5,000 + 100, so there is no call: 4,960 repay A, and the step-up of 100 waits.
 * 4: tax 26.08 less 13; 347 hold the price of 40 and 100 (40 bear less than one); then the guarantor, then C.
 */
const royalties: FurtherDeal = {
  name: 'royalties with every further term',
  file: plainDeal({
    id: 'ROYALTIES',
    rounding: { interest: 'floor', fees: 'floor', tax: 'halfUp', split: 'first' },
    tax: { rate: '0.0326', inclusive: false, basis: 'cumulative' },
    fees: [{ id: 'agent', rank: 'senior', payTo: 'servicer', basis: { kind: 'perPeriod', amount: '40' } }],
    tranches: [
      tranche('A', { size: '5000', coupon: '0.365', stepUp: { from: '2026-01-21', rate: '0.73' } }),
      tranche('C', { size: '200' }),
    ],
    supports: [
      {
        id: 'facility',
        kind: 'liquidity',
        party: 'servicer',
        commitment: '20',
        covers: ['int:A'],
        draws: 'atStep',
        restores: true,
      },
      {
        id: 'guarantor',
        kind: 'guarantor',
        party: 'guarantor',
        commitment: '500',
        covers: ['int:A'],
        draws: 'secondPass',
      },
    ],
    waterfall: {
      normal: [
        'tax',
        'fees_senior',
        { step: 'reimburse', support: 'facility' },
        { step: 'cleanUpCall', to: 'rated', share: '0.1' },
        { step: 'interest', to: 'A', support: ['facility'] },
        'prin_sched:A',
        'step_up:A',
        { step: 'reimburse', support: 'guarantor' },
        'junior_if_allowed',
      ],
    },
    ...dates('2026-01-11', '2026-01-21', '2026-01-31', '2026-02-10'),
  }),
  periods: [
    { income: 80, performing: { stable: '5000' } },
    { income: 20, performing: { stable: '5000' } },
    { income: 300, principal: 4_800, performing: { stable: '520' } },
    { income: 400 },
  ],
  lines: [
    ['tax 3/3', 'fees_senior 40/40', 'int:A 50/50', 'prin:A 5000/0'],
    ['fees_senior 40/20', 'reimburse:facility 13/0', 'int:A 50/7', 'prin:A 5000/0', 'int:A 43/43'],
    [
      'tax 10/10',
      'fees_senior 60/60',
      'reimburse:facility 20/20',
      'int:A 50/50',
      'prin:A 5000/4960',
      'step_up:A 100/0',
      'reimburse:guarantor 43/0',
    ],
    [
      'tax 13/13',
      'fees_senior 40/40',
      'step_up:A 100/100',
      'prin:A 40/40',
      'reimburse:guarantor 43/43',
      'prin:C 200/164',
    ],
  ],
}

export const furtherDeals: readonly FurtherDeal[] = [
  monthly,
  turbo,
  mezzanines,
  leapYear,
  floating,
  zeroCoupon,
  reserve,
  prepayments,
  revolving,
  shortfall,
  royalties,
]
