import { type MovementKind, movementKinds, ordinalOf } from '../../domain/enumerations.ts'

/** What a regulator can pause in its place: kinds of movements of notes, and operations of the settlement rooms. */
export const operations = [
  'Mint',
  'Redeem',
  'Primary',
  'Secondary',
  'Forced',
  'Recovery',
  'Register',
  'Subscriptions',
  'Payouts',
] as const
export type Operation = (typeof operations)[number]

/** The bits of `PauseLib` beyond those of the kinds of movements. */
const settlementBits = { Subscriptions: 8n, Payouts: 9n } as const

/** A set of operations as the chain keeps it. */
export function operationSetOf(names: readonly Operation[]): bigint {
  return names.reduce((set, name) => set | (1n << bitOf(name)), 0n)
}

/** The operations of a set read from the chain. */
export function operationsIn(set: bigint): readonly Operation[] {
  return operations.filter(name => (set >> bitOf(name)) & 1n)
}

function bitOf(name: Operation): bigint {
  if (name === 'Subscriptions' || name === 'Payouts') return settlementBits[name]
  return ordinalOf<MovementKind>(movementKinds, name)
}
