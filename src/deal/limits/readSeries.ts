import { parseDay } from '../../domain/dates.ts'
import { classNamed, type InvestorClass, type Parameter } from '../../domain/law/law.ts'
import { currencyOf } from '../../domain/money.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { fraction } from '../fraction.ts'
import type { AmountLimitFile, SeriesLimitsFile } from '../schema/limits.ts'
import type { TrancheFile } from '../schema/tranche.ts'
import type { SeriesLimit, StatedUnits } from './dealLimits.ts'
import { amountByLaw, looser, parameterNamed, type Reading } from './reading.ts'

type SeriesFile = TrancheFile['series'][number]

/** A series that states limits, and where it states them. */
export type LimitedSeries = {
  readonly row: SeriesFile
  readonly limits: SeriesLimitsFile
  readonly path: string
  readonly tranche: TrancheFile
}

type Spotted = LimitedSeries & { readonly channels: readonly string[] }

/** What the law of a place may ask of the least that a party holds. */
const LEAST = ['least-holding', 'least-subscription', 'least-denomination'] as const
const STEP = 'subscription-step'

/** The limits of one series, without what the originator keeps of it; `undefined` if a figure cannot be read. */
export function readSeriesLimits(series: Spotted, reading: Reading): SeriesLimit | undefined {
  const { row, limits, path } = series
  const admitted = classesAt(limits.admits, `${path}/admits`, reading)
  const exempt = exemptOf(series, reading)
  checkOffered(series, reading)
  const minimum = minimumOf(series, reading)
  const step = stepOf(series, reading)
  const holdingCap = holdingCapOf(series, reading)
  checkSizes({ minimum, step, holdingCap }, series, reading)
  return {
    series: row.id,
    place: row.place,
    admitted,
    exempt,
    minimum,
    step,
    holdingCap,
    lockedUntil: lockUpOf(series, reading),
    channel: channelOf(series, reading),
    retained: 0n,
  }
}

/** Units of a series. */
export function unitsOf({ row }: LimitedSeries, { file }: Reading): bigint {
  return BigInt(row.size) / BigInt(file.face)
}

function classesAt(
  ids: readonly string[],
  path: string,
  { law, problems }: Reading,
): readonly InvestorClass[] {
  return ids.flatMap((value, position) => {
    const at = { path: `${path}/${position}`, value }
    const found = problems.attempt(at, () => classNamed(law, value))
    if (found === undefined) return []
    if (!found.holds.notes) {
      const remedy = 'Name classes whose members may hold notes'
      problems.note({ ...at, message: `The law lets members of this class hold no notes`, remedy })
    }
    return [found]
  })
}

function exemptOf({ limits, path }: LimitedSeries, reading: Reading): readonly InvestorClass[] {
  const { exempt = [], admits } = limits
  const found = classesAt(exempt, `${path}/exempt`, reading)
  exempt.forEach((value, position) => {
    if (admits.includes(value)) return
    reading.problems.note({
      path: `${path}/exempt/${position}`,
      value,
      message: 'The series does not admit this class',
      remedy: 'Name it in /admits too, or leave it out here',
    })
  })
  for (const { id, place, holds } of found) {
    if (holds.suitabilityExempt) continue
    const at = { path: `${path}/exempt/${exempt.indexOf(id)}`, value: id }
    reading.problems.note({
      ...at,
      message: `The law of ${place ?? 'every place'} is stricter: members of this class hold no grade above their tolerance (${holds.rule})`,
      remedy: 'Leave the class out here; it may stand in /admits',
    })
  }
  return found
}

/** Whom a series is offered to may hold it. */
function checkOffered({ row, limits, path }: LimitedSeries, { problems }: Reading): void {
  for (const value of row.classes ?? []) {
    if (limits.admits.includes(value)) continue
    const remedy = 'Admit every class that /classes names, or offer it to fewer'
    problems.note({ path: `${path}/admits`, value, message: 'The series is offered to this class', remedy })
  }
}

function minimumOf(series: LimitedSeries, reading: Reading): StatedUnits | null {
  const { row, limits } = series
  const found = amountOf('minimum', series, reading)
  if (found === null || limits.minimum === undefined) return null
  for (const bound of boundsOf(LEAST, row, reading)) {
    if (found.amount >= bound.amount) continue
    const path = `${series.path}/minimum`
    looser({ path, value: limits.minimum, bound: `at least ${bound.amount}` }, bound.parameter, reading)
  }
  const face = BigInt(reading.file.face)
  return { units: (found.amount + face - 1n) / face, law: found.law }
}

function stepOf(series: LimitedSeries, reading: Reading): StatedUnits | null {
  const found = amountOf('step', series, reading)
  if (found === null) return null
  const [path, value] = [`${series.path}/step`, series.limits.step]
  for (const bound of boundsOf([STEP], series.row, reading)) {
    if (bound.amount === 0n || found.amount % bound.amount === 0n) continue
    looser({ path, value, bound: `multiples of ${bound.amount}` }, bound.parameter, reading)
  }
  const face = BigInt(reading.file.face)
  if (found.amount === 0n || found.amount % face !== 0n) {
    const message = `A unit is ${face}, and units do not divide`
    reading.problems.note({ path, value, message, remedy: 'State a whole multiple of the face' })
    return null
  }
  return { units: found.amount / face, law: found.law }
}

type StatedAmount = { readonly amount: bigint; readonly law: Parameter | null }

function amountOf(
  field: 'minimum' | 'step',
  { row, limits, path }: LimitedSeries,
  reading: Reading,
): StatedAmount | null {
  const stated: AmountLimitFile | undefined = limits[field]
  if (stated === undefined) return null
  if ('amount' in stated) return { amount: BigInt(stated.amount), law: null }
  const found = amountByLaw(stated, { path: `${path}/${field}`, place: row.place }, reading)
  return found === undefined ? null : { amount: found.amount, law: found.parameter }
}

type Bound = { readonly amount: bigint; readonly parameter: Parameter }

/** What the law of the place asks, where it asks it in the currency of the deal. */
function boundsOf(ids: readonly string[], { place }: SeriesFile, reading: Reading): readonly Bound[] {
  const currency = currencyOf(reading.file.currency)
  return ids.flatMap(id => {
    const parameter = parameterNamed(id, place, reading)
    if (parameter?.value.kind !== 'amount' || parameter.value.amount.currency !== currency) return []
    return [{ amount: parameter.value.amount.minor, parameter }]
  })
}

function holdingCapOf(series: LimitedSeries, reading: Reading): bigint | null {
  const { holdingCap: stated } = series.limits
  if (stated === undefined) return null
  const cap =
    'amount' in stated
      ? BigInt(stated.amount) / BigInt(reading.file.face)
      : (unitsOf(series, reading) * fraction(stated.share)) / ONE_PPB_SCALE
  if (cap > 0n) return cap
  const path = `${series.path}/holdingCap`
  const remedy = 'State at least one unit, or leave the cap out'
  reading.problems.note({ path, value: stated, message: 'Nobody could hold a unit', remedy })
  return null
}

type Sizes = Pick<SeriesLimit, 'minimum' | 'step' | 'holdingCap'>

/** A holding that is neither below the minimum nor above the cap must exist. */
function checkSizes({ minimum, step, holdingCap }: Sizes, series: LimitedSeries, reading: Reading): void {
  const least = minimum?.units ?? step?.units ?? 1n
  const most = holdingCap ?? unitsOf(series, reading)
  if (least <= most) return
  reading.problems.note({
    path: holdingCap === null ? `${series.path}/minimum` : `${series.path}/holdingCap`,
    value: holdingCap === null ? series.limits.minimum : series.limits.holdingCap,
    message: `The least that a party may hold is ${least} units, the most ${most}`,
    remedy: 'Lower the minimum or the step, or raise the cap',
  })
}

function lockUpOf({ limits, path }: LimitedSeries, { file, problems }: Reading): SeriesLimit['lockedUntil'] {
  const { lockUp: value } = limits
  if (value === undefined) return null
  const at = { path: `${path}/lockUp`, value }
  const day = problems.attempt(at, () => parseDay(value))
  if (day === undefined) return null
  if (value <= file.closingDate || value > file.legalFinal)
    problems.note({
      ...at,
      message: 'The lock-up does not end while the deal lives',
      remedy: 'State a date after closing and not after legal final',
    })
  return day
}

function channelOf({ limits, path, channels }: Spotted, { problems }: Reading): number | null {
  const { channel: value } = limits
  if (value === undefined) return null
  const position = channels.indexOf(value)
  if (position >= 0) return position + 1
  problems.note({
    path: `${path}/channel`,
    value,
    message: 'No quota counts this channel',
    remedy: 'Add a quota of it to /limits/quotas, or leave it out',
  })
  return null
}
