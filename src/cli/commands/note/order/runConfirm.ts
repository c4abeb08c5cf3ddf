import { orderKindNames } from '../../../../domain/enumerationNames.ts'
import { confirmOrder } from '../../../../sdk/notes/confirmOrder.ts'
import { atDesk } from '../../../ledger/atDesk.ts'
import type { ActOptions } from '../../../ledger/withLedger.ts'
import { loadOrder } from '../../../orderFile.ts'
import { showCount } from '../../../output/amounts.ts'
import { toJson } from '../../../output/json.ts'
import type { CommandContext } from '../../../streams.ts'
import { noticesIn } from '../../../texts/notices.ts'
import { languageFor, type Spoken } from '../../languageOption.ts'

export interface ConfirmOptions extends ActOptions, Spoken {
  readonly order: bigint
  readonly terms: string
}

/** Confirms an order; what it says becomes public with the movement that it causes. */
export async function runConfirm(options: ConfirmOptions, context: CommandContext): Promise<void> {
  const { order, json } = options
  const lang = languageFor(options, context)
  const terms = await loadOrder(options.terms)
  await atDesk(options, async ({ client, act }) => {
    const receipt = await act(confirmOrder(client.rooms, { order, terms }))
    const { salt: _, ...said } = terms
    const data = { order, ...said, transaction: receipt.hash, block: receipt.blockNumber }
    const text = noticesIn(lang)('orderExecuted', {
      order,
      kind: orderKindNames[terms.kind][lang],
      units: showCount(terms.units),
      holder: terms.from,
    })
    context.streams.out(json ? `${toJson(data)}\n` : `${text}\n`)
  })
}
