import type { Address } from '../../chain/address.ts'

/** Votes of one holder: the wallet that held at the record, and its units for and against. Units left out are not cast. */
export type Vote = {
  readonly holder: Address
  readonly unitsFor: bigint
  readonly unitsAgainst: bigint
}
