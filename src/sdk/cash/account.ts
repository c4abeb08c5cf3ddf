import type { ICashLedger } from '../../chain/contracts/index.ts'
import { type AccountPurpose, accountPurposes, ordinalOf } from '../../domain/enumerations.ts'
import type { DealId, Hash32, PartyId } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'

/** A bank account of a deal, or a part of one: purposes with one hash are parts of one bank account. */
export type Account = {
  readonly bank: PartyId
  readonly accountHash: Hash32
  readonly currency: Currency
  readonly deal: DealId
  readonly purpose: AccountPurpose
}

/** The account as the chain takes it. */
export function accountFields({ purpose, ...terms }: Account): ICashLedger.AccountStruct {
  return { ...terms, purpose: ordinalOf(accountPurposes, purpose) }
}
