import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { dayFrom } from '../../domain/dates.ts'
import { appraisalMethods, nameOf } from '../../domain/enumerations.ts'
import { hash32, partyId, type RightId } from '../../domain/ids.ts'
import { ratePpb } from '../../domain/rates.ts'
import type { Appraisal } from './statements.ts'

/** The newest appraisal of a right that an evaluator signed, if any. */
export async function appraisalOf(
  client: Client,
  { right, block }: AtBlock & { readonly right: RightId },
): Promise<Appraisal | undefined> {
  const to = client.rooms.EvaluationBook
  const found = await readContract(client, {
    contract: 'EvaluationBook',
    to,
    verb: 'appraisalOf',
    args: [right],
    block,
  })
  if (found.issuedAt === 0n) return undefined
  return Object.freeze({
    right,
    method: nameOf(appraisalMethods, found.method),
    value: found.value,
    discount: ratePpb(found.discountPpb),
    valuedOn: dayFrom(found.valuedOn),
    validUntil: found.validUntil,
    appraiser: partyId(found.appraiser),
    inputs: hash32(found.inputs),
    evidence: hash32(found.evidence),
    issuedAt: found.issuedAt,
  })
}
