import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonRpcServer } from 'hardhat/types/network'

export interface ChainSettings {
  /** Time of the first block; the clock of the chain only moves forward from there. */
  readonly beginsAt: Date
  /** Time between blocks; zero mines every transaction at once. */
  readonly blockMilliseconds: number
}

/** A chain that lives in this process, keeps nothing on disk and ends with `close`. */
export interface EmbeddedChain {
  readonly url: string
  readonly chainId: bigint
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'
const CHAIN_ID = 202_606
/** Stack traces are not for this chain: reading every artifact for them takes longer than a deal. */
const NO_ARTIFACTS = join(tmpdir(), 'lingnan-no-artifacts')

/** Starts a chain with what a permissioned network of the three places offers: the Cancun level and no fees, on a free port. */
export async function startEmbeddedChain({
  beginsAt,
  blockMilliseconds,
}: ChainSettings): Promise<EmbeddedChain> {
  const { createHardhatRuntimeEnvironment } = await import('hardhat/hre')
  const { network } = await createHardhatRuntimeEnvironment({
    paths: { artifacts: NO_ARTIFACTS },
    networks: {
      consortium: {
        type: 'edr-simulated',
        chainType: 'l1',
        hardfork: 'cancun',
        chainId: CHAIN_ID,
        initialBaseFeePerGas: 0,
        gasPrice: 0,
        blockGasLimit: 30_000_000,
        initialDate: beginsAt.toISOString(),
        accounts: [],
        allowBlocksWithSameTimestamp: true,
        mining: miningOf(blockMilliseconds),
      },
    },
  })
  const server: JsonRpcServer = await network.createServer('consortium', HOST, 0)
  const { port } = await server.listen()
  return { url: `http://${HOST}:${port}`, chainId: BigInt(CHAIN_ID), close: () => server.close() }
}

function miningOf(interval: number) {
  const mempool = { order: 'fifo' } as const
  return interval === 0 ? { auto: true, interval: 0, mempool } : { auto: false, interval, mempool }
}
