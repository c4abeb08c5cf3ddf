import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import {
  type InstructionKind,
  type InstructionStage,
  instructionKinds,
  instructionStages,
  nameOf,
} from '../../domain/enumerations.ts'
import {
  type DealId,
  dealId,
  type Hash32,
  hash32,
  type Period,
  period,
  type SeriesId,
  seriesId,
} from '../../domain/ids.ts'

/** One instruction to the account bank. The amount is minor units of the deal's currency. */
export type Instruction = {
  readonly deal: DealId
  readonly period: Period
  readonly kind: InstructionKind
  readonly stage: InstructionStage
  /** The series of its holders; none for a payee of the program. */
  readonly series: SeriesId | undefined
  readonly payee: number
  readonly holders: number
  readonly units: bigint
  readonly amount: bigint
  readonly maker: Address
  readonly contentHash: Hash32
}

/** An instruction by its number, if it was given. */
export async function instructionOf(
  client: Client,
  { instruction, block }: AtBlock & { readonly instruction: bigint },
): Promise<Instruction | undefined> {
  const to = client.rooms.PayingAgent
  const args: [bigint] = [instruction]
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'instructionOf',
    args,
    block,
  })
  if (found.stage === 0n) return undefined
  return Object.freeze({
    deal: dealId(found.deal),
    period: period(found.period),
    kind: nameOf(instructionKinds, found.kind),
    stage: nameOf(instructionStages, found.stage),
    series: found.series === 0n ? undefined : seriesId(found.series),
    payee: Number(found.payee),
    holders: Number(found.holders),
    units: found.units,
    amount: found.amount,
    maker: parseAddress(found.maker),
    contentHash: hash32(found.contentHash),
  })
}
