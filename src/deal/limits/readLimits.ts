import { collectProblems } from '../../domain/errors.ts'
import type { Law } from '../../domain/law/law.ts'
import { checkClasses } from '../checks/classes.ts'
import { DealFileError } from '../errors.ts'
import type { DealFile } from '../schema/deal.ts'
import type { DealLimits } from './dealLimits.ts'
import type { Reading } from './reading.ts'
import { readPlaceLimits } from './readPlaces.ts'
import { readQuotas } from './readQuotas.ts'
import { readRetention } from './readRetention.ts'
import { type LimitedSeries, readSeriesLimits } from './readSeries.ts'

/**
 * The limits of a deal, read against the law; a deal that states none has none. It throws one DealFileError that names
 * every class and every figure which the law does not know or which is looser than the law.
 */
export function dealLimitsOf(file: DealFile, law: Law): DealLimits {
  const problems = collectProblems()
  checkClasses(file, { law, problems })
  const limits = readLimits({ file, law, problems })
  problems.refuse(found => new DealFileError(found))
  return limits
}

/** The same with every fault noted. */
export function readLimits(reading: Reading): DealLimits {
  const limited = limitedSeries(reading.file)
  checkStated(limited, reading)
  const { quotas, channels } = readQuotas(limited, reading)
  const places = readPlaceLimits(limited, reading)
  const { retention, kept } = readRetention(limited, reading)
  const series = limited.flatMap(row => {
    const limits = readSeriesLimits({ ...row, channels }, reading)
    return limits === undefined ? [] : [{ ...limits, retained: kept.get(limits.series) ?? 0n }]
  })
  return Object.freeze({ lawVersion: reading.law.version, series, places, quotas, channels, retention })
}

function limitedSeries({ tranches }: DealFile): readonly LimitedSeries[] {
  return tranches.flatMap((tranche, row) =>
    tranche.series.flatMap((series, column) =>
      series.limits === undefined
        ? []
        : [
            {
              row: series,
              limits: series.limits,
              path: `/tranches/${row}/series/${column}/limits`,
              tranche,
            },
          ],
    ),
  )
}

/** Limits of the deal rest on limited series. */
function checkStated(limited: readonly LimitedSeries[], { file, problems }: Reading): void {
  if (file.limits === undefined || limited.length > 0) return
  problems.note({
    path: '/limits',
    value: file.limits,
    message: 'No series has limits that these rest on',
    remedy: 'Say in the limits of each series which classes it admits',
  })
}
