import { requireEvent } from '../../../chain/events.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import type { Jurisdiction } from '../../../domain/places.ts'
import type { Operation } from '../../../sdk/identity/operation.ts'
import { pauseOf } from '../../../sdk/identity/pauseOf.ts'
import { pausePlace } from '../../../sdk/identity/pausePlace.ts'
import { unpausePlace } from '../../../sdk/identity/unpausePlace.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { showMoment } from '../../output/moments.ts'
import type { CommandContext } from '../../streams.ts'
import { jurisdictionInWords } from '../../texts/jurisdictions.ts'
import { noticesIn } from '../../texts/notices.ts'
import { operationsInWords } from '../../texts/operations.ts'
import { languageFor, type Spoken } from '../languageOption.ts'

interface Chosen extends ActOptions, Spoken {
  readonly place: Jurisdiction
  readonly operations: readonly Operation[]
}

export interface PausePlaceOptions extends Chosen {
  readonly orderHash: Hash32
}

export interface UnpausePlaceOptions extends Chosen {
  readonly liftHash: Hash32
}

export interface ShowPlaceOptions extends LedgerOptions, Spoken {
  readonly place: Jurisdiction
}

/** Pauses operations of a place. */
export async function runPause(options: PausePlaceOptions, context: CommandContext): Promise<void> {
  const { place: jurisdiction, operations, orderHash, json } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, act }) => {
    const receipt = await act(pausePlace(client.rooms, { jurisdiction, operations, orderHash }))
    const data = {
      jurisdiction,
      operations,
      orderHash,
      transaction: receipt.hash,
      block: receipt.blockNumber,
    }
    const text = noticesIn(lang)('placePaused', wordsOf({ jurisdiction, operations }, lang))
    context.streams.out(json ? `${toJson(data)}\n` : `${text}\n`)
  })
}

/** Orders the end of pauses of a place. */
export async function runUnpause(options: UnpausePlaceOptions, context: CommandContext): Promise<void> {
  const { place: jurisdiction, operations, liftHash, json } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, act }) => {
    const receipt = await act(unpausePlace(client.rooms, { jurisdiction, operations, liftHash }))
    const at = client.rooms.PartyRegistry
    const { effectiveAt } = requireEvent(receipt, {
      contract: 'PartyRegistry',
      at,
      event: 'UnpauseScheduled',
    })
    const data = { jurisdiction, operations, effectiveAt, liftHash, transaction: receipt.hash }
    const words = { ...wordsOf({ jurisdiction, operations }, lang), moment: showMoment(effectiveAt) }
    context.streams.out(json ? `${toJson(data)}\n` : `${noticesIn(lang)('placeUnpaused', words)}\n`)
  })
}

/** Prints what is paused in a place as of one block. */
export async function runShow(options: ShowPlaceOptions, context: CommandContext): Promise<void> {
  const { place: jurisdiction } = options
  const lang = languageFor(options, context)
  const data = await withLedger(options, async client => {
    const block = await client.provider.getBlockNumber()
    return { jurisdiction, block, ...(await pauseOf(client, { jurisdiction, block })) }
  })
  if (options.json) {
    context.streams.out(`${toJson({ ...data, liftAt: data.liftAt ?? null })}\n`)
    return
  }
  const say = noticesIn(lang)
  const { inForce, lifting, liftAt } = data
  const named = wordsOf({ jurisdiction, operations: inForce }, lang)
  const operations = inForce.length === 0 ? say('nothing') : named.operations
  context.streams.out(`${say('placeStands', { ...named, operations })}\n`)
  if (liftAt === undefined) return
  const ending = wordsOf({ jurisdiction, operations: lifting }, lang)
  context.streams.out(`${say('placeUnpaused', { ...ending, moment: showMoment(liftAt) })}\n`)
}

type Named = { readonly jurisdiction: Jurisdiction; readonly operations: readonly Operation[] }

function wordsOf({ jurisdiction, operations }: Named, language: Language) {
  return {
    place: jurisdictionInWords(jurisdiction, language),
    operations: operationsInWords(operations, language),
  }
}
