import { ZeroAddress } from 'ethers'
import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { decodeEvents } from '../../chain/events.ts'
import { logsUntil } from '../../chain/logs.ts'

/** How many units a wallet holds. */
export type Holding = { readonly holder: Address; readonly units: bigint }

/** Every holder of a note at a block, from its movements alone, by address. */
export async function holdersIn(
  client: Client,
  { note, block }: { readonly note: Address; readonly block: number },
): Promise<readonly Holding[]> {
  const query = { contract: 'SeriesNote', at: note, event: 'Transfer' } as const
  const units = new Map<string, bigint>()
  for await (const log of logsUntil(client, { at: note, block }))
    for (const { args } of decodeEvents([log], query)) {
      units.set(args.from, (units.get(args.from) ?? 0n) - args.value)
      units.set(args.to, (units.get(args.to) ?? 0n) + args.value)
    }
  return [...units]
    .filter(([holder, held]) => holder !== ZeroAddress && held > 0n)
    .map(([holder, held]) => Object.freeze({ holder: parseAddress(holder), units: held }))
    .sort((one, other) => (one.holder.toLowerCase() < other.holder.toLowerCase() ? -1 : 1))
}
