import type { Client } from '../../../chain/client.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId, Hash32 } from '../../../domain/ids.ts'
import { agreeWaiver } from '../../../sdk/deals/agreeWaiver.ts'
import { proposeWaiver } from '../../../sdk/deals/proposeWaiver.ts'
import { type Waiver, waiverOf } from '../../../sdk/deals/waiverOf.ts'
import { withdrawWaiver } from '../../../sdk/deals/withdrawWaiver.ts'
import { hashDocument } from '../../document.ts'
import { atDesk, onStanding } from '../../ledger/atDesk.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

interface OfDeal extends Spoken {
  readonly deal: DealId
}

export interface ProposeOptions extends ActOptions, OfDeal {
  readonly document: string
  readonly salt?: Hash32
}

export interface AgreeOptions extends ActOptions, OfDeal {
  readonly document: string
  readonly salt: Hash32
}

export interface WithdrawOptions extends ActOptions, OfDeal {}
export interface ShowOptions extends LedgerOptions, OfDeal {}

/** Proposes a waiver under the hash of the minutes. */
export async function runPropose(options: ProposeOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const { deal } = options
  await atDesk(options, ({ client, act }) => act(proposeWaiver(client.rooms, { deal, documentHash: hash })))
  tell({ deal, document: hash, salt }, options, context)
}

/** Agrees to what stands; the ledger refuses other minutes. */
export async function runAgree(options: AgreeOptions, context: CommandContext): Promise<void> {
  const { hash } = await hashDocument(options.document, options.salt)
  const { deal } = options
  await onStanding(options, {
    find: client => proposed(client, deal),
    callOf: rooms => agreeWaiver(rooms, { deal, documentHash: hash }),
  })
  tell({ deal, waived: true, document: hash }, options, context)
}

/** Withdraws, and tells what was proposed. */
export async function runWithdraw(options: WithdrawOptions, context: CommandContext): Promise<void> {
  const { deal } = options
  const { documentHash: document } = await onStanding(options, {
    find: client => proposed(client, deal),
    callOf: rooms => withdrawWaiver(rooms, { deal }),
  })
  tell({ deal, withdrawn: true, document }, options, context)
}

/** Prints the waiver that waits for the manager. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const { deal } = options
  const found = await withLedger(options, client => proposed(client, deal))
  tell({ deal, proposer: found.proposer, document: found.documentHash }, options, context)
}

async function proposed(client: Client, deal: DealId): Promise<Waiver> {
  const found = await waiverOf(client, { deal })
  if (found === undefined) throw new WaiverAbsentError(deal)
  return found
}

export class WaiverAbsentError extends LedgerError {
  override readonly code = 'deal/no-waiver'
  readonly deal: DealId

  constructor(deal: DealId) {
    super(`No waiver is proposed for deal ${deal}`, { remedy: 'Let the trustee propose it first' })
    this.deal = deal
  }
}
