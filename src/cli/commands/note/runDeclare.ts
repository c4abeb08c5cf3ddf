import type { DealId, PartyId } from '../../../domain/ids.ts'
import { codeOfJurisdiction, type Jurisdiction } from '../../../domain/places.ts'
import { crowdOf } from '../../../sdk/notes/crowdOf.ts'
import { declareHolders } from '../../../sdk/notes/declareHolders.ts'
import { atDesk } from '../../ledger/atDesk.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import type { CommandContext } from '../../streams.ts'
import type { Spoken } from '../languageOption.ts'
import { tell } from '../rights/tell.ts'

export interface DeclareOptions extends ActOptions, Spoken {
  readonly deal: DealId
  readonly place: Jurisdiction
  readonly party: PartyId
  readonly holders: number
}

/** Declares holders, and tells how many the place now counts. */
export async function runDeclare(options: DeclareOptions, context: CommandContext): Promise<void> {
  const { deal, place: jurisdiction, party, holders: declared } = options
  const crowd = await atDesk(options, async ({ client, act }) => {
    await act(declareHolders(client.rooms, { deal, jurisdiction, party, holders: declared }))
    return crowdOf(client, { deal, jurisdiction })
  })
  const { holders, holderCap } = crowd
  const place = codeOfJurisdiction(jurisdiction)
  tell({ deal, place, party, declared, holders, holderCap }, options, context)
}
