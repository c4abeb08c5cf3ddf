import { parseDay } from '../dates.ts'
import { parseDecimal } from '../decimals.ts'
import { collectProblems, type Problem, type ProblemCollector, ProblemsError } from '../errors.ts'
import { problemsOf } from '../law/formProblems.ts'
import { checkGrounds, type Grounded } from '../law/readLaw.ts'
import { currencyOf, money } from '../money.ts'
import { parsePlace } from '../places.ts'
import type { FeeBook, FeeSchedule, Surcharge } from './fees.ts'
import { type FeesFile, feesSchema } from './schema.ts'

type ScheduleFile = FeesFile['schedules'][number]

const SHARE_DECIMALS = 9

/** Reads a book of fees. It throws one FeesRefusedError that names every fault. */
export function readFees(data: unknown): FeeBook {
  const parsed = feesSchema.safeParse(data)
  if (!parsed.success) throw new FeesRefusedError(problemsOf(parsed.error, data))
  const { version, sources, schedules } = parsed.data
  const problems = collectProblems()
  checkGrounds({ sources, all: schedules.map(groundsAt) }, problems)
  const read = schedules.map((schedule, index) => {
    const path = `/schedules/${index}`
    checkSchedule(schedule, { path, earlier: schedules.slice(0, index), problems })
    return problems.attempt({ path, value: schedule.id }, () => readSchedule(schedule))
  })
  problems.refuse(found => new FeesRefusedError(found))
  return Object.freeze({
    version,
    sources: new Map(Object.entries(sources)),
    schedules: read.flatMap(schedule => (schedule === undefined ? [] : [schedule])),
  })
}

function groundsAt(grounds: ScheduleFile, index: number): Grounded {
  return { path: `/schedules/${index}`, grounds }
}

function readSchedule({ place, currency, lives, bands, grace, ...rest }: ScheduleFile): FeeSchedule {
  const { rule, source, since, date, status, ...schedule } = rest
  const of = currencyOf(currency)
  return Object.freeze({
    ...schedule,
    ...{ rule, source, since, date, status },
    place: parsePlace(place),
    currency: of,
    lives: lives.map(({ years, filedFrom }) => ({
      years,
      filedFrom: filedFrom === undefined ? undefined : parseDay(filedFrom),
    })),
    bands: bands.map(({ from, to, minor }) => ({ from, to, minor: BigInt(minor) })),
    grace: { months: grace.months, surcharge: readSurcharge(grace.surcharge, of) },
  })
}

function readSurcharge(
  surcharge: ScheduleFile['grace']['surcharge'],
  currency: FeeSchedule['currency'],
): Surcharge {
  switch (surcharge.kind) {
    case 'share':
      return { ...surcharge, ppb: parseDecimal(surcharge.share, SHARE_DECIMALS) }
    case 'amount':
      return { kind: surcharge.kind, amount: money(currency, BigInt(surcharge.minor)) }
    case 'unknown':
      return surcharge
    default:
      return surcharge satisfies never
  }
}

type At = {
  readonly path: string
  readonly earlier: readonly ScheduleFile[]
  readonly problems: ProblemCollector
}

/** One schedule a place and kind, its bands in order without overlap, and for every title one life. */
function checkSchedule(
  { id, place, kinds, bands, lives }: ScheduleFile,
  { path, earlier, problems }: At,
): void {
  const remedy = 'Keep one schedule for each place and kind'
  for (const kind of kinds.filter(one => earlier.some(e => e.place === place && e.kinds.includes(one))))
    problems.note({
      path: `${path}/kinds`,
      value: kind,
      message: 'An earlier schedule has this kind',
      remedy,
    })
  if (earlier.some(other => other.id === id))
    problems.note({
      path: `${path}/id`,
      value: id,
      message: 'This is given twice',
      remedy: 'Give another one',
    })
  bands.forEach(({ from, to }, index) => {
    const last = bands[index - 1]?.to ?? 0
    if (from > last && to >= from) return
    const message = 'The years of the bands do not follow each other'
    problems.note({ path: `${path}/bands/${index}`, value: from, message, remedy: 'Order the bands by year' })
  })
  if (lives.at(-1)?.filedFrom !== undefined)
    problems.note({
      path: `${path}/lives`,
      value: lives.length,
      message: 'The last life must hold for every title',
      remedy: 'Add a life without filedFrom',
    })
}

export class FeesRefusedError extends ProblemsError {
  override readonly code = 'file/fees-refused'

  constructor(problems: readonly Problem[]) {
    super('The book of fees', problems)
  }
}
