import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ContractFactory, Interface, type InterfaceAbi, type Signer } from 'ethers'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import {
  CashLedger__factory,
  CollectionOracle__factory,
  DealBook__factory,
  NoteFactory__factory,
  Offering__factory,
  PartyRegistry__factory,
  PayingAgent__factory,
  RightsRegistry__factory,
  SeriesNote__factory,
  Treasury__factory,
  Waterfall__factory,
} from '../../../src/chain/contracts/index.ts'
import { interfaces, type RoomName, type Rooms } from '../../../src/chain/rooms.ts'

/** Roles of the rooms, as `RolesLib` numbers them. */
export const roles = {
  deals: 16n << 16n,
  notes: 17n << 16n,
  reports: 18n << 16n,
  waterfall: 19n << 16n,
  offering: 20n << 16n,
  paying: 21n << 16n,
  treasury: 23n << 16n,
  periodMover: 32n << 16n,
  cashMover: 33n << 16n,
  dealMover: 34n << 16n,
  noteMover: 35n << 16n,
} as const

type Role = keyof typeof roles

/** Functions that only rooms call, and who holds which role. */
const RESTRICTED: readonly (readonly [RoomName, readonly string[], Role])[] = [
  ['RightsRegistry', ['encumber', 'release'], 'deals'],
  ['DealBook', ['recordNote'], 'notes'],
  ['DealBook', ['fixProgram'], 'waterfall'],
  ['DealBook', ['activate'], 'offering'],
  ['DealBook', ['accelerate', 'declareDefault', 'redeem'], 'dealMover'],
  ['DealBook', ['movePeriod'], 'periodMover'],
  ['CashLedger', ['shift', 'pay', 'takeBack'], 'cashMover'],
  ['CashLedger', ['spend', 'release'], 'reports'],
]

const HOLDERS: readonly (readonly [Role, readonly RoomName[]])[] = [
  ['deals', ['DealBook']],
  ['notes', ['NoteFactory']],
  ['reports', ['CollectionOracle']],
  ['waterfall', ['Waterfall']],
  ['offering', ['Offering']],
  ['paying', ['PayingAgent']],
  ['treasury', ['Treasury']],
  ['periodMover', ['CollectionOracle', 'Waterfall', 'PayingAgent']],
  ['cashMover', ['Offering', 'PayingAgent', 'Treasury']],
  ['dealMover', ['Waterfall']],
  ['noteMover', ['Offering', 'PayingAgent']],
]

export type Access = { readonly call: (verb: string, args: readonly unknown[]) => Promise<void> }

/** All rooms, wired, with the deployer as administrator. */
export async function deployRooms(
  deployer: Signer,
): Promise<{ readonly rooms: Rooms; readonly access: Access }> {
  const manager = accessManager()
  const put = (compiled: Compiled, ...args: readonly unknown[]) => deployed(compiled, args, deployer)
  const authority = await put(manager, await deployer.getAddress())
  const parties = await put(PartyRegistry__factory, authority)
  const rights = await put(RightsRegistry__factory, authority, parties)
  const deals = await put(DealBook__factory, authority, parties, rights)
  const notes = await put(
    NoteFactory__factory,
    deals,
    await put(SeriesNote__factory, parties, deals, authority, true),
  )
  const cash = await put(CashLedger__factory, authority, parties, deals)
  const oracle = await put(CollectionOracle__factory, parties, deals, cash)
  const waterfall = await put(Waterfall__factory, parties, deals, cash, oracle, await put(inert()))
  const offering = await put(Offering__factory, parties, deals, cash)
  const paying = await put(PayingAgent__factory, parties, deals, cash, waterfall)
  const treasury = await put(Treasury__factory, deals, cash, offering, paying)
  const rooms: Rooms = {
    PartyRegistry: parties,
    RightsRegistry: rights,
    DealBook: deals,
    NoteFactory: notes,
    CashLedger: cash,
    CollectionOracle: oracle,
    Waterfall: waterfall,
    Offering: offering,
    PayingAgent: paying,
    Treasury: treasury,
  }
  const access = accessTo(authority, manager.abi, deployer)
  await wire(rooms, access)
  return { rooms, access }
}

async function wire(rooms: Rooms, { call }: Access): Promise<void> {
  for (const [room, verbs, role] of RESTRICTED) {
    const selectors = verbs.map(verb => selectorOf(room, verb))
    await call('setTargetFunctionRole', [rooms[room], selectors, roles[role]])
  }
  for (const [role, holders] of HOLDERS) {
    for (const holder of holders) await call('grantRole', [roles[role], rooms[holder], 0])
  }
}

function selectorOf(room: RoomName, verb: string): string {
  const encoder: Interface = interfaces[room]
  return encoder.getFunction(verb)?.selector ?? verb
}

function accessTo(authority: Address, abi: InterfaceAbi, deployer: Signer): Access {
  const encoder = new Interface(abi)
  return {
    async call(verb, args) {
      const data = encoder.encodeFunctionData(verb, args)
      const response = await deployer.sendTransaction({ to: authority, data })
      await response.wait()
    },
  }
}

type Compiled = { readonly abi: InterfaceAbi; readonly bytecode: string }

async function deployed(
  { abi, bytecode }: Compiled,
  args: readonly unknown[],
  deployer: Signer,
): Promise<Address> {
  const contract = await new ContractFactory(abi, bytecode, deployer).deploy(...args)
  await contract.waitForDeployment()
  return parseAddress(await contract.getAddress())
}

/** The contract without functions, for which no types are generated. */
function inert(): Compiled {
  return compiledAt(new URL('../../../artifacts/contracts/waterfall/Inert.sol/Inert.json', import.meta.url))
}

function accessManager(): Compiled {
  const path = createRequire(import.meta.url).resolve(
    '@openzeppelin/contracts/build/contracts/AccessManager.json',
  )
  return compiledAt(path)
}

function compiledAt(path: string | URL): Compiled {
  return JSON.parse(readFileSync(path, 'utf8'))
}
