import { expect } from 'chai'
import { type Interface, id, type LogDescription, type Result, Wallet } from 'ethers'
import { network } from 'hardhat'
import { type Address, parseAddress } from '../../src/chain/address.ts'
import { type Client, closeClient, openClient } from '../../src/chain/client.ts'
import { connectAnywhere } from '../../src/chain/provider.ts'
import { deployLedger } from '../../src/sdk/access/deployLedger.ts'
import { type DeploymentRecord, deploymentOf } from '../../src/sdk/access/deploymentRecord.ts'
import { type Actor, type Contract, contracts, type Key, keys } from './actors.ts'
import { deployables, errorNames, functionsOf, verbOf } from './artifacts.ts'
import { authoritiesOf } from './authorities.ts'
import { type Holdings, holdingsOf, noHoldings, type Things } from './holdings.ts'

/** 2026-06-01 00:00 UTC. */
export const START = 1_780_272_000n

/** A call as the chain takes it, and the row of the matrix that it is about. */
export type Target = {
  readonly contract: string
  readonly verb: string
  readonly to: string
  readonly data: string
  readonly fragment: string
}

/** What a call met when an actor tried it: nothing, or the name of an error; `none` without one. */
export type Answer = { readonly actor: Actor; readonly refusal: string | undefined }

type Receipt = { readonly status: string; readonly logs: readonly Log[] }
type Log = {
  readonly address: string
  readonly topics: readonly string[]
  readonly data: string
  readonly blockHash: string
  readonly blockNumber: string
}

/** An event of a contract of the ledger, with its block and the moment of it; a note is named as such whichever it is. */
export type Said = {
  readonly contract: string
  readonly at: string
  readonly name: string
  readonly args: Result
  readonly block: bigint
  readonly time: bigint
}

/** A ledger as `deploy` leaves it, administered by its council, with everybody of the matrix. */
export type World = {
  readonly client: Client
  readonly signer: (key: Key) => Wallet
  readonly addressOf: (actor: Actor) => Address
  readonly at: (contract: string, verb: string, args: readonly unknown[], to?: string) => Target
  readonly read: (contract: string, verb: string, args: readonly unknown[], to?: string) => Promise<unknown>
  /** What each actor meets with a call; the call may depend on the actor. */
  readonly answers: (target: (actor: Actor) => Target) => Promise<readonly Answer[]>
  readonly answerTo: (actor: Actor, target: Target) => Promise<string | undefined>
  readonly send: (actor: Actor, target: Target) => Promise<readonly LogDescription[]>
  readonly pass: (seconds: number) => Promise<void>
  readonly events: () => Promise<readonly Said[]>
  readonly codeAt: (address: string) => Promise<string>
  readonly things: Things
  readonly holdings: () => Promise<Holdings>
  /** Does something and takes it back. */
  readonly branch: <Result>(act: () => Promise<Result>) => Promise<Result>
  readonly placeNotes: (token: string, mirror: string) => Promise<void>
  readonly close: () => Promise<void>
}

const abis = deployables()
const errors = errorNames()
const GAS = '0x1c9c380'

export async function startWorld(): Promise<World> {
  const connection = await network.create({ override: { initialDate: new Date(Number(START) * 1000) } })
  const source = connection.provider
  const request = (method: string, params: readonly unknown[] = []): Promise<unknown> =>
    source.request({ method, params: [...params] })
  const wallets = new Map(keys.map(key => [key, new Wallet(id(`key of ${key}`))]))
  const signer = (key: Key): Wallet => wallets.get(key) ?? expect.fail(`${key} has a key`)
  const { provider, chain } = await connectAnywhere(source)
  const addresses = new Map<Actor, Address>(keys.map(key => [key, parseAddress(signer(key).address)]))
  const addressOf = (actor: Actor): Address => addresses.get(actor) ?? expect.fail(`${actor} has an address`)
  const begun: DeploymentRecord = {
    chain,
    deployer: addressOf('deployer'),
    sandboxed: false,
    contracts: {},
    isComplete: false,
  }
  const record = await deployLedger(begun, {
    provider,
    deployer: signer('deployer'),
    authorities: authoritiesOf(addressOf),
    save: async () => {},
    say: () => {},
  })
  provider.destroy()
  for (const [name, address] of Object.entries(record.contracts))
    if (isContract(name)) addresses.set(name, address)
  const client = await openClient(source, deploymentOf(record))
  for (const address of addresses.values()) await request('hardhat_impersonateAccount', [address])

  const abiOf = (contract: string): Interface => abis.get(contract) ?? expect.fail(`${contract} is compiled`)
  const at: World['at'] = (contract, verb, args, to) => {
    const abi = abiOf(contract)
    const fragment = abi.getFunction(verb) ?? expect.fail(`${contract} has ${verb}`)
    return {
      contract,
      verb: verbOf(abi, fragment),
      to: to ?? addressOf(contract as Actor),
      data: abi.encodeFunctionData(fragment, args),
      fragment: fragment.format('sighash'),
    }
  }
  const answerTo: World['answerTo'] = async (actor, { to, data }) => {
    try {
      await request('eth_call', [{ from: addressOf(actor), to, data, gas: GAS }, 'latest'])
      return undefined
    } catch (error) {
      return nameOf(error)
    }
  }
  /** What a contract of this ledger says; clones that are not placed yet say nothing. */
  const contractAt = (place: string): string => {
    const [name = ''] = [...addresses].find(([, address]) => address.toLowerCase() === place) ?? []
    return name === 'MirrorNote' ? 'SeriesNote' : name
  }
  const described = (log: Log): readonly LogDescription[] => {
    const abi = abis.get(contractAt(log.address))
    const found = abi?.parseLog({ topics: [...log.topics], data: log.data }) ?? undefined
    return found === undefined ? [] : [found]
  }
  const moments = new Map<string, bigint>()
  const momentOf = async (blockHash: string): Promise<bigint> => {
    const known = moments.get(blockHash)
    if (known !== undefined) return known
    const block = await request('eth_getBlockByHash', [blockHash, false])
    const moment = BigInt(String(Reflect.get(Object(block), 'timestamp')))
    moments.set(blockHash, moment)
    return moment
  }
  const things = noHoldings()
  const notice = (logs: readonly LogDescription[]) => {
    for (const log of logs) things.notice(log)
  }
  const send: World['send'] = async (actor, target) => {
    const from = addressOf(actor)
    const refusal = await answerTo(actor, target)
    if (refusal !== undefined) expect.fail(`${target.contract}.${target.verb} by ${actor}: ${refusal}`)
    const hash = await request('eth_sendTransaction', [{ from, to: target.to, data: target.data, gas: GAS }])
    const receipt = (await request('eth_getTransactionReceipt', [hash])) as Receipt
    if (receipt.status !== '0x1') expect.fail(`${target.contract}.${target.verb} by ${actor} failed`)
    const logs = receipt.logs.flatMap(described)
    notice(logs)
    return logs
  }
  const read: World['read'] = async (contract, verb, args, to) => {
    const target = at(contract, verb, args, to)
    const data = (await request('eth_call', [{ to: target.to, data: target.data }, 'latest'])) as string
    const result = abiOf(contract).decodeFunctionResult(target.fragment, data)
    return result.length === 1 ? result[0] : result
  }
  return {
    client,
    signer,
    addressOf,
    at,
    read,
    answerTo,
    send,
    things,
    async answers(target) {
      const found: Answer[] = []
      for (const actor of addresses.keys())
        found.push({ actor, refusal: await answerTo(actor, target(actor)) })
      return found
    },
    async events() {
      const logs = (await request('eth_getLogs', [{ fromBlock: '0x0' }])) as readonly Log[]
      const said: Said[] = []
      for (const log of logs) {
        const contract = contractAt(log.address)
        const at = parseAddress(log.address)
        const time = await momentOf(log.blockHash)
        const block = BigInt(log.blockNumber)
        for (const { name, args } of described(log)) said.push({ contract, at, name, args, block, time })
      }
      return said
    },
    async codeAt(address) {
      return String(await request('eth_getCode', [address, 'latest']))
    },
    holdings: () => holdingsOf(things, read, addressOf),
    async branch(act) {
      const snapshot = await request('evm_snapshot')
      const known = things.copy()
      try {
        return await act()
      } finally {
        await request('evm_revert', [snapshot])
        things.restore(known)
      }
    },
    async pass(seconds) {
      await request('evm_increaseTime', [seconds])
      await request('evm_mine')
    },
    async placeNotes(token, mirror) {
      addresses.set('SeriesNote', parseAddress(token))
      addresses.set('MirrorNote', parseAddress(mirror))
      for (const note of [token, mirror]) await request('hardhat_impersonateAccount', [note])
    },
    async close() {
      closeClient(client)
      await connection.close()
    },
  }
}

function isContract(name: string): name is Contract {
  return contracts.some(each => each === name && each !== 'SeriesNote')
}

function nameOf(error: unknown): string {
  const data: unknown = Reflect.get(Object(error), 'data')
  const bytes: unknown = typeof data === 'string' ? data : Reflect.get(Object(data), 'data')
  if (typeof bytes !== 'string' || bytes.length < 10) return 'none'
  return errors.get(bytes.slice(0, 10)) ?? bytes.slice(0, 10)
}

/** Every writing function of the deployable contracts, as `Contract.verb`. */
export function writes(): readonly string[] {
  return [...abis].flatMap(([name, abi]) =>
    functionsOf(abi)
      .filter(({ stateMutability }) => stateMutability !== 'view' && stateMutability !== 'pure')
      .map(fragment => `${name}.${verbOf(abi, fragment)}`),
  )
}
