import type { JsonRpcApiProvider } from 'ethers'

/**
 * When a block of a network can no longer be undone: at once under BFT consensus, under a number of further
 * blocks, or when the node itself names a finalized block.
 */
export type Finality =
  | { readonly rule: 'immediate' }
  | { readonly rule: 'depth'; readonly blocks: number }
  | { readonly rule: 'tag'; readonly tag: 'safe' | 'finalized' }

export const immediateFinality: Finality = { rule: 'immediate' }

/** The highest block that is final now; -1 while there is none. */
export async function finalBlockOf(provider: JsonRpcApiProvider, finality: Finality): Promise<number> {
  switch (finality.rule) {
    case 'immediate':
      return provider.getBlockNumber()
    case 'depth':
      return Math.max(-1, (await provider.getBlockNumber()) - finality.blocks)
    case 'tag':
      return (await provider.getBlock(finality.tag))?.number ?? -1
    default:
      return finality satisfies never
  }
}
