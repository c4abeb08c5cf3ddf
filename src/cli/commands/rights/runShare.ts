import { dealId, type Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { acceptSharedTitle } from '../../../sdk/deals/acceptSharedTitle.ts'
import { acceptedFor } from '../../../sdk/rights/acceptedFor.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

export interface ShareOptions extends ActOptions {
  readonly deal: bigint
  readonly with: bigint
  readonly title: Hash32
  readonly document: string
  readonly salt?: Hash32
  readonly lang?: Language
}

/** Accepts, and says whether both trustees now have. */
export async function runShare(options: ShareOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const { title } = options
  const deal = dealId(options.deal)
  const other = dealId(options.with)
  const shared = await atDesk(options, async ({ client, act }) => {
    await act(acceptSharedTitle(client.rooms, { deal, title, other, documentHash: hash }))
    return (await acceptedFor(client, { title, deal: other })) === deal
  })
  tell({ title, deal, other, shared, document: hash, salt }, options, context)
}
