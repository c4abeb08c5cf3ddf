import { maturityClasses } from '../schema/atoms.ts'
import type { SeriesLimitsFile } from '../schema/limits.ts'
import type { TermSheet } from './schema.ts'
import { maturityOf, readAmortisation } from './terms.ts'

const GRADES = { senior: 'R2', mezz: 'R4', junior: 'R5' } as const

/** Without stated series a tranche is one series in the mainland register. */
export function readTranches(
  sheet: TermSheet,
  limits: Readonly<Record<string, SeriesLimitsFile>>,
): readonly unknown[] {
  return sheet.tranches.map(tranche => {
    const {
      id,
      level,
      size,
      coupon,
      rating,
      holder,
      transferable,
      expected_maturity: expectedMaturity,
    } = tranche
    const junior = level === 'junior'
    return {
      id,
      level,
      size,
      coupon,
      ...(rating === undefined ? {} : { rating }),
      riskGrade: tranche.risk_grade_min ?? GRADES[level],
      maturityClasses: tranche.maturity_classes ?? usualClasses(sheet, junior),
      amortisation: readAmortisation(tranche, sheet),
      ...(transferable === undefined ? {} : { transferable }),
      ...(holder === undefined ? {} : { holder }),
      ...(expectedMaturity === undefined ? {} : { expectedMaturity }),
      series: (
        tranche.series?.map(seriesOf) ?? [
          { id: `${id}-CN`, place: 'CN', legalMode: 'RegisterMirror', currency: sheet.currency, size },
        ]
      ).map(series => ({ ...series, ...limitsOf(series.id, limits) })),
    }
  })
}

function usualClasses(sheet: TermSheet, junior: boolean): readonly string[] {
  if (junior) return maturityClasses
  const { assets } = sheet.pool
  if (assets !== undefined)
    return maturityClasses.filter(name => assets.some(({ maturity_class: its }) => its === name))
  return maturityOf(sheet) === 'stable' ? ['stable'] : ['stable', 'pilotPassed']
}

type SeriesSheet = NonNullable<TermSheet['tranches'][number]['series']>[number]

function seriesOf({ id, place, legal_mode: legalMode, currency, size }: SeriesSheet) {
  return { id, place, legalMode, currency, size }
}

function limitsOf(id: string, limits: Readonly<Record<string, SeriesLimitsFile>>) {
  const own = limits[id]
  return own === undefined ? {} : { limits: own }
}
