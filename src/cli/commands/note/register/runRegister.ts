import type { Address } from '../../../../chain/address.ts'
import type { Client } from '../../../../chain/client.ts'
import { requireEvent } from '../../../../chain/events.ts'
import { LedgerError } from '../../../../domain/errors.ts'
import type { DealId, Hash32 } from '../../../../domain/ids.ts'
import { type Holding, holdersIn } from '../../../../sdk/notes/holdersIn.ts'
import { importRegister } from '../../../../sdk/notes/importRegister.ts'
import { proposeRegister } from '../../../../sdk/notes/proposeRegister.ts'
import {
  appliedTo,
  changesBetween,
  linesOf,
  type RegisterChange,
  type RegisterLine,
} from '../../../../sdk/notes/registerLine.ts'
import { type RegisterProposal, registerProposalIn } from '../../../../sdk/notes/registerProposalIn.ts'
import { hashDocument } from '../../../document.ts'
import { loadHolderList } from '../../../holderList.ts'
import { atDesk } from '../../../ledger/atDesk.ts'
import { seriesNamed } from '../../../ledger/seriesNamed.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../../ledger/withLedger.ts'
import { toJson } from '../../../output/json.ts'
import { renderChanges, renderHoldings } from '../../../output/register.ts'
import type { CommandContext } from '../../../streams.ts'
import { noticesIn } from '../../../texts/notices.ts'
import { languageFor, type Spoken } from '../../languageOption.ts'

interface OfSeries extends Spoken {
  readonly deal: DealId
  readonly series: string
}

export interface ShowOptions extends LedgerOptions, OfSeries {
  readonly list?: string
}

export interface ProposeOptions extends ActOptions, OfSeries {
  readonly list: string
  readonly salt?: Hash32
}

export interface ApplyOptions extends ActOptions, OfSeries {
  readonly proposal: bigint
  readonly list: string
  readonly salt: Hash32
}

/** A note with its holders and the import that waits, at one block. */
interface Register {
  readonly note: Address
  readonly holders: readonly Holding[]
  readonly proposal: RegisterProposal | undefined
}

/** Prints the register as it stands, with what the waiting import and a list would change. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const listed = options.list === undefined ? undefined : await loadHolderList(options.list)
  const { note, holders, proposal } = await withLedger(options, client => registerOf(client, options))
  const waiting = proposal === undefined ? undefined : effectOf(holders, proposal.lines)
  const wanted = listed === undefined ? undefined : differenceOf(holders, listed)
  if (options.json) {
    const shown = proposal === undefined ? null : { ...proposal, changes: waiting }
    context.streams.out(`${toJson({ note, holders, proposal: shown, difference: wanted })}\n`)
    return
  }
  const lang = languageFor(options, context)
  const say = noticesIn(lang)
  const { out } = context.streams
  out(`${say('registerStands', { note })}\n${renderHoldings(holders, lang)}`)
  if (proposal !== undefined && waiting !== undefined)
    out(
      `${say('registerWaits', { number: proposal.number, fileHash: proposal.fileHash })}\n${renderChanges(waiting, lang)}`,
    )
  if (wanted !== undefined) out(`${say('registerDiffers')}\n${renderChanges(wanted.changes, lang)}`)
}

/** Proposes the difference between the note and a list. */
export async function runPropose(options: ProposeOptions, context: CommandContext): Promise<void> {
  const listed = await loadHolderList(options.list)
  const { hash: fileHash, salt } = await hashDocument(options.list, options.salt)
  const data = await atDesk(options, async ({ client, act }) => {
    const { note, holders } = await registerOf(client, options)
    const { changes, lines } = differenceOf(holders, listed)
    if (changes.length === 0) throw new RegisterAgreesError()
    const receipt = await act(proposeRegister({ note, lines, fileHash }))
    const at = { contract: 'SeriesNote', at: note, event: 'RegisterProposed' } as const
    const { number } = requireEvent(receipt, at)
    return { note, proposal: number, fileHash, salt, changes, lines, transaction: receipt.hash }
  })
  const lang = languageFor(options, context)
  const { proposal } = data
  const text = `${renderChanges(data.changes, lang)}${noticesIn(lang)('registerProposed', { proposal, salt })}\n`
  context.streams.out(options.json ? `${toJson(data)}\n` : text)
}

/** Applies the import that waits, if its lines lead to exactly the checker's list, and that list is the registrar's. */
export async function runApply(options: ApplyOptions, context: CommandContext): Promise<void> {
  const listed = await loadHolderList(options.list)
  const { hash: fileHash } = await hashDocument(options.list, options.salt)
  const data = await atDesk(options, async ({ client, act }) => {
    const { note, holders, proposal } = await registerOf(client, options)
    if (proposal?.number !== options.proposal) throw new ImportGoneError(options.proposal)
    const { lines } = proposal
    const left = changesBetween(appliedTo(holders, lines), listed)
    if (proposal.fileHash !== fileHash || left.length > 0) throw new ImportDiffersError(options.proposal)
    const changes = effectOf(holders, lines)
    const receipt = await act(importRegister({ note, proposal: proposal.number, lines, fileHash }))
    return { note, proposal: proposal.number, fileHash, changes, transaction: receipt.hash }
  })
  const lang = languageFor(options, context)
  const { proposal } = data
  const text = `${renderChanges(data.changes, lang)}${noticesIn(lang)('registerApplied', { proposal })}\n`
  context.streams.out(options.json ? `${toJson(data)}\n` : text)
}

async function registerOf(client: Client, { deal, series: name }: OfSeries): Promise<Register> {
  const block = await client.provider.getBlockNumber()
  const { note } = await seriesNamed(client, { deal, name, block })
  if (note === undefined) throw new NoteAbsentError(name)
  const [holders, proposal] = await Promise.all([
    holdersIn(client, { note, block }),
    registerProposalIn(client, { note, block }),
  ])
  return { note, holders, proposal }
}

/** What a list changes; units neither come nor go by an import. */
function differenceOf(
  holders: readonly Holding[],
  listed: readonly Holding[],
): { readonly changes: readonly RegisterChange[]; readonly lines: readonly RegisterLine[] } {
  const [standing, wanted] = [sumOf(holders), sumOf(listed)]
  if (standing !== wanted) throw new RegisterSumError(standing, wanted)
  const changes = changesBetween(holders, listed)
  return { changes, lines: linesOf(changes) }
}

function effectOf(holders: readonly Holding[], lines: readonly RegisterLine[]): readonly RegisterChange[] {
  return changesBetween(holders, appliedTo(holders, lines))
}

function sumOf(holdings: readonly Holding[]): bigint {
  return holdings.reduce((sum, { units }) => sum + units, 0n)
}

export class RegisterSumError extends LedgerError {
  override readonly code = 'note/register-sum'
  readonly standing: bigint
  readonly wanted: bigint

  constructor(standing: bigint, wanted: bigint) {
    super(`The list holds ${wanted} units and the note ${standing}`, {
      remedy: 'Give the whole list of holders; an import neither issues nor redeems units',
    })
    this.standing = standing
    this.wanted = wanted
  }
}

export class RegisterAgreesError extends LedgerError {
  override readonly code = 'note/register-agrees'

  constructor() {
    super('The note agrees with the list already', { remedy: 'There is nothing to import' })
  }
}

export class ImportGoneError extends LedgerError {
  override readonly code = 'note/import-gone'
  readonly proposal: bigint

  constructor(proposal: bigint) {
    super(`Import ${proposal} does not wait`, {
      remedy: 'It was applied or replaced; look at `lingnan note register show` again',
    })
    this.proposal = proposal
  }
}

export class ImportDiffersError extends LedgerError {
  override readonly code = 'note/import-differs'
  readonly proposal: bigint

  constructor(proposal: bigint) {
    super(`Import ${proposal} does not make the note agree with this list`, {
      remedy:
        'Compare list and salt with the registrar; let it propose again where an order moved units meanwhile',
    })
    this.proposal = proposal
  }
}

export class NoteAbsentError extends LedgerError {
  override readonly code = 'note/not-issued'
  readonly series: string

  constructor(series: string) {
    super(`Series ${series} has no note yet`, { remedy: 'Let the manager issue the notes of the deal first' })
    this.series = series
  }
}
