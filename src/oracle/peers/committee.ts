import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import type { Office } from '../../domain/enumerations.ts'
import type { DealId } from '../../domain/ids.ts'
import { holdsOffice } from '../../sdk/deals/holdsOffice.ts'

/** The offices whose parties sign reports, in the order in which they propose when those before do not. */
export const committee: readonly Office[] = ['Servicer', 'AccountBank', 'VerificationAgent']

/** Those without whose signatures the ledger accepts no report. */
const pair: readonly Office[] = ['Servicer', 'AccountBank']

/** The seat of a wallet in the committee that is in office now, if it has one. */
export async function seatOf(
  client: Client,
  { deal, wallet }: { readonly deal: DealId; readonly wallet: Address },
): Promise<Office | undefined> {
  for (const office of committee) if (await holdsOffice(client, { deal, office, wallet })) return office
  return undefined
}

/** The place of a wallet in the order of those that propose; behind all of them without a seat. */
export async function rankIn(
  client: Client,
  { deal, wallet }: { readonly deal: DealId; readonly wallet: string },
): Promise<number> {
  const office = await seatOf(client, { deal, wallet: parseAddress(wallet) })
  return office === undefined ? committee.length : committee.indexOf(office)
}

/** Whether the servicer or the account bank is among those that signed. */
export async function isSignedByPair(
  client: Client,
  { deal, signed }: { readonly deal: DealId; readonly signed: readonly { readonly signer: string }[] },
): Promise<boolean> {
  for (const { signer } of signed) {
    const seat = await seatOf(client, { deal, wallet: parseAddress(signer) })
    if (seat !== undefined && pair.includes(seat)) return true
  }
  return false
}
