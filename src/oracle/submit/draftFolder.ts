import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LedgerError } from '../../domain/errors.ts'
import { isNestedDeeper } from '../../domain/nesting.ts'
import { reportShape } from '../journal/reportText.ts'
import { nameOfSlot, slotOf } from '../journal/slot.ts'
import type { Recomputed } from '../peers/answer.ts'
import { DEEPEST, type Proposal } from '../peers/message.ts'
import type { Draft, Source } from './source.ts'

const draftSchemaName = 'lingnan-report-draft/1'

const MOST_BYTES = 3_000_000

/** A report without moments and committee, as a member's own system writes it. */
export const draftSchema = reportShape
  .omit({ supersedes: true, observedAt: true, validUntil: true, configDigest: true })
  .extend({
    schema: z.literal(draftSchemaName),
    replaces: z.number().int().min(1).optional(),
    attachment: z.json().default(null),
  })

/**
 * A folder into which a member's own system lays its drafts, one file a report. Files are read as they are each time: a draft
 * may be corrected until it is signed.
 */
export function draftFolder(folder: string): Source {
  const drafts = (): ReturnType<Source['drafts']> => readDrafts(folder)
  return Object.freeze({
    drafts,
    recompute: async (proposal: Proposal) => recompute(await drafts(), proposal),
  })
}

async function readDrafts(folder: string): ReturnType<Source['drafts']> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new DraftRefusedError(folder, 'the folder cannot be read', cause)
  })
  const drafts: Draft[] = []
  const problems: LedgerError[] = []
  for (const name of names.filter(one => one.endsWith('.json')).sort()) {
    try {
      drafts.push(await readDraft(join(folder, name)))
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      problems.push(error)
    }
  }
  return { drafts, problems }
}

async function readDraft(path: string): Promise<Draft> {
  try {
    const { size, mtimeMs } = await stat(path)
    if (size > MOST_BYTES) throw new DraftRefusedError(path, `${size} bytes are too many`)
    const data: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (isNestedDeeper(data, DEEPEST))
      throw new DraftRefusedError(path, `it is nested more than ${DEEPEST} deep`)
    const { schema: _schema, replaces, attachment, ...fields } = draftSchema.parse(data)
    return Object.freeze({ fields, replaces, attachment, since: Math.floor(mtimeMs) })
  } catch (error) {
    if (error instanceof DraftRefusedError) throw error
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : reasonOf(error)
    throw new DraftRefusedError(path, reason, error)
  }
}

/** The member's own figures with the moments of the proposal; what it replaces, the proposal says and its digest proves. */
function recompute(
  { drafts }: Awaited<ReturnType<Source['drafts']>>,
  { report, previous }: Proposal,
): Recomputed {
  const slot = nameOfSlot(slotOf(report))
  const draft = drafts.find(({ fields }) => nameOfSlot(fields) === slot)
  if (draft === undefined) return { kind: 'not-yet', code: 'oracle/no-draft' }
  if (draft.replaces !== previous?.sequence)
    return {
      kind: 'differences',
      differences: [{ field: 'replaces', ours: `${draft.replaces}`, theirs: `${previous?.sequence}` }],
    }
  const { observedAt, validUntil, configDigest, supersedes } = report
  const moments = { observedAt, validUntil, configDigest }
  const ours = { ...draft.fields, ...moments, ...(supersedes === undefined ? {} : { supersedes }) }
  return { kind: 'report', report: ours }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export class DraftRefusedError extends LedgerError {
  override readonly code = 'file/draft-refused'
  readonly path: string

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, {
      remedy: `Write the file as ${draftSchemaName} says; the others go on`,
      cause,
    })
    this.path = path
  }
}
