import { appendFileSync } from 'node:fs'
import { BrowserProvider, type Eip1193Provider, id, type JsonRpcSigner } from 'ethers'
import { network } from 'hardhat'
import { RAN_VERBS } from '../../../scripts/ranVerbs.ts'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import { type Call, encodeData } from '../../../src/chain/call.ts'
import { type Client, closeClient, openClient } from '../../../src/chain/client.ts'
import { immediateFinality } from '../../../src/chain/finality.ts'
import { connectAnywhere } from '../../../src/chain/provider.ts'
import type { RoomName, Rooms } from '../../../src/chain/rooms.ts'
import { send, wait } from '../../../src/chain/send.ts'
import { type Hash32, hash32, type PartyId } from '../../../src/domain/ids.ts'
import { parsePlace } from '../../../src/domain/places.ts'
import type { Attestation } from '../../../src/sdk/identity/attestation.ts'
import { attestParty } from '../../../src/sdk/identity/attestParty.ts'
import { partyIdOf } from '../../../src/sdk/identity/partyIdOf.ts'
import { signAttestation } from '../../../src/sdk/identity/signAttestation.ts'
import { deployRooms } from './deployRooms.ts'

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
  /** Takes a role away from a person. */
  readonly dismiss: (name: Person, role: bigint) => Promise<void>
  /** The access manager of the rooms. */
  readonly authority: Address
  /** What the stranger then does in the room's stead; at a note, whose address is given. */
  readonly room: (
    contract: RoomName | 'SeriesNote',
    verb: string,
    args: readonly unknown[],
    note?: Address,
  ) => Promise<void>
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
  guarantor: 'Guangzhou',
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

/** The number of a person's account on the chain. */
export const accountOf = (name: Person): number => people.indexOf(name)

const people = Object.keys(PLACES) as readonly Person[]

/** A chain that answers for many accounts, and how it ends. */
export type Ground = { readonly source: Eip1193Provider; readonly close: () => Promise<void> }

/** A chain of this process. */
async function embeddedGround(): Promise<Ground> {
  const connection = await network.create({ override: { initialDate: new Date(Number(START) * 1000) } })
  return { source: connection.provider, close: () => connection.close() }
}

/** A ledger on a chain of this process, or on another one. */
export async function startLedger(ground?: Ground): Promise<Ledger> {
  const { source, close } = ground ?? (await embeddedGround())
  const signers = await Promise.all(people.map((_, index) => new BrowserProvider(source).getSigner(index)))
  const person = (name: Person): JsonRpcSigner => signers[people.indexOf(name)] ?? missing(name)
  const { rooms, access } = await deployRooms(person('deployer'))
  const { provider, chain } = await connectAnywhere(source)
  provider.destroy()
  const client = await openClient(source, { chain, rooms, finality: immediateFinality })
  const wallet = (name: Person): Address => parseAddress(person(name).address)
  const sendAndWait: Ledger['act'] = async (name, call) =>
    wait(client, { sent: await send(client, { call, signer: person(name) }), timeoutMs: 60_000 })
  const act: Ledger['act'] = async (name, call) => {
    const receipt = await sendAndWait(name, call)
    noteRun(call)
    return receipt
  }
  const grant = (account: Address, role: bigint) => access.call('grantRole', [role, account, 0])
  await grant(wallet('attesterCn'), (ATTESTER << 16n) | 156n)
  await grant(wallet('attesterHk'), (ATTESTER << 16n) | 344n)
  await grant(wallet('regulatorHk'), (REGULATOR << 16n) | 344n)
  await grant(wallet('evaluatorCn'), (EVALUATOR << 16n) | 156n)
  const statement: Ledger['statement'] = (name, changes = {}) => ({
    subject: hashOf(name),
    wallet: wallet(name),
    place: parsePlace(PLACES[name]),
    investorClass: 1,
    tolerance: 5,
    issuedAt: START,
    validUntil: START + 10n * YEAR,
    evidence: hashOf('file of the attester'),
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
    dismiss: (name, role) => access.call('revokeRole', [role, wallet(name)]),
    authority: access.at,
    async room(contract, verb, args, note) {
      const to = contract === 'SeriesNote' ? (note ?? missing(contract)) : rooms[contract]
      await sendAndWait('stranger', { contract, verb, to, args, data: encodeData(contract, verb, args) })
    },
    async pass(seconds) {
      await source.request({ method: 'evm_increaseTime', params: [Number(seconds)] })
      await source.request({ method: 'evm_mine', params: [] })
    },
    async close() {
      closeClient(client)
      await close()
    },
  }
}

/** The whole run of the tests asks afterwards which verbs were run with success. */
function noteRun({ contract, verb }: Call): void {
  const file = process.env[RAN_VERBS]
  if (file !== undefined) appendFileSync(file, `${contract}.${verb}\n`)
}

/** A salted hash as people keep it off chain. */
export function hashOf(text: string): Hash32 {
  return hash32(id(`salt of this test: ${text}`))
}

function missing(name: string): never {
  throw new RangeError(`the chain has no account for ${name}`)
}
