import { type Hash32, rightId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { retireRight } from '../../../sdk/rights/retireRight.ts'
import { titlesOf } from '../../../sdk/rights/titlesOf.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

export interface RetireOptions extends ActOptions {
  readonly right: bigint
  readonly document: string
  readonly salt?: Hash32
  readonly lang?: Language
}

/** Retires a right; the ledger knows its titles. */
export async function runRetire(options: RetireOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const right = rightId(options.right)
  const titles = await atDesk(options, async ({ client, act }) => {
    const freed = await titlesOf(client, { right })
    await act(retireRight(client.rooms, { right, titles: freed, evidence: hash }))
    return freed
  })
  tell({ right, retired: true, titles, document: hash, salt }, options, context)
}
