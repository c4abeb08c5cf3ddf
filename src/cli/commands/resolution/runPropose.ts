import { requireEvent } from '../../../chain/events.ts'
import { formatMoment } from '../../../domain/dates.ts'
import { dealId, type Hash32, type SeriesId } from '../../../domain/ids.ts'
import { proposeAsHolder } from '../../../sdk/governance/proposeAsHolder.ts'
import { proposeResolution } from '../../../sdk/governance/proposeResolution.ts'
import { resolutionOf } from '../../../sdk/governance/resolutionOf.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { type MotionOptions, motionFrom } from './motionOptions.ts'

export interface ProposeOptions extends ActOptions, MotionOptions {
  readonly deal: bigint
  readonly document: Hash32
  readonly asHolder?: readonly SeriesId[]
}

/** Puts a motion to the holders. */
export async function runPropose(options: ProposeOptions, { streams }: CommandContext): Promise<void> {
  const motion = await motionFrom(options)
  const put = { deal: dealId(options.deal), motion, documentHash: options.document }
  await atDesk(options, async ({ client, act }) => {
    const { rooms } = client
    const { asHolder: series } = options
    const receipt = await act(
      series === undefined ? proposeResolution(rooms, put) : proposeAsHolder(rooms, { ...put, series }),
    )
    const at = rooms.Resolutions
    const query = { contract: 'Resolutions', at, event: 'ResolutionProposed' } as const
    const { resolution } = requireEvent(receipt, query)
    const found = await resolutionOf(client, { resolution, block: receipt.blockNumber })
    const endsAt = found?.endsAt ?? 0n
    const data = { resolution, endsAt, transaction: receipt.hash, block: receipt.blockNumber }
    streams.out(
      options.json
        ? `${toJson(data)}\n`
        : `Resolution ${resolution} is put to the vote until ${formatMoment(endsAt)}\n`,
    )
  })
}
