import {
  BrowserProvider,
  type Eip1193Provider,
  FetchRequest,
  type JsonRpcApiProvider,
  JsonRpcProvider,
  Network,
} from 'ethers'
import { LedgerError } from '../domain/errors.ts'
import { type Hash32, hash32 } from '../domain/ids.ts'

/** What makes a chain this one and no other: its number and its first block. */
export type ChainIdentity = { readonly chainId: bigint; readonly genesisHash: Hash32 }

/** A JSON-RPC address, or an object that answers requests as EIP-1193 says (a wallet, an embedded chain). */
export type ChainSource = string | Eip1193Provider

/** ethers asks every four seconds by default, which is longer than a block of the chains we run on. */
const POLLING_MILLISECONDS = 200

/** A node that takes longer has not answered; ethers would wait five minutes. */
const REQUEST_MILLISECONDS = 30_000

/** Some nodes refuse larger batches of requests, and say so in no standard way. */
const BATCH_COUNT = 8
/** Requests of one turn of the event loop go together; ethers would hold each request back for ten milliseconds. */
const BATCH_MILLISECONDS = 0

/** Connects to a chain and refuses any other than the expected one. */
export async function connect(
  source: ChainSource,
  expected: ChainIdentity,
  requestMs = REQUEST_MILLISECONDS,
): Promise<JsonRpcApiProvider> {
  const found = await probe(source, requestMs)
  if (found.chainId !== expected.chainId || found.genesisHash !== expected.genesisHash)
    throw new WrongChainError(expected, found)
  return openProvider(source, { chainId: found.chainId, requestMs })
}

/** Connects to whatever chain answers: for a deployment, which then records the identity it found. */
export async function connectAnywhere(
  source: ChainSource,
): Promise<{ readonly provider: JsonRpcApiProvider; readonly chain: ChainIdentity }> {
  const requestMs = REQUEST_MILLISECONDS
  const chain = await probe(source, requestMs)
  return { provider: openProvider(source, { chainId: chain.chainId, requestMs }), chain }
}

/** Asks a source for its identity through a provider that takes no network for granted. */
async function probe(source: ChainSource, requestMs: number): Promise<ChainIdentity> {
  const provider = openProvider(source, { chainId: 0n, requestMs })
  try {
    return await identityOf(provider)
  } finally {
    provider.destroy()
  }
}

/** The identity of the chain behind a provider. */
export async function identityOf(provider: JsonRpcApiProvider): Promise<ChainIdentity> {
  const [chainId, genesis] = await Promise.all([
    ask(provider, 'eth_chainId', []),
    ask(provider, 'eth_getBlockByNumber', ['0x0', false]),
  ])
  if (typeof chainId !== 'string' || !hasHash(genesis)) throw new ChainUnreachableError('it gave no identity')
  return Object.freeze({ chainId: BigInt(chainId), genesisHash: hash32(genesis.hash) })
}

/**
 * The network is stated, or ethers would ask for it before every request and for ever while nobody answers.
 */
function openProvider(
  source: ChainSource,
  { chainId, requestMs }: { readonly chainId: bigint; readonly requestMs: number },
): JsonRpcApiProvider {
  const network = Network.from(chainId)
  const options = {
    staticNetwork: network,
    pollingInterval: POLLING_MILLISECONDS,
    batchMaxCount: BATCH_COUNT,
    batchStallTime: BATCH_MILLISECONDS,
    cacheTimeout: -1,
  }
  if (typeof source === 'string') return new JsonRpcProvider(requestTo(source, requestMs), network, options)
  return new BrowserProvider(source, network, options)
}

function requestTo(url: string, requestMs: number): FetchRequest {
  const request = new FetchRequest(url)
  request.timeout = requestMs
  return request
}

async function ask(provider: JsonRpcApiProvider, method: string, params: unknown[]): Promise<unknown> {
  try {
    return await provider.send(method, params)
  } catch (error) {
    throw new ChainUnreachableError(`${method} failed`, error)
  }
}

function hasHash(block: unknown): block is { readonly hash: string } {
  return typeof block === 'object' && block !== null && 'hash' in block && typeof block.hash === 'string'
}

export class WrongChainError extends LedgerError {
  override readonly code = 'chain/wrong-chain'
  readonly expected: ChainIdentity
  readonly found: ChainIdentity

  constructor(expected: ChainIdentity, found: ChainIdentity) {
    super(`This is chain ${shown(found)}, not ${shown(expected)}`, {
      remedy: 'Check the RPC address, or name the deployment that belongs to this chain',
    })
    this.expected = expected
    this.found = found
  }
}

export class ChainUnreachableError extends LedgerError {
  override readonly code = 'chain/unreachable'

  constructor(fact: string, cause?: unknown) {
    super(`The chain does not answer as it should: ${fact}`, {
      remedy: 'Check that the node runs and that the RPC address is right, then try again',
      cause,
    })
  }
}

function shown({ chainId, genesisHash }: ChainIdentity): string {
  return `${chainId} with genesis ${genesisHash.slice(0, 10)}…`
}
