import { AbiCoder, keccak256, ZeroAddress } from 'ethers'
import type { Address } from '../../chain/address.ts'
import type { IEnforcement } from '../../chain/contracts/index.ts'
import {
  type EntitlementFate,
  entitlementFates,
  type OrderKind,
  orderKinds,
  ordinalOf,
} from '../../domain/enumerations.ts'
import { type Hash32, hash32, type SeriesId } from '../../domain/ids.ts'

/**
 * What an order over notes says. Only its hash is known until it is executed, so the salt must not be guessed. A
 * freeze and a release have no receiver, a release names the order whose freeze it ends, and only a transfer says whether
 * what is booked and not yet paid stays or follows.
 */
export type OrderTerms = {
  readonly series: SeriesId
  readonly kind: OrderKind
  readonly entitlements?: EntitlementFate
  readonly freeze?: bigint
  readonly from: Address
  readonly to?: Address
  readonly units: bigint
  readonly basisHash: Hash32
  readonly salt: Hash32
}

const TERMS = 'tuple(uint64,uint8,uint8,uint64,address,address,uint96,bytes32,bytes32)'

/** The terms as the chain takes them. */
export function orderFields(terms: OrderTerms): IEnforcement.OrderTermsStruct {
  const { kind, entitlements = 'None', freeze = 0n, to = ZeroAddress } = terms
  return {
    ...terms,
    kind: ordinalOf(orderKinds, kind),
    entitlements: ordinalOf(entitlementFates, entitlements),
    freeze,
    to,
  }
}

/** What a proposer commits to; the twin of `Enforcement.digestOf`. */
export function orderDigestOf(terms: OrderTerms): Hash32 {
  const { series, kind, entitlements, freeze, from, to, units, basisHash, salt } = orderFields(terms)
  const fields = [series, kind, entitlements, freeze, from, to, units, basisHash, salt]
  return hash32(keccak256(AbiCoder.defaultAbiCoder().encode([TERMS], [fields])))
}
