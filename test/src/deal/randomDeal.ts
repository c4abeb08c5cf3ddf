import { dealEventKinds } from '../../../src/deal/schema/atoms.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import type { LongStep } from '../../../src/deal/schema/step.ts'
import type { Condition } from '../../../src/deal/schema/trigger.ts'
import type { Random } from '../../differential/random.ts'
import { type PlainPeriod, plainDeal, tranche } from './plainDeal.ts'

const DATES = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30']
const LEGAL_FINAL = '2027-12-31'

/** A deal of random shape that passes every check, and random inputs for all of its dates. */
export function randomDealFile(random: Random): DealFile {
  const tranches = randomTranches(random)
  const split = random.percent(40)
  const reserve = random.percent(50)
  const atStep = random.percent(50)
  const accounts: DealFile['accounts'] = split
    ? [
        { id: 'income', purpose: 'plan', receives: ['income'] },
        { id: 'principal', purpose: 'plan', receives: ['principal'] },
      ]
    : [{ id: 'plan', purpose: 'plan', receives: ['income', 'principal'] }]
  const guaranteed = random.percent(60)
  const shape = {
    tranches,
    split,
    reserve,
    guaranteed,
    atStep,
    deficiency: split && random.percent(60),
    second: guaranteed && random.percent(40),
    restores: random.percent(50),
    callable: random.percent(40),
  }
  return plainDeal({
    id: 'RANDOM',
    closingDate: '2026-01-01',
    legalFinal: LEGAL_FINAL,
    periods: DATES.map(payment => ({ payment, baseline: (1n + random.bigBelow(1_000_000n)).toString() })),
    tail: { months: 3 },
    dayCount: random.oneOf(['ACT/365F', 'ACT/360', '30E/360', 'ACT/ACT ISDA', 'ACT/365A']),
    rounding: {
      interest: random.oneOf(['floor', 'halfUp', 'ceil']),
      fees: random.oneOf(['floor', 'halfUp', 'ceil']),
      tax: random.oneOf(['floor', 'halfUp', 'ceil']),
      split: random.oneOf(['first', 'largest']),
    },
    tranches,
    accounts: reserve ? [...accounts, { id: 'reserve', purpose: 'reserve' }] : accounts,
    reserve: reserve
      ? { opening: '5000', target: { kind: 'percent', percent: '0.03', floor: '1000' } }
      : null,
    tax: random.percent(60)
      ? {
          rate: '0.0326',
          inclusive: random.percent(50),
          basis: random.percent(50) ? 'cumulative' : 'period',
        }
      : null,
    fees: randomFees(random),
    refunds: random.percent(30) ? { cap: '700' } : null,
    losses: shape.deficiency ? 'deficiency' : 'none',
    supports: guaranteed ? supportsOf(shape) : [],
    triggers: randomTriggers(random, shape),
    waterfall: waterfallOf(random, shape),
  })
}

export function randomPeriods(random: Random, file: DealFile, count: number): readonly PlainPeriod[] {
  return Array.from({ length: count }, () => {
    const lean = random.percent(30)
    return {
      income: lean ? 0 : random.below(60_000),
      principal: lean ? random.below(2_000) : random.below(400_000),
      ...(random.percent(25) ? { defaults: [{ asset: 'P', amount: random.below(80_000).toString() }] } : {}),
      ...(random.percent(25) ? { losses: [{ asset: 'P', amount: random.below(60_000).toString() }] } : {}),
      performing: { stable: random.below(1_500_000).toString() },
      ...(file.refunds !== null && random.percent(30) ? { refund: random.below(1_500).toString() } : {}),
      ...(random.percent(15) ? { events: [random.oneOf(dealEventKinds)] } : {}),
      fees: Object.fromEntries(
        file.fees
          .filter(({ basis }) => basis.kind === 'reported')
          .map(({ id }) => [id, random.below(900).toString()]),
      ),
      ...(file.supports.length > 0 && random.percent(40)
        ? { supports: { [file.supports[0]?.id ?? '']: random.below(9_000).toString() } }
        : {}),
    }
  })
}

type Shape = {
  readonly tranches: DealFile['tranches']
  readonly split: boolean
  readonly reserve: boolean
  readonly guaranteed: boolean
  readonly atStep: boolean
  readonly deficiency: boolean
  /** A facility stands behind the guarantor. */
  readonly second: boolean
  readonly restores: boolean
  readonly callable: boolean
}

function randomTranches(random: Random): DealFile['tranches'] {
  const seniors = 1 + random.below(3)
  const mezz = random.below(2)
  const size = (): string => (1_000n + random.bigBelow(400_000n)).toString()
  const rated = Array.from({ length: seniors + mezz }, (_, index) => {
    const level = index < seniors ? 'senior' : 'mezz'
    const own = size()
    return tranche(`${level === 'senior' ? 'A' : 'B'}${index + 1}`, {
      size: own,
      level,
      coupon: `0.0${random.below(10)}${random.below(10)}`,
      amortisation: randomAmortisation(random, own),
      ...(random.percent(30)
        ? { stepUp: { from: random.oneOf(['2026-08-10', '2026-12-31']), rate: '0.021', onUnpaid: '0.03' } }
        : {}),
      ...(random.percent(30) ? { interestOnArrears: { margin: '0.01' } } : {}),
      ...(random.percent(25)
        ? {
            resets: [
              { from: '2026-05-15', rate: '0.051' },
              { from: '2026-05-20', rate: '0.049' },
            ],
          }
        : {}),
    })
  })
  return [...rated, tranche('C', { size: size() })]
}

function randomAmortisation(random: Random, size: string): DealFile['tranches'][number]['amortisation'] {
  const half = (BigInt(size) / 2n).toString()
  return random.oneOf<DealFile['tranches'][number]['amortisation']>([
    { kind: 'equal', instalments: 1 + random.below(6) },
    { kind: 'passThrough' },
    {
      kind: 'schedule',
      instalments: [
        { date: '2026-06-30', amount: half },
        { date: '2027-06-30', amount: (BigInt(size) - BigInt(half)).toString() },
      ],
    },
    {
      kind: 'target',
      balances: [
        { date: '2026-06-30', balance: half },
        { date: '2026-12-31', balance: '0' },
      ],
    },
  ])
}

function randomFees(random: Random): DealFile['fees'] {
  const all: DealFile['fees'] = [
    {
      id: 'rate',
      rank: 'senior',
      payTo: 'manager',
      basis: { kind: 'rate', rate: '0.002', on: random.oneOf(['notes', 'rated', 'pool']) },
    },
    {
      id: 'flat',
      rank: 'senior',
      payTo: 'servicer',
      basis: { kind: 'perPeriod', amount: '250' },
      yearlyCap: '600',
    },
    { id: 'told', rank: 'senior', payTo: 'servicer', basis: { kind: 'reported', cap: '400' } },
    { id: 'late', rank: 'junior', payTo: 'servicer', basis: { kind: 'reported' } },
  ]
  return all.filter(() => random.percent(60))
}

function supportsOf({ atStep, second, restores }: Shape): DealFile['supports'] {
  const facility: DealFile['supports'][number] = {
    id: 'facility',
    kind: 'liquidity',
    party: 'servicer',
    commitment: '20000',
    covers: ['tax', 'fees_senior', 'int:senior'],
    draws: atStep ? 'atStep' : 'secondPass',
    restores: !restores,
  }
  return [
    {
      id: 'guarantor',
      kind: 'guarantor',
      party: 'guarantor',
      commitment: second ? '5000' : '90000',
      covers: ['tax', 'fees_senior', 'int:senior', 'prin_sched:senior'],
      draws: atStep ? 'atStep' : 'secondPass',
      restores,
    },
    ...(second ? [facility] : []),
  ]
}

function randomTriggers(random: Random, { tranches, deficiency }: Shape): DealFile['triggers'] {
  const senior = tranches.filter(({ level }) => level === 'senior').map(({ id }) => id)
  const conditions: Condition[] = [
    { kind: 'cumulativeDefault', above: '0.1' },
    { kind: 'periodDefault', above: '0.05' },
    { kind: 'lowCollections', below: '0.5', periods: 2 },
    { kind: 'cumulativeShortfall', below: '0.4' },
    { kind: 'overcollateralisation', tranches: senior, below: '1.05' },
    { kind: 'interestCoverage', tranches: senior, below: '1.2' },
    { kind: 'debtService', tranches: senior, below: '1.1' },
    { kind: 'event', event: 'Insolvency' },
    { kind: 'dateReached', date: '2026-11-01' },
    ...(deficiency ? ([{ kind: 'deficiency', tranches: senior }] as const) : []),
  ]
  const pick = (): Condition => random.oneOf([{ kind: 'event', event: 'ServicerDefault' }, ...conditions])
  const flags = {
    latched: random.percent(40),
    decision: random.percent(80) ? 'automatic' : 'resolution',
  } as const
  return [
    {
      id: 'FAST',
      effect: 'acceleration',
      when: [pick(), pick()],
      waivable: random.percent(30),
      ...flags,
      ...(random.percent(40) && !flags.latched && flags.decision === 'automatic'
        ? { standsFor: { days: random.oneOf([1, 60, 120]) } }
        : {}),
    },
    { id: 'DEMOTE', effect: 'demote', when: [pick()], decision: 'automatic', latched: false },
    {
      id: 'UNPAID',
      effect: 'default',
      when: [{ kind: 'interestUnpaid', tranches: senior }, ...(random.percent(30) ? [pick()] : [])],
      decision: 'automatic',
      latched: false,
    },
    {
      id: 'FINAL',
      effect: 'default',
      when: [{ kind: 'principalUnpaid', tranches: senior }],
      decision: 'automatic',
      latched: false,
    },
  ]
}

function waterfallOf(random: Random, shape: Shape): DealFile['waterfall'] {
  const { split, reserve, guaranteed, atStep, deficiency, second, callable } = shape
  const supports = [...(guaranteed ? ['guarantor'] : []), ...(second ? ['facility'] : [])]
  const support = [...(reserve ? ['reserve'] : []), ...(atStep ? supports : [])]
  const call: LongStep[] = callable
    ? [...merge(split), { step: 'cleanUpCall', to: 'rated', share: '0.9' }]
    : []
  const order = random.oneOf(['proRata', 'sequential'] as const)
  const opening: LongStep[] = [
    { step: 'tax', support },
    { step: 'fees', fees: 'senior', order, support },
    { step: 'interest', to: 'senior', order, support },
  ]
  const cures: LongStep[] = deficiency ? [{ step: 'cure', to: 'rated', into: 'principal' }] : []
  const income = split ? 'income' : 'plan'
  const all = (to: string): LongStep => ({ step: 'principal', to, amount: 'all', from: income })
  const rest = [{ step: 'reimburse', support: '*' } as const, 'fees_junior', 'junior']
  return {
    normal: [
      ...opening,
      ...call,
      { step: 'interest', to: 'mezz', unless: ['DEMOTE'] },
      ...cures,
      { step: 'principal', to: 'senior', amount: 'scheduled', order },
      { step: 'principal', to: 'mezz', amount: 'scheduled', onlyIf: [], unless: ['DEMOTE'] },
      'reserve_topup',
      ...(random.percent(50)
        ? [{ step: 'principal', to: 'rated', amount: 'all', order, share: '0.25' } as const]
        : []),
      { step: 'interest', to: 'mezz', onlyIf: ['DEMOTE'] },
      'guarantor_reimburse',
      { step: 'stepUp', to: 'rated', order },
      'fees_junior',
      'junior_if_allowed',
    ],
    acceleration: [
      ...merge(split),
      ...opening,
      'int:mezz',
      all('senior'),
      all('mezz'),
      'step_up:rated',
      ...rest,
    ],
    default: [...merge(split), ...opening, all('senior'), 'int:mezz', all('mezz'), 'step_up:rated', ...rest],
  }
}

function merge(split: boolean): LongStep[] {
  return split ? [{ step: 'move', from: 'principal', into: 'income' }] : []
}
