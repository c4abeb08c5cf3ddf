import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { plainDeal, tranche } from './plainDeal.ts'

export const THRESHOLD_OC = 110n
export const THRESHOLD_IC = 130n
export const COUPONS = { A: 40_000_000n, B: 60_000_000n, J: 90_000_000n } as const
export const SIZES = { A: 700_000n, B: 200_000n, J: 100_000n } as const
export const COMMITMENT = 60_000n
export const OPENING_RESERVE = 20_000n
export const DAYS = 91n
export const BASELINE = 40_000n
export const PERIODS = 40

const supports = ['reserve', 'facility', 'guarantor']

/** The three-tranche deal of an IP securitization with every device: deficiency ledger, tests, reserve, two supports, turbo. */
export function threeTrancheDeal(): DealFile {
  const start = Date.UTC(2026, 0, 1)
  const payment = (number: number): string =>
    new Date(start + number * Number(DAYS) * 86_400_000).toISOString().slice(0, 10)
  const onArrears = { interestOnArrears: { margin: '0.01' } }
  return plainDeal({
    id: 'THREE-TRANCHE',
    closingDate: payment(0),
    legalFinal: payment(PERIODS),
    periods: Array.from({ length: PERIODS }, (_, index) => ({
      payment: payment(index + 1),
      baseline: BASELINE.toString(),
    })),
    tranches: [
      tranche('A', { size: `${SIZES.A}`, coupon: '0.04', ...onArrears }),
      tranche('B', { size: `${SIZES.B}`, coupon: '0.06', level: 'mezz', ...onArrears }),
      tranche('J', { size: `${SIZES.J}`, coupon: '0.09', level: 'junior' }),
    ],
    accounts: [
      { id: 'income', purpose: 'plan', receives: ['income'] },
      { id: 'principal', purpose: 'plan', receives: ['principal'] },
      { id: 'reserve', purpose: 'reserve' },
    ],
    reserve: { opening: `${OPENING_RESERVE}`, target: { kind: 'percent', percent: '0.02', floor: '5000' } },
    losses: 'deficiency',
    tax: { rate: '0.03', inclusive: true },
    fees: [
      { id: 'sen', rank: 'senior', payTo: 'manager', basis: { kind: 'reported' } },
      { id: 'sub', rank: 'junior', payTo: 'servicer', basis: { kind: 'reported' } },
    ],
    supports: [
      {
        id: 'facility',
        kind: 'liquidity',
        party: 'guarantor',
        commitment: `${COMMITMENT}`,
        covers: ['tax', 'fees_senior', 'int:A'],
        draws: 'atStep',
      },
      {
        id: 'guarantor',
        kind: 'guarantor',
        party: 'guarantor',
        commitment: `${COMMITMENT}`,
        covers: ['tax', 'fees_senior', 'int:A'],
        draws: 'atStep',
      },
    ],
    triggers: [
      test('OC', { kind: 'overcollateralisation', tranches: ['A', 'B'], below: '1.1' }),
      test('IC', { kind: 'interestCoverage', tranches: ['A'], below: '1.3' }),
      test('CUM', { kind: 'cumulativeShortfall', below: '0.9' }),
      test('PDL', { kind: 'deficiency', tranches: ['A', 'B'] }),
      {
        id: 'FAST',
        effect: 'acceleration',
        when: [{ kind: 'cumulativeShortfall', below: '0.6' }],
        decision: 'automatic',
        latched: true,
      },
    ],
    waterfall: {
      normal: [
        { step: 'tax', support: supports },
        { step: 'fees', fees: 'senior', support: supports },
        { step: 'reimburse', support: 'facility' },
        { step: 'interest', to: 'A', support: supports },
        { step: 'cure', to: 'A', into: 'principal' },
        { step: 'interest', to: 'B', unless: ['OC'] },
        { step: 'cure', to: 'B', into: 'principal' },
        { step: 'topUp' },
        { step: 'reimburse', support: 'guarantor' },
        'fees_junior',
        { step: 'interest', to: 'B', onlyIf: ['OC'] },
        { step: 'cure', to: 'J', into: 'principal' },
        { step: 'interest', to: 'J' },
        { step: 'move', into: 'principal', onlyIf: ['IC'] },
        { step: 'test', triggers: ['PDL'] },
        {
          step: 'principal',
          to: ['A', 'B'],
          amount: 'all',
          order: 'proRata',
          unless: ['OC', 'IC', 'CUM', 'PDL'],
        },
        { step: 'principal', to: ['A', 'B', 'J'], amount: 'all', order: 'sequential' },
        { step: 'residual', to: 'J', from: 'income' },
      ],
      acceleration: [
        { step: 'move', from: 'principal', into: 'income' },
        { step: 'releaseReserve', to: 'income', amount: 'all' },
        { step: 'tax', support: supports },
        { step: 'fees', fees: 'senior', support: supports },
        { step: 'reimburse', support: 'facility' },
        { step: 'interest', to: 'A', support: supports },
        { step: 'principal', to: 'A', amount: 'all', from: 'income' },
        { step: 'interest', to: 'B' },
        { step: 'principal', to: 'B', amount: 'all', from: 'income' },
        { step: 'reimburse', support: 'guarantor' },
        'fees_junior',
        { step: 'interest', to: 'J' },
        { step: 'principal', to: 'J', amount: 'all', from: 'income' },
        { step: 'residual', to: 'J', from: 'income' },
      ],
    },
  })
}

function test(
  id: string,
  condition: DealFile['triggers'][number]['when'][number],
): DealFile['triggers'][number] {
  return { id, effect: 'demote', when: [condition], decision: 'automatic', latched: false }
}
