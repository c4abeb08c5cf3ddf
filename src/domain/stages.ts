import { LedgerError } from './errors.ts'

/**
 * Where a deal stands, in the order of the chain's enumeration, in which zero means that there is no deal.
 */
export const dealStages = [
  'None',
  'Draft',
  'Offering',
  'Active',
  'Accelerated',
  'Defaulted',
  'Liquidation',
  'Redeemed',
  'Closed',
  'Cancelled',
] as const

/** Where a period of a deal stands, in the order of the chain's enumeration. */
export const periodStages = [
  'None',
  'Open',
  'Reported',
  'Called',
  'Calculated',
  'Approved',
  'Booked',
  'Paying',
  'Settled',
  'Disputed',
] as const

export type DealStage = (typeof dealStages)[number]
export type PeriodStage = (typeof periodStages)[number]

export type MoveTable<Stage extends string> = { readonly [From in Stage]: readonly Stage[] }

/** Every move that a deal may make. Accelerated to Active is a waiver by the holders. */
export const dealMoves: MoveTable<DealStage> = {
  None: ['Draft'],
  Draft: ['Offering', 'Cancelled'],
  Offering: ['Active', 'Cancelled'],
  Active: ['Accelerated', 'Defaulted', 'Liquidation', 'Redeemed'],
  Accelerated: ['Active', 'Defaulted', 'Liquidation', 'Redeemed'],
  Defaulted: ['Liquidation', 'Redeemed'],
  Liquidation: ['Redeemed', 'Closed'],
  Redeemed: ['Closed'],
  Closed: [],
  Cancelled: [],
}

/** Every move that a period may make. From Booked on a conflict is a correction of the next period. */
export const periodMoves: MoveTable<PeriodStage> = {
  None: ['Open'],
  Open: ['Reported'],
  Reported: ['Called', 'Calculated', 'Disputed'],
  Called: ['Calculated', 'Disputed'],
  Calculated: ['Reported', 'Approved', 'Disputed'],
  Approved: ['Calculated', 'Booked', 'Disputed'],
  Booked: ['Paying'],
  Paying: ['Settled'],
  Settled: [],
  Disputed: ['Reported', 'Open'],
}

export function canDealMove(from: DealStage, to: DealStage): boolean {
  return dealMoves[from].includes(to)
}

export function canPeriodMove(from: PeriodStage, to: PeriodStage): boolean {
  return periodMoves[from].includes(to)
}

/** The stage after a move, or the refusal of a move that the table does not list. */
export function moveDeal(from: DealStage, to: DealStage): DealStage {
  if (!canDealMove(from, to)) throw new IllegalDealMoveError(from, to)
  return to
}

export function movePeriod(from: PeriodStage, to: PeriodStage): PeriodStage {
  if (!canPeriodMove(from, to)) throw new IllegalPeriodMoveError(from, to)
  return to
}

/** A stage from which nothing moves. */
export function isFinalDealStage(stage: DealStage): boolean {
  return dealMoves[stage].length === 0
}

/** The deal stage that a number of the chain stands for. */
export function dealStageFrom(ordinal: bigint): DealStage {
  const stage = dealStages[Number(ordinal)]
  if (stage === undefined) throw new UnknownStageError('deal', ordinal)
  return stage
}

/** The period stage that a number of the chain stands for. */
export function periodStageFrom(ordinal: bigint): PeriodStage {
  const stage = periodStages[Number(ordinal)]
  if (stage === undefined) throw new UnknownStageError('period', ordinal)
  return stage
}

function onward(moves: readonly string[]): string {
  return moves.length === 0 ? 'This stage is final' : `From here it may become ${moves.join(', ')}`
}

export class IllegalDealMoveError extends LedgerError {
  override readonly code = 'deal/illegal-move'
  readonly from: DealStage
  readonly to: DealStage

  constructor(from: DealStage, to: DealStage) {
    super(`A deal cannot move from ${from} to ${to}`, { remedy: onward(dealMoves[from]) })
    this.from = from
    this.to = to
  }
}

export class IllegalPeriodMoveError extends LedgerError {
  override readonly code = 'period/illegal-move'
  readonly from: PeriodStage
  readonly to: PeriodStage

  constructor(from: PeriodStage, to: PeriodStage) {
    super(`A period cannot move from ${from} to ${to}`, { remedy: onward(periodMoves[from]) })
    this.from = from
    this.to = to
  }
}

export class UnknownStageError extends LedgerError {
  override readonly code = 'stage/unknown'
  readonly noun: 'deal' | 'period'
  readonly ordinal: bigint

  constructor(noun: 'deal' | 'period', ordinal: bigint) {
    super(`The chain reports stage ${ordinal} of a ${noun}, which this version does not know`, {
      remedy: 'Use the version of this software that belongs to the deployed contracts',
    })
    this.noun = noun
    this.ordinal = ordinal
  }
}
