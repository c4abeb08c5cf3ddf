import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Office, offices, ordinalOf } from '../../domain/enumerations.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'
import { NOWHERE } from './dealTerms.ts'

/** Whether a wallet acts for the party in an office of a deal. */
export async function holdsOffice(
  client: Client,
  {
    deal,
    office,
    jurisdiction,
    wallet,
    block,
  }: AtBlock & {
    readonly deal: DealId
    readonly office: Office
    readonly jurisdiction?: Jurisdiction | undefined
    readonly wallet: Address
  },
): Promise<boolean> {
  const to = client.rooms.DealBook
  const found = await readContract(client, {
    contract: 'DealBook',
    to,
    verb: 'holdsOffice',
    args: [deal, ordinalOf(offices, office), jurisdiction ?? NOWHERE, wallet],
    block,
  })
  return found
}
