import { type MovementKind, movementKinds, ordinalOf } from '../../domain/enumerations.ts'

const [, ...movements] = movementKinds

/**
 * What a regulator can pause in its place: kinds of movements of notes, and payouts. Who pauses mints pauses subscriptions
 * too; who pauses payouts stops no entitlement.
 */
export const operations = [...movements, 'Payout'] as const
export type Operation = (typeof operations)[number]

/** What is no movement has a bit from the top (`PauseLib`). */
const PAYOUT = 1n << 15n

/** A set of operations as the chain keeps it. */
export function operationSetOf(names: readonly Operation[]): bigint {
  return names.reduce((set, name) => set | bitOf(name), 0n)
}

/** The operations of a set read from the chain. */
export function operationsIn(set: bigint): readonly Operation[] {
  return operations.filter(name => (set & bitOf(name)) !== 0n)
}

function bitOf(name: Operation): bigint {
  return name === 'Payout' ? PAYOUT : 1n << ordinalOf<MovementKind>(movementKinds, name)
}
