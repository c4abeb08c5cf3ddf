import type { Supplement } from '../src/deal/termSheet/readTermSheet.ts'

/** Who may hold the series of the two deals that the demo runs. No term sheet states it: these are assumed. */

type Limits = Required<Pick<Supplement, 'limits' | 'seriesLimits'>>

const mainland = ['cn-class-one-professional', 'cn-professional', 'cn-qualified']

/** Hong Kong's series admit institutions of Macao, and Macao's those of Hong Kong, within a quota a day and direction. */
const linked = { exempt: ['hk-institutional', 'mo-institutional'], channel: 'gba-notes' }

export const demoLimits: Limits = {
  limits: {
    places: [
      { place: 'CN', holders: { law: 'holder-cap' } },
      { place: 'HK', offerees: { law: 'offeree-limit' } },
    ],
    quotas: [
      { channel: 'gba-notes', from: 'MO', to: 'HK', amount: '500000000', windowDays: 1 },
      { channel: 'gba-notes', from: 'HK', to: 'MO', amount: '500000000', windowDays: 1 },
    ],
    retention: { form: 'horizontal', share: { law: 'retention' } },
  },
  seriesLimits: {
    'A-CN': {
      admits: mainland,
      exempt: ['cn-class-one-professional'],
      minimum: { law: 'least-holding' },
    },
    'A-HK': { admits: ['hk-institutional', 'hk-corporate', 'mo-institutional'], ...linked },
    'A-MO': {
      admits: ['mo-institutional', 'mo-professional', 'hk-institutional'],
      ...linked,
      lockUp: '2026-12-22',
    },
    'B-CN': {
      admits: ['cn-class-one-professional', 'cn-professional'],
      exempt: ['cn-class-one-professional'],
      minimum: { amount: '200000000' },
      holdingCap: { share: '0.6' },
    },
    'B-HK': {
      admits: ['hk-institutional', 'mo-institutional'],
      ...linked,
      minimum: { amount: '10000000' },
      holdingCap: { share: '0.6' },
    },
    'C-CN': {
      admits: ['cn-class-one-professional'],
      exempt: ['cn-class-one-professional'],
    },
  },
}

export const patentLimits: Limits = {
  limits: {
    places: [{ place: 'CN', holders: { law: 'holder-cap' } }],
    retention: { form: 'horizontal', share: { law: 'retention' } },
  },
  seriesLimits: {
    'A-CN': {
      admits: ['cn-class-one-professional', 'cn-professional'],
      exempt: ['cn-class-one-professional'],
      minimum: { law: 'least-holding' },
      step: { law: 'subscription-step' },
    },
    'C-CN': {
      admits: ['cn-class-one-professional'],
      exempt: ['cn-class-one-professional'],
    },
  },
}
