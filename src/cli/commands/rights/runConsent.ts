import type { Hash32, PartyId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { assignTitle } from '../../../sdk/rights/assignTitle.ts'
import { delistTitle } from '../../../sdk/rights/delistTitle.ts'
import { forbidClaim } from '../../../sdk/rights/forbidClaim.ts'
import { permitClaim } from '../../../sdk/rights/permitClaim.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

export interface DelistOptions extends ActOptions {
  readonly title: Hash32
  readonly lang?: Language
}

export interface ForbidOptions extends DelistOptions {
  readonly claimant: PartyId
}

interface Documented {
  readonly document: string
  readonly salt?: Hash32
}

export interface PermitOptions extends ForbidOptions, Documented {}

export interface AssignOptions extends DelistOptions, Documented {
  readonly to: PartyId
}

/** Permits claims of a party under the hash of the signed consent; a later consent takes the place of an earlier one. */
export async function runPermit(options: PermitOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const { title, claimant } = options
  await atDesk(options, ({ client, act }) =>
    act(permitClaim(client.rooms, { title, claimant, consent: hash })),
  )
  tell({ title, claimant, permitted: true, document: hash, salt }, options, context)
}

/** Forbids further claims of a party. */
export async function runForbid(options: ForbidOptions, context: CommandContext): Promise<void> {
  const { title, claimant } = options
  await atDesk(options, ({ client, act }) => act(forbidClaim(client.rooms, { title, claimant })))
  tell({ title, claimant, permitted: false }, options, context)
}

/** Records an assignment. */
export async function runAssign(options: AssignOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const { title, to: owner } = options
  await atDesk(options, ({ client, act }) =>
    act(assignTitle(client.rooms, { title, assignee: owner, evidence: hash })),
  )
  tell({ title, owner, isListed: false, document: hash, salt }, options, context)
}

/** Takes a title from the catalogue of the ledger. */
export async function runDelist(options: DelistOptions, context: CommandContext): Promise<void> {
  const { title } = options
  await atDesk(options, ({ client, act }) => act(delistTitle(client.rooms, { title })))
  tell({ title, isListed: false }, options, context)
}
