import { officeNames, orderStageNames } from '../../../../domain/enumerationNames.ts'
import { LedgerError } from '../../../../domain/errors.ts'
import { freezeOf } from '../../../../sdk/notes/freezeOf.ts'
import { noteOrderOf } from '../../../../sdk/notes/noteOrderOf.ts'
import { type LedgerOptions, withLedger } from '../../../ledger/withLedger.ts'
import { showCount } from '../../../output/amounts.ts'
import { toJson } from '../../../output/json.ts'
import type { CommandContext } from '../../../streams.ts'
import { noticesIn } from '../../../texts/notices.ts'
import { languageFor, type Spoken } from '../../languageOption.ts'

export interface ShowOptions extends LedgerOptions, Spoken {
  readonly order: bigint
}

/** Prints an order as it stands at one block. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const { order } = options
  const lang = languageFor(options, context)
  const data = await withLedger(options, async client => {
    const block = await client.provider.getBlockNumber()
    const found = await noteOrderOf(client, { order, block })
    if (found === undefined) throw new NoteOrderUnknownError(order)
    return { order, block, ...found, freeze: (await freezeOf(client, { order, block })) ?? null }
  })
  if (options.json) {
    context.streams.out(`${toJson(data)}\n`)
    return
  }
  const say = noticesIn(lang)
  const { deal, stage, office, proposer: party, freeze } = data
  const words = { order, deal, stage: orderStageNames[stage][lang], office: officeNames[office][lang], party }
  context.streams.out(`${say('orderStands', words)}\n`)
  if (freeze !== null)
    context.streams.out(`${say('orderFreeze', { ...freeze, units: showCount(freeze.units) })}\n`)
}

export class NoteOrderUnknownError extends LedgerError {
  override readonly code = 'note/unknown-order'

  constructor(order: bigint) {
    super(`There is no order ${order} over notes`, {
      remedy: 'Check the number; orders on parties are shown by `lingnan party show --order`',
    })
  }
}
