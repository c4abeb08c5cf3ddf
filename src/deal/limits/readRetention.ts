import type { PlaceCode } from '../../domain/places.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { fraction } from '../fraction.ts'
import type { ShareLimitFile } from '../schema/limits.ts'
import type { TrancheFile } from '../schema/tranche.ts'
import type { RetentionLimit } from './dealLimits.ts'
import { looser, parameterAt, parameterNamed, type Reading } from './reading.ts'
import { type LimitedSeries, unitsOf } from './readSeries.ts'

const RETENTION = 'retention'
const PATH = '/limits/retention'

/** What the originator keeps, and how many units of each series that is. */
export function readRetention(
  limited: readonly LimitedSeries[],
  reading: Reading,
): { readonly retention: RetentionLimit | null; readonly kept: ReadonlyMap<string, bigint> } {
  const none = { retention: null, kept: new Map<string, bigint>() }
  const stated = reading.file.limits?.retention
  if (stated === undefined) return none
  const originator = reading.file.parties.find(({ offices }) => offices.includes('originator'))
  if (originator === undefined) {
    const remedy = 'Give a party the office of originator, or leave the retention out'
    reading.problems.note({ path: PATH, value: stated, message: 'The deal has no originator', remedy })
    return none
  }
  const share = shareOf(stated.share, originator.place, reading)
  if (share === undefined) return none
  const retention = { form: stated.form, ...share }
  const own = limited.filter(({ row }) => row.place === originator.place)
  const kept =
    stated.form === 'vertical' ? vertically(share, own, reading) : horizontally(share, own, reading)
  return { retention, kept }
}

type Share = Pick<RetentionLimit, 'sharePpb' | 'law'>

function shareOf(stated: ShareLimitFile, place: PlaceCode, reading: Reading): Share | undefined {
  const path = `${PATH}/share`
  if ('law' in stated) {
    const found = parameterAt(stated, { path, place, kind: 'share' }, reading)
    return found === undefined ? undefined : { sharePpb: found.value.ppb, law: found.parameter }
  }
  const sharePpb = fraction(stated.share)
  const least = parameterNamed(RETENTION, place, reading)
  if (least?.value.kind === 'share' && sharePpb < least.value.ppb) {
    const bound = `at least ${Number(least.value.ppb) / Number(ONE_PPB_SCALE)}`
    looser({ path: `${path}/share`, value: stated.share, bound }, least, reading)
  }
  return { sharePpb, law: null }
}

/** The share of every tranche, in its series of the originator's place. */
function vertically(
  { sharePpb }: Share,
  own: readonly LimitedSeries[],
  reading: Reading,
): ReadonlyMap<string, bigint> {
  return new Map(
    reading.file.tranches.flatMap(tranche => {
      const wanted = shareUp(unitsOfTranche(tranche, reading), sharePpb)
      const series = own.find(candidate => candidate.tranche.id === tranche.id)
      if (series !== undefined && unitsOf(series, reading) >= wanted) return [[series.row.id, wanted]]
      tooLittle(`tranche ${tranche.id} has`, wanted, reading)
      return []
    }),
  )
}

/** The share of the deal, out of the most junior tranches. */
function horizontally(
  { sharePpb }: Share,
  own: readonly LimitedSeries[],
  reading: Reading,
): ReadonlyMap<string, bigint> {
  const { tranches } = reading.file
  const total = tranches.reduce((sum, tranche) => sum + unitsOfTranche(tranche, reading), 0n)
  const wanted = shareUp(total, sharePpb)
  const kept = new Map<string, bigint>()
  let left = wanted
  for (const series of own.filter(({ tranche }) => tranche.level === 'junior').toReversed()) {
    if (left === 0n) break
    const all = unitsOf(series, reading)
    const isEnough = all >= left
    kept.set(series.row.id, isEnough ? left : all)
    left = isEnough ? 0n : left - all
  }
  if (left > 0n) tooLittle('the junior tranches have', wanted, reading)
  return kept
}

function tooLittle(what: string, wanted: bigint, { problems }: Reading): void {
  problems.note({
    path: PATH,
    value: wanted,
    message: `The originator would keep ${wanted} units, and ${what} fewer in limited series of its place`,
    remedy: 'Give the series limits, make it larger, or keep the share in the other form',
  })
}

function unitsOfTranche({ size }: TrancheFile, { file }: Reading): bigint {
  return BigInt(size) / BigInt(file.face)
}

function shareUp(units: bigint, sharePpb: bigint): bigint {
  return (units * sharePpb + ONE_PPB_SCALE - 1n) / ONE_PPB_SCALE
}
