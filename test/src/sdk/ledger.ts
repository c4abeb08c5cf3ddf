import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  BrowserProvider,
  ContractFactory,
  type Eip1193Provider,
  Interface,
  id,
  type JsonRpcSigner,
  type Signer,
} from 'ethers'
import { network } from 'hardhat'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import { type Call, encodeData } from '../../../src/chain/call.ts'
import { type Client, closeClient, openClient } from '../../../src/chain/client.ts'
import {
  CashLedger__factory,
  CollectionOracle__factory,
  DealBook__factory,
  NoteFactory__factory,
  Offering__factory,
  PartyRegistry__factory,
  RightsRegistry__factory,
  SeriesNote__factory,
} from '../../../src/chain/contracts/index.ts'
import { immediateFinality } from '../../../src/chain/finality.ts'
import { connectAnywhere } from '../../../src/chain/provider.ts'
import { interfaces, type RoomName, type Rooms } from '../../../src/chain/rooms.ts'
import { send, wait } from '../../../src/chain/send.ts'
import { type Hash32, hash32, type PartyId } from '../../../src/domain/ids.ts'
import { parsePlace } from '../../../src/domain/places.ts'
import type { Attestation } from '../../../src/sdk/identity/attestation.ts'
import { attestParty } from '../../../src/sdk/identity/attestParty.ts'
import { partyIdOf } from '../../../src/sdk/identity/partyIdOf.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'

/** 2026-06-01 00:00 UTC. */
export const START = 1_780_272_000n
export const YEAR = 31_536_000n

const ATTESTER = 1n
const REGULATOR = 2n
const EVALUATOR = 3n

/** The rooms up to the notes on a chain of this process, and the people who work in them. */
export type Ledger = {
  readonly source: Eip1193Provider
  readonly client: Client
  readonly rooms: Rooms
  readonly person: (name: Person) => JsonRpcSigner
  readonly wallet: (name: Person) => Address
  readonly party: (name: Person) => Promise<PartyId>
  /** What the attester of their place says of a person. */
  readonly statement: (name: Person, changes?: Partial<Attestation>) => Attestation
  /** Sends a call and waits for it. */
  readonly act: (name: Person, call: Call) => ReturnType<typeof wait>
  readonly meet: (name: Person) => Promise<PartyId>
  /** Lets a person stand in for a room that is not deployed here. */
  readonly standIn: (name: Person, role: bigint) => Promise<void>
  /** What that person then does in the room's stead. */
  readonly room: (contract: RoomName, verb: string, args: readonly unknown[]) => Promise<void>
  /** Lets seconds pass. */
  readonly pass: (seconds: bigint) => Promise<void>
  readonly close: () => Promise<void>
}

/** People with their places; the order is that of the chain's accounts. */
const PLACES = {
  deployer: 'CN',
  attesterCn: 'CN',
  attesterHk: 'HK',
  regulatorHk: 'HK',
  evaluatorCn: 'CN',
  originator: 'Guangzhou',
  manager: 'Shenzhen',
  servicer: 'Guangzhou',
  accountBank: 'Guangzhou',
  custodianCn: 'Shenzhen',
  custodianHk: 'HK',
  trustee: 'HK',
  verificationAgent: 'Guangzhou',
  registrar: 'Shenzhen',
  investorHk: 'HK',
  secondInvestorHk: 'HK',
  stranger: 'MO',
} as const

export type Person = keyof typeof PLACES

const people = Object.keys(PLACES) as readonly Person[]

export async function startLedger(): Promise<Ledger> {
  const connection = await network.create({ override: { initialDate: new Date(Number(START) * 1000) } })
  const source = connection.provider
  const signers = await Promise.all(people.map((_, index) => new BrowserProvider(source).getSigner(index)))
  const person = (name: Person): JsonRpcSigner => signers[people.indexOf(name)] ?? missing(name)
  const { rooms, access } = await deployRooms(person('deployer'))
  const { provider, chain } = await connectAnywhere(source)
  provider.destroy()
  const client = await openClient(source, { chain, rooms, finality: immediateFinality })
  const wallet = (name: Person): Address => parseAddress(person(name).address)
  const act: Ledger['act'] = async (name, call) =>
    wait(client, { sent: await send(client, { call, signer: person(name) }), timeoutMs: 5000 })
  const grant = (account: Address, role: bigint) => access.call('grantRole', [role, account, 0])
  await grant(wallet('attesterCn'), (ATTESTER << 16n) | 156n)
  await grant(wallet('attesterHk'), (ATTESTER << 16n) | 344n)
  await grant(wallet('regulatorHk'), (REGULATOR << 16n) | 344n)
  await grant(wallet('evaluatorCn'), (EVALUATOR << 16n) | 156n)
  const nonces = countUp()
  const statement: Ledger['statement'] = (name, changes = {}) => ({
    subject: hashOf(name),
    wallet: wallet(name),
    place: parsePlace(PLACES[name]),
    investorClass: 1,
    tolerance: 5,
    issuedAt: START,
    validUntil: START + 10n * YEAR,
    evidence: hashOf('file of the attester'),
    nonce: nonces(),
    ...changes,
  })
  const meet: Ledger['meet'] = async name => {
    const attestation = statement(name)
    const signer = person(PLACES[name] === 'HK' ? 'attesterHk' : 'attesterCn')
    const signature = await signAttestation(client, { attestation, signer })
    await act('stranger', attestParty(rooms, { attestation, signature }))
    return partyIdOf(client, { subject: attestation.subject })
  }
  return {
    source,
    client,
    rooms,
    person,
    wallet,
    party: name => partyIdOf(client, { subject: hashOf(name) }),
    statement,
    act,
    meet,
    standIn: (name, role) => grant(wallet(name), role),
    async room(contract, verb, args) {
      const data = encodeData(contract, verb, args)
      const response = await person('stranger').sendTransaction({ to: rooms[contract], data })
      await response.wait()
    },
    async pass(seconds) {
      await source.request({ method: 'evm_increaseTime', params: [Number(seconds)] })
      await source.request({ method: 'evm_mine', params: [] })
    },
    async close() {
      closeClient(client)
      await connection.close()
    },
  }
}

/** A salted hash as people keep it off chain. */
export function hashOf(text: string): Hash32 {
  return hash32(id(`salt of this test: ${text}`))
}

type CashVerb = 'spend' | 'release' | 'shift' | 'pay' | 'takeBack'

/** Functions of the cash ledger that only rooms call, as the access manager names them. */
function sighashes(verbs: readonly CashVerb[]): readonly string[] {
  return verbs.map(verb => interfaces.CashLedger.getFunction(verb).format('sighash'))
}

function countUp(): () => bigint {
  let last = 0n
  return () => {
    last += 1n
    return last
  }
}

type Access = { readonly call: (verb: string, args: readonly unknown[]) => Promise<void> }

async function deployRooms(deployer: Signer): Promise<{ readonly rooms: Rooms; readonly access: Access }> {
  const { abi, bytecode } = accessManager()
  const authority = await deployed(new ContractFactory(abi, bytecode, deployer), [
    await deployer.getAddress(),
  ])
  const parties = await deployed(new PartyRegistry__factory(deployer), [authority])
  const rights = await deployed(new RightsRegistry__factory(deployer), [authority, parties])
  const deals = await deployed(new DealBook__factory(deployer), [authority, parties, rights])
  const note = await deployed(new SeriesNote__factory(deployer), [parties, deals, authority, true])
  const notes = await deployed(new NoteFactory__factory(deployer), [deals, note])
  const cash = await deployed(new CashLedger__factory(deployer), [authority, parties, deals])
  const oracle = await deployed(new CollectionOracle__factory(deployer), [parties, deals, cash])
  const offering = await deployed(new Offering__factory(deployer), [parties, deals, cash])
  const encoder = new Interface(abi)
  const access: Access = {
    async call(verb, args) {
      const response = await deployer.sendTransaction({
        to: authority,
        data: encoder.encodeFunctionData(verb, args),
      })
      await response.wait()
    },
  }
  const restrict = (room: Address, verbs: readonly string[], role: bigint) =>
    access.call('setTargetFunctionRole', [room, verbs.map(verb => id(verb).slice(0, 10)), role])
  await restrict(rights, ['encumber(uint64,uint64)', 'release(uint64,uint64)'], ROOM_DEALS)
  await restrict(deals, ['recordNote(uint64,uint64,address)'], ROOM_NOTES)
  await restrict(deals, ['fixProgram(uint64,bytes32)'], ROOM_WATERFALL)
  await restrict(deals, ['activate(uint64)'], ROOM_OFFERING)
  await access.call('grantRole', [ROOM_DEALS, deals, 0])
  await access.call('grantRole', [ROOM_NOTES, notes, 0])
  await restrict(deals, ['movePeriod(uint64,uint32,uint8)'], PERIOD_MOVER)
  await restrict(cash, sighashes(['spend', 'release']), ROOM_REPORTS)
  await restrict(cash, sighashes(['shift', 'pay', 'takeBack']), CASH_MOVER)
  for (const role of [ROOM_OFFERING, CASH_MOVER, NOTE_MOVER])
    await access.call('grantRole', [role, offering, 0])
  await access.call('grantRole', [ROOM_REPORTS, oracle, 0])
  await access.call('grantRole', [PERIOD_MOVER, oracle, 0])
  const absent = parseAddress(`0x${'99'.repeat(20)}`)
  return {
    access,
    rooms: {
      PartyRegistry: parties,
      RightsRegistry: rights,
      DealBook: deals,
      NoteFactory: notes,
      CashLedger: cash,
      CollectionOracle: oracle,
      Waterfall: absent,
      Offering: offering,
      PayingAgent: absent,
      Treasury: absent,
    },
  }
}

const ROOM_DEALS = 16n << 16n
const ROOM_NOTES = 17n << 16n
const ROOM_REPORTS = 18n << 16n
const PERIOD_MOVER = 32n << 16n
const CASH_MOVER = 33n << 16n
const NOTE_MOVER = 35n << 16n
export const ROOM_WATERFALL = 19n << 16n
export const ROOM_OFFERING = 20n << 16n

async function deployed(factory: ContractFactory, args: readonly unknown[]): Promise<Address> {
  const contract = await factory.deploy(...args)
  await contract.waitForDeployment()
  return parseAddress(await contract.getAddress())
}

function accessManager(): { readonly abi: string; readonly bytecode: string } {
  const path = createRequire(import.meta.url).resolve(
    '@openzeppelin/contracts/build/contracts/AccessManager.json',
  )
  return JSON.parse(readFileSync(path, 'utf8'))
}

function missing(name: string): never {
  throw new RangeError(`the chain has no account for ${name}`)
}
