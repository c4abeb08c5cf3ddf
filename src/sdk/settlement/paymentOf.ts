import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import {
  nameOf,
  ordinalOf,
  type PaymentKind,
  type PaymentStage,
  paymentKinds,
  paymentStages,
} from '../../domain/enumerations.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'

/** A payment of a deal outside its periods: the proceeds, or what rounding left. Minor units. */
export type Payment = {
  readonly amount: bigint
  readonly stage: PaymentStage
  readonly maker: Address
  readonly contentHash: Hash32
}

/** A payment of a deal outside its periods, if it was instructed. */
export async function paymentOf(
  client: Client,
  { deal, kind, block }: AtBlock & { readonly deal: DealId; readonly kind: PaymentKind },
): Promise<Payment | undefined> {
  const to = client.rooms.Treasury
  const args: [bigint, bigint] = [deal, ordinalOf(paymentKinds, kind)]
  const found = await readContract(client, { contract: 'Treasury', to, verb: 'paymentOf', args, block })
  if (found.stage === 0n) return undefined
  return Object.freeze({
    amount: found.amount,
    stage: nameOf(paymentStages, found.stage),
    maker: parseAddress(found.maker),
    contentHash: hash32(found.contentHash),
  })
}
