import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { domainOf, evaluationStruct, requireDigest, signStruct } from '../../chain/eip712.ts'
import { readContract } from '../../chain/read.ts'
import { type Evaluation, evaluationFields } from './statements.ts'

/** Signs the evaluation for this chain and this book. Whoever holds it may submit it, once. */
export async function signEvaluation(
  client: Client,
  { evaluation, signer }: { readonly evaluation: Evaluation; readonly signer: Signer },
): Promise<string> {
  const value = evaluationFields(evaluation)
  const to = client.rooms.EvaluationBook
  const onChain = await readContract(client, {
    contract: 'EvaluationBook',
    to,
    verb: 'digestOfEvaluation',
    args: [value],
  })
  const statement = { domain: domainOf(client, 'EvaluationBook'), struct: evaluationStruct, value }
  requireDigest(statement, onChain)
  return signStruct(signer, statement)
}
