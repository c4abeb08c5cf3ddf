import { executeResolution } from '../../../sdk/governance/executeResolution.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { type MotionOptions, motionFrom } from './motionOptions.ts'
import { resolutionText } from './runShow.ts'

export interface ExecuteOptions extends ActOptions, MotionOptions {
  readonly resolution: bigint
}

/** Does what was resolved, and prints how the resolution stands. */
export async function runExecute(options: ExecuteOptions, { streams }: CommandContext): Promise<void> {
  const { resolution, json } = options
  const motion = await motionFrom(options)
  await atDesk(options, async ({ client, act }) => {
    const { blockNumber: block } = await act(executeResolution(client.rooms, { resolution, motion }))
    streams.out(await resolutionText(client, { resolution, block, json, lang: 'en' }))
  })
}
