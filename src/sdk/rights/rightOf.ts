import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Maturity, maturities, nameOf } from '../../domain/enumerations.ts'
import {
  type DealId,
  dealId,
  type Hash32,
  hash32,
  type PartyId,
  partyId,
  type RightId,
} from '../../domain/ids.ts'
import { type Currency, currency } from '../../domain/money.ts'
import { type Place, place } from '../../domain/places.ts'

/** What is known of a right. The maturity is `None` when it backs nothing. */
export type Right = {
  readonly owner: Address
  readonly originator: PartyId
  readonly maturity: Maturity
  readonly trl: number
  readonly place: Place
  readonly currency: Currency
  readonly principal: bigint
  readonly appraisedValue: bigint
  readonly appraisalValidUntil: bigint
  readonly deal: DealId | undefined
  readonly obligorHash: Hash32
  readonly payerHash: Hash32
}

/** A right by its id; one that does not exist is refused. */
export async function rightOf(
  client: Client,
  { right, block }: AtBlock & { readonly right: RightId },
): Promise<Right> {
  const to = client.rooms.RightsRegistry
  const found = await readContract(client, {
    contract: 'RightsRegistry',
    to,
    verb: 'rightOf',
    args: [right],
    block,
  })
  return Object.freeze({
    owner: parseAddress(found.owner),
    originator: partyId(found.originator),
    maturity: nameOf(maturities, found.maturity),
    trl: Number(found.trl),
    place: place(found.place),
    currency: currency(found.currency),
    principal: found.principal,
    appraisedValue: found.appraisedValue,
    appraisalValidUntil: found.appraisalValidUntil,
    deal: found.deal === 0n ? undefined : dealId(found.deal),
    obligorHash: hash32(found.obligorHash),
    payerHash: hash32(found.payerHash),
  })
}
