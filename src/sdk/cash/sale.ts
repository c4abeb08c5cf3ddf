import type { ICashLedger } from '../../chain/contracts/index.ts'
import type { Day } from '../../domain/dates.ts'
import type { AccountId, Hash32 } from '../../domain/ids.ts'
import type { Fixing } from '../../domain/rates.ts'

/** A sale of currency inside one bank, at a published fixing. What is bought is rounded down. */
export type Sale = {
  readonly from: AccountId
  readonly to: AccountId
  readonly amount: bigint
  readonly fixing: Fixing
  readonly fixingHash: Hash32
  readonly valueDay: Day
  readonly debitReference: Hash32
  readonly creditReference: Hash32
}

/** The sale as the chain takes it. */
export function saleFields({ fixing, ...sale }: Sale): ICashLedger.SaleStruct {
  return { ...sale, rate: fixing.rateE9 }
}
