import type { Address } from '../../../chain/address.ts'
import { decodeEvents } from '../../../chain/events.ts'
import type { SeriesId } from '../../../domain/ids.ts'
import { excludeVoters } from '../../../sdk/governance/excludeVoters.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'

export interface ExcludeOptions extends ActOptions {
  readonly resolution: bigint
  readonly series: SeriesId
  readonly holder: readonly Address[]
}

/** Excludes wallets, and prints the weight that left the base. */
export async function runExclude(options: ExcludeOptions, { streams }: CommandContext): Promise<void> {
  const { resolution, series, holder: holders } = options
  await atDesk(options, async ({ client, act }) => {
    const receipt = await act(excludeVoters(client.rooms, { resolution, series, holders }))
    const at = client.rooms.Resolutions
    const excluded = decodeEvents(receipt.logs, {
      contract: 'Resolutions',
      at,
      event: 'HolderExcluded',
    }).map(({ args: { holder, party, weight } }) => ({ holder, party, weight }))
    const data = { resolution, excluded, transaction: receipt.hash }
    const lines = excluded.map(({ holder, party, weight }) => `${holder} of party ${party}: ${weight}\n`)
    streams.out(options.json ? `${toJson(data)}\n` : lines.join(''))
  })
}
