import { consentHashOf, entryHashOf } from '../../../domain/catalogue/catalogue.ts'
import type { CatalogueEntry } from '../../../domain/catalogue/entry.ts'
import { isPublicNumber } from '../../../domain/catalogue/titleNumber.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { Hash32 } from '../../../domain/ids.ts'
import { listTitle } from '../../../sdk/rights/listTitle.ts'
import { registeredTitles } from '../../../sdk/rights/registeredTitles.ts'
import { registerTitle } from '../../../sdk/rights/registerTitle.ts'
import { titleOf } from '../../../sdk/rights/titleOf.ts'
import type { TitleTerms } from '../../../sdk/rights/titleTerms.ts'
import { loadCatalogue } from '../../catalogue/catalogueFile.ts'
import { atDesk, type Desk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import type { CommandContext } from '../../streams.ts'

export interface RegisterOptions extends ActOptions {
  readonly catalogue: string
  readonly title?: readonly string[]
  readonly list: boolean
}

interface Registered {
  readonly title: Hash32
  readonly number: string
  readonly isNew: boolean
  readonly isListed: boolean
}

/** Registers titles one by one, so that a refusal leaves those before it on the ledger; the same call then goes on. */
export async function runRegister(
  options: RegisterOptions,
  { streams, signal }: CommandContext,
): Promise<void> {
  const entries = chosenOf(await loadCatalogue(options.catalogue), options.title)
  const registered = await atDesk(options, async desk => {
    const block = await desk.client.provider.getBlockNumber()
    const known = new Set<Hash32>(await registeredTitles(desk.client, { block }))
    const done: Registered[] = []
    for (const entry of entries) {
      signal.throwIfAborted()
      done.push(await registerEntry(desk, { entry, isNew: !known.has(entry.title), list: options.list }))
    }
    return done
  })
  streams.out(options.json ? `${toJson({ titles: registered })}\n` : textOf(registered))
}

async function registerEntry(
  { client, act }: Desk,
  { entry, isNew, list }: { readonly entry: CatalogueEntry; readonly isNew: boolean; readonly list: boolean },
): Promise<Registered> {
  const { title, number } = entry
  if (isNew) await act(registerTitle(client.rooms, { terms: termsOf(entry) }))
  const { isListed } = await titleOf(client, { title })
  const lists = list && !isListed
  if (lists) await act(listTitle(client.rooms, { title, consent: consentHashOf(entry) }))
  return { title, number, isNew, isListed: isListed || lists }
}

function termsOf(entry: CatalogueEntry): TitleTerms {
  const { title, kind, place, field, number, filed, granted, expiry, economicEnd, feeDue } = entry
  return {
    title,
    kind,
    place,
    field,
    publicNumber: isPublicNumber(kind) ? number : undefined,
    filedDay: filed,
    grantedDay: granted,
    expiryDay: expiry,
    economicEndDay: economicEnd,
    feeDueDay: feeDue,
    evidence: entryHashOf(entry),
  }
}

function chosenOf(
  entries: readonly CatalogueEntry[],
  titles: readonly string[] | undefined,
): readonly CatalogueEntry[] {
  if (titles === undefined) return entries
  return titles.map(title => {
    const found = entries.find(entry => entry.title === title)
    if (found === undefined) throw new TitleNotInCatalogueError(title)
    return found
  })
}

function textOf(registered: readonly Registered[]): string {
  const lines = registered.map(
    ({ title, number, isNew, isListed }) =>
      `${title} ${number}: ${isNew ? 'registered' : 'on the ledger already'}${isListed ? ', listed' : ''}`,
  )
  return `${lines.join('\n')}\n`
}

export class TitleNotInCatalogueError extends LedgerError {
  override readonly code = 'cli/title-not-in-catalogue'
  readonly title: string

  constructor(title: string) {
    super(`The catalogue has no title ${title}`, {
      remedy: 'Take the hash from `lingnan rights find --json`',
    })
    this.title = title
  }
}
