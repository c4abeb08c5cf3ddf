import { movementKinds, ordinalOf } from '../../domain/enumerations.ts'

/** What a regulator can pause in its place: kinds of movements of notes. Who pauses mints pauses subscriptions too. */
export const operations = [
  'Mint',
  'Redeem',
  'Primary',
  'Secondary',
  'Forced',
  'Recovery',
  'Register',
] as const
export type Operation = (typeof operations)[number]

/** A set of operations as the chain keeps it. */
export function operationSetOf(names: readonly Operation[]): bigint {
  return names.reduce((set, name) => set | bitOf(name), 0n)
}

/** The operations of a set read from the chain. */
export function operationsIn(set: bigint): readonly Operation[] {
  return operations.filter(name => (set & bitOf(name)) !== 0n)
}

function bitOf(name: Operation): bigint {
  return 1n << ordinalOf(movementKinds, name)
}
