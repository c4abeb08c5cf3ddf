import { type CompiledDeal, compileDeal } from '../../../src/deal/compile.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { type Inputs, parseInputs } from '../../../src/deal/parseInputs.ts'
import type { DealFile } from '../../../src/deal/schema/deal.ts'
import { dealSchemaName } from '../../../src/deal/schema/deal.ts'
import type { PeriodInputsFile } from '../../../src/deal/schema/inputs.ts'
import { type PeriodResult, simulate } from '../../../src/deal/simulate.ts'

type TrancheFile = DealFile['tranches'][number]

export function tranche(id: string, terms: Partial<TrancheFile> & { readonly size: string }): TrancheFile {
  const junior = terms.coupon === undefined || terms.coupon === null
  return {
    id,
    level: junior ? 'junior' : 'senior',
    coupon: null,
    riskGrade: junior ? 'R5' : 'R2',
    maturityClasses: ['stable'],
    amortisation: { kind: junior ? 'residual' : 'passThrough' },
    series: [{ id: `${id}-CN`, place: 'CN', legalMode: 'RegisterMirror', currency: 'CNY', size: terms.size }],
    ...terms,
  }
}

/** A deal of round numbers: A of 1000 at 36.5 %, C of 200, three dates of 10 days, one plan account, no tax and no fees. */
export function plainDeal(terms: Partial<DealFile> = {}): DealFile {
  const tranches = terms.tranches ?? [
    tranche('A', { size: '1000', coupon: '0.365' }),
    tranche('C', { size: '200' }),
  ]
  const total = tranches.reduce((sum, { size }) => sum + BigInt(size), 0n).toString()
  const name = 'Plain deal'
  return {
    schema: dealSchemaName,
    id: 'PLAIN',
    names: { 'zh-Hans': name, 'zh-Hant': name, pt: name, en: name },
    currency: 'CNY',
    total,
    face: '1',
    closingDate: '2026-01-01',
    legalFinal: '2026-02-10',
    calendars: [],
    dayCount: 'ACT/365F',
    rounding: { interest: 'floor', fees: 'floor', tax: 'floor', split: 'first' },
    pool: {
      total,
      assets: [
        {
          id: 'P',
          right: 'P',
          obligor: 'Obligor',
          place: 'HK',
          maturityClass: 'stable',
          trl: 9,
          principal: total,
          contractRate: '0.4',
          appraisedValue: (2n * BigInt(total)).toString(),
          pledgeRateMax: '0.5',
          collectionCurrency: 'CNY',
        },
      ],
    },
    parties: [
      { id: 'servicer', name: 'Servicer', place: 'CN', offices: ['servicer', 'manager'] },
      { id: 'guarantor', name: 'Guarantor', place: 'CN', offices: ['guarantor'] },
    ],
    accounts: [{ id: 'plan', purpose: 'plan', receives: ['income', 'principal'] }],
    tax: null,
    fees: [],
    supports: [],
    reserve: null,
    refunds: null,
    triggers: [],
    waterfall: { normal: ['int:senior', 'prin_sched:senior', 'junior_if_allowed'] },
    periodCalendar: [],
    periods: [{ payment: '2026-01-11' }, { payment: '2026-01-21' }, { payment: '2026-01-31' }],
    tail: null,
    provenance: { '/': 'assumed' },
    ...terms,
    tranches,
  }
}

export type PlainPeriod = Omit<PeriodInputsFile, 'period' | 'collections'> & {
  readonly income?: number
  readonly principal?: number
}

export type Ran = { readonly compiled: CompiledDeal; readonly periods: readonly PeriodResult[] }

/** A deal compiled, and inputs whose collections are two numbers a period. */
export function plainInputs(
  file: DealFile,
  periods: readonly PlainPeriod[],
): { readonly compiled: CompiledDeal; readonly inputs: Inputs } {
  const deal = parseDeal(JSON.stringify(file))
  const inputs = {
    schema: 'lingnan-inputs/1',
    deal: file.id,
    periods: periods.map(({ income = 0, principal = 0, ...rest }, index) => ({
      period: index + 1,
      collections: [
        { asset: 'P', kind: 'income', currency: 'CNY', amount: income.toString() },
        { asset: 'P', kind: 'principal', currency: 'CNY', amount: principal.toString() },
      ],
      ...rest,
    })),
  }
  return { compiled: compileDeal(deal), inputs: parseInputs(JSON.stringify(inputs), deal) }
}

export async function runPlain(file: DealFile, periods: readonly PlainPeriod[]): Promise<Ran> {
  const { compiled, inputs } = plainInputs(file, periods)
  return { compiled, periods: (await simulate(compiled, inputs)).periods }
}

/** Lines that ran and were due or paid something, as "int:A 10/8" (due/paid). */
export function linesOf({ periods }: Ran, number: number): readonly string[] {
  const lines = periods[number - 1]?.lines ?? []
  return lines
    .filter(({ ran, due, paid }) => ran && (due > 0n || paid > 0n))
    .map(({ id, due, paid }) => `${id} ${due}/${paid}`)
}

export function cell({ periods }: Ran, number: number, name: string): number | undefined {
  const found = periods[number - 1]?.cells.find(row => row.name === name)?.after
  return found === undefined ? undefined : Number(found)
}

export function raised({ periods }: Ran, number: number): readonly string[] {
  return (periods[number - 1]?.triggers ?? []).filter(trigger => trigger.raised).map(({ id }) => id)
}
