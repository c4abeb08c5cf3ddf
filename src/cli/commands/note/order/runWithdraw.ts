import { withdrawOrder } from '../../../../sdk/notes/withdrawOrder.ts'
import { atDesk } from '../../../ledger/atDesk.ts'
import type { ActOptions } from '../../../ledger/withLedger.ts'
import { toJson } from '../../../output/json.ts'
import type { CommandContext } from '../../../streams.ts'
import { noticesIn } from '../../../texts/notices.ts'
import { languageFor, type Spoken } from '../../languageOption.ts'

export interface WithdrawOptions extends ActOptions, Spoken {
  readonly order: bigint
}

/** Withdraws an order. */
export async function runWithdraw(options: WithdrawOptions, context: CommandContext): Promise<void> {
  const { order, json } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, act }) => {
    const receipt = await act(withdrawOrder(client.rooms, { order }))
    const data = { order, transaction: receipt.hash, block: receipt.blockNumber }
    context.streams.out(json ? `${toJson(data)}\n` : `${noticesIn(lang)('orderWithdrawn', data)}\n`)
  })
}
