import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { domainOf, milestoneStruct, requireDigest, signStruct } from '../../chain/eip712.ts'
import { readContract } from '../../chain/read.ts'
import { type Milestone, milestoneFields } from './statements.ts'

/** Signs the milestone for this chain and this book. Whoever holds it may submit it, once. */
export async function signMilestone(
  client: Client,
  { milestone, signer }: { readonly milestone: Milestone; readonly signer: Signer },
): Promise<string> {
  const value = milestoneFields(milestone)
  const to = client.rooms.EvaluationBook
  const onChain = await readContract(client, {
    contract: 'EvaluationBook',
    to,
    verb: 'digestOfMilestone',
    args: [value],
  })
  const statement = { domain: domainOf(client, 'EvaluationBook'), struct: milestoneStruct, value }
  requireDigest(statement, onChain)
  return signStruct(signer, statement)
}
