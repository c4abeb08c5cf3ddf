import type { JsonRpcApiProvider } from 'ethers'
import type { Finality } from './finality.ts'
import { type ChainIdentity, type ChainSource, connect } from './provider.ts'
import type { Rooms } from './rooms.ts'

/**
 * A deployment as its file records it: where the rooms are, on which chain, and when a block is final there.
 */
export type Deployment = {
  readonly chain: ChainIdentity
  readonly rooms: Rooms
  readonly finality: Finality
}

/** What every read needs: a deployment and a connection to its chain. Whoever opens it closes it. */
export type Client = Deployment & { readonly provider: JsonRpcApiProvider }

/** Connects to the chain of a deployment, and to no other; a node that takes longer than `requestMs` has not answered. */
export async function openClient(
  source: ChainSource,
  deployment: Deployment,
  requestMs?: number,
): Promise<Client> {
  const provider = await connect(source, deployment.chain, requestMs)
  return Object.freeze({ ...deployment, provider })
}

export function closeClient({ provider }: Client): void {
  provider.destroy()
}
