import type { Jurisdiction } from '../../domain/places.ts'

/** A role of the access manager; the numbers are those of `RolesLib`. */
export type Role = bigint

/** The rooms that hold a role or guard a function. */
export type WiredRoom =
  | 'TitleRegistry'
  | 'RightsRegistry'
  | 'EvaluationBook'
  | 'PoolTests'
  | 'PoolBook'
  | 'PoolDesk'
  | 'RightsDesk'
  | 'Replacements'
  | 'DealBook'
  | 'Succession'
  | 'Waivers'
  | 'NoteFactory'
  | 'Enforcement'
  | 'CashLedger'
  | 'CollectionOracle'
  | 'Waterfall'
  | 'ScheduleBook'
  | 'Offering'
  | 'PayingAgent'
  | 'DistributionDesk'
  | 'Treasury'
  | 'Resolutions'

/** Roles of rooms by their names in `RolesLib`. */
export const roomRoles = {
  ROOM_DEALS: room(16n),
  ROOM_NOTES: room(17n),
  ROOM_REPORTS: room(18n),
  ROOM_WATERFALL: room(19n),
  ROOM_OFFERING: room(20n),
  ROOM_RECORDS: room(21n),
  ROOM_ENFORCEMENT: room(22n),
  ROOM_TREASURY: room(23n),
  ROOM_POOL: room(24n),
  ROOM_SUCCESSION: room(25n),
  ROOM_WAIVERS: room(26n),
  ROOM_SCHEDULES: room(27n),
  ROOM_EVALUATION: room(28n),
  ROOM_RIGHTS_DESK: room(29n),
  ROOM_REPLACEMENTS: room(30n),
  ROOM_RIGHTS: room(31n),
  PERIOD_MOVER: room(32n),
  CASH_MOVER: room(33n),
  DEAL_MOVER: room(34n),
  NOTE_MOVER: room(35n),
  ROOM_RESOLUTIONS: room(36n),
  ROOM_POOL_DESK: room(37n),
} as const
export type RoomRole = keyof typeof roomRoles

/** Roles of a place: the kind above the jurisdiction. */
export const placeRoles = {
  attester: (jurisdiction: Jurisdiction): Role => (1n << 16n) | jurisdiction,
  regulator: (jurisdiction: Jurisdiction): Role => (2n << 16n) | jurisdiction,
  evaluator: (jurisdiction: Jurisdiction): Role => (3n << 16n) | jurisdiction,
  fixingPublisher: (jurisdiction: Jurisdiction): Role => (4n << 16n) | jurisdiction,
} as const
export type PlaceRole = keyof typeof placeRoles

/** Functions that only a room may call, and the role that the access manager asks of the caller. */
export interface Restriction {
  readonly room: WiredRoom
  readonly verbs: readonly string[]
  readonly role: RoomRole
}

export const restrictions: readonly Restriction[] = [
  { room: 'TitleRegistry', verbs: ['addClaim', 'endClaim', 'mark'], role: 'ROOM_RIGHTS' },
  { room: 'RightsRegistry', verbs: ['acceptShared'], role: 'ROOM_RIGHTS_DESK' },
  { room: 'RightsRegistry', verbs: ['encumber', 'release'], role: 'ROOM_POOL' },
  { room: 'PoolTests', verbs: ['limit', 'group', 'answer'], role: 'ROOM_POOL_DESK' },
  { room: 'PoolTests', verbs: ['ask'], role: 'ROOM_POOL' },
  { room: 'PoolBook', verbs: ['ask'], role: 'ROOM_POOL_DESK' },
  { room: 'PoolBook', verbs: ['add', 'check', 'release'], role: 'ROOM_DEALS' },
  { room: 'PoolBook', verbs: ['replace', 'exchange', 'remove'], role: 'ROOM_REPLACEMENTS' },
  { room: 'DealBook', verbs: ['recordNote'], role: 'ROOM_NOTES' },
  { room: 'DealBook', verbs: ['fixReporting'], role: 'ROOM_REPORTS' },
  { room: 'DealBook', verbs: ['fixProgram'], role: 'ROOM_WATERFALL' },
  { room: 'DealBook', verbs: ['appoint'], role: 'ROOM_SUCCESSION' },
  { room: 'DealBook', verbs: ['waive'], role: 'ROOM_WAIVERS' },
  { room: 'DealBook', verbs: ['activate'], role: 'ROOM_OFFERING' },
  { room: 'DealBook', verbs: ['accelerate', 'declareDefault', 'redeem'], role: 'DEAL_MOVER' },
  { room: 'DealBook', verbs: ['movePeriod'], role: 'PERIOD_MOVER' },
  { room: 'CashLedger', verbs: ['shift', 'pay', 'takeBack'], role: 'CASH_MOVER' },
  { room: 'CashLedger', verbs: ['spend', 'release'], role: 'ROOM_REPORTS' },
]

/**
 * Which rooms hold which role. Notes, the waterfall, the paying agent and the registry of rights (evaluations, facts) ask the
 * access manager about their callers themselves.
 */
export const memberships: Readonly<Record<RoomRole, readonly WiredRoom[]>> = {
  ROOM_DEALS: ['DealBook'],
  ROOM_NOTES: ['NoteFactory'],
  ROOM_REPORTS: ['CollectionOracle'],
  ROOM_WATERFALL: ['Waterfall'],
  ROOM_OFFERING: ['Offering'],
  ROOM_RECORDS: ['DistributionDesk'],
  ROOM_ENFORCEMENT: ['Enforcement'],
  ROOM_TREASURY: ['Treasury'],
  ROOM_POOL: ['PoolBook'],
  ROOM_SUCCESSION: ['Succession'],
  ROOM_WAIVERS: ['Waivers'],
  ROOM_SCHEDULES: ['ScheduleBook'],
  ROOM_RIGHTS: ['RightsRegistry'],
  ROOM_EVALUATION: ['EvaluationBook'],
  ROOM_RIGHTS_DESK: ['RightsDesk'],
  ROOM_REPLACEMENTS: ['Replacements'],
  PERIOD_MOVER: ['CollectionOracle', 'Waterfall', 'PayingAgent', 'DistributionDesk'],
  CASH_MOVER: ['Offering', 'PayingAgent', 'DistributionDesk', 'Treasury'],
  DEAL_MOVER: ['Waterfall', 'DistributionDesk'],
  NOTE_MOVER: ['Offering'],
  ROOM_RESOLUTIONS: ['Resolutions'],
  ROOM_POOL_DESK: ['PoolDesk'],
}

function room(kind: bigint): Role {
  return kind << 16n
}
