import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type FilingStage, filingStages, nameOf, type Office } from '../../domain/enumerations.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import { type CollectionReport, reportFields } from './collectionReport.ts'
import { signersIn } from './filingOf.ts'

/** Where a report stands behind which the ledger proved a line. */
export type Inclusion = {
  readonly digest: Hash32
  /** Evidence root of this report, not of one that replaced it. */
  readonly root: Hash32
  readonly stage: FilingStage
  /** Whether the report still stands; one that was superseded or rejected counts no more. */
  readonly isCurrent: boolean
  readonly isDisputed: boolean
  readonly acceptedAt: bigint
  readonly signers: readonly Office[]
  /** Number of the newest report of the stream and period. */
  readonly lastSequence: number
}

/**
 * Lets the ledger prove that a line is behind a report: refused unless it accepted the report and the proof leads from
 * the line to its evidence root. The line is its salted hash, so that its words go to no node.
 */
export async function inclusionOf(
  client: Client,
  {
    report,
    line,
    proof,
    block,
  }: AtBlock & {
    readonly report: CollectionReport
    readonly line: Hash32
    readonly proof: readonly Hash32[]
  },
): Promise<Inclusion> {
  const found = await readContract(client, {
    contract: 'EvidenceLens',
    to: client.rooms.EvidenceLens,
    verb: 'inclusionOf',
    args: [reportFields(report), line, [...proof]],
    block,
  })
  return Object.freeze({
    digest: hash32(found.digest),
    root: hash32(found.root),
    stage: nameOf(filingStages, found.stage),
    isCurrent: found.isCurrent,
    isDisputed: found.isDisputed,
    acceptedAt: found.acceptedAt,
    signers: signersIn(found.signers),
    lastSequence: Number(found.lastSeq),
  })
}
