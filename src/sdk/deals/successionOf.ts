import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import {
  nameOf,
  type Office,
  offices,
  type ProposalStage,
  proposalStages,
} from '../../domain/enumerations.ts'
import { type DealId, dealId, type Hash32, hash32, type PartyId, partyId } from '../../domain/ids.ts'
import { type Jurisdiction, jurisdiction } from '../../domain/places.ts'

/** A party proposed for an office; the jurisdiction is that of a custodian's. */
export type Succession = {
  readonly deal: DealId
  readonly office: Office
  readonly jurisdiction: Jurisdiction | undefined
  readonly successor: PartyId
  readonly proposer: PartyId
  readonly stage: ProposalStage
  readonly documentHash: Hash32
}

/** A proposal by its number, if it was made. */
export async function successionOf(
  client: Client,
  { proposal, block }: AtBlock & { readonly proposal: bigint },
): Promise<Succession | undefined> {
  const to = client.rooms.Succession
  const found = await readContract(client, {
    contract: 'Succession',
    to,
    verb: 'proposalOf',
    args: [proposal],
    block,
  })
  const stage = nameOf(proposalStages, found.stage)
  if (stage === 'None') return undefined
  return Object.freeze({
    deal: dealId(found.deal),
    office: nameOf(offices, found.office),
    jurisdiction: found.jurisdiction === 0n ? undefined : jurisdiction(found.jurisdiction),
    successor: partyId(found.successor),
    proposer: partyId(found.proposer),
    stage,
    documentHash: hash32(found.documentHash),
  })
}
