import type { DealFile } from '../../deal/schema/deal.ts'
import type { TrancheFile } from '../../deal/schema/tranche.ts'
import { type Actor, actorNamed, type PlaceCode } from './actor.ts'
import { type Appointment, holderOf } from './cast.ts'

/** What one holder takes of one series. */
export interface Commitment {
  readonly series: string
  readonly investor: Actor
  /** Class of the law file to which the holder belongs. */
  readonly investorClass: string
  readonly units: bigint
}

/** Institutions of each place, the leading one first. */
const institutions: Readonly<Record<PlaceCode, readonly string[]>> = {
  CN: ['CN-FUND', 'CN-INSURER', 'CN-SECURITIES'],
  HK: ['HK-PI', 'HK-FAMILY-OFFICE', 'HK-FUND'],
  MO: ['MO-PI', 'MO-PENSION', 'MO-FUND'],
}

/** To which class of the law file the investors of the demo belong, by place. */
export const institutionClasses: Readonly<Record<PlaceCode, string>> = {
  CN: 'cn-class-one-professional',
  HK: 'hk-institutional',
  MO: 'mo-institutional',
}

/** Shares of a series in per cent where several take it; the first also takes the rest. */
const shares = [50n, 30n, 20n] as const
const LEAST_SHARED_UNITS = 100n

/**
 * Who takes what: the leading institution of a place takes the most senior series there, several share the others, and
 * what may not be sold is retained by the originator.
 */
export function commitmentsOf(file: DealFile, cast: readonly Appointment[]): readonly Commitment[] {
  return file.tranches.flatMap((tranche, rank) =>
    tranche.series.flatMap(series => {
      const units = BigInt(series.size) / BigInt(file.face)
      if (isRetained(tranche)) return [commitment(series, holderOf(cast, 'Originator'), units)]
      const names =
        rank === 0 || units < LEAST_SHARED_UNITS
          ? institutions[series.place].slice(0, 1)
          : institutions[series.place]
      return divide(units, names.length).map((part, index) =>
        commitment(series, institution(names[index] ?? '', series.place), part),
      )
    }),
  )
}

/** A holder belongs to the first class that the series is offered to. */
function commitment(
  { id: series, classes }: TrancheFile['series'][number],
  investor: Actor,
  units: bigint,
): Commitment {
  const investorClass = classes?.[0] ?? institutionClasses[investor.place]
  return { series, investor, investorClass, units }
}

function institution(name: string, place: PlaceCode): Actor {
  return actorNamed({ key: name, name, place }, 'investor')
}

function isRetained({ transferable, holder }: TrancheFile): boolean {
  return transferable === false || holder === 'originator'
}

function divide(units: bigint, count: number): bigint[] {
  if (count === 1) return [units]
  const parts = shares.map(share => (units * share) / 100n)
  const rest = units - parts.reduce((sum, part) => sum + part, 0n)
  return parts.map((part, index) => (index === 0 ? part + rest : part))
}
