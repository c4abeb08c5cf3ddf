import type { ICollectionOracle } from '../../chain/contracts/index.ts'
import { LedgerError } from '../../domain/errors.ts'

/** Officers: trustee, manager or holders. Holders: their resolutions alone. */
export type Declarer = 'officers' | 'holders'

/**
 * What the reports of a deal must keep to. Amounts are minor units; moments and periods of time are seconds.
 */
export type ReportingTerms = {
  readonly streams: number
  readonly challengeSeconds: bigint
  readonly disputeSeconds: bigint
  /** Excess of collections over the baseline above which the verification agent signs, parts per billion. */
  readonly bandPpb: bigint
  /** Who raises declarations of acceleration and default, and waivers; trustee and manager if nothing is said. */
  readonly declaredBy?: Declarer
  /**
   * Most refund of a period that a calculation hears of; the ledger leaves the rest out. A program that caps refunds itself, as the
   * deal file does, ranks what exceeds its cap with junior fees only if it hears all: give it the largest figure, or zero for none.
   */
  readonly refundCap: bigint
  /** Most newly due a period, by ordinal of the fee; eight at most. The same holds for a program that caps them itself. */
  readonly feeCaps: readonly bigint[]
  /** Collections expected by period. */
  readonly baselines: readonly bigint[]
  /** By period: the moment of each stream after which its final report is missing. */
  readonly dueAt: readonly (readonly bigint[])[]
}

const MOST_FEES = 8

/** The terms as the chain takes them. A fee that is not named may not fall due. */
export function reportingFields(terms: ReportingTerms): ICollectionOracle.ReportingTermsStruct {
  const { streams, challengeSeconds, disputeSeconds, bandPpb, declaredBy, refundCap, feeCaps } = terms
  terms.dueAt.forEach((moments, index) => {
    if (moments.length !== streams) throw new DueDatesUnevenError(index + 1, streams)
  })
  if (feeCaps.length > MOST_FEES) throw new TooManyFeesError(feeCaps.length)
  const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = feeCaps
  return {
    streams,
    challengeFor: challengeSeconds,
    disputeFor: disputeSeconds,
    bandPpb,
    holdersDeclare: declaredBy === 'holders',
    refundCap,
    feeCaps: [a, b, c, d, e, f, g, h],
    baselines: [...terms.baselines],
    dueAt: terms.dueAt.flat(),
  }
}

export class TooManyFeesError extends LedgerError {
  override readonly code = 'report/too-many-fees'
  readonly count: number

  constructor(count: number) {
    super(`${count} fees are more than a deal has`, { remedy: `Name at most ${MOST_FEES}` })
    this.count = count
  }
}

/** A period that does not say for each stream when it is due. */
export class DueDatesUnevenError extends LedgerError {
  override readonly code = 'report/due-dates-uneven'
  readonly period: number

  constructor(period: number, streams: number) {
    super(`Period ${period} does not give a due date for each of ${streams} streams`, {
      remedy: 'Give one moment for each stream, in their order',
    })
    this.period = period
  }
}
