import { type Dossier, type DossierMilestone, readDossier } from '../../../domain/dossier/dossier.ts'
import { type Hash32, type RightId, rightId } from '../../../domain/ids.ts'
import { dossierOf } from '../../../sdk/rights/dossierOf.ts'
import { recordEvaluation } from '../../../sdk/rights/recordEvaluation.ts'
import { recordMilestone } from '../../../sdk/rights/recordMilestone.ts'
import { rightOf } from '../../../sdk/rights/rightOf.ts'
import { signEvaluation } from '../../../sdk/rights/signEvaluation.ts'
import { signMilestone } from '../../../sdk/rights/signMilestone.ts'
import { hashText } from '../../document.ts'
import { atDesk, type Desk } from '../../ledger/atDesk.ts'
import { newestMoment } from '../../ledger/newestMoment.ts'
import type { ActOptions } from '../../ledger/withLedger.ts'
import { toJson } from '../../output/json.ts'
import { parseJson } from '../../readTextFile.ts'
import type { CommandContext } from '../../streams.ts'

export interface EvaluateOptions extends ActOptions {
  readonly right: bigint
  readonly dossier: string
  readonly salt?: Hash32
}

/** Submits what a dossier says: milestones that the ledger does not know, then the evaluation. */
export async function runEvaluate(options: EvaluateOptions, { streams }: CommandContext): Promise<void> {
  const { text, salt, hash } = await hashText(options.dossier, options.salt)
  const dossier = readDossier(parseJson(text, options.dossier))
  const right = rightId(options.right)
  const result = await atDesk(options, async desk => {
    const milestones = await submitMilestones(desk, { right, dossier, evidence: hash })
    await submitEvaluation(desk, { right, dossier, hash })
    const { maturity, trl } = await rightOf(desk.client, { right })
    return { right, readiness: trl, maturity, figures: dossier.figures, milestones, dossier: hash, salt }
  })
  streams.out(options.json ? `${toJson(result)}\n` : textOf(result))
}

async function submitMilestones(
  { client, wallet, act }: Desk,
  {
    right,
    dossier,
    evidence,
  }: { readonly right: RightId; readonly dossier: Dossier; readonly evidence: Hash32 },
): Promise<readonly string[]> {
  const standing = await dossierOf(client, { right })
  const fresh = dossier.milestones.filter(({ kind }) => !standing.milestones.includes(kind))
  const submitted: DossierMilestone['kind'][] = []
  for (const [index, { kind, day }] of fresh.entries()) {
    const { milestoneAt: after } = await dossierOf(client, { right })
    const issuedAt = await newestMoment(client, { after, toCome: BigInt(fresh.length - index - 1) })
    const milestone = { right, kind, day, evidence, issuedAt }
    const signature = await signMilestone(client, { milestone, signer: wallet })
    await act(recordMilestone(client.rooms, { milestone, signature }))
    submitted.push(kind)
  }
  return submitted
}

async function submitEvaluation(
  { client, wallet, act }: Desk,
  { right, dossier, hash }: { readonly right: RightId; readonly dossier: Dossier; readonly hash: Hash32 },
): Promise<void> {
  const { readiness, indicators, figures, hasSubstitutionSignal, hasLitigationSignal } = dossier
  const { evaluationAt } = await dossierOf(client, { right })
  const evaluation = {
    right,
    trl: readiness,
    indicators,
    ...figures,
    hasSubstitutionSignal,
    hasLitigationSignal,
    dossier: hash,
    issuedAt: await newestMoment(client, { after: evaluationAt }),
  }
  const signature = await signEvaluation(client, { evaluation, signer: wallet })
  await act(recordEvaluation(client.rooms, { evaluation, signature }))
}

function textOf({
  right,
  readiness,
  maturity,
  dossier,
  salt,
}: {
  readonly right: RightId
  readonly readiness: number
  readonly maturity: string
  readonly dossier: Hash32
  readonly salt: Hash32
}): string {
  return `Right ${right}: readiness ${readiness}, ${maturity}\ndossier ${dossier}\nkeep its salt: ${salt}\n`
}
