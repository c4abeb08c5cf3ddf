import type { JsonRpcApiProvider } from 'ethers'
import { ChainUnreachableError } from './provider.ts'

/** The fee fields of a transaction; nothing else in this project writes any. */
export type Fees =
  | { readonly type: 2; readonly maxFeePerGas: bigint; readonly maxPriorityFeePerGas: bigint }
  | { readonly type: 0; readonly gasPrice: bigint }

/** A base fee can double in about six blocks; a transaction that is meant for the next one survives that. */
const BASE_FEE_MARGIN = 2n

/**
 * The fees for the next block. A base fee of zero marks a network without fees, where senders hold no coin:
 * the fields must then be zero outright, because nodes suggest a price all the same. Without a base fee the
 * network is of the old kind and its own price is used.
 */
export async function feesOf(provider: JsonRpcApiProvider): Promise<Fees> {
  const block = await provider.getBlock('latest')
  if (block === null) throw new ChainUnreachableError('it has no latest block')
  const baseFee = block.baseFeePerGas
  if (baseFee === 0n) return { type: 2, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n }
  if (baseFee === null) return { type: 0, gasPrice: BigInt(await provider.send('eth_gasPrice', [])) }
  const tip = BigInt(await provider.send('eth_maxPriorityFeePerGas', []))
  return { type: 2, maxFeePerGas: BASE_FEE_MARGIN * baseFee + tip, maxPriorityFeePerGas: tip }
}
