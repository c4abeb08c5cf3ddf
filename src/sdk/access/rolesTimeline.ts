import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { AccessManager__factory } from '../../chain/contracts/index.ts'
import { logsUntil } from '../../chain/logs.ts'
import { CN, HK, type Jurisdiction, MO } from '../../domain/places.ts'
import { type PlaceRole, placeRoles, type Role, type RoomRole, roomRoles } from './wiring.ts'

/** What a role of the access manager is: the administration of the ledger, that of a room, or of a place. */
export type RoleName =
  | { readonly kind: 'administration' }
  | { readonly kind: 'room'; readonly room: RoomRole }
  | { readonly kind: 'place'; readonly office: PlaceRole; readonly jurisdiction: Jurisdiction }
  | { readonly kind: 'other'; readonly id: Role }

/** From when to when an account held a role, in seconds; no end while it still does. */
export type Tenure = {
  readonly role: RoleName
  readonly account: Address
  readonly since: bigint
  readonly until: bigint | undefined
}

const ADMINISTRATION = 0n

const manager = AccessManager__factory.createInterface()
const roomRoleNames = Object.keys(roomRoles) as readonly RoomRole[]
const placeRoleKinds = Object.keys(placeRoles) as readonly PlaceRole[]
const GRANTED = manager.getEvent('RoleGranted').topicHash
const REVOKED = manager.getEvent('RoleRevoked').topicHash

/**
 * Who held which role of the access manager up to a block, in the order of the grants, from its events alone. A grant that takes
 * effect later counts from then.
 */
export async function rolesTimeline(
  client: Client,
  { at, block }: { readonly at: Address; readonly block: number },
): Promise<readonly Tenure[]> {
  const standing = new Map<string, number>()
  const tenures: Tenure[] = []
  for await (const { topics, data, blockNumber } of logsUntil(client, {
    at,
    block,
    topics: [GRANTED, REVOKED],
  })) {
    if (topics[0] === GRANTED) {
      const { roleId, account, since, newMember } = manager.decodeEventLog('RoleGranted', data, topics)
      if (!newMember) continue
      standing.set(`${roleId} ${account}`, tenures.length)
      const tenure = { role: roleNameOf(roleId), account: parseAddress(account), since, until: undefined }
      tenures.push(Object.freeze(tenure))
    } else {
      const { roleId, account } = manager.decodeEventLog('RoleRevoked', data, topics)
      const index = standing.get(`${roleId} ${account}`) ?? -1
      const tenure = tenures[index]
      if (tenure === undefined) continue
      tenures[index] = Object.freeze({ ...tenure, until: await timeOf(client, blockNumber) })
      standing.delete(`${roleId} ${account}`)
    }
  }
  return Object.freeze(tenures)
}

const names: ReadonlyMap<Role, RoleName> = new Map<Role, RoleName>([
  [ADMINISTRATION, { kind: 'administration' }],
  ...roomRoleNames.map(room => [roomRoles[room], { kind: 'room', room }] as const),
  ...placeRoleKinds.flatMap(office =>
    [CN, HK, MO].map(of => [placeRoles[office](of), { kind: 'place', office, jurisdiction: of }] as const),
  ),
])

/** What the number of a role stands for. */
function roleNameOf(id: Role): RoleName {
  return names.get(id) ?? { kind: 'other', id }
}

/** The time of a block, in seconds. */
async function timeOf({ provider }: Client, block: number): Promise<bigint> {
  const found = await provider.getBlock(block)
  return BigInt(found?.timestamp ?? 0)
}
