import { BrowserProvider, type Eip1193Provider, type JsonRpcApiProvider, type JsonRpcSigner } from 'ethers'
import { network } from 'hardhat'
import { type Address, parseAddress } from '../../../src/chain/address.ts'
import { type Client, closeClient, openClient } from '../../../src/chain/client.ts'
import { type Finality, immediateFinality } from '../../../src/chain/finality.ts'
import { connectAnywhere } from '../../../src/chain/provider.ts'
import { type Rooms, roomNames } from '../../../src/chain/rooms.ts'

/** A chain inside this process, with the fees of the consortium profile: none. */
export type EmbeddedChain = {
  readonly source: Eip1193Provider
  readonly provider: JsonRpcApiProvider
  /** A client whose rooms all stand at one address. */
  readonly clientAt: (room: Address, finality?: Finality) => Promise<Client>
  readonly signer: (index: number) => Promise<JsonRpcSigner>
  /** Puts a contract of these raw instructions on the chain. */
  readonly deploy: (runtime: string) => Promise<Address>
  readonly close: () => Promise<void>
}

type Profile = { readonly initialBaseFeePerGas?: number; readonly gasPrice?: number }

export async function startChain(profile: Profile = {}): Promise<EmbeddedChain> {
  const connection = await network.create({ override: profile })
  const source = connection.provider
  const { provider, chain } = await connectAnywhere(source)
  const clients: Client[] = []
  const signer = (index: number): Promise<JsonRpcSigner> => new BrowserProvider(source).getSigner(index)
  return {
    source,
    provider,
    signer,
    async clientAt(room, finality = immediateFinality) {
      const client = await openClient(source, { chain, rooms: allAt(room), finality })
      clients.push(client)
      return client
    },
    async deploy(runtime) {
      const response = await (await signer(0)).sendTransaction({ data: creationOf(runtime) })
      const receipt = await response.wait()
      return parseAddress(receipt?.contractAddress ?? '')
    },
    async close() {
      clients.forEach(closeClient)
      provider.destroy()
      await connection.close()
    },
  }
}

function allAt(room: Address): Rooms {
  const [first, ...others] = roomNames
  if (first === undefined) throw new RangeError('there are rooms')
  return Object.fromEntries([first, ...others].map(name => [name, room])) as Rooms
}

/** PUSH1 size, DUP1, PUSH1 offset, PUSH0, CODECOPY, PUSH0, RETURN, then the instructions themselves. */
function creationOf(runtime: string): string {
  const size = (runtime.length / 2).toString(16).padStart(2, '0')
  return `0x60${size}8060095f395ff3${runtime}`
}

/** Refuses every call with the call's own data as its reason: CALLDATASIZE, PUSH0, PUSH0, CALLDATACOPY, CALLDATASIZE, PUSH0, REVERT. */
export const REFUSER = '365f5f37365ffd'

/** Answers every call with the word 7: PUSH1 7, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN. */
export const ANSWERER = '60075f5260205ff3'
