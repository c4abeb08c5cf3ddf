import type { IRightsRegistry } from '../../chain/contracts/index.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { Currency } from '../../domain/money.ts'
import type { Place } from '../../domain/places.ts'

/** What a right is when it is registered. Hashes are salted; amounts are minor units of `currency`. */
export type RightTerms = {
  readonly titles: readonly Hash32[]
  readonly claimHash: Hash32
  readonly obligorHash: Hash32
  /** The payer by contract, without whom an early right backs nothing. */
  readonly payerHash?: Hash32 | undefined
  readonly place: Place
  readonly currency: Currency
  readonly principal: bigint
  readonly appraisedValue: bigint
  readonly appraisalValidUntil: bigint
  /** Technology readiness 3 to 9, which gives the maturity class. */
  readonly trl: number
  readonly evidence: Hash32
}

const NO_PAYER = `0x${'00'.repeat(32)}`

/** The terms as the chain takes them. */
export function rightFields({ payerHash, titles, ...rest }: RightTerms): IRightsRegistry.RightTermsStruct {
  return { ...rest, titles: [...titles], payerHash: payerHash ?? NO_PAYER }
}
