import type { Client } from '../../chain/client.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'
import { eventsBack } from '../deals/eventsBack.ts'
import { extensionOf } from './extensionOf.ts'
import type { ScheduleExtension } from './scheduleExtension.ts'

/** The extension that waits for the trustee at a block, with its rows as the manager proposed them; nothing where none does. */
export async function extensionIn(
  client: Client,
  { deal, block }: { readonly deal: DealId; readonly block: number },
): Promise<(ScheduleExtension & { readonly proposalHash: Hash32 }) | undefined> {
  const proposalHash = await extensionOf(client, { deal, block })
  if (proposalHash === undefined) return undefined
  const query = { deal, block, room: 'ScheduleBook', event: 'ExtensionProposed' } as const
  for await (const found of eventsBack(client, query))
    if (found.deal === deal && found.proposalHash === proposalHash)
      return Object.freeze({
        deal,
        proposalHash,
        rows: [...found.rows],
        documentHash: hash32(found.documentHash),
      })
  return undefined
}
