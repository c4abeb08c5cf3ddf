import type { Day } from '../dates.ts'
import { type IpKind, ipKinds, type Maturity } from '../enumerations.ts'
import type { Hash32 } from '../ids.ts'
import { jurisdictionOf, type Place } from '../places.ts'

/** The kinds a title may be. */
export type TitleKind = Exclude<IpKind, 'None'>

export const titleKinds: readonly TitleKind[] = ipKinds.filter(isTitleKind)

/** That the owner agrees to show the title to managers. */
export type Consent = {
  readonly day: Day
  readonly by: string
  /** Name or number of the signed document, which its keeper finds by it. */
  readonly document: string
}

/** A title as an institute or firm offers it. */
export type Offered = {
  readonly number: string
  readonly kind: TitleKind
  readonly place: Place
  readonly name: string
  readonly field: string
  readonly owner: string
  /** USCC or LEI of the owner. */
  readonly ownerCode: string | undefined
  readonly filed: Day
  readonly granted: Day | undefined
  readonly expiry: Day | undefined
  readonly economicEnd: Day | undefined
  readonly feeDue: Day | undefined
  readonly readiness: number | undefined
  readonly consent: Consent
}

/** What the catalogue keeps of a title: with the salt that only its keeper knows. */
export type CatalogueEntry = Offered & {
  readonly title: Hash32
  readonly salt: Hash32
}

const STABLE_FROM = 8
const PILOT_PASSED_FROM = 6
const EARLY_FROM = 3

/** By what a title is the same as another, whatever its salt. */
export function identityOf({ number, kind, place }: Pick<Offered, 'number' | 'kind' | 'place'>): string {
  return `${jurisdictionOf(place)}/${kind}/${number}`
}

/** The class that a readiness would give to a right, as `MaturityLib`, without regard to a payer. */
export function maturityOf(readiness: number | undefined): Maturity {
  if (readiness === undefined || readiness < EARLY_FROM) return 'None'
  if (readiness >= STABLE_FROM) return 'Stable'
  return readiness >= PILOT_PASSED_FROM ? 'PilotPassed' : 'Early'
}

/** The first day on which a title ends, legally or economically, where one is known. */
export function lifeEndOf({ expiry, economicEnd }: Pick<Offered, 'expiry' | 'economicEnd'>): Day | undefined {
  if (expiry === undefined || economicEnd === undefined) return expiry ?? economicEnd
  return expiry < economicEnd ? expiry : economicEnd
}

function isTitleKind(kind: IpKind): kind is TitleKind {
  return kind !== 'None'
}
