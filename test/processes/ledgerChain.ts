import { type Ground, START } from '../src/sdk/ledger.ts'
import { type ChainProcess, startAnvil } from './anvil.ts'

const NO_FEES = { maxFeePerGas: '0x0', maxPriorityFeePerGas: '0x0' }

/** A chain process as the ground of a ledger. */
export async function chainGround(
  settings: Parameters<typeof startAnvil>[0] = {},
): Promise<{ readonly chain: ChainProcess; readonly ground: Ground }> {
  const chain = await startAnvil({ timestamp: START, ...settings })
  const source = {
    request: ({ method, params = [] }: { method: string; params?: unknown[] | Record<string, unknown> }) => {
      const list = Array.isArray(params) ? params : [params]
      // Without fees an account needs no coin, and the node would suggest a price.
      const free =
        method === 'eth_sendTransaction' ? list.map(call => ({ ...Object(call), ...NO_FEES })) : list
      return chain.rpc(method, ...free)
    },
  }
  return { chain, ground: { source, close: () => chain.kill() } }
}
