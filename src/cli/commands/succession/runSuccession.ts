import type { Call } from '../../../chain/call.ts'
import type { Client } from '../../../chain/client.ts'
import { requireEvent } from '../../../chain/events.ts'
import type { Rooms } from '../../../chain/rooms.ts'
import type { Office } from '../../../domain/enumerations.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { DealId, Hash32, PartyId } from '../../../domain/ids.ts'
import { codeOfJurisdiction, type Jurisdiction } from '../../../domain/places.ts'
import { acceptSuccession } from '../../../sdk/deals/acceptSuccession.ts'
import { clearSuccession } from '../../../sdk/deals/clearSuccession.ts'
import { proposeSuccession } from '../../../sdk/deals/proposeSuccession.ts'
import { successionOf } from '../../../sdk/deals/successionOf.ts'
import { withdrawSuccession } from '../../../sdk/deals/withdrawSuccession.ts'
import { hashDocument } from '../../document.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import { type ActOptions, type LedgerOptions, withLedger } from '../../ledger/withLedger.ts'
import type { Facts } from '../../output/facts.ts'
import type { CommandContext } from '../../streams.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

export interface ProposeOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly office: Office
  readonly place?: Jurisdiction
  readonly party: PartyId
  readonly document: string
  readonly salt?: Hash32
}

export interface StepOptions extends ActOptions, Spoken {
  readonly proposal: bigint
}

export interface ShowOptions extends LedgerOptions, Spoken {
  readonly proposal: bigint
}

/** Proposes, and tells the number under which the others find it. */
export async function runPropose(options: ProposeOptions, context: CommandContext): Promise<void> {
  const { hash: documentHash, salt } = await hashDocument(options.document, options.salt)
  const { deal, office, place: jurisdiction, party: successor } = options
  const shown = await atDesk(options, async ({ client, act }) => {
    const call = proposeSuccession(client.rooms, { deal, office, jurisdiction, successor, documentHash })
    const at = { contract: 'Succession', at: client.rooms.Succession, event: 'SuccessionProposed' } as const
    const { proposal } = requireEvent(await act(call), at)
    return proposalData(client, proposal)
  })
  tell({ ...shown, salt }, options, context)
}

export const runAccept = stepOf(acceptSuccession)
export const runClear = stepOf(clearSuccession)
export const runWithdraw = stepOf(withdrawSuccession)

/** Prints a proposal. */
export async function runShow(options: ShowOptions, context: CommandContext): Promise<void> {
  const { proposal } = options
  tell(await withLedger(options, client => proposalData(client, proposal)), options, context)
}

/** A step of a proposal, and where it stands afterwards. */
function stepOf(step: (rooms: Rooms, of: { readonly proposal: bigint }) => Call) {
  return async (options: StepOptions, context: CommandContext): Promise<void> => {
    const { proposal } = options
    const shown = await atDesk(options, async ({ client, act }) => {
      await act(step(client.rooms, { proposal }))
      return proposalData(client, proposal)
    })
    tell(shown, options, context)
  }
}

async function proposalData(client: Client, proposal: bigint): Promise<Facts> {
  const found = await successionOf(client, { proposal })
  if (found === undefined) throw new ProposalUnknownError(proposal)
  const { deal, office, jurisdiction, successor, proposer, stage, documentHash } = found
  const place = jurisdiction === undefined ? null : codeOfJurisdiction(jurisdiction)
  return { proposal, deal, office, place, party: successor, proposer, stage, document: documentHash }
}

export class ProposalUnknownError extends LedgerError {
  override readonly code = 'deal/unknown-proposal'
  readonly proposal: bigint

  constructor(proposal: bigint) {
    super(`There is no proposal ${proposal} for an office`, {
      remedy: 'Take the number from whoever proposed, or from the events of the deal',
    })
    this.proposal = proposal
  }
}
