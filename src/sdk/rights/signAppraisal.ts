import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { appraisalStruct, domainOf, requireDigest, signStruct } from '../../chain/eip712.ts'
import { readContract } from '../../chain/read.ts'
import { type Appraisal, appraisalFields } from './statements.ts'

/** Signs the appraisal for this chain and this book. Whoever holds it may submit it, once. */
export async function signAppraisal(
  client: Client,
  { appraisal, signer }: { readonly appraisal: Appraisal; readonly signer: Signer },
): Promise<string> {
  const value = appraisalFields(appraisal)
  const to = client.rooms.EvaluationBook
  const onChain = await readContract(client, {
    contract: 'EvaluationBook',
    to,
    verb: 'digestOfAppraisal',
    args: [value],
  })
  const statement = { domain: domainOf(client, 'EvaluationBook'), struct: appraisalStruct, value }
  requireDigest(statement, onChain)
  return signStruct(signer, statement)
}
