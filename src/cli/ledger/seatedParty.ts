import type { Client } from '../../chain/client.ts'
import type { Office } from '../../domain/enumerations.ts'
import { LedgerError } from '../../domain/errors.ts'
import type { DealId, PartyId } from '../../domain/ids.ts'
import { officeOf } from '../../sdk/deals/officeOf.ts'

/** The party in an office for the whole deal. */
export async function seatedParty(
  client: Client,
  seat: { readonly deal: DealId; readonly office: Office },
): Promise<PartyId> {
  const party = await officeOf(client, seat)
  if (party === undefined) throw new SeatEmptyError(seat)
  return party
}

export class SeatEmptyError extends LedgerError {
  override readonly code = 'deal/seat-empty'
  readonly office: Office
  readonly deal: DealId

  constructor({ deal, office }: { readonly deal: DealId; readonly office: Office }) {
    super(`Deal ${deal} has nobody in the office ${office}`, {
      remedy: 'Check the number of the deal; a deal seats its officers when it is drafted',
    })
    this.office = office
    this.deal = deal
  }
}
