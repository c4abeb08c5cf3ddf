import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { domainOf, reportStruct, requireDigest } from '../../chain/eip712.ts'
import { type CollectionReport, reportFields } from '../../sdk/reports/collectionReport.ts'
import { reportDigestOf } from '../../sdk/reports/reportDigestOf.ts'
import type { ReportSignature } from '../../sdk/reports/signReport.ts'
import type { Journal } from '../journal/journal.ts'
import { slotOf } from '../journal/slot.ts'
import { type ApprovalRule, requireApproved } from './approval.ts'
import type { Key } from './key.ts'
import { requireGoodSignature } from './signature.ts'

/** The points between the steps of a signature, in their order; tests stop processes there. */
export const signBoundaries = ['agreed', 'committed', 'returned', 'kept'] as const

export type SignBoundary = (typeof signBoundaries)[number]

export type Signing = {
  readonly client: Client
  readonly journal: Journal
  readonly key: Key
  /** The wallet for which the key signs: itself, or a contract that accepts it (ERC-1271). */
  readonly wallet: Address
  readonly rule: ApprovalRule
  readonly passed: (boundary: SignBoundary) => void
}

/**
 * Signs a report that this signer agrees with. The digest is committed to the journal before the key is used, so that
 * whatever happens afterwards, only this digest is ever signed for its slot; again, it gives the same signature.
 */
export async function signOnce(signing: Signing, report: CollectionReport): Promise<ReportSignature> {
  const { client, journal, key, wallet, rule, passed } = signing
  const domain = domainOf(client, 'CollectionOracle')
  const statement = { domain, struct: reportStruct, value: reportFields(report) }
  const digest = await reportDigestOf(client, { report })
  requireDigest(statement, digest)
  requireApproved(client, { journal, report, digest, rule })
  passed('agreed')
  const entry = journal.commit(report, digest)
  passed('committed')
  if (entry.signature !== null) return Object.freeze({ signer: wallet, signature: entry.signature })
  const signature = await key.signStatement(statement)
  passed('returned')
  await requireGoodSignature(client, { signer: wallet, digest, signature })
  journal.keepSignature(slotOf(report), signature)
  passed('kept')
  return Object.freeze({ signer: wallet, signature })
}
