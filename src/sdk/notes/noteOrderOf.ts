import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { nameOf, type Office, type OrderStage, offices, orderStages } from '../../domain/enumerations.ts'
import { type DealId, dealId, type Hash32, hash32, type PartyId, partyId } from '../../domain/ids.ts'

/** An order over notes of a deal, as much of it as is known. */
export type NoteOrder = {
  readonly deal: DealId
  readonly proposer: PartyId
  readonly office: Office
  readonly stage: OrderStage
  readonly termsHash: Hash32
}

/** An order over notes by its number, if it was proposed. */
export async function noteOrderOf(
  client: Client,
  { order, block }: AtBlock & { readonly order: bigint },
): Promise<NoteOrder | undefined> {
  const to = client.rooms.Enforcement
  const found = await readContract(client, {
    contract: 'Enforcement',
    to,
    verb: 'orderOf',
    args: [order],
    block,
  })
  const stage = nameOf(orderStages, found.stage)
  if (stage === 'None') return undefined
  return Object.freeze({
    deal: dealId(found.deal),
    proposer: partyId(found.proposer),
    office: nameOf(offices, found.office),
    stage,
    termsHash: hash32(found.termsHash),
  })
}
