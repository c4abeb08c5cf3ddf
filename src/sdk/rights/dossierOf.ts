import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type MilestoneKind, milestoneKinds } from '../../domain/enumerations.ts'
import type { RightId } from '../../domain/ids.ts'

/** Where the dossier of a right stands. Moments are zero and figures nothing until a statement came. */
export type DossierState = {
  readonly milestoneAt: bigint
  readonly evaluationAt: bigint
  readonly appraisalAt: bigint
  readonly milestones: readonly MilestoneKind[]
  readonly indicators: number
  /** Ten-thousandths. */
  readonly figures: {
    readonly legal: bigint
    readonly technical: bigint
    readonly economic: bigint
    readonly total: bigint
  }
  readonly hasSubstitutionSignal: boolean
  readonly hasLitigationSignal: boolean
}

/** What evaluators stated about a right. */
export async function dossierOf(
  client: Client,
  { right, block }: AtBlock & { readonly right: RightId },
): Promise<DossierState> {
  const to = client.rooms.EvaluationBook
  const found = await readContract(client, {
    contract: 'EvaluationBook',
    to,
    verb: 'dossierOf',
    args: [right],
    block,
  })
  const { milestoneAt, evaluationAt, appraisalAt, legal, technical, economic, total } = found
  return Object.freeze({
    milestoneAt,
    evaluationAt,
    appraisalAt,
    milestones: milestoneKinds.filter((_, bit) => (found.milestones >> BigInt(bit)) & 1n),
    indicators: Number(found.indicators),
    figures: Object.freeze({ legal, technical, economic, total }),
    hasSubstitutionSignal: (found.signals & 1n) !== 0n,
    hasLitigationSignal: (found.signals & 2n) !== 0n,
  })
}
