import { Interface, type Signer, type TransactionReceipt, type TransactionResponse } from 'ethers'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import { AccessManager__factory } from '../../../src/chain/contracts/index.ts'
import { interfaces, type RoomName, type Rooms } from '../../../src/chain/rooms.ts'
import type { Authorities } from '../../../src/sdk/access/authorities.ts'
import { type BlueprintName, blueprintNames, creationOf } from '../../../src/sdk/access/blueprints.ts'
import { memberships, type RoomRole, restrictions, roomRoles } from '../../../src/sdk/access/wiring.ts'

export type Access = {
  readonly at: Address
  readonly call: (verb: string, args: readonly unknown[]) => Promise<void>
}

/** Nobody governs here but the deployer, so that tests may appoint whom they need. */
const NO_COUNCIL: Authorities = {
  sandboxed: true,
  council: { members: [], quorum: 0, delaySeconds: 0 },
  unpauseSeconds: 172_800,
  appointees: [],
}

/** All rooms by the blueprints and the wiring of the SDK, without the council: the deployer stays administrator. */
export async function deployRooms(
  deployer: Signer,
): Promise<{ readonly rooms: Rooms; readonly access: Access }> {
  const placed = new Map<BlueprintName, Address>()
  const at = (name: BlueprintName): Address => placed.get(name) ?? absent(name)
  const setting = { deployer: parseAddress(await deployer.getAddress()), authorities: NO_COUNCIL, at }
  for (const name of blueprintNames.filter(name => name !== 'Council')) {
    const response = await deployer.sendTransaction({ data: await creationOf(name, setting) })
    const receipt = await mined(response)
    placed.set(name, parseAddress(receipt.contractAddress ?? ''))
  }
  const rooms = roomsAt(at)
  const access = accessTo(at('AccessManager'), deployer)
  await wire(rooms, access)
  return { rooms, access }
}

function roomsAt(at: (name: RoomName) => Address): Rooms {
  return {
    PartyRegistry: at('PartyRegistry'),
    TitleRegistry: at('TitleRegistry'),
    RightsRegistry: at('RightsRegistry'),
    EvaluationBook: at('EvaluationBook'),
    PoolTests: at('PoolTests'),
    PoolBook: at('PoolBook'),
    DealBook: at('DealBook'),
    PoolDesk: at('PoolDesk'),
    RightsDesk: at('RightsDesk'),
    Replacements: at('Replacements'),
    Succession: at('Succession'),
    Waivers: at('Waivers'),
    LimitBook: at('LimitBook'),
    NoteFactory: at('NoteFactory'),
    Enforcement: at('Enforcement'),
    CashLedger: at('CashLedger'),
    CollectionOracle: at('CollectionOracle'),
    EvidenceLens: at('EvidenceLens'),
    Waterfall: at('Waterfall'),
    Offering: at('Offering'),
    PayingAgent: at('PayingAgent'),
    DistributionDesk: at('DistributionDesk'),
    Treasury: at('Treasury'),
    Resolutions: at('Resolutions'),
    ScheduleBook: at('ScheduleBook'),
  }
}

async function wire(rooms: Rooms, { call }: Access): Promise<void> {
  for (const { room, verbs, role } of restrictions) {
    const selectors = verbs.map(verb => selectorOf(room, verb))
    await call('setTargetFunctionRole', [rooms[room], selectors, roomRoles[role]])
  }
  for (const role of Object.keys(roomRoles) as RoomRole[]) {
    for (const holder of memberships[role]) await call('grantRole', [roomRoles[role], rooms[holder], 0])
  }
}

function selectorOf(room: RoomName, verb: string): string {
  const encoder: Interface = interfaces[room]
  return encoder.getFunction(verb)?.selector ?? verb
}

function accessTo(authority: Address, deployer: Signer): Access {
  const encoder = new Interface(AccessManager__factory.abi)
  return {
    at: authority,
    async call(verb, args) {
      const data = encoder.encodeFunctionData(verb, args)
      const response = await deployer.sendTransaction({ to: authority, data })
      await mined(response)
    },
  }
}

function absent(name: string): never {
  throw new RangeError(`${name} is not deployed yet`)
}

/** Asks until the receipt is there: a library that waits for the next block may wait for ever where none comes by itself. */
async function mined({ provider, hash }: TransactionResponse): Promise<TransactionReceipt> {
  for (;;) {
    const receipt = await provider.getTransactionReceipt(hash)
    if (receipt?.status === 0) throw new RangeError(`${hash} failed`)
    if (receipt !== null) return receipt
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
