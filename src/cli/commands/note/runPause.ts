import type { Client } from '../../../chain/client.ts'
import { requireEvent } from '../../../chain/events.ts'
import type { DealId, Hash32 } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import type { Jurisdiction } from '../../../domain/places.ts'
import { holdsOf } from '../../../sdk/notes/holdsOf.ts'
import { pauseNotes } from '../../../sdk/notes/pauseNotes.ts'
import type { PauseScope } from '../../../sdk/notes/pauseScope.ts'
import { resumeNotes } from '../../../sdk/notes/resumeNotes.ts'
import { unpauseNotes } from '../../../sdk/notes/unpauseNotes.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { seriesNamed } from '../../ledger/seriesNamed.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { showMoment } from '../../output/moments.ts'
import type { CommandContext } from '../../streams.ts'
import { noticesIn } from '../../texts/notices.ts'
import { languageFor, type Spoken } from '../languageOption.ts'

export interface ScopeOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly series?: string
  readonly place?: Jurisdiction
}

export interface PauseOptions extends ScopeOptions {
  readonly basisHash: Hash32
}

/** Pauses a series or a deal. */
export async function runPause(options: PauseOptions, context: CommandContext): Promise<void> {
  const { basisHash, json } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, act }) => {
    const scope = await scopeOf(client, options)
    const receipt = await act(pauseNotes(client.rooms, { ...scope, basisHash }))
    const data = { ...scope, basisHash, transaction: receipt.hash, block: receipt.blockNumber }
    const text = noticesIn(lang)('notesPaused', { what: nameOf(options, lang) })
    context.streams.out(json ? `${toJson(data)}\n` : `${text}\n`)
  })
}

/** Schedules the end of a pause. */
export async function runUnpause(options: PauseOptions, context: CommandContext): Promise<void> {
  const { basisHash, json } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, act }) => {
    const scope = await scopeOf(client, options)
    const receipt = await act(unpauseNotes(client.rooms, { ...scope, basisHash }))
    const at = client.rooms.Enforcement
    const { resumesAt } = requireEvent(receipt, { contract: 'Enforcement', at, event: 'ResumptionScheduled' })
    const data = { ...scope, resumesAt, basisHash, transaction: receipt.hash, block: receipt.blockNumber }
    const words = { what: nameOf(options, lang), moment: showMoment(resumesAt) }
    context.streams.out(json ? `${toJson(data)}\n` : `${noticesIn(lang)('notesUnpaused', words)}\n`)
  })
}

/** Ends a pause whose scheduled end has come. */
export async function runResume(options: ScopeOptions, context: CommandContext): Promise<void> {
  const { json } = options
  const lang = languageFor(options, context)
  await atDesk(options, async ({ client, act }) => {
    const scope = await scopeOf(client, options)
    const receipt = await act(resumeNotes(client.rooms, scope))
    const holds = await holdsOf(client, scope)
    const data = { ...scope, holds, transaction: receipt.hash, block: receipt.blockNumber }
    const text = noticesIn(lang)('notesResumed', { what: nameOf(options, lang), holds })
    context.streams.out(json ? `${toJson(data)}\n` : `${text}\n`)
  })
}

async function scopeOf(client: Client, { deal, series, place }: ScopeOptions): Promise<PauseScope> {
  return {
    deal,
    ...(series === undefined ? {} : { series: (await seriesNamed(client, { deal, name: series })).series }),
    ...(place === undefined ? {} : { jurisdiction: place }),
  }
}

function nameOf({ deal, series }: ScopeOptions, language: Language): string {
  const say = noticesIn(language)
  return series === undefined ? say('deal', { deal }) : say('series', { deal, name: series })
}
