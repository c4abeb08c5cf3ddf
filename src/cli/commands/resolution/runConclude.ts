import { concludeResolution } from '../../../sdk/governance/concludeResolution.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { resolutionText } from './runShow.ts'

export interface ConcludeOptions extends ActOptions {
  readonly resolution: bigint
}

/** Counts the votes, and prints how the resolution stands. */
export async function runConclude(options: ConcludeOptions, { streams }: CommandContext): Promise<void> {
  const { resolution, json } = options
  await atDesk(options, async ({ client, act }) => {
    const { blockNumber: block } = await act(concludeResolution(client.rooms, { resolution }))
    streams.out(await resolutionText(client, { resolution, block, json, lang: 'en' }))
  })
}
