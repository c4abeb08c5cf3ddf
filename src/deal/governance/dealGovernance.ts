import type { Matter, Office, VotingClass } from '../../domain/enumerations.ts'
import type { RatePpb } from '../../domain/rates.ts'

/** How holders vote on one matter. */
export type MatterRule = {
  readonly matter: Exclude<Matter, 'None'>
  readonly voters: Exclude<VotingClass, 'None'>
  readonly quorum: RatePpb
  readonly threshold: RatePpb
  readonly votingDays: number
}

/** What holders of a deal resolve. Matters stand in the order of the ledger. */
export type DealGovernance = {
  readonly declaredBy: 'officers' | 'holders'
  readonly matters: readonly MatterRule[]
  /** Share of the voting weight whose holder may propose; `null` if no holder may. */
  readonly mayPropose: RatePpb | null
  readonly executionDays: number
  readonly excluded: readonly Office[]
}
