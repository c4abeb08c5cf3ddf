import { openClient } from '../../src/chain/client.ts'
import type { Finality } from '../../src/chain/finality.ts'
import type { Rooms } from '../../src/chain/rooms.ts'
import { hash32 } from '../../src/domain/ids.ts'
import { sourceOf } from '../../src/oracle/books/sourceOf.ts'
import { readConfig } from '../../src/oracle/config.ts'
import { jsonLog } from '../../src/oracle/follow/log.ts'
import { walletKey } from '../../src/oracle/sign/keystore.ts'
import { startOracle } from '../../src/oracle/startOracle.ts'
import { account } from './counter.ts'
import { connected, onOrders } from './workers.ts'

/** One signer's process: its configuration, whose keys it has, and where it kills itself, if anywhere. */
export type OracleOrders = {
  readonly config: {
    readonly [field: string]: unknown
    readonly rpc: string
    readonly drafts: string
    readonly rpcTimeoutSeconds: number
  }
  readonly rooms: Rooms
  readonly chainId: string
  readonly genesisHash: string
  readonly signer: number
  readonly transmitter: number
  readonly finality: Finality
  /** How far the clock of the process goes ahead, or behind if below zero. */
  readonly skewMs?: number
  readonly killAt?: { readonly boundary: string }
}

onOrders<OracleOrders>(async orders => {
  const { config, rooms, chainId, genesisHash, finality, signer, transmitter, skewMs = 0, killAt } = orders
  const chain = { chainId: BigInt(chainId), genesisHash: hash32(genesisHash) }
  const client = await connected(() =>
    openClient(config.rpc, { chain, rooms, finality }, config.rpcTimeoutSeconds * 1_000),
  )
  const now = (): number => Date.now() + skewMs
  const stop = new AbortController()
  process.on('SIGTERM', () => stop.abort())
  const read = readConfig(config)
  const { source, books, close } = sourceOf(read, { client, now })
  const oracle = await startOracle(read, {
    client,
    source,
    books,
    signer: walletKey(account(signer)),
    transmitter: walletKey(account(transmitter)),
    log: jsonLog(text => process.stderr.write(text), now),
    now,
    passed(boundary) {
      if (boundary === killAt?.boundary) process.kill(process.pid, 'SIGKILL')
    },
    signal: stop.signal,
  })
  process.send?.('started')
  await oracle.ended
  close()
  client.provider.destroy()
})
