import type { Signer } from 'ethers'
import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import type { ICollectionOracle } from '../../chain/contracts/index.ts'
import { domainOf, reportStruct, requireDigest, signStruct } from '../../chain/eip712.ts'
import { type CollectionReport, reportFields } from './collectionReport.ts'
import { reportDigestOf } from './reportDigestOf.ts'

/** The signature of one member of the committee under a report. */
export type ReportSignature = { readonly signer: Address; readonly signature: string }

/** Signs a report for this chain and this oracle. */
export async function signReport(
  client: Client,
  { report, signer }: { readonly report: CollectionReport; readonly signer: Signer },
): Promise<ReportSignature> {
  const statement = {
    domain: domainOf(client, 'CollectionOracle'),
    struct: reportStruct,
    value: reportFields(report),
  }
  requireDigest(statement, await reportDigestOf(client, { report }))
  const signature = await signStruct(signer, statement)
  return Object.freeze({ signer: parseAddress(await signer.getAddress()), signature })
}

/** Signatures in the order that the chain asks for: by address. */
export function signatureFields(
  signatures: readonly ReportSignature[],
): ICollectionOracle.SignerSignatureStruct[] {
  return [...signatures]
    .sort((left, right) => (BigInt(left.signer) < BigInt(right.signer) ? -1 : 1))
    .map(signature => ({ ...signature }))
}
