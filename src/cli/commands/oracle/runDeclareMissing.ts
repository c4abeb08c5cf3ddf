import { simulate } from '../../../chain/send.ts'
import { dayAt, formatDay } from '../../../domain/dates.ts'
import type { DealId, Period } from '../../../domain/ids.ts'
import { declareReportMissing } from '../../../sdk/reports/declareReportMissing.ts'
import { dueOf } from '../../../sdk/reports/dueOf.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'
import { noticesIn } from '../../texts/notices.ts'
import { languageFor, type Spoken } from '../languageOption.ts'

export interface DeclareMissingOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly stream: number
  readonly period: Period
  readonly dryRun: boolean
}

/** Declares a report missing, or tells that the ledger would take it; what it refuses is said by its code. */
export async function runDeclareMissing(
  options: DeclareMissingOptions,
  context: CommandContext,
): Promise<void> {
  const { deal, stream, period, dryRun } = options
  await atDesk(options, async ({ client, wallet, act }) => {
    const at = { deal, stream, period }
    const call = declareReportMissing(client.rooms, at)
    await simulate(client, { call, from: wallet.address })
    const { dueAt = 0n } = await dueOf(client, at)
    const transaction = dryRun ? null : (await act(call)).hash
    const data = { ...at, dueAt, transaction }
    const notice = noticesIn(languageFor(options, context))
    const said = { ...at, day: formatDay(dayAt(dueAt)) }
    const text = notice(dryRun ? 'reportWouldBeMissing' : 'reportMissing', said)
    context.streams.out(options.json ? `${toJson(data)}\n` : `${text}\n`)
  })
}
