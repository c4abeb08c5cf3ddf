import { z } from 'zod'
import { type Address, parseAddress } from '../../chain/address.ts'
import type { Deployment } from '../../chain/client.ts'
import type { ChainIdentity } from '../../chain/provider.ts'
import { type RoomName, type Rooms, roomNames } from '../../chain/rooms.ts'
import { LedgerError } from '../../domain/errors.ts'
import { hash32 } from '../../domain/ids.ts'
import { readShape } from '../../domain/readShape.ts'
import { type BlueprintName, blueprintNames } from './blueprints.ts'

export const deploymentSchemaName = 'lingnan-deployment/1'

const digits = z.string().regex(/^\d+$/)

/** What a deployment writes down as it goes, and what every later command starts from. */
const deploymentSchema = z.strictObject({
  schema: z.literal(deploymentSchemaName),
  chainId: digits,
  genesisHash: z.string(),
  deployer: z.string(),
  sandboxed: z.boolean(),
  contracts: z.partialRecord(z.enum(blueprintNames), z.string()),
  isComplete: z.boolean().describe('Wired, and administered by the council alone'),
})

export interface DeploymentRecord {
  readonly chain: ChainIdentity
  readonly deployer: Address
  readonly sandboxed: boolean
  readonly contracts: { readonly [Name in BlueprintName]?: Address }
  readonly isComplete: boolean
}

export function readDeployment(data: unknown): DeploymentRecord {
  const refusal = (reason: string) => new DeploymentRecordRefusedError(reason)
  const shape = readShape(deploymentSchema, data, refusal)
  const { chainId, genesisHash, deployer, sandboxed, contracts, isComplete } = shape
  const addresses = blueprintNames.flatMap(name => {
    const text = contracts[name]
    return text === undefined ? [] : [[name, parseAddress(text)] as const]
  })
  return {
    chain: { chainId: BigInt(chainId), genesisHash: hash32(genesisHash) },
    deployer: parseAddress(deployer),
    sandboxed,
    contracts: Object.fromEntries(addresses),
    isComplete,
  }
}

/** The record as data that `readDeployment` reads. */
export function writeDeployment(record: DeploymentRecord): z.infer<typeof deploymentSchema> {
  const { chain, deployer, sandboxed, contracts, isComplete } = record
  return {
    schema: deploymentSchemaName,
    chainId: chain.chainId.toString(),
    genesisHash: chain.genesisHash,
    deployer,
    sandboxed,
    contracts,
    isComplete,
  }
}

/** What clients connect with; refused while the deployment is not finished. */
export function deploymentOf(record: DeploymentRecord): Deployment {
  if (!record.isComplete) throw new DeploymentUnfinishedError()
  const rooms = roomNames.map(name => [name, addressOf(record, name)] as const)
  return Object.freeze({ chain: record.chain, rooms: roomsOf(rooms), finality: { rule: 'immediate' } })
}

function addressOf({ contracts }: DeploymentRecord, name: RoomName): Address {
  const address = contracts[name]
  if (address === undefined) throw new DeploymentUnfinishedError()
  return address
}

function roomsOf(rows: readonly (readonly [RoomName, Address])[]): Rooms {
  const rooms: Partial<Record<RoomName, Address>> = Object.fromEntries(rows)
  if (!hasAll(rooms)) throw new DeploymentUnfinishedError()
  return Object.freeze(rooms)
}

function hasAll(rooms: Partial<Record<RoomName, Address>>): rooms is Record<RoomName, Address> {
  return roomNames.every(name => rooms[name] !== undefined)
}

export class DeploymentRecordRefusedError extends LedgerError {
  override readonly code = 'file/deployment-refused'

  constructor(faults: string) {
    super(`The deployment record has faults:\n${faults}\n`, {
      remedy: 'Name the file that `lingnan deploy` wrote with --out',
    })
  }
}

export class DeploymentUnfinishedError extends LedgerError {
  override readonly code = 'deployment/unfinished'

  constructor() {
    super('This deployment is not finished', {
      remedy: 'Run `lingnan deploy` again with the same --out file',
    })
  }
}
