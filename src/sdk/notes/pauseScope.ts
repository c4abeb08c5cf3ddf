import type { DealId, Hash32, SeriesId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/** What is paused, a series or without one the whole deal, and by whom: a regulator of a place, or without one the trustee. */
export type PauseScope = {
  readonly deal: DealId
  readonly series?: SeriesId
  readonly jurisdiction?: Jurisdiction
}

/** A pause or its end with the hash of its legal basis. */
export type PauseOrder = PauseScope & { readonly basisHash: Hash32 }

/** The scope as the chain takes it. */
export function scopeFields({ deal, series, jurisdiction }: PauseScope): [bigint, bigint, bigint] {
  return [deal, series ?? 0n, jurisdiction ?? 0n]
}
