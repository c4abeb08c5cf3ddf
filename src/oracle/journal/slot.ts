import type { DealId, Period } from '../../domain/ids.ts'

/** The place of one report: a number within its stream and period. A signer signs one digest for each. */
export type Slot = {
  readonly deal: DealId
  readonly stream: number
  readonly period: Period
  readonly sequence: number
}

export function slotOf({ deal, stream, period, sequence }: Slot): Slot {
  return Object.freeze({ deal, stream, period, sequence })
}

/** A slot as people and keys name it: `1/2/3/1` is deal 1, stream 2, period 3, report 1. */
export function nameOfSlot({ deal, stream, period, sequence }: Slot): string {
  return `${deal}/${stream}/${period}/${sequence}`
}

const PREFIX_DIGITS = 2 + 2 * 24

/** Whether two digests are the same report; the chain keeps the first 24 bytes only. */
export function isSameDigest(left: string, right: string): boolean {
  return left.slice(0, PREFIX_DIGITS) === right.slice(0, PREFIX_DIGITS)
}
