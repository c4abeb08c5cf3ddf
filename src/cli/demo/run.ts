import type { Address } from '../../chain/address.ts'
import type { CompiledDeal } from '../../deal/compile.ts'
import type { InputsFile } from '../../deal/schema/inputs.ts'
import type { AccountId, DealId, SeriesId } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'
import type { Actor, PlaceCode } from './actor.ts'
import type { Appointment } from './cast.ts'
import type { Commitment } from './investors.ts'
import type { Ledger } from './ledger.ts'

/** Who speaks for a place in the demo. */
export interface PlaceAuthority {
  readonly attester: Actor
  readonly regulator: Actor
  readonly evaluator: Actor
}

/** One run of one deal: what it is made of and who acts. */
export interface Run {
  readonly ledger: Ledger
  readonly compiled: CompiledDeal
  readonly inputs: InputsFile
  readonly cast: readonly Appointment[]
  readonly commitments: readonly Commitment[]
  readonly authorities: Readonly<Record<PlaceCode, PlaceAuthority>>
  readonly say: (text: string) => void
}

/** A series of the deal as it stands on the ledger. */
export interface IssuedSeries {
  readonly name: string
  readonly tranche: number
  readonly series: SeriesId
  readonly note: Address
  readonly place: PlaceCode
  readonly isMirror: boolean
  readonly units: bigint
}

/** The deal's bank accounts, by purpose and currency. */
export interface BankAccount {
  readonly account: AccountId
  readonly bank: Actor
  readonly currency: Currency
}

/** A run whose deal is on the ledger. */
export interface LiveRun extends Run {
  readonly deal: DealId
  readonly series: readonly IssuedSeries[]
  readonly accounts: ReadonlyMap<string, BankAccount>
}
