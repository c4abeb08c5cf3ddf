import { type Day, formatDay } from '../../../domain/dates.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { payFee } from '../../../sdk/rights/payFee.ts'
import { hashDocument } from '../../document.ts'
import { loadFees } from '../../fees/loadFees.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { feeAfter } from './dueFee.ts'
import { registeredHolding } from './holding.ts'
import { dayData } from './runFind.ts'
import { tell } from './tell.ts'

export interface PayFeeOptions extends ActOptions {
  readonly title: Hash32
  readonly paid: Day
  readonly receipt: string
  readonly next?: Day
  readonly fees?: string
  readonly salt?: Hash32
  readonly lang?: Language
}

/** Records a payment. The next fee is the one after that which the ledger states, or after the payment. */
export async function runPayFee(options: PayFeeOptions, context: CommandContext): Promise<void> {
  const book = await loadFees(options.fees)
  const { hash, salt } = await hashDocument(options.receipt, options.salt)
  const { title, paid } = options
  const next = await atDesk(options, async ({ client, act }) => {
    const block = await client.provider.getBlockNumber()
    const holding = await registeredHolding(client, { title, entry: undefined, block })
    const day = holding.feeDue ?? paid
    const nextDueDay = options.next ?? feeAfter(holding, { book, day })
    await act(payFee(client.rooms, { title, paidDay: paid, nextDueDay, evidence: hash }))
    return nextDueDay
  })
  tell({ title, paid: formatDay(paid), next: dayData(next), document: hash, salt }, options, context)
}
