import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type FilingStage, filingStages, nameOf, type Office } from '../../domain/enumerations.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/**
 * A report as the oracle keeps it: the first 24 bytes of its digest, when it was accepted, and who signed.
 */
export type Filing = {
  readonly digestPrefix: string
  readonly acceptedAt: bigint
  readonly stage: FilingStage
  readonly signers: readonly Office[]
}

const COMMITTEE: readonly Office[] = ['Servicer', 'AccountBank', 'VerificationAgent']

/** A report that was accepted, by its number, if there is one. */
export async function filingOf(
  client: Client,
  {
    deal,
    period,
    stream,
    sequence,
    block,
  }: AtBlock & {
    readonly deal: DealId
    readonly period: Period
    readonly stream: number
    readonly sequence: number
  },
): Promise<Filing | undefined> {
  const to = client.rooms.CollectionOracle
  const args: [bigint, bigint, number, number] = [deal, period, stream, sequence]
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'filingOf',
    args,
    block,
  })
  if (found.stage === 0n) return undefined
  return Object.freeze({
    digestPrefix: found.digestPrefix,
    acceptedAt: found.acceptedAt,
    stage: nameOf(filingStages, found.stage),
    signers: signersIn(found.signers),
  })
}

/** The offices in a bitmap of signers. */
export function signersIn(bitmap: bigint): readonly Office[] {
  return COMMITTEE.filter((_, bit) => (bitmap >> BigInt(bit)) & 1n)
}
