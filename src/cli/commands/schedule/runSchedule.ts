import type { Client } from '../../../chain/client.ts'
import { type CompiledDeal, compileDeal } from '../../../deal/compile.ts'
import { extendSchedule } from '../../../deal/extendSchedule.ts'
import { parseDeal } from '../../../deal/parse.ts'
import { formatDay } from '../../../domain/dates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { type DealId, hash32 } from '../../../domain/ids.ts'
import { confirmExtension } from '../../../sdk/waterfall/confirmExtension.ts'
import { extensionIn } from '../../../sdk/waterfall/extensionIn.ts'
import { extensionOf } from '../../../sdk/waterfall/extensionOf.ts'
import { programOf } from '../../../sdk/waterfall/programOf.ts'
import { proposeExtension } from '../../../sdk/waterfall/proposeExtension.ts'
import type { ScheduleExtension } from '../../../sdk/waterfall/scheduleExtension.ts'
import { decodeProgram } from '../../../waterfall/decode.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { fileOfDeal } from '../../ledger/fileOfDeal.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { readTextFile } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'
import type { FiledDeal } from '../dealFileOption.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

export interface ExtendOptions extends ActOptions, FiledDeal, Spoken {
  readonly laterFile: readonly string[]
}

export interface ShowOptions extends LedgerOptions, Spoken {
  readonly deal: DealId
}

/** Proposes the rows that the last file adds; the hash of that file is the document that explains them. */
export async function runPropose(options: ExtendOptions, context: CommandContext): Promise<void> {
  const { deal } = options
  const told = await atDesk(options, async ({ client, act }) => {
    const { extension, dates } = await extensionFrom(client, options)
    await act(proposeExtension(client.rooms, extension))
    return { dates, proposal: await extensionOf(client, { deal }), document: extension.documentHash }
  })
  tell({ deal, ...told }, options, context)
}

/** Confirms what the trustee's own files say; the ledger refuses any other rows. */
export async function runConfirm(options: ExtendOptions, context: CommandContext): Promise<void> {
  const { deal } = options
  const told = await atDesk(options, async ({ client, act }) => {
    const { extension, dates } = await extensionFrom(client, options)
    await act(confirmExtension(client.rooms, extension))
    return { dates, confirmed: true, document: extension.documentHash }
  })
  tell({ deal, ...told }, options, context)
}

/** Prints how many dates stand, and what waits. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const { deal } = options
  const told = await withLedger(options, async client => {
    const block = await client.provider.getBlockNumber()
    const { words, schedule } = await programOf(client, { deal, block })
    const length = BigInt(Math.ceil(decodeProgram(words).layout.scheduled / 2))
    const waiting = await extensionIn(client, { deal, block })
    return {
      block: BigInt(block),
      datesStanding: BigInt(schedule.length) / length,
      added: waiting === undefined ? null : BigInt(waiting.rows.length) / length,
      proposal: waiting?.proposalHash ?? null,
      document: waiting?.documentHash ?? null,
      rows: waiting?.rows ?? [],
    }
  })
  tell({ deal, ...told }, options, context)
}

type Added = { readonly extension: ScheduleExtension; readonly dates: readonly string[] }

/** What the last file adds to the schedule that stands, which those before it must come to. */
async function extensionFrom(
  client: Client,
  { deal, dealFile: path, laterFile: files }: Pick<ExtendOptions, 'deal' | 'dealFile' | 'laterFile'>,
): Promise<Added> {
  let inForce = await fileOfDeal(client, { deal, path })
  const versions = await Promise.all(files.map(compiledFrom))
  const last = versions.at(-1) ?? inForce
  for (const version of versions.slice(0, -1)) inForce = extendSchedule(inForce, version).compiled
  const { schedule } = await programOf(client, { deal })
  const stands = inForce.schedule.words
  if (schedule.length !== stands.length || schedule.some((word, index) => word !== stands[index]))
    throw new ScheduleDiffersError(deal)
  const { rows, compiled } = extendSchedule(inForce, last)
  return {
    extension: { deal, rows, documentHash: hash32(compiled.termsHash) },
    dates: compiled.periods.slice(inForce.periods.length).map(({ day }) => formatDay(day)),
  }
}

async function compiledFrom(path: string): Promise<CompiledDeal> {
  return compileDeal(parseDeal(await readTextFile(path)))
}

export class ScheduleDiffersError extends LedgerError {
  override readonly code = 'deal-file/schedule-differs'
  readonly deal: DealId

  constructor(deal: DealId) {
    super(`The files do not come to the schedule that stands for deal ${deal}`, {
      remedy: 'Name every later file whose dates stand already by --later-file, in their order',
    })
    this.deal = deal
  }
}
