import type { Address } from '../../chain/address.ts'
import type { CompiledDeal } from '../../deal/compile.ts'
import type { Inputs } from '../../deal/parseInputs.ts'
import type { Simulation } from '../../deal/simulate.ts'
import type { Day } from '../../domain/dates.ts'
import type { AccountPurpose } from '../../domain/enumerations.ts'
import type { AccountId, DealId, SeriesId } from '../../domain/ids.ts'
import type { Law } from '../../domain/law/law.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import type { DeploymentRecord } from '../../sdk/access/deploymentRecord.ts'
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
  readonly inputs: Inputs
  /** The streams of the deal by currency, its own first. */
  readonly streams: readonly CurrencyCode[]
  /** What the run must come to, calculated beforehand without the ledger. */
  readonly expected: Simulation
  readonly cast: readonly Appointment[]
  readonly commitments: readonly Commitment[]
  readonly authorities: Readonly<Record<PlaceCode, PlaceAuthority>>
  /** Gives the classes of investors their numbers. */
  readonly law: Law
  readonly say: (text: string) => void
  /** How the reports come about: by processes of the signers from their books, or signed here if there are no books. */
  readonly reporting?: Reporting | undefined
}

/** Where the processes of the signers find the ledger and their books. */
export interface Reporting {
  readonly deployment: DeploymentRecord
  readonly rpc: string
  readonly books: string
}

/** The three processes that report on a deal, from what lies in their inboxes. */
export interface Signers {
  /** Lays what came for a payment date into every inbox; the processes take it for the given day. */
  readonly drop: (payment: Day, on: Day) => Promise<void>
  /** Waits until the ledger has the final report of every stream. */
  readonly reported: (period: number) => Promise<void>
  /** How many reports the ledger accepted of them. */
  readonly accepted: () => number
  readonly close: () => Promise<void>
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

/** A bank account of the deal; `bank` is the desk that writes it. */
export interface BankAccount {
  readonly purpose: AccountPurpose
  readonly currency: CurrencyCode
  readonly account: AccountId
  readonly bank: Actor
}

/** A run whose deal is on the ledger. */
export interface LiveRun extends Run {
  readonly deal: DealId
  readonly series: readonly IssuedSeries[]
  readonly accounts: readonly BankAccount[]
  readonly signers?: Signers | undefined
}
