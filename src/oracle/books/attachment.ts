import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { concat, keccak256, toUtf8Bytes } from 'ethers'
import { z } from 'zod'
import { LedgerError } from '../../domain/errors.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { writeWhole } from '../collect/fileStore.ts'
import { type Evidence, evidenceData, evidenceOf, parseEvidence } from '../evidence/evidence.ts'
import type { Fact } from './evidenceOfPeriod.ts'

export const attachmentName = 'lingnan-books-evidence/1'

/** Facts are told to the other members as long as a message holds them; beyond that the seed and the root must do. */
const MOST_FACTS_CHARACTERS = 2_000_000

export const attachmentSchema = z.strictObject({
  schema: z.literal(attachmentName),
  seed: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/)
    .transform(hash32),
  facts: z.array(z.strictObject({ id: z.string(), content: z.string() })).nullable(),
})

/** What a proposal tells of the facts behind it. */
export type Attachment = {
  readonly schema: typeof attachmentName
  readonly seed: Hash32
  readonly facts: Fact[] | null
}

/** The salt of a fact, which follows from the seed and its name. */
export function saltOf(seed: Hash32, id: string): Hash32 {
  return hash32(keccak256(concat([seed, toUtf8Bytes(id)])))
}

/** Facts under the root that their seed gives. */
export function saltedFacts(facts: readonly Fact[], seed: Hash32): Evidence {
  return evidenceOf(facts.map(fact => ({ ...fact, salt: saltOf(seed, fact.id) })))
}

/** The attachment of a draft. Facts too many to be told are kept as evidence in the books, where the report's root finds them. */
export async function attachmentOf(
  folder: string,
  {
    seed,
    facts,
    evidence,
  }: { readonly seed: Hash32; readonly facts: readonly Fact[]; readonly evidence: Evidence },
): Promise<Attachment> {
  const size = facts.reduce((sum, { id, content }) => sum + id.length + content.length, 0)
  if (size <= MOST_FACTS_CHARACTERS) return { schema: attachmentName, seed, facts: [...facts] }
  const path = fileOf(folder, evidence.root)
  if (!existsSync(path)) {
    await mkdir(join(folder, 'evidence'), { recursive: true })
    await writeWhole(path, toUtf8Bytes(JSON.stringify(evidenceData(evidence))))
  }
  return { schema: attachmentName, seed, facts: null }
}

/** The evidence of a report, from what was told with its proposal, or from the books. Its root is that of the report. */
export async function evidenceBehind(
  { evidenceRoot }: Pick<CollectionReport, 'evidenceRoot'>,
  { attachment, folder }: { readonly attachment: unknown; readonly folder: string },
): Promise<Evidence> {
  const told = attachmentSchema.safeParse(attachment)
  if (!told.success) throw new EvidenceMissingError(evidenceRoot)
  const { facts, seed } = told.data
  const evidence = facts === null ? await kept(folder, evidenceRoot) : saltedFacts(facts, seed)
  if (evidence?.root !== evidenceRoot) throw new EvidenceMissingError(evidenceRoot)
  return evidence
}

async function kept(folder: string, root: Hash32): Promise<Evidence | undefined> {
  const text = await readFile(fileOf(folder, root), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : parseEvidence(JSON.parse(text))
}

function fileOf(folder: string, root: Hash32): string {
  return join(folder, 'evidence', `${root.slice(2)}.json`)
}

/** Of a report from drafts, or one whose facts another member alone has. */
export class EvidenceMissingError extends LedgerError {
  override readonly code = 'evidence/not-kept'
  readonly root: Hash32

  constructor(root: Hash32) {
    super(`The evidence with the root ${root} is not kept here`, {
      remedy: 'Ask the signer that proposed the report; of a report from a draft its own system has it',
    })
    this.root = root
  }
}
