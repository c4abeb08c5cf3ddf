import { z } from 'zod'
import { canonicalJson } from '../../deal/canonicalJson.ts'
import { formatDay } from '../../domain/dates.ts'
import { LedgerError, type Problem, ProblemsError } from '../../domain/errors.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import { problemsOf } from '../../domain/law/formProblems.ts'
import { codeOf, formatMoney, type Money } from '../../domain/money.ts'
import { saltedHash } from '../../domain/saltedHash.ts'
import type { Matching } from '../match/matching.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import { merkleTree, rootFrom } from './merkleTree.ts'

const evidenceName = 'lingnan-evidence/1'
const proofName = 'lingnan-proof/1'

/** One fact behind a report, in words that are hashed as they stand. */
export type EvidenceItem = { readonly id: string; readonly content: string; readonly salt: Hash32 }

/** Everything behind one report. Whoever holds it can prove any item; it does not leave the signers. */
export type Evidence = { readonly root: Hash32; readonly items: readonly EvidenceItem[] }

/** One item and the way to the root of a report. It tells nothing of other items. */
export type EvidenceProof = EvidenceItem & { readonly root: Hash32; readonly proof: readonly Hash32[] }

/** What a report over no lines at all, a NIL, has as its root. */
export const NO_EVIDENCE = hash32(`0x${'00'.repeat(32)}`)

/** Facts under a salted root. Each has a salt of its own, drawn by the caller: amounts are easily guessed. */
export function evidenceOf(items: readonly EvidenceItem[]): Evidence {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) throw new EvidenceRepeatedError(id)
    seen.add(id)
  }
  return Object.freeze({ root: merkleTree(items.map(lineHashOf))?.root ?? NO_EVIDENCE, items })
}

/** What stands for an item in the tree: nobody learns its words from it. */
export function lineHashOf({ salt, content }: Pick<EvidenceItem, 'salt' | 'content'>): Hash32 {
  return saltedHash(salt, content)
}

export function proveItem({ items, root }: Evidence, id: string): EvidenceProof {
  const item = items.find(each => each.id === id)
  const proof = item === undefined ? undefined : merkleTree(items.map(lineHashOf))?.proofOf(lineHashOf(item))
  if (item === undefined || proof === undefined) throw new EvidenceUnknownError(id)
  return Object.freeze({ ...item, root, proof })
}

/** Whether an item, with its salt, is under a root. */
export function isProven(proof: EvidenceProof, root: Hash32): boolean {
  return rootFrom(lineHashOf(proof), proof.proof) === root
}

/**
 * What evidence says of each line that was matched: the line as it was stated, and what of it was received, from which
 * credits of the bank.
 */
export function lineContents(
  lines: readonly StatementLine[],
  { matches }: Matching,
): ReadonlyMap<string, string> {
  const byKey = new Map(lines.map(line => [line.key, line]))
  const contents = matches.flatMap(match =>
    match.lines.flatMap(({ key, amount }) => {
      const line = byKey.get(key)
      const credits = match.credits.map(credit => credit.key)
      return line === undefined
        ? []
        : [[key, canonicalJson(lineFacts(line, { matched: amount, credits }))] as const]
    }),
  )
  return new Map(contents)
}

/** A line as it was stated, and what of it was received. */
export function lineFacts(
  line: StatementLine,
  { matched, credits }: { readonly matched: Money; readonly credits: readonly string[] },
): Readonly<Record<string, unknown>> {
  const { revenue, units, reference } = line
  return {
    line: line.line,
    licence: line.licence,
    obligor: line.obligor,
    from: formatDay(line.span.from),
    to: formatDay(line.span.to),
    currency: codeOf(line.currency),
    revenue: revenue === undefined ? undefined : formatMoney(revenue),
    units: units?.toString(),
    gross: formatMoney(line.gross),
    vat: formatMoney(line.vat),
    withholding: formatMoney(line.withholding),
    net: formatMoney(line.net),
    reference,
    matched: formatMoney(matched),
    credits,
  }
}

const hash = z.string().regex(/^0x[0-9a-f]{64}$/)
const itemFields = { id: z.string().min(1), content: z.string().min(1), salt: hash }
const evidenceSchema = z.strictObject({
  schema: z.literal(evidenceName),
  root: hash,
  items: z.array(z.strictObject(itemFields)),
})
const proofSchema = z.strictObject({
  schema: z.literal(proofName),
  root: hash,
  ...itemFields,
  proof: z.array(hash).max(64),
})

/** Evidence as data to be written as JSON. */
export function evidenceData({ root, items }: Evidence): z.input<typeof evidenceSchema> {
  return { schema: evidenceName, root, items: items.map(({ id, content, salt }) => ({ id, content, salt })) }
}

export function proofData({ root, id, content, salt, proof }: EvidenceProof): z.input<typeof proofSchema> {
  return { schema: proofName, root, id, content, salt, proof: [...proof] }
}

/** Reads evidence and shows that its root follows from its items. */
export function parseEvidence(value: unknown): Evidence {
  const result = evidenceSchema.safeParse(value)
  if (!result.success) throw new EvidenceMalformedError(problemsOf(result.error, value))
  const evidence = evidenceOf(result.data.items.map(item => ({ ...item, salt: hash32(item.salt) })))
  if (evidence.root !== result.data.root) throw new ProofFailedError(hash32(result.data.root))
  return evidence
}

export function parseProof(value: unknown): EvidenceProof {
  const result = proofSchema.safeParse(value)
  if (!result.success) throw new EvidenceMalformedError(problemsOf(result.error, value))
  const { root, salt, proof, id, content } = result.data
  return { id, content, root: hash32(root), salt: hash32(salt), proof: proof.map(hash32) }
}

export class EvidenceMalformedError extends ProblemsError {
  override readonly code = 'evidence/malformed'

  constructor(problems: readonly Problem[]) {
    super('The evidence', problems)
  }
}

export class EvidenceRepeatedError extends LedgerError {
  override readonly code = 'evidence/repeated'
  readonly id: string

  constructor(id: string) {
    super(`Two items of the evidence are called "${id}"`, { remedy: 'Give each fact a name of its own' })
    this.id = id
  }
}

export class EvidenceUnknownError extends LedgerError {
  override readonly code = 'evidence/unknown-item'
  readonly id: string

  constructor(id: string) {
    super(`No item of the evidence is called "${id}"`, { remedy: 'Take an id from the evidence file' })
    this.id = id
  }
}

export class ProofFailedError extends LedgerError {
  override readonly code = 'evidence/not-proven'
  readonly root: Hash32

  constructor(root: Hash32) {
    super(`This does not lead to the root ${root}`, {
      remedy: 'Check that item, salt and report belong together; if they do, something was changed',
    })
    this.root = root
  }
}

/** The report that was given is not the one that the ledger accepted. */
export class ReportNotFiledError extends LedgerError {
  override readonly code = 'evidence/report-not-filed'

  constructor(reason: string) {
    super(`The ledger does not know this report: ${reason}`, {
      remedy: 'Take the report as the signer kept it, and the deployment on which it was submitted',
    })
  }
}
