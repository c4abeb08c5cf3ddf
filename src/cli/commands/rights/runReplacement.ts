import type { Client } from '../../../chain/client.ts'
import { LedgerError } from '../../../domain/errors.ts'
import { type DealId, dealId, type Hash32, rightId } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { agreeReplacement } from '../../../sdk/deals/agreeReplacement.ts'
import { proposeReplacement } from '../../../sdk/deals/proposeReplacement.ts'
import { type Replacement, replacementOf } from '../../../sdk/deals/replacementOf.ts'
import { withdrawReplacement } from '../../../sdk/deals/withdrawReplacement.ts'
import { hashDocument } from '../../document.ts'
import { atDesk, onStanding } from '../../ledger/atDesk.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import { tell } from './tell.ts'

interface OfDeal {
  readonly deal: bigint
  readonly lang?: Language
}

export interface ProposeOptions extends ActOptions, OfDeal {
  readonly leaving: bigint
  readonly entering?: bigint
  readonly document: string
  readonly salt?: Hash32
}

export interface DocumentedOptions extends ActOptions, OfDeal {
  readonly document: string
  readonly salt: Hash32
}

export interface WithdrawOptions extends ActOptions, OfDeal {}
export interface ProposalOptions extends LedgerOptions, OfDeal {}

/** Proposes a substitution, or a repurchase where nothing enters. */
export async function runPropose(options: ProposeOptions, context: CommandContext): Promise<void> {
  const { hash, salt } = await hashDocument(options.document, options.salt)
  const deal = dealId(options.deal)
  const leaving = rightId(options.leaving)
  const entering = options.entering === undefined ? undefined : rightId(options.entering)
  await atDesk(options, ({ client, act }) =>
    act(proposeReplacement(client.rooms, { deal, leaving, entering, documentHash: hash })),
  )
  tell({ deal, leaving, entering: entering ?? null, document: hash, salt }, options, context)
}

/** Agrees to what stands; the ledger refuses another document. */
export async function runAgree(options: DocumentedOptions, context: CommandContext): Promise<void> {
  const { hash } = await hashDocument(options.document, options.salt)
  const deal = dealId(options.deal)
  const { leaving, entering } = await onStanding(options, {
    find: client => proposed(client, deal),
    callOf: rooms => agreeReplacement(rooms, { deal, documentHash: hash }),
  })
  tell({ deal, leaving, entering: entering ?? null, document: hash }, options, context)
}

/** Withdraws, and shows what was proposed. */
export async function runWithdraw(options: WithdrawOptions, context: CommandContext): Promise<void> {
  const deal = dealId(options.deal)
  const { leaving, entering } = await onStanding(options, {
    find: client => proposed(client, deal),
    callOf: rooms => withdrawReplacement(rooms, { deal }),
  })
  tell({ deal, leaving, entering: entering ?? null, withdrawn: true }, options, context)
}

/** Shows what waits for the trustee. */
export async function runProposal(options: ProposalOptions, context: CommandContext): Promise<void> {
  const deal = dealId(options.deal)
  const found = await withLedger(options, client => proposed(client, deal))
  const { proposer, leaving, entering, documentHash: document } = found
  tell({ deal, proposer, leaving, entering: entering ?? null, document }, options, context)
}

async function proposed(client: Client, deal: DealId): Promise<Replacement> {
  const found = await replacementOf(client, { deal })
  if (found === undefined) throw new NothingProposedError(deal)
  return found
}

export class NothingProposedError extends LedgerError {
  override readonly code = 'deal/nothing-proposed'
  readonly deal: DealId

  constructor(deal: DealId) {
    super(`No right of deal ${deal} is proposed to leave`, {
      remedy: 'Let the originator propose a substitution or a repurchase first',
    })
    this.deal = deal
  }
}
